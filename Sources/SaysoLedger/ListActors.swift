internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// Every named actor that speaks in a current report, alone or in a group: those with most
  /// statements first, then by name.
  ///
  /// Unnamed speakers are not in it: nobody knows who they are, and two reports with one description
  /// ("a senior official") need not mean the same person.
  public func actors() throws -> [ActorSummary] {
    try reading { db in
      let types = try actorTypes(db)
      let stances = try actorStances(db)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT sa.name, count(*), count(DISTINCT v.report), min(s.day), max(s.day)
          FROM \(currentStatements) GROUP BY sa.name ORDER BY count(*) DESC, sa.name
          """)
      return try cursor.mapping { row in
        let name = try row.requiredText(0)
        return ActorSummary(
          name: name, type: types[Array(name.utf8)], statements: row[1], reports: row[2],
          first: try row.text(3).flatMap { CalendarDate(iso: $0) },
          last: try row.text(4).flatMap { CalendarDate(iso: $0) },
          stances: stances[Array(name.utf8)] ?? [:])
      }
    }
  }

  /// Each statement once for each actor that makes it.
  private var currentStatements: String {
    """
    (SELECT key AS statement, speakerActor AS actor FROM statement WHERE speakerNamed = 1
        UNION SELECT statement, actor FROM speakerMember) speaks
      JOIN statement s ON s.key = speaks.statement
      JOIN actor sa ON sa.key = speaks.actor
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
