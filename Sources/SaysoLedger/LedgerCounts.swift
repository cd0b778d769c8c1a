internal import GRDB

/// How much a ledger holds.
public struct LedgerCounts: Hashable, Sendable {
  /// Reports.
  public let reports: Int
  /// Versions of them, old ones included.
  public let versions: Int
  /// Statements in the current versions.
  public let statements: Int
  /// Statements of older versions and of analyses that a later one replaced.
  public let superseded: Int
  /// Reports whose current version no model covered.
  public let unanalysed: Int
}

extension Ledger {
  /// Counts what the ledger holds.
  public func counts() throws -> LedgerCounts {
    try reading { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      let current = """
        analysis a JOIN reportVersion v ON v.key = a.version
        AND v.isCurrent = 1 AND a.isCurrent = 1
        """
      let held = try count(
        "SELECT count(*) FROM \(current) JOIN statement s ON s.analysis = a.key")
      return LedgerCounts(
        reports: try count("SELECT count(*) FROM report"),
        versions: try count("SELECT count(*) FROM reportVersion"), statements: held,
        superseded: try count("SELECT count(*) FROM statement") - held,
        unanalysed: try count("SELECT count(*) FROM \(current) AND a.analysed = 0"))
    }
  }
}
