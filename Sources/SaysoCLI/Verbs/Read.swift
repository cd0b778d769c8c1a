import ArgumentParser
import Sayso

/// `sayso read`: who said what, without a ledger.
struct Read: Verb {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print who said what in reports, without a ledger.",
    discussion: """
      Reads plain text, Markdown, HTML pages and JSON lines. A folder stands for every report in it; \
      `-` is standard input, which may also be one JSON object a line. The table is as wide as the \
      terminal or as COLUMNS says, elsewhere 100 columns; words are wrapped and never cut.

      EXAMPLES
        sayso read report.html
        sayso read reports/ --csv > statements.csv
        sayso read --published 2024-10-29 undated.txt
        sayso read --json - < reports.jsonl
      """)

  @Argument(help: ArgumentHelp("Files, folders, or `-`.", valueName: "path"))
  var paths: [String]
  @Flag(help: "One JSON object a line for each report (docs/read.schema.json).")
  var json = false
  @Flag(help: "Comma-separated values, a line for each statement.")
  var csv = false
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var analysis: AnalysisOptions

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
  }

  func perform() async throws -> Ending {
    let pipeline = try Pipeline(models: analysis.models, engine: .chosen(analysis.engine))
    let batch = Batch(
      paths, reader: reading.reader, jobs: analysis.jobCount, allowsEmptyInput: json)
    var output = Output()
    var notices = Notices(drawsProgress: !Terminal.isTerminal(1))
    let table = ReportTable(Terminal.current())
    var found = 0
    var reports = 0
    if csv { try output.write(StatementSheet.header) }
    try await batch.forEach(
      { pipeline.read($0) },
      progress: { done, total in
        try output.flush()
        notices.progress("reading", done: done, of: total, failed: notices.problems)
      },
      each: { outcome in
        reports += 1
        guard let (read, place) = notices.told(outcome) else { return }
        notices.erase()
        if json {
          try output.write(ExchangeFormat.line(read))
          found += read.analysed ? 1 : 0
        } else {
          found += read.statements.count
          if csv {
            try output.write(StatementSheet.lines(read))
          } else {
            try output.write(table.block(read, place: place, isFirst: reports == 1))
          }
        }
      })
    try output.flush()
    notices.summary(verb: "read", reports: reports)
    return Ending(problems: notices.problems, found: found)
  }
}

extension Notices {
  /// Tells the problems of an outcome; the report and its place where there is one.
  mutating func told(_ outcome: Outcome<ReadReport>) -> (ReadReport, place: String)? {
    switch outcome {
    case .failed(let error):
      problem("\(error)")
      return nil
    case .read(let read, let place, let warnings):
      warn(warnings, read, place: place)
      return (read, place)
    }
  }

  /// Tells what is wrong with a report that was read all the same.
  mutating func warn(_ warnings: [ReadingError], _ read: ReadReport, place: String) {
    for warning in warnings { problem("\(warning)") }
    guard !read.analysed else { return }
    let language = read.report.language.map { "its language (\($0))" } ?? "its language"
    problem(
      "\(place): no model covers \(language), so it was kept but not analysed; "
        + "give an English translation to learn who said what in it")
  }

  /// The count of problems, where more than one report was asked for.
  mutating func summary(verb: String, reports: Int) {
    erase()
    guard problems > 0, reports > 1 else { return }
    say("\(reports) reports \(verb), \(problems) \(problems == 1 ? "problem" : "problems")")
  }
}
