import ArgumentParser
import Sayso

/// `sayso add`: puts reports into the ledger.
struct Add: Verb {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put reports into the ledger.",
    discussion: """
      A report that is there already is left alone; one that changed becomes a new version and the \
      old one is kept. A run that was stopped is completed by running it again. Archives (WARC, \
      WACZ, zip, tar) and feeds are read report by report.

      An address (https://…) of a page, a feed, a news sitemap or an OPML list is fetched: politely, \
      honouring robots.txt, and only because you ask. Its bytes are kept beside the ledger.

      EXAMPLES
        sayso add reports/
        sayso add --ledger strike.db monday.html tuesday.md
        sayso add - < reports.jsonl
        sayso add https://paper.example/rss.xml
      """)

  @Argument(help: ArgumentHelp("Files, folders, addresses, or `-`.", valueName: "path"))
  var paths: [String]
  @Option(
    help: ArgumentHelp(
      "The most pages to fetch of one feed, the newest first.", valueName: "number"))
  var entries = 50
  @Flag(help: "Fetch from private networks and this machine, too.")
  var allowPrivate = false
  @Flag(help: "One JSON object a line for each report (docs/add.schema.json).")
  var json = false
  @OptionGroup var ledger: LedgerOption
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var analysis: AnalysisOptions

  func validate() throws {
    if entries < 1 { throw ValidationError("--entries must be at least 1, not \(entries)") }
  }

  func perform() async throws -> Ending {
    let pipeline = try Pipeline(models: analysis.models, engine: .chosen(analysis.engine))
    let desk = try Desk(addingTo: ledger.path)
    var run = Run(json: json)
    let files = paths.filter { !Add.isAddress($0) }
    if !files.isEmpty {
      let batch = Batch(files, reader: reading.reader, jobs: analysis.jobCount)
      try await desk.add(
        batch, through: pipeline, now: WallClock.now,
        progress: { done, total in run.progress("adding", done, total) },
        catchingUp: { Notices.catchUp($0) },
        each: { try run.take($0) })
    }
    let addresses = paths.filter(Add.isAddress)
    if !addresses.isEmpty {
      var options = FetchOptions()
      options.allowsPrivate = allowPrivate
      options.mostEntries = entries
      try await desk.add(
        fetching: addresses, options: options, reader: reading.reader, through: pipeline,
        now: WallClock.now, progress: { done, total in run.progress("fetching", done, total) },
        catchingUp: { Notices.catchUp($0) },
        each: { try run.take($0) })
    }
    return try run.finish(desk)
  }

  /// Whether a path is an address of the web.
  private static func isAddress(_ path: String) -> Bool {
    let small = path.prefix(8).lowercased()
    return small.hasPrefix("https://") || small.hasPrefix("http://")
  }

  /// One run: what it prints and counts.
  private struct Run {
    let json: Bool
    private var output = Output()
    private var notices = Notices(drawsProgress: true)
    private var tally = Tally()

    init(json: Bool) { self.json = json }

    mutating func progress(_ verb: String, _ done: Int, _ total: Int?) {
      notices.progress(verb, done: done, of: total, failed: notices.problems)
    }

    mutating func take(_ added: Desk.Added) throws {
      switch added {
      case .listed(let address, let taken, let leftOut):
        if leftOut > 0 {
          notices.say(
            "\(address): the newest \(taken) of \(taken + leftOut) pages are fetched; "
              + "give --entries for more")
        }
        return
      default: tally.reports += 1
      }
      switch added {
      case .unreadable(let error): notices.problem("\(error)")
      case .refused(let error, let place): notices.problem("\(place): \(error)")
      case .notFetched(_, let sentence): notices.problem(sentence)
      case .notChanged: tally.countUnchanged()
      case .listed: break
      case .kept(let read, let addition, let place, let warnings):
        notices.warn(warnings, read, place: place)
        tally.count(addition, statements: read.statements.count)
        if json { try output.write(ExchangeFormat.line(read, addition, file: place)) }
      }
    }

    mutating func finish(_ desk: Desk) throws -> Ending {
      notices.erase()
      let unmet = try tally.hasReadAnew ? desk.unmetCorrections().count : 0
      if unmet > 0 {
        notices.say(
          unmet == 1
            ? "a correction does not find its statement; `sayso correct --list` shows it"
            : "\(unmet) corrections do not find their statements; `sayso correct --list` shows them"
        )
      }
      if !json { try output.write(tally.text(ledger: desk.ledger.path)) }
      try output.flush()
      notices.summary(verb: "asked for", reports: tally.reports)
      return Ending(problems: notices.problems, found: tally.kept)
    }
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

    /// Whether a report that was there came out otherwise.
    var hasReadAnew: Bool { changed + readAgain > 0 }

    mutating func countUnchanged() { unchanged += 1 }

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
