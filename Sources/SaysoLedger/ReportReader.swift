internal import GRDB
internal import SaysoRecords

/// Reads reports and their records back, as they were added.
struct ReportReader {
  let db: Database

  /// The key of a report's version: the current one, or the one of a number.
  func versionKey(_ id: ReportID, number: Int?) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT v.key FROM reportVersion v JOIN report r ON r.key = v.report
          WHERE r.id = CAST(? AS TEXT) AND (v.number = ? OR (? IS NULL AND v.isCurrent = 1))
          """),
      arguments: [stored(id.text), number, number])
  }

  /// The report of a version.
  func report(version: Int64) throws -> Report? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT r.id, v.sha256, v.title, v.url, v.outlet, v.agency, v.byline, v.published,
          v.publishedDay, v.language, v.text, v.subtitle, v.modified, v.section, v.caption,
          v.extent, v.sourceAddress, v.sourceRetrieved, v.sourceContainer, v.sourceDigest
        FROM reportVersion v JOIN report r ON r.key = v.report WHERE v.key = ?
        """)
    return try Row.fetchCursor(statement, arguments: [version]).first {
      try report($0, of: version)
    }
  }

  private func report(_ row: Row, of version: Int64) throws -> Report {
    let text = FrozenText(utf8: try row.bytes(10))
    let blocks = try blocks(of: version)
    guard
      zip(blocks, blocks.dropFirst()).allSatisfy({ $0.span.end <= $1.span.start }),
      (blocks.last?.span.end ?? 0) <= text.byteCount
    else { throw Contradiction("a report's blocks do not fit its text") }
    return Report(
      id: ReportID(try row.requiredText(0)), title: try row.text(2), subtitle: try row.text(11),
      url: try row.text(3), outlet: try row.text(4), agency: try row.text(5),
      byline: try row.text(6), published: try publication(day: row.text(8), iso: row.text(7)),
      modified: try modification(row.text(12)), section: try row.text(13),
      caption: try row.text(14), extent: try row.choice(15), provenance: try provenance(row, 16),
      language: try row.text(9),
      topics: try topics(of: version), sha256: SHA256Digest(hex: try row.requiredText(1)),
      text: text, blocks: blocks)
  }

  /// The reading of a version by models alone that its current one is, or was made from.
  func uncorrected(version: Int64) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        SELECT coalesce(uncorrected, key) FROM analysis WHERE version = ? AND isCurrent = 1
        """)
    guard let key = try Int64.fetchOne(statement, arguments: [version]) else {
      throw Contradiction("no analysis of a report is current")
    }
    return key
  }

  /// The report of a version with the records of its current analysis, or of one given.
  func readReport(version: Int64, analysis: Int64? = nil) throws -> ReadReport? {
    guard let report = try report(version: version) else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT key, analysed FROM analysis
        WHERE version = ?1 AND (key = ?2 OR ?2 IS NULL AND isCurrent = 1)
        """)
    let current = try Row.fetchCursor(statement, arguments: [version, analysis]).first {
      (key: $0[0] as Int64, analysed: $0[1] as Bool)
    }
    guard let (analysis, analysed) = current else {
      throw Contradiction("no analysis of a report is current")
    }
    let records = RecordReader(db: db)
    return ReadReport(
      report: report, statements: try records.statements(of: analysis),
      mentions: try records.mentions(of: analysis), dates: try records.times(of: analysis),
      figures: try records.figures(of: analysis), analysed: analysed)
  }

  /// A publication time from its day and its whole ISO 8601 text.
  func publication(day: String?, iso: String?) throws -> PublicationTime? {
    guard let day, let iso else { return nil }
    guard let date = CalendarDate(iso: day), iso.utf8.starts(with: day.utf8) else {
      throw Contradiction("\"\(iso)\" is no publication time of the day \"\(day)\"")
    }
    return PublicationTime(
      date, timeSuffix: String(decoding: iso.utf8.dropFirst(10), as: UTF8.self))
  }

  /// A time of change from its whole ISO 8601 text, whose first ten bytes are the day.
  private func modification(_ iso: String?) throws -> PublicationTime? {
    try publication(day: iso.map { String(decoding: $0.utf8.prefix(10), as: UTF8.self) }, iso: iso)
  }

  /// Where the bytes came from, in four neighbouring columns; nil where none tells.
  private func provenance(_ row: Row, _ index: Int) throws -> Provenance? {
    let parts = try (index..<index + 4).map { try row.text($0) }
    guard parts.contains(where: { $0 != nil }) else { return nil }
    return Provenance(
      address: parts[0], retrieved: parts[1], container: parts[2], statedDigest: parts[3])
  }

  private func topics(of version: Int64) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT name FROM topic WHERE version = ? ORDER BY ordinal")
    return try Row.fetchCursor(statement, arguments: [version]).mapping { try $0.requiredText(0) }
  }

  private func blocks(of version: Int64) throws -> [TextBlock] {
    let statement = try db.cachedStatement(
      sql: "SELECT kind, startByte, endByte FROM block WHERE version = ? ORDER BY ordinal")
    return try Row.fetchCursor(statement, arguments: [version]).mapping {
      TextBlock(try $0.choice(0), try $0.span(1))
    }
  }
}

extension RowCursor {
  /// What `transform` makes of the first row; nil where there is none.
  ///
  /// A row is only good while its cursor lives, so it must not leave `transform`.
  func first<T>(_ transform: (Row) throws -> T) throws -> T? {
    try withExtendedLifetime(self) { try next().map(transform) }
  }

  /// What `transform` makes of each row.
  ///
  /// GRDB reuses one row for all, so it must not leave `transform`.
  func mapping<T>(_ transform: (Row) throws -> T) throws -> [T] {
    var values: [T] = []
    while let row = try next() { values.append(try transform(row)) }
    return values
  }
}
