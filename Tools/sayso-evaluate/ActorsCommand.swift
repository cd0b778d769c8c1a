internal import ArgumentParser
internal import SaysoEvaluation

/// Actors across documents.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract:
      "Actors across documents on ECB+ and MEANTIME, beside the same-head baseline, and on an "
      + "invented affair.")

  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Print the affair's pairs of names that were missed or joined wrongly.")
  var errors = false

  func run() throws {
    guard errors else { return try options.run(["actors"]) }
    let result = try Evaluations.actors(options.data, options.pipeline())
    print(result.sheet.table)
    for pair in result.affair.wrong { print("wrong: \(pair.first) = \(pair.second)") }
    for pair in result.affair.missed { print("missed: \(pair.first) = \(pair.second)") }
  }
}
