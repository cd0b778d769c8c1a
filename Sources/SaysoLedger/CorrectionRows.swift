internal import GRDB
internal import SaysoRecords

/// Reads and writes corrections inside an open transaction.
struct CorrectionRows {
  let db: Database

  /// Inserts a correction; gives its number.
  ///
  /// - Throws: ``LedgerError`` where the ledger does not hold a report that it names.
  func insert(
    _ action: KeptCorrection.Action, at place: KeptCorrection.Place, by: String, now: String
  ) throws -> Int {
    var columns = [
      "report", "textDigest", "statementID", "startByte", "endByte", "words", "madeBy", "madeAt",
      "kind",
    ]
    var values = try self.values(of: place) + [stored(by), stored(now)]
    var pieces: Passage?
    func set(_ column: String, _ value: (any DatabaseValueConvertible)?) {
      columns.append(column)
      values.append(value)
    }
    switch action {
    case .stance(let stance):
      values.append("stance")
      set("stance", stance.rawValue)
    case .speaker(let speaker):
      values.append("speaker")
      switch speaker {
      case .words(let words):
        set("speaker", "words")
        pieces = words
      case .name(let name):
        set("speaker", "name")
        set("speakerName", stored(name))
      case .unknown: set("speaker", "unknown")
      }
    case .content(let words):
      values.append("content")
      pieces = words
    case .dismiss: values.append("dismiss")
    case .apart: values.append("apart")
    case .align(let other):
      values.append("align")
      columns += ["otherReport", "otherDigest", "otherID", "otherStart", "otherEnd", "otherWords"]
      values += try self.values(of: other)
    }
    let text: Set = [
      "statementID", "words", "madeBy", "madeAt", "speakerName", "otherID", "otherWords",
    ]
    try Insertion(db, "correction", columns, text: text).run(values)
    let number = db.lastInsertedRowID
    if let pieces {
      let insertion = try Insertion(
        db, "correctionPassage", ["correction", "piece", "startByte", "endByte", "words"],
        text: ["words"])
      for (piece, (span, words)) in zip(pieces.spans, pieces.words).enumerated() {
        try insertion.run([number, piece, span.start, span.end, stored(words)])
      }
    }
    return Int(number)
  }

  /// Report, digest, id, start, end and words.
  private func values(
    of place: KeptCorrection.Place
  ) throws -> [(any DatabaseValueConvertible)?] {
    guard let key = try key(of: place.report) else {
      throw LedgerError(
        .refused, "the ledger holds no such report", place: "report " + place.report.text,
        remedy: "name a statement of the ledger by its id")
    }
    let extent = place.content.extent
    return [
      key, place.text.hex, stored(place.statement.text), extent.start, extent.end,
      stored(place.content.words[0]),
    ]
  }

  /// The row of a report.
  func key(of report: ReportID) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT key FROM report WHERE id = CAST(? AS TEXT)"),
      arguments: [stored(report.text)])
  }

  /// Corrections by their numbers: all, or those of one report, standing ones only where it is asked
  /// for.
  func corrections(of report: Int64? = nil, standing: Bool = false) throws -> [KeptCorrection] {
    let conditions = (report == nil ? "" : " AND c.report = ?") + (standing ? Self.stand : "")
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.number, c.kind, c.madeBy, c.madeAt, c.withdrawnAt, c.stance, c.speaker,
          c.speakerName, r.id, c.textDigest, c.statementID, c.startByte, c.endByte, c.words,
          o.id, c.otherDigest, c.otherID, c.otherStart, c.otherEnd, c.otherWords
        FROM correction c JOIN report r ON r.key = c.report
        LEFT JOIN report o ON o.key = c.otherReport
        WHERE 1\(conditions) ORDER BY c.number
        """)
    return try Row.fetchCursor(statement, arguments: report.map { [$0] } ?? []).mapping(correction)
  }

  private static let stand = " AND c.withdrawnAt IS NULL"

  private func correction(_ row: Row) throws -> KeptCorrection {
    let number: Int = row[0]
    let action: KeptCorrection.Action =
      switch try row.requiredText(1) {
      case "stance": .stance(try row.choice(5))
      case "speaker": .speaker(try speaker(row, of: number))
      case "content": .content(try passage(of: number))
      case "dismiss": .dismiss
      case "align": .align(try place(row, 14))
      default: .apart
      }
    return KeptCorrection(
      number: number, place: try place(row, 8), action: action, by: try row.requiredText(2),
      made: try row.requiredText(3), withdrawn: try row.text(4))
  }

  private func speaker(_ row: Row, of number: Int) throws -> KeptCorrection.Speaker {
    switch try row.requiredText(6) {
    case "words": .words(try passage(of: number))
    case "name": .name(try row.requiredText(7))
    default: .unknown
    }
  }

  private func place(_ row: Row, _ index: Int) throws -> KeptCorrection.Place {
    KeptCorrection.Place(
      report: ReportID(try row.requiredText(index)),
      text: SHA256Digest(hex: try row.requiredText(index + 1)),
      statement: StatementID(try row.requiredText(index + 2)),
      content: Passage(
        stored: [try row.span(index + 3)], words: [try row.requiredText(index + 5)]))
  }

  private func passage(of number: Int) throws -> Passage {
    let statement = try db.cachedStatement(
      sql: """
        SELECT startByte, endByte, words FROM correctionPassage WHERE correction = ? ORDER BY piece
        """)
    let pieces = try Row.fetchCursor(statement, arguments: [number]).mapping {
      (span: try $0.span(0), words: try $0.requiredText(2))
    }
    guard !pieces.isEmpty else { throw Contradiction("the words of a correction are missing") }
    return Passage(stored: pieces.map(\.span), words: pieces.map(\.words))
  }
}
