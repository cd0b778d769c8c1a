internal import ArgumentParser
internal import Foundation
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoModels

/// Writes what the parser sees of each word, for the trainer in Python.
struct ParserFeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser-features",
    abstract: "Writes the parser's feature rows of every word of a CoNLL-U file.",
    discussion: """
      The file holds 32-bit little-endian integers: the magic 0x53504631, the numbers of sentences, \
      of features of a word and of rows of the table; then for each sentence its number of words and \
      the rows of each.
      """)

  @Argument(help: "The CoNLL-U file; a name that ends in .gz is unpacked.")
  var input: String

  @Option(help: "The file to write.")
  var out: String

  @Option(help: "Rows of the table.")
  var rows = 65536

  func run() throws {
    let names = try ShippedModels.file("names")
    let features = ParserFeatures(rows: rows, clusters: try names.dictionary("names.clusters"))
    let url = URL(fileURLWithPath: input)
    let documents = try ConlluReader.documents(
      url.lastPathComponent, in: url.deletingLastPathComponent().path)
    let sentences = documents.flatMap(\.sentences)
    var result: [UInt32] = [
      0x5350_4631, UInt32(sentences.count), UInt32(ParserFeatures.count), UInt32(rows),
    ]
    for sentence in sentences {
      result.append(UInt32(sentence.words.count))
      for word in sentence.words {
        features.append(TokenTraits(Array(word.form.utf8)[...]), to: &result)
      }
    }
    try result.map(\.littleEndian).withUnsafeBytes { bytes in
      try Data(bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
    }
    print("\(sentences.count) sentences, \(ParserFeatures.count) features a word, \(rows) rows")
  }
}
