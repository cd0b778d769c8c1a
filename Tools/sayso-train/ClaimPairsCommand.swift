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
    discussion: """
      Run it in the root of the repository: the affairs lie in Evaluation/affairs. Read by the careful engine, \
      or with --fast by the fast one. The careful engine has learned from affairs itself: with --fold I/N only \
      those are written, beside the ones that are measured on, that train_careful.py --fold I/N left out.
      """)

  @OptionGroup var options: TrainingOptions

  @Flag(help: "Read with the fast engine.")
  var fast = false

  @Option(help: "The fold that the careful engine has not seen, as 0/3.", transform: Fold.parsed)
  var fold: Fold?

  func run() throws {
    let learned = Evaluations.learningAffairs
    var lines = ""
    try ClaimPairs.write(
      Evaluations.affairs + (fold?.leftOut(affairs: learned) ?? learned), data: options.data,
      pipeline: Pipeline(engine: fast ? .fast : .careful)
    ) { lines += $0 + "\n" }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: options.out), options: .atomic)
  }
}
