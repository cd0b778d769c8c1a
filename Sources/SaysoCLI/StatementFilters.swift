import ArgumentParser
import Sayso

/// Which statements.
struct StatementFilters: ParsableArguments {
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
  @Option(help: ArgumentHelp("Who published the report.", valueName: "outlet"))
  var outlet: String?
  @Option(help: ArgumentHelp("A number in what was said (12000).", valueName: "number"))
  var figure: Double?
  @Option(help: ArgumentHelp("The most statements to print.", valueName: "number"))
  var limit: Int?

  func validate() throws {
    if aliases && by == nil { throw ValidationError("--aliases needs --by NAME") }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1, not \(limit)") }
  }

  /// Whether any is given.
  var isEmpty: Bool {
    by == nil && about == nil && stance == nil && kind == nil && since == nil && until == nil
      && outlet == nil && figure == nil && limit == nil
  }

  /// The filters as the ledger takes them.
  func query(_ desk: Desk) throws -> StatementQuery {
    var query = StatementQuery(
      by: by, about: about, stance: stance, kind: kind, since: since, until: until, limit: limit)
    query.outlet = outlet
    query.figure = figure
    if aliases, let by { query.orActors = try desk.names(of: by) }
    return query
  }
}
