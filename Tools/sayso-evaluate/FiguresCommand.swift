internal import ArgumentParser
internal import SaysoEvaluation

/// Figures.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Quantities, on NewsQuant and re3d.")

  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Print the sentences of NewsQuant that are not read right.")
  var errors = false

  func run() throws {
    guard errors else { return try options.run(["figures"]) }
    let evaluation = try FiguresEvaluation(data: options.data, pipeline: try options.pipeline())
    for entry in evaluation.errors {
      print(entry.text)
      for quantity in entry.errors.missed { print("  missed    \(quantity.description)") }
      for quantity in entry.errors.spurious { print("  spurious  \(quantity.description)") }
      for pair in entry.errors.wrongUnit {
        print("  unit      \(pair.gold.description)  read  \(pair.read.description)")
      }
    }
  }
}
