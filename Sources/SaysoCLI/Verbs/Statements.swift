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
  @OptionGroup var filters: StatementFilters
  @Flag(help: "Show the ids of statements, for `sayso correct`.")
  var ids = false
  @Flag(help: "One JSON object a line for each statement (docs/statements.schema.json).")
  var json = false
  @Flag(help: "Comma-separated values, a line for each statement.")
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
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
    try desk.statements(try filters.query(desk)) { statement, text in
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
