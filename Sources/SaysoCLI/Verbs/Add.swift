import ArgumentParser
import Sayso

/// `sayso add`: puts reports into the ledger.
struct Add: Verb {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put reports into the ledger.",
    discussion: """
      A report that is there already is left alone; one that changed becomes a new version and the \
      old one is kept. A run that was stopped is completed by running it again.

      EXAMPLES
        sayso add reports/
        sayso add --ledger strike.db monday.html tuesday.md
        sayso add - < reports.jsonl
      """)

  @Argument(help: ArgumentHelp("Files, folders, or `-`.", valueName: "path"))
  var paths: [String]
  @Flag(help: "One JSON object a line for each report (docs/add.schema.json).")
  var json = false
  @OptionGroup var ledger: LedgerOption
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var analysis: AnalysisOptions

  func perform() async throws -> Ending {
    let pipeline = try Pipeline(models: analysis.models)
    let desk = try Desk(addingTo: ledger.path)
    let batch = Batch(paths, reader: reading.reader, jobs: analysis.jobCount)
    var output = Output()
    var notices = Notices(drawsProgress: true)
    var tally = Tally()
    try await desk.add(
      batch, through: pipeline, now: WallClock.now,
      progress: { done, total in
        notices.progress("adding", done: done, of: total, failed: notices.problems)
      },
      each: { added in
        tally.reports += 1
        switch added {
        case .unreadable(let error): notices.problem("\(error)")
        case .refused(let error, let place): notices.problem("\(place): \(error)")
        case .kept(let read, let addition, let place, let warnings):
          notices.warn(warnings, read, place: place)
          tally.count(addition, statements: read.statements.count)
          if json { try output.write(ExchangeFormat.line(read, addition, file: place)) }
        }
      })
    notices.erase()
    if !json { try output.write(tally.text(ledger: ledger.path)) }
    try output.flush()
    notices.summary(verb: "asked for", reports: tally.reports)
    return Ending(problems: notices.problems, found: tally.kept)
  }

  /// What a run did to the ledger.
  private struct Tally {
    var reports = 0
    private var added = 0
    private var changed = 0
    private var readAgain = 0
    private var unchanged = 0
    private var statements = 0

    var kept: Int { added + changed + readAgain + unchanged }

    mutating func count(_ addition: Addition, statements: Int) {
      switch addition {
      case .added: added += 1
      case .newVersion: changed += 1
      case .newAnalysis: readAgain += 1
      case .unchanged:
        unchanged += 1
        return
      }
      self.statements += statements
    }

    func text(ledger: String) -> String {
      var parts = ["\(added) new", "\(unchanged) already there"]
      if changed > 0 { parts.insert("\(changed) changed", at: 1) }
      if readAgain > 0 { parts.insert("\(readAgain) read again by other models", at: 1) }
      let noun = kept == 1 ? "report" : "reports"
      let written = statements == 1 ? "statement" : "statements"
      return "\(DisplayText.oneLine(ledger)): \(kept) \(noun) (\(parts.joined(separator: ", "))), "
        + "\(statements) \(written) written\n"
    }
  }
}
