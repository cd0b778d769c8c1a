import ArgumentParser
import Sayso

/// `sayso text`: the report as it is read.
struct Text: Verb {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print reports as they are read: title, date, body.",
    discussion: """
      Shows what the other verbs work on, without menus, picture credits and the like. With \
      --explain it also says which element gave the title, the date and the body, and what was left \
      out as what.

      EXAMPLES
        sayso text page.html
        sayso text --explain page.html
        sayso text --json reports/
      """)

  @Argument(help: ArgumentHelp("Files, folders, or `-`.", valueName: "file"))
  var files: [String]
  @Flag(help: "One JSON object a line for each report (docs/text.schema.json).")
  var json = false
  @Flag(help: "Say where each field comes from and what was left out as what.")
  var explain = false
  @OptionGroup var reading: ReadingOptions

  func perform() async throws -> Ending {
    var reader = reading.reader
    reader.explains = explain
    let batch = Batch(files, reader: reader, jobs: 1)
    let table = ReportTable(Terminal.current())
    var output = Output()
    var notices = Notices()
    var reports = 0
    var found = 0
    try await batch.forEachReading(
      { $0 },
      progress: { _, _ in try output.flush() },
      each: { outcome in
        reports += 1
        switch outcome {
        case .failed(let error): notices.problem("\(error)")
        case .read(let reading, let place, let warnings):
          for warning in warnings { notices.problem("\(warning)") }
          if json {
            try output.write(
              ExchangeFormat.line(reading.report, file: place, explanation: reading.explanation))
          } else {
            if found > 0 { try output.write("\n") }
            try output.write(page(reading.report, place: place, table))
            if let explanation = reading.explanation {
              try output.write(ExplanationTable(explanation).text)
            }
          }
          found += 1
        }
      })
    try output.flush()
    notices.summary(verb: "read", reports: reports)
    return Ending(problems: notices.problems, found: found)
  }

  private func page(_ report: Report, place: String, _ table: ReportTable) -> String {
    let head = table.head(
      title: report.title,
      origin: [
        report.outlet, report.agency, report.byline, report.published?.iso ?? "undated",
        report.language, place,
      ])
    let body = report.text.string.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.oneLine(String($0)) }.joined(separator: "\n")
    return head + "\n" + body + (body.hasSuffix("\n") ? "" : "\n")
  }
}
