internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoEvaluation
internal import SaysoLearning

/// Stories, by BCubed.
struct StoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "Stories, by BCubed, on ECB+ sub-topics, BASIL and AllSides; NeuS with --neus.")

  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Also NeuS: 7,000 leads without days, most of a story in few words.")
  var neus = false

  @Option(help: "What Training/stories.py --folds wrote: three models by what they never saw.")
  var folds: String?

  func run() throws {
    let folds = try (self.folds.map { path in (0..<3).map { "\(path).\($0)" } } ?? []).map { path in
      try ModelFile([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), name: path)
    }
    let evaluation = try StoriesEvaluation(
      data: options.data, pipeline: options.pipeline(),
      model: ModelShelf(folder: options.models).file("stories"), folds: folds,
      sets: [.ecbplus, .basil, .allsides] + (neus ? [.neus] : []))
    try options.show([evaluation.sheet])
  }
}
