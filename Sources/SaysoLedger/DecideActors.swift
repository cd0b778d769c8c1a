internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// Keeps a decision about actors, after those that are there.
  ///
  /// - Parameters:
  ///   - action: What is decided; no name may be empty, and the ledger must hold the report.
  ///   - now: The time of deciding, ISO 8601.
  /// - Returns: The decision with its number.
  @discardableResult
  public func keep(_ action: KeptActorDecision.Action, now: String) throws -> KeptActorDecision {
    let (word, name, other, report): (String, String, String?, ReportID?) =
      switch action {
      case .merge(let a, let b): ("merge", a, b, nil)
      case .split(let name, let report): ("split", name, nil, report)
      case .rename(let name, let other): ("rename", name, other, nil)
      }
    return try deciding { db in
      var key: Int?
      if let report {
        key = try Int.fetchOne(
          db, sql: "SELECT key FROM report WHERE id = CAST(? AS TEXT)",
          arguments: [stored(report.text)])
        guard key != nil else {
          throw LedgerError(
            .refused, "the ledger holds no such report", place: path + ": report " + report.text,
            remedy: "name a report by its id")
        }
      }
      try db.execute(
        sql: """
          INSERT INTO actorDecision (action, name, otherName, report, decidedAt)
          VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)
          """,
        arguments: StatementArguments([word, stored(name), stored(other), key, now]))
      return KeptActorDecision(number: Int(db.lastInsertedRowID), action: action, decided: now)
    }
  }

  /// The decisions about actors, by their numbers.
  public func actorDecisions() throws -> [KeptActorDecision] {
    try reading { db in try decisions(db) }
  }

  /// Takes a decision back: the one of this number, or the last where it is nil.
  ///
  /// - Returns: The decision that was there; nil where there was none.
  @discardableResult
  public func takeBackActorDecision(_ number: Int? = nil) throws -> KeptActorDecision? {
    try deciding { db in
      let all = try decisions(db)
      guard let found = number == nil ? all.last : all.first(where: { $0.number == number }) else {
        return nil
      }
      try db.execute(
        sql: "DELETE FROM actorDecision WHERE number = ?", arguments: [found.number])
      return found
    }
  }

  private func decisions(_ db: Database) throws -> [KeptActorDecision] {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.number, d.action, d.name, d.otherName, r.id, d.decidedAt
        FROM actorDecision d LEFT JOIN report r ON r.key = d.report ORDER BY d.number
        """)
    return try cursor.mapping { row in
      let name = try row.requiredText(2)
      let other = try row.text(3) ?? ""
      let action: KeptActorDecision.Action =
        switch try row.requiredText(1) {
        case "merge": .merge(name, other)
        case "rename": .rename(name, to: other)
        default: .split(name, report: try row.text(4).map { ReportID($0) })
        }
      return KeptActorDecision(number: row[0], action: action, decided: try row.requiredText(5))
    }
  }

  private func deciding<T>(_ body: (Database) throws -> T) throws -> T {
    guard !isReadOnly else {
      throw LedgerError(
        .readOnly, "the ledger was opened for asking only", place: path,
        remedy: "open it for adding")
    }
    do {
      return try database.write(body)
    } catch {
      throw LedgerError(error, place: path)
    }
  }
}
