internal import ArgumentParser
internal import Foundation
internal import SaysoEvaluation

/// Holds every figure to its floor.
struct FloorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "floors",
    abstract: "Runs every evaluation and fails where a figure lies below its floor.")

  @OptionGroup var options: EvaluationOptions

  @Option(help: "The file of floors.")
  var floors = "Evaluation/floors.json"

  @Option(help: "Only the evaluation of this name; may be given more than once.")
  var only: [String] = []

  @Flag(help: "Set the floors to the figures of this run, less the slack.")
  var raise = false

  @Option(help: "How far below a figure its floor is set.")
  var slack = 0.003

  @Option(help: "With --raise: why a floor may fall.")
  var allowRegression: String?

  func run() throws {
    let pipeline = try options.pipeline()
    let exists = FileManager.default.fileExists(atPath: floors)
    var book = raise && !exists ? Floors() : try Floors(path: floors)
    var complaints: [String] = []
    for name in only.isEmpty ? Evaluations.names : only {
      let sheet = try Evaluations.sheet(name, data: options.data, pipeline: pipeline)
      print(sheet.table)
      if raise {
        try book.raise(to: sheet, slack: slack, regression: allowRegression)
      } else {
        complaints += book.complaints(against: sheet)
      }
    }
    if raise { return try book.write(to: floors) }
    guard complaints.isEmpty else {
      for complaint in complaints { print("below: " + complaint) }
      throw ExitCode(2)
    }
    print("every figure stands at or above its floor")
  }
}
