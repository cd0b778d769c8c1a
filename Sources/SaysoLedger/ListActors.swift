internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// Every actor that speaks in a current report: those with most statements first, then by name.
  ///
  /// Speakers of whom no actor is known are not in it: nobody knows who they are.
  public func actors() throws -> [ActorSummary] {
    try reading { db in
      let types = try actorTypes(db)
      let stances = try actorStances(db)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT sa.name, max(s.speakerNamed), count(*), count(DISTINCT v.report), min(s.day),
            max(s.day)
          FROM \(currentStatements) GROUP BY sa.name ORDER BY count(*) DESC, sa.name
          """)
      return try cursor.mapping { row in
        let name = try row.requiredText(0)
        return ActorSummary(
          name: name, type: types[Array(name.utf8)], named: row[1], statements: row[2],
          reports: row[3], first: try row.text(4).flatMap { CalendarDate(iso: $0) },
          last: try row.text(5).flatMap { CalendarDate(iso: $0) },
          stances: stances[Array(name.utf8)] ?? [:])
      }
    }
  }

  private var currentStatements: String {
    """
    statement s
      JOIN actor sa ON sa.key = s.speakerActor
      JOIN analysis a ON a.key = s.analysis AND a.isCurrent = 1
      JOIN reportVersion v ON v.key = a.version AND v.isCurrent = 1
    """
  }

  /// By the bytes of the name: SQLite tells names apart that Swift's strings call equal.
  private func actorStances(_ db: Database) throws -> [[UInt8]: [Stance: Int]] {
    var stances: [[UInt8]: [Stance: Int]] = [:]
    let cursor = try Row.fetchCursor(
      db,
      sql: "SELECT sa.name, s.stance, count(*) FROM \(currentStatements) GROUP BY 1, 2")
    while let row = try cursor.next() {
      stances[try row.bytes(0), default: [:]][try row.choice(1)] = row[2]
    }
    return stances
  }

  private func actorTypes(_ db: Database) throws -> [[UInt8]: NameType] {
    var types: [[UInt8]: NameType] = [:]
    // Rare types come first, so that the commonest is set last; where two are as common, the order
    // of the alphabet decides, so that the same ledger always gives the same answer.
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.name, m.type FROM (
          SELECT ma.name, mention.type, count(*) AS times FROM mention
            JOIN actor ma ON ma.key = mention.actor
            JOIN analysis a ON a.key = mention.analysis AND a.isCurrent = 1
            JOIN reportVersion v ON v.key = a.version AND v.isCurrent = 1
            GROUP BY 1, 2) m
        ORDER BY m.times, m.type DESC
        """)
    while let row = try cursor.next() { types[try row.bytes(0)] = try row.choice(1) }
    return types
  }
}
