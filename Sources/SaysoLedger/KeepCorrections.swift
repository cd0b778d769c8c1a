internal import GRDB
public import SaysoRecords

extension Ledger {
  /// What corrections make of a reading by models alone; the ledger keeps, and computes nothing.
  public typealias Correcting = @Sendable (ReadReport, [KeptCorrection]) -> ReadReport

  /// Keeps a correction, after those that are there, and the reading that it makes, in one
  /// transaction.
  ///
  /// - Parameters:
  ///   - action: What is put right.
  ///   - place: Where the statement stands; the ledger must hold the report.
  ///   - by: Who does it; may be empty.
  ///   - now: The time of correcting, ISO 8601.
  ///   - correcting: Applies the corrections of a report that stand to its reading.
  /// - Returns: The correction with its number.
  @discardableResult
  public func keep(
    _ action: KeptCorrection.Action, at place: KeptCorrection.Place, by: String, now: String,
    correcting: @escaping Correcting
  ) throws -> KeptCorrection {
    try correctingNow { db in
      let rows = CorrectionRows(db: db)
      let number = try rows.insert(action, at: place, by: by, now: now)
      try correctAgain(rows.key(of: place.report), db, now: now, correcting)
      return KeptCorrection(
        number: number, place: place, action: action, by: by, made: now, withdrawn: nil)
    }
  }

  /// Withdraws the correction of a number, and makes the reading without it, in one transaction.
  ///
  /// - Returns: The correction as it is now; nil where there is none of this number that stands.
  @discardableResult
  public func withdraw(
    _ number: Int, now: String, correcting: @escaping Correcting
  ) throws -> KeptCorrection? {
    try correctingNow { db in
      let rows = CorrectionRows(db: db)
      try db.execute(
        sql: """
          UPDATE correction SET withdrawnAt = CAST(? AS TEXT)
          WHERE number = ? AND withdrawnAt IS NULL
          """, arguments: [stored(now), number])
      guard db.changesCount == 1 else { return nil }
      guard let kept = try rows.corrections().first(where: { $0.number == number }) else {
        throw Contradiction("a correction that was withdrawn is gone")
      }
      try correctAgain(rows.key(of: kept.place.report), db, now: now, correcting)
      return kept
    }
  }

  /// The corrections by their numbers, withdrawn ones included: all, or those of one report.
  public func corrections(of report: ReportID? = nil) throws -> [KeptCorrection] {
    try reading { db in
      let rows = CorrectionRows(db: db)
      guard let report else { return try rows.corrections() }
      return try rows.key(of: report).map { try rows.corrections(of: $0) } ?? []
    }
  }

  /// The current version of a report as models alone read it; nil where the ledger does not hold it.
  public func uncorrectedReport(_ id: ReportID) throws -> ReadReport? {
    try reading { db in
      let reader = ReportReader(db: db)
      return try reader.versionKey(id, number: nil).flatMap { version in
        try reader.readReport(version: version, analysis: reader.uncorrected(version: version))
      }
    }
  }

  private func correctAgain(
    _ report: Int64?, _ db: Database, now: String, _ correcting: @escaping Correcting
  ) throws {
    guard let report else { throw Contradiction("the report of a correction is gone") }
    try ReportWriter(db: db, stamp: ModelStamp(""), now: now, correcting: correcting)
      .correctAgain(report)
  }

  private func correctingNow<T>(_ body: (Database) throws -> T) throws -> T {
    guard !isReadOnly else {
      throw LedgerError(
        .readOnly, "the ledger was opened for asking only", place: path,
        remedy: "open it for adding")
    }
    do {
      var result: T?
      try database.inTransaction(.immediate) { db in
        result = try body(db)
        return .commit
      }
      guard let result else { preconditionFailure("the transaction has run") }
      return result
    } catch let contradiction as Contradiction {
      throw contradiction.error(place: path)
    } catch {
      throw LedgerError(error, place: path)
    }
  }
}
