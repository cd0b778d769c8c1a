internal import ArgumentParser
internal import SaysoEvaluation

/// The hand-made gold set: figures, errors.
struct GoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gold",
    abstract: "Statements in full, on the hand-made gold set of Evaluation/gold.",
    discussion: """
      The set has two halves: errors are read only in the half 'tune'; 'held' is scored.
      Examples:
        sayso-evaluate gold --data ../shared/data
        sayso-evaluate gold --data ../shared/data --agreement
        sayso-evaluate gold --data ../shared/data --errors --kind stance
      """)

  @OptionGroup var options: EvaluationOptions

  @Option(help: "The folder of the gold set.")
  var gold = "Evaluation/gold"

  @Option(help: "Only this half (tune, held).")
  var half: GoldHalf?

  @Flag(help: "Print the errors of the half that is tuned on.")
  var errors = false

  @Option(help: "With --errors: only this kind (\(GoldErrors.kinds.joined(separator: ", "))).")
  var kind: String?

  @Flag(help: "Score a second annotator against the first instead of the product.")
  var agreement = false

  func validate() throws {
    if errors, half == .held {
      throw ValidationError("the held half is only scored: leave --half out, or say tune")
    }
    if let kind, !GoldErrors.kinds.contains(kind) {
      throw ValidationError(
        "there is no kind '\(kind)': use " + GoldErrors.kinds.joined(separator: ", "))
    }
  }

  func run() throws {
    if agreement {
      return try options.show([GoldAgreement.sheet(folder: gold, data: options.data)])
    }
    let pipeline = try options.pipeline()
    if errors {
      let evaluation = try GoldEvaluation(
        folder: gold, data: options.data, half: .tune, pipeline: pipeline)
      let entries = evaluation.comparisons.flatMap(GoldErrors.entries)
      for entry in entries where kind == nil || entry.kind == kind { print(entry.text) }
      for kind in GoldErrors.kinds { print("\(kind): \(entries.count { $0.kind == kind })") }
      return
    }
    let halves = half.map { [$0] } ?? GoldHalf.allCases
    try options.show(
      halves.map {
        try GoldEvaluation(folder: gold, data: options.data, half: $0, pipeline: pipeline).sheet($0)
      })
  }
}

extension GoldHalf: ExpressibleByArgument {}
