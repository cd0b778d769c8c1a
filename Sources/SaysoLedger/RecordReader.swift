internal import Foundation
internal import GRDB
internal import SaysoRecords

/// Reads the records of analyses back, as they were added.
struct RecordReader {
  let db: Database

  /// The columns that ``statement(_:)`` reads, of `statement s` and of its speaker's `actor sa`.
  static let statementColumns = """
    s.key, s.id, s.kind, s.stance, s.confidence, s.speakerNamed, s.said, sa.name, s.holds,
    (SELECT group_concat(field) FROM correctedField WHERE statement = s.key), s.meaning
    """

  /// How many they are.
  static let statementColumnCount = 11

  func statements(of analysis: Int64) throws -> [Statement] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(RecordReader.statementColumns) FROM statement s
        LEFT JOIN actor sa ON sa.key = s.speakerActor WHERE s.analysis = ? ORDER BY s.ordinal
        """)
    return try Row.fetchCursor(statement, arguments: [analysis]).mapping(self.statement)
  }

  /// The statement in a row that starts with ``statementColumns``.
  func statement(_ row: Row) throws -> Statement {
    let key: Int64 = row[0]
    let parts = try passages(of: key)
    guard let content = parts["content"]?[0] else { throw Contradiction("a statement is empty") }
    var speaker: Speaker?
    if let named = row[5] as Bool? {
      guard let passage = parts["speaker"]?[0] else {
        throw Contradiction("the words of a speaker are missing")
      }
      speaker = Speaker(
        passage: passage, actor: try row.text(7), named: named,
        members: try members(of: key))
    }
    return Statement(
      id: StatementID(try row.requiredText(1)), kind: try row.choice(2), stance: try row.choice(3),
      confidence: Confidence(row[4]), speaker: speaker, cue: parts["cue"]?[0], content: content,
      chain: try chain(of: key, parts["relay"] ?? [:]), said: try row.text(6),
      holds: try row.text(8), corrected: corrected(try row.text(9)),
      meaning: (row[10] as Data?).map { Meaning(numbers: $0.map(Int8.init(bitPattern:))) })
  }

  /// Fields from their names, parted by commas.
  private func corrected(_ names: String?) -> [CorrectedField] {
    guard let names = names?.split(separator: ",") else { return [] }
    return CorrectedField.allCases.filter { names.contains(Substring($0.rawValue)) }
  }

  func mentions(of analysis: Int64) throws -> [Mention] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT m.startByte, m.endByte, m.words, m.type, a.name FROM mention m
        LEFT JOIN actor a ON a.key = m.actor WHERE m.analysis = ? ORDER BY m.ordinal
        """)
    return try Row.fetchCursor(statement, arguments: [analysis]).mapping {
      Mention(passage: try passage($0), type: try $0.choice(3), actor: try $0.text(4))
    }
  }

  func times(of analysis: Int64) throws -> [TimeExpression] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT startByte, endByte, words, kind, value FROM timeExpression
        WHERE analysis = ? ORDER BY ordinal
        """)
    return try Row.fetchCursor(statement, arguments: [analysis]).mapping {
      TimeExpression(passage: try passage($0), kind: try $0.choice(3), value: try $0.text(4))
    }
  }

  func figures(of analysis: Int64) throws -> [Figure] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT startByte, endByte, words, low, high, bound, unit, counts, wholeStart, wholeEnd
        FROM figure WHERE analysis = ? ORDER BY ordinal
        """)
    return try Row.fetchCursor(statement, arguments: [analysis]).mapping {
      Figure(
        passage: try passage($0), low: $0[3], high: $0[4], bound: try $0.choice(5),
        unit: try $0.text(6), counts: try $0.text(7),
        whole: ($0[8] as Int?) == nil ? nil : try $0.span(8))
    }
  }

  private func passage(_ row: Row) throws -> Passage {
    Passage(stored: [try row.span(0)], words: [try row.requiredText(2)])
  }

  /// The passages of a statement by role, then by ordinal.
  private func passages(of statement: Int64) throws -> [String: [Int: Passage]] {
    var spans: [String: [Int: ([TextSpan], [String])]] = [:]
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT role, ordinal, startByte, endByte, words FROM passage
          WHERE statement = ? ORDER BY role, ordinal, piece
          """),
      arguments: [statement])
    while let row = try cursor.next() {
      let ordinal: Int = row[1]
      let role = try row.requiredText(0)
      spans[role, default: [:]][ordinal, default: ([], [])].0.append(try row.span(2))
      spans[role, default: [:]][ordinal, default: ([], [])].1.append(try row.requiredText(4))
    }
    return spans.mapValues { $0.mapValues { Passage(stored: $0.0, words: $0.1) } }
  }

  private func members(of statement: Int64) throws -> [String] {
    let prepared = try db.cachedStatement(
      sql: """
        SELECT a.name FROM speakerMember m JOIN actor a ON a.key = m.actor
        WHERE m.statement = ? ORDER BY m.ordinal
        """)
    return try Row.fetchCursor(prepared, arguments: [statement]).mapping { try $0.requiredText(0) }
  }

  private func chain(of statement: Int64, _ passages: [Int: Passage]) throws -> [Relay] {
    guard !passages.isEmpty else { return [] }
    let prepared = try db.cachedStatement(
      sql: """
        SELECT r.ordinal, a.name FROM relay r LEFT JOIN actor a ON a.key = r.actor
        WHERE r.statement = ? ORDER BY r.ordinal
        """)
    return try Row.fetchCursor(prepared, arguments: [statement]).mapping { row in
      guard let passage = passages[row[0]] else {
        throw Contradiction("the words of a relay are missing")
      }
      return Relay(passage: passage, actor: try row.text(1))
    }
  }
}
