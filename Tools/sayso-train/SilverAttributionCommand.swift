internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Marks running text for the fast engine to learn from.
struct SilverAttributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silver-attribution",
    abstract:
      "Marks articles of BASIL and NeuS with the careful engine, for `attribution --silver`.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "Number of words to stop at.")
  var words = 600_000

  @Option(help: "A folder of models with the careful engine's; else the one inside the program.")
  var models: String?

  func run() throws {
    let marker = SilverAttribution(
      reader: TrainingReader(
        tagger: try Tagger(ShippedModels.file("tagger")),
        nameTagger: try NameTagger(ShippedModels.file("names"))),
      engine: try ModelShelf(folder: models).engine(.careful).engine, words: words)
    var lines = Data()
    let options = self.options
    try marker.lines(data: options.data) {
      options.report($0)
    } body: { line in
      lines += line
      lines.append(10)
    }
    try lines.write(to: URL(fileURLWithPath: options.out), options: .atomic)
  }
}
