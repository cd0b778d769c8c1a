internal import GRDB
public import SaysoRecords

extension Ledger {
  /// The id under which a report is held, which an older program may have made otherwise; nil where
  /// the ledger does not hold it.
  public func heldID(of report: Report) throws -> ReportID? {
    try reading { db in
      try ReportWriter(db: db, stamp: ModelStamp(""), now: "").heldKey(of: report)?.id
    }
  }

  /// The reports that a name means: the one with that id or, where there is none, those with that
  /// address in any variant, or else those whose ids begin so; by id.
  ///
  /// - Parameter limit: The most reports to find by the beginning of their ids.
  public func reports(named name: String, limit: Int = 10) throws -> [ReportID] {
    guard !name.isEmpty else { return [] }
    return try reading { db in
      func ids(_ sql: String, _ arguments: StatementArguments) throws -> [ReportID] {
        try Row.fetchCursor(db, sql: sql, arguments: arguments).mapping {
          ReportID(try $0.requiredText(0))
        }
      }
      let exact = try ids("SELECT id FROM report WHERE id = CAST(? AS TEXT)", [stored(name)])
      if !exact.isEmpty { return exact }
      if let address = CanonicalAddress(name) {
        // The host narrows the rows; the key decides.
        let host = address.key.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
        let cursor = try Row.fetchCursor(
          db,
          sql: """
            SELECT DISTINCT r.id, v.url FROM report r JOIN reportVersion v ON v.report = r.key
            WHERE instr(lower(v.url), ?) > 0 ORDER BY r.id
            """, arguments: [String(host)])
        var found: [ReportID] = []
        while let row = try cursor.next() {
          guard let url = try row.text(1), CanonicalAddress(url)?.key == address.key else {
            continue
          }
          let id = ReportID(try row.requiredText(0))
          if found.last != id { found.append(id) }
        }
        return found
      }
      return try ids(
        "SELECT id FROM report WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT ?2",
        [name, limit])
    }
  }

  /// The versions of a report, oldest first; none where the ledger does not hold it.
  public func versions(of report: ReportID) throws -> [VersionSummary] {
    try reading { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT v.number, v.addedAt, v.isCurrent, a.engine FROM reportVersion v
          JOIN report r ON r.key = v.report
          JOIN analysis a ON a.version = v.key AND a.isCurrent = 1
          WHERE r.id = CAST(? AS TEXT) ORDER BY v.number
          """, arguments: [stored(report.text)])
      return try cursor.mapping { row in
        VersionSummary(
          number: row[0], addedAt: try row.requiredText(1), isCurrent: row[2],
          stamp: ModelStamp(try row.requiredText(3)))
      }
    }
  }
}

/// One version of a report, without its text.
public struct VersionSummary: Hashable, Sendable {
  /// Which version, counted from 1.
  public let number: Int
  /// When the ledger got it, as the caller's clock said.
  public let addedAt: String
  /// Whether it is the newest.
  public let isCurrent: Bool
  /// The models that read it.
  public let stamp: ModelStamp
}
