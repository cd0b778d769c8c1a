internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoEvaluation
internal import SaysoTraining

/// Writes what pairs of statements look like.
struct ClaimPairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim-pairs",
    abstract:
      "Writes what statements of the affairs and earlier ones look like, for Training/claims.py.",
    discussion: "Run it in the root of the repository: the affairs lie in Evaluation/affairs.")

  @OptionGroup var options: TrainingOptions

  func run() throws {
    var lines = ""
    try ClaimPairs.write(
      Evaluations.affairs + Evaluations.learningAffairs, data: options.data,
      pipeline: Pipeline(engine: .fast)
    ) { lines += $0 + "\n" }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: options.out), options: .atomic)
  }
}
