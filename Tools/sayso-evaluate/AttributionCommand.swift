internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoEvaluation

/// Attribution: figures, reliability, errors.
struct AttributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution", abstract: "Who said what, on PolNeAR dev.")

  @OptionGroup var options: EvaluationOptions

  @Option(help: "A corpus file below the data folder.")
  var corpus = "polnear/articles-dev.jsonl"

  @Flag(help: "Print gold beside predicted, in context, error by error.")
  var errors = false

  @Option(help: "With --errors: only this kind (missed, spurious, source, cue, borders).")
  var kind: String?

  @Option(help: "Write what was read as JSON lines, for another scorer.")
  var predictions: String?

  func run() throws {
    let evaluation = try Evaluations.attribution(
      options.data, options.pipeline(), path: corpus)
    if let predictions {
      let bytes = evaluation.cases.flatMap { ExchangeFormat.line($0.read) }
      try Data(bytes).write(to: URL(fileURLWithPath: predictions))
    }
    if errors {
      let entries = AttributionErrors(evaluation).entries
      let wanted = entries.filter { kind == nil || $0.kind.rawValue == kind }
      for entry in wanted { print(entry.text) }
      for kind in AttributionErrors.Kind.allCases {
        print("\(kind.rawValue): \(entries.count { $0.kind == kind })")
      }
      return
    }
    try options.show([evaluation.sheet])
    if !options.json { print(evaluation.reliability.table) }
  }
}
