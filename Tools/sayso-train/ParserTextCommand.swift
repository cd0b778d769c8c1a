internal import ArgumentParser
internal import Foundation
internal import SaysoTraining

/// Writes running text for a larger parser to mark.
struct ParserTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser-text",
    abstract: "Writes sentences of news as CoNLL-U, words only, for a larger parser to mark.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "About how many words to write.")
  var words = 1_500_000

  func run() throws {
    var result = ""
    var number = 0
    try ParserText(words: words).sentences(data: options.data, progress: options.report) { words in
      number += 1
      result += "# sent_id = text-\(number)\n"
      for (index, word) in words.enumerated() {
        result += "\(index + 1)\t\(word)\t_\t_\t_\t_\t_\t_\t_\t_\n"
      }
      result += "\n"
    }
    try Data(result.utf8).write(to: URL(fileURLWithPath: options.out), options: .atomic)
    options.report("wrote \(number) sentences to \(options.out)")
  }
}
