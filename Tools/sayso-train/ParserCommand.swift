internal import ArgumentParser
internal import Foundation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoModels
internal import SaysoTraining

/// Packs the parser's weights, which are trained in Python (`Training/`).
struct ParserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser",
    abstract: "Packs a parser's weights, trained in Python, as a model file.",
    discussion: """
      The word clusters are copied from the names model, which must be the one that the features \
      were written with: the test against the trainer's scores fails otherwise.
      """)

  @Option(help: "The folder with manifest.json and weights.f32.")
  var weights: String

  @Option(help: "The model file to write.")
  var out: String

  func run() throws {
    let names = try ShippedModels.file("names")
    let model = try ParserWeights(folder: weights).model(
      clusters: try names.dictionary("names.clusters"))
    _ = try DependencyParser(model)
    let bytes = model.bytes
    try Data(bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
    print("wrote \(bytes.count) bytes to \(out)")
  }
}
