internal import ArgumentParser
internal import SaysoEvaluation

/// Stances, against factuality.
struct StanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stance",
    abstract: "Stances, against how factual readers take the events for that they are about.")

  @OptionGroup var options: EvaluationOptions

  func run() throws {
    let evaluation = try StanceEvaluation(data: options.data, pipeline: options.pipeline())
    try options.show([evaluation.sheet])
    if !options.json { print(evaluation.table) }
  }
}
