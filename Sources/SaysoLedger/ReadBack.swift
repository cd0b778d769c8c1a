public import SaysoRecords

extension Ledger {
  /// A report with its records as they were added: the current version, or the one of a number.
  ///
  /// - Returns: nil where the ledger holds no such report or version.
  public func readReport(_ id: ReportID, version: Int? = nil) throws -> ReadReport? {
    try reading { db in
      let reader = ReportReader(db: db)
      return try reader.versionKey(id, number: version).flatMap {
        try reader.readReport(version: $0)
      }
    }
  }

  /// A report without its records: the current version, or the one of a number.
  ///
  /// - Returns: nil where the ledger holds no such report or version.
  public func report(_ id: ReportID, version: Int? = nil) throws -> Report? {
    try reading { db in
      let reader = ReportReader(db: db)
      return try reader.versionKey(id, number: version).flatMap { try reader.report(version: $0) }
    }
  }
}
