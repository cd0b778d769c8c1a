internal import ArgumentParser
internal import SaysoEvaluation

/// Actors across documents.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Actors across documents on ECB+ and MEANTIME, beside the same-head baseline.")

  @OptionGroup var options: EvaluationOptions

  func run() throws { try options.run(["actors"]) }
}
