internal import ArgumentParser
internal import SaysoEvaluation

/// Text and metadata of web pages.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Text, title, date and authors of web pages.")
  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Print what was missed, kept or read wrongly, page by page, instead.")
  var errors = false

  func run() throws {
    let evaluation = try PagesEvaluation(data: options.data)
    guard errors else { return try options.show([evaluation.sheet]) }
    for fault in evaluation.faults { print("\(fault.kind)  \(fault.file)  \(fault.words)") }
  }
}
