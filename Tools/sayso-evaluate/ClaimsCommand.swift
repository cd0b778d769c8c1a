internal import ArgumentParser
internal import Sayso
internal import SaysoEvaluation

/// Claims, denials and figures over affairs.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Claims, denials and figures over the affairs of Evaluation/affairs.")

  @OptionGroup var options: EvaluationOptions

  @Option(help: "Only this affair; may be given several times.")
  var affair: [String] = []

  @Option(help: "Print what is wrong whose kind begins so ('pair', 'denies', 'figures') instead.")
  var faults: String?

  @Flag(help: "With --faults: on the gold's statements rather than on those found.")
  var onGold = false

  func run() throws {
    let evaluation = try ClaimsEvaluation(
      affair.isEmpty ? Evaluations.affairs : affair, data: options.data,
      pipeline: options.pipeline(), onGoldStatements: onGold)
    guard let faults else { return try options.show([evaluation.sheet]) }
    for fault in evaluation.faults where fault.kind.hasPrefix(faults) {
      print("\(fault.kind): \(fault.words)")
    }
  }
}
