internal import GRDB
internal import SaysoRecords

extension ReportWriter {
  /// Writes what models read and, where people corrected it, what that makes of it.
  ///
  /// - Returns: The number of the reading that is current now.
  func insertReading(
    _ read: ReadReport, of version: Int64, in report: Int64,
    replacing old: (key: Int64, number: Int)?
  ) throws -> Int {
    let number = (old?.number ?? 0) + 1
    let key = try insertAnalysis(read, of: version, replacing: old)
    let corrected = try self.corrected(read, of: report)
    guard corrected.statements != read.statements else { return number }
    try insertCorrected(corrected, of: version, replacing: (key, number), uncorrected: key)
    return number + 1
  }

  /// Makes the current reading of a report anew: the one by models alone with the corrections that
  /// stand.
  func correctAgain(_ report: Int64) throws {
    guard let version = try currentVersion(of: report)?.key else {
      throw Contradiction("no version of the report is current")
    }
    let current = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT key, number, engine FROM analysis WHERE version = ? AND isCurrent = 1"),
      arguments: [version]
    ).first { (key: $0[0] as Int64, number: $0[1] as Int, engine: try $0.requiredText(2)) }
    let reader = ReportReader(db: db)
    guard let current else { throw Contradiction("no analysis of the report is current") }
    let basis = try reader.uncorrected(version: version)
    guard let read = try reader.readReport(version: version, analysis: basis),
      let held = try reader.readReport(version: version, analysis: current.key)
    else { throw Contradiction("the current version of the report cannot be read") }
    let corrected = try self.corrected(read, of: report)
    guard corrected.statements != held.statements else { return }
    try ReportWriter(
      db: db, stamp: ModelStamp(current.engine), now: now, correcting: correcting
    ).insertCorrected(
      corrected, of: version, replacing: (current.key, current.number), uncorrected: basis)
    try awaitStory(key: report)
  }

  private func insertCorrected(
    _ read: ReadReport, of version: Int64, replacing old: (key: Int64, number: Int),
    uncorrected: Int64
  ) throws {
    try check(read)
    try db.execute(sql: "UPDATE analysis SET isCurrent = 0 WHERE key = ?", arguments: [old.key])
    try insertAnalysis(read, of: version, replacing: old, uncorrected: uncorrected)
  }

  private func corrected(_ read: ReadReport, of report: Int64) throws -> ReadReport {
    let corrections = try CorrectionRows(db: db).corrections(of: report, standing: true)
    guard !corrections.isEmpty else { return read }
    guard let correcting else {
      preconditionFailure("a corrected report is added with a way to apply its corrections")
    }
    return correcting(read, corrections)
  }
}
