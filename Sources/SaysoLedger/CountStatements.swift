internal import GRDB
public import SaysoRecords

/// How many statements a query means, and how they divide.
public struct StatementCounts: Hashable, Sendable {
  /// All of them.
  public let total: Int
  /// By stance; stances that none has are absent.
  public let stances: [Stance: Int]
  /// By outlet, those with most first, then by name; those of reports without an outlet are not in it.
  public let outlets: [OutletCount]

  /// How many statements the reports of an outlet have.
  public struct OutletCount: Hashable, Sendable {
    /// Who published the reports.
    public let outlet: String
    /// How many.
    public let count: Int
  }
}

extension Ledger {
  /// Counts the statements that a query means, whatever its limits.
  ///
  /// - Parameter most: The most outlets to list.
  public func counts(of query: StatementQuery, outlets most: Int = 12) throws -> StatementCounts {
    guard
      let stances = StatementSearch(query, columns: "s.stance, count(*)"),
      let outlets = StatementSearch(query, columns: "v.outlet, count(*)")
    else { return StatementCounts(total: 0, stances: [:], outlets: []) }
    return try reading { db in
      var counts: [Stance: Int] = [:]
      let rows = try Row.fetchCursor(
        db, sql: stances.sql + " GROUP BY s.stance",
        arguments: StatementArguments(stances.arguments))
      while let row = try rows.next() {
        if let stance = Stance(rawValue: try row.requiredText(0)) { counts[stance] = row[1] }
      }
      let found = try Row.fetchCursor(
        db,
        sql: outlets.sql + " AND v.outlet IS NOT NULL GROUP BY v.outlet"
          + " ORDER BY count(*) DESC, v.outlet LIMIT \(max(0, most))",
        arguments: StatementArguments(outlets.arguments)
      ).mapping { row in
        StatementCounts.OutletCount(outlet: try row.requiredText(0), count: row[1])
      }
      return StatementCounts(
        total: counts.values.reduce(0, +), stances: counts, outlets: found)
    }
  }
}
