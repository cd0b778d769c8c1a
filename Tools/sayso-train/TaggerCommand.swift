internal import ArgumentParser
internal import Foundation
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoTraining

/// Trains the tagger and the lemmatizer, which share a model file.
struct TaggerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tagger", abstract: "Trains part-of-speech tags and lemmas on UD EWT and GUM.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "A CoNLL-U file of sentences that a larger model tagged, to be learned too.")
  var silver: String?

  @Option(help: "Base-two logarithm of the table's rows.")
  var bits: Int?

  @Option(help: "Passes.")
  var epochs: Int?

  @Option(help: "How often the treebanks count in a pass beside --silver.")
  var goldRepeats: Int?

  func run() throws {
    var trainer = TaggerTrainer()
    if let bits { trainer.bits = bits }
    if let epochs { trainer.epochs = epochs }
    if let goldRepeats { trainer.goldRepeats = goldRepeats }
    let url = silver.map { URL(fileURLWithPath: $0) }
    let marked = try url.map {
      try ConlluReader.documents($0.lastPathComponent, in: $0.deletingLastPathComponent().path)
    }
    let tagger = try trainer.train(
      data: options.data, silver: marked?.flatMap(\.sentences) ?? [], progress: options.report)
    let lemmatizer = try LemmaTrainer().train(data: options.data, progress: options.report)
    var model = ModelFile()
    tagger.store(in: &model)
    lemmatizer.store(in: &model)
    try options.write(model)
    for score in try TagsEvaluation.run(
      data: options.data, tagger: tagger, lemmatizer: lemmatizer)
    { print(score) }
  }
}
