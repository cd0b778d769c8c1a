#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// Compares every stored span with its text byte for byte, every text and every kept snapshot
  /// with its digest, and asks SQLite to check file, references and search index.
  ///
  /// One report is in memory at a time. What is wrong is a finding, not an error.
  ///
  /// - Throws: ``LedgerError`` where the ledger cannot be read at all (locked, no permission).
  public func verify() throws -> Verification {
    var verification = Verification()
    try step(&verification) { db, verification in try checkFile(db, &verification) }
    try step(&verification) { db, verification in try checkTexts(db, &verification) }
    try step(&verification) { db, verification in try checkSnapshots(db, &verification) }
    if !isReadOnly { try checkSearch(&verification) }
    return verification
  }

  /// Runs one check on one view; damage ends that check as a finding.
  private func step(
    _ verification: inout Verification, _ check: (Database, inout Verification) throws -> Void
  ) throws {
    do {
      try reading { db in try check(db, &verification) }
    } catch let error as LedgerError where error.kind == .damaged {
      verification.report(path, error.problem + (error.cause.map { " (\($0))" } ?? ""))
    }
  }

  private func checkFile(_ db: Database, _ verification: inout Verification) throws {
    let answers = try Row.fetchCursor(db, sql: "PRAGMA integrity_check")
    while let row = try answers.next() {
      let answer = try row.requiredText(0)
      if answer != "ok" { verification.report(path, answer) }
    }
    let broken = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try broken.next() {
      verification.report(
        path,
        "a row of table \(try row.requiredText(0)) refers to a row of \(try row.requiredText(2)) "
          + "that is not there")
    }
    for (problem, sql) in Ledger.gaps {
      let gaps = try Row.fetchCursor(db, sql: sql)
      while let row = try gaps.next() {
        verification.report(path + ": report " + (try row.requiredText(0)), problem)
      }
    }
    verification.reports = try Int.fetchOne(db, sql: "SELECT count(*) FROM report") ?? 0
    verification.statements = try Int.fetchOne(db, sql: "SELECT count(*) FROM statement") ?? 0
  }

  /// What no constraint of SQLite can demand: that something is there.
  private static let gaps = [
    (
      "no version of it is current",
      """
      SELECT id FROM report WHERE key NOT IN
        (SELECT report FROM reportVersion WHERE isCurrent = 1) ORDER BY id
      """
    ),
    (
      "no analysis of one of its versions is current",
      """
      SELECT r.id FROM report r JOIN reportVersion v ON v.report = r.key WHERE v.key NOT IN
        (SELECT version FROM analysis WHERE isCurrent = 1) ORDER BY r.id
      """
    ),
    (
      "a statement has no content, or a speaker or relay without words",
      """
      SELECT DISTINCT r.id FROM statement s JOIN analysis a ON a.key = s.analysis
        JOIN reportVersion v ON v.key = a.version JOIN report r ON r.key = v.report
      WHERE NOT EXISTS (SELECT 1 FROM passage WHERE statement = s.key AND role = 'content')
        OR (s.speakerNamed IS NOT NULL) != EXISTS
          (SELECT 1 FROM passage WHERE statement = s.key AND role = 'speaker')
        OR EXISTS (SELECT 1 FROM relay WHERE statement = s.key AND NOT EXISTS
          (SELECT 1 FROM passage WHERE statement = s.key AND role = 'relay'
            AND ordinal = relay.ordinal))
      ORDER BY r.id
      """
    ),
    (
      "a correction was made on a text that is not there",
      """
      SELECT DISTINCT r.id FROM correction c JOIN report r ON r.key = c.report
      WHERE NOT EXISTS (SELECT 1 FROM reportVersion v
        WHERE v.report = c.report AND v.textDigest = c.textDigest) ORDER BY r.id
      """
    ),
    (
      "a figure is a part of one that is not there",
      """
      SELECT DISTINCT r.id FROM figure f JOIN analysis a ON a.key = f.analysis
        JOIN reportVersion v ON v.key = a.version JOIN report r ON r.key = v.report
      WHERE f.wholeStart IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM figure w WHERE w.analysis = f.analysis
          AND w.startByte = f.wholeStart AND w.endByte = f.wholeEnd)
      ORDER BY r.id
      """
    ),
  ]

  private func checkTexts(_ db: Database, _ verification: inout Verification) throws {
    let versions = try Row.fetchCursor(
      db,
      sql: """
        SELECT v.key, r.id, v.number, v.textDigest, v.text
        FROM reportVersion v JOIN report r ON r.key = v.report ORDER BY v.key
        """)
    let spans = try db.cachedStatement(sql: Ledger.spansOfVersion)
    while let row = try versions.next() {
      let key: Int64 = row[0]
      let place = path + ": report \(try row.requiredText(1)), version \(row[2] as Int)"
      let text = FrozenText(utf8: try row.bytes(4))
      if sha256(text.bytes) != (try row.requiredText(3)) {
        verification.report(place, "the text is not the one that its digest was made of")
      }
      let stored = try Row.fetchCursor(
        spans, arguments: StatementArguments(Array(repeating: key, count: Ledger.spanLists)))
      while let row = try stored.next() {
        let start: Int = row[1]
        let end: Int = row[2]
        verification.spans += 1
        let isInside = 0 <= start && start <= end && end <= text.byteCount
        let isExact = try row.withUnsafeData(atIndex: 3) { words in
          isInside
            && words.map { words in
              words.withUnsafeBytes { text.bytes[start..<end].elementsEqual($0) }
            } ?? true
        }
        if !isExact {
          verification.report(
            place,
            "the words of a \(try row.requiredText(0)) are not those of the text at bytes "
              + "\(start) to \(end)")
        }
      }
      verification.versions += 1
    }
  }

  /// The parts of the query below, each of which is given the version.
  private static let spanLists = 8

  /// Kind, start, end and words of every span of a version; blocks have no words.
  private static let spansOfVersion: String = {
    let records = ["mention", "timeExpression", "figure"].map {
      """
      SELECT '\($0)', t.startByte, t.endByte, t.words FROM analysis a
      JOIN \($0) t ON t.analysis = a.key WHERE a.version = ?
      """
    }
    let statements = """
      SELECT 'statement''s ' || p.role, p.startByte, p.endByte, p.words FROM analysis a
      JOIN statement s ON s.analysis = a.key JOIN passage p ON p.statement = s.key
      WHERE a.version = ?
      """
    let corrections = ["startByte, c.endByte, c.words", "otherStart, c.otherEnd, c.otherWords"]
    let corrected = zip(corrections, [("report", "textDigest"), ("otherReport", "otherDigest")])
      .map { columns, keys in
        """
        SELECT 'correction''s statement', c.\(columns) FROM reportVersion v
        JOIN correction c ON c.\(keys.0) = v.report AND c.\(keys.1) = v.textDigest
        WHERE v.key = ?
        """
      }
    let pieces = """
      SELECT 'correction', p.startByte, p.endByte, p.words FROM reportVersion v
      JOIN correction c ON c.report = v.report AND c.textDigest = v.textDigest
      JOIN correctionPassage p ON p.correction = c.number WHERE v.key = ?
      """
    let blocks = "SELECT 'block', startByte, endByte, NULL FROM block WHERE version = ?"
    return ([statements] + records + corrected + [pieces, blocks]).joined(separator: " UNION ALL ")
  }()

  /// One snapshot is in memory at a time.
  private func checkSnapshots(_ db: Database, _ verification: inout Verification) throws {
    let store = SnapshotStore(ledger: path)
    let kept = try Row.fetchCursor(
      db, sql: "SELECT sha256, byteCount FROM snapshot ORDER BY sha256")
    while let row = try kept.next() {
      let digest = SHA256Digest(hex: try row.requiredText(0))
      do {
        let count = try store.read(digest).count
        if count != row[1] as Int {
          verification.report(
            path, "snapshot \(digest) has \(count) bytes and is told to have \(row[1] as Int)")
        }
        verification.snapshots += 1
      } catch let error as LedgerError {
        verification.report(error.place, error.problem + (error.cause.map { " (\($0))" } ?? ""))
      }
    }
  }

  private func checkSearch(_ verification: inout Verification) throws {
    for index in ["statementText", "speakerText", "reportText"] {
      do {
        // FTS5 takes its commands as INSERTs; this one writes nothing.
        try database.inDatabase { db in
          try db.execute(sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        verification.report(path, "the search index \(index) does not fit the rows it indexes")
      } catch {
        throw LedgerError(error, place: path)
      }
    }
    verification.searchChecked = true
  }
}

extension Verification {
  fileprivate mutating func report(_ place: String, _ problem: String) {
    findings.append(Finding(place: place, problem: problem))
  }
}
