import ArgumentParser
import Sayso

/// `sayso statements`: asks the ledger who said what.
struct Statements: Verb {
  static let configuration = CommandConfiguration(
    commandName: "statements",
    abstract: "Ask the ledger who said what.",
    discussion: """
      Filters add up. Results are in the order of the days on which things were said or, where \
      that is unknown, published; statements without a day come last.

      EXAMPLES
        sayso statements --by minister --stance denies
        sayso statements --by "Ilse Müller" --aliases
        sayso statements --about "fuel depot" --since 2024-10-01
        sayso statements --kind direct --limit 20 --csv > quotes.csv
      """)

  @OptionGroup var ledger: LedgerOption
  @Option(
    help: ArgumentHelp(
      "Words of the speaker, each at least the start of a word.", valueName: "words"))
  var by: String?
  @Flag(help: "With --by NAME: also what the reports say of this actor under its other names.")
  var aliases = false
  @Option(
    help: ArgumentHelp(
      "Words of what was said, in any order; \"…\" inside keeps words together.",
      valueName: "words"))
  var about: String?
  @Option(
    help: ArgumentHelp("What the speaker does with the words.", valueName: "stance"))
  var stance: Stance?
  @Option(help: ArgumentHelp("How much is quoted.", valueName: "kind"))
  var kind: StatementKind?
  @Option(help: ArgumentHelp("The first day (2024-10-29).", valueName: "date"))
  var since: CalendarDate?
  @Option(help: ArgumentHelp("The last day (2024-10-29).", valueName: "date"))
  var until: CalendarDate?
  @Option(help: ArgumentHelp("The most statements to print.", valueName: "number"))
  var limit: Int?
  @Flag(help: "Show the ids of statements, for `sayso correct`.")
  var ids = false
  @Flag(help: "One JSON object a line for each statement (docs/statements.schema.json).")
  var json = false
  @Flag(help: "Comma-separated values, a line for each statement.")
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    if aliases && by == nil { throw ValidationError("--aliases needs --by NAME") }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1, not \(limit)") }
  }

  func perform() async throws -> Ending {
    let desk = try Desk(asking: ledger.path)
    var output = Output()
    let terminal = Terminal.current()
    let table = ReportTable(terminal)
    let rows = StatementRows(terminal, showsIDs: ids)
    var found = 0
    var last: FoundStatement?
    if csv { try output.write(StatementSheet.header) }
    var query = StatementQuery(
      by: by, about: about, stance: stance, kind: kind, since: since, until: until, limit: limit)
    if aliases, let by { query.orActors = try desk.names(of: by) }
    try desk.statements(query) { statement, text in
      found += 1
      if json { return try output.write(ExchangeFormat.line(statement, text: text)) }
      if csv { return try output.write(StatementSheet.line(statement)) }
      if last?.report != statement.report || last?.version != statement.version {
        try output.write(found == 1 ? rows.heading + "\n" : "\n")
        try output.write(
          table.head(
            title: statement.title,
            origin: [
              statement.outlet, statement.published?.iso ?? "undated",
              statement.url ?? statement.report.text,
            ]))
      }
      last = statement
      try output.write("\n" + rows.row(statement.statement))
    }
    try output.flush()
    return Ending(problems: 0, found: found)
  }
}
