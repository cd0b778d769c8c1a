public import SaysoLedger
public import SaysoRecords

/// A report that people put right, as gold for measuring and teaching models.
public struct CorrectedReport: Sendable {
  /// The report as it is in the ledger, corrected.
  public let read: ReadReport
  /// Its statements of which something was put right, in reading order.
  public let statements: [Statement]
  /// What people say are no statements.
  public let dismissed: [Statement]
  /// Statements with the place of one that is of the same claim.
  public let aligned: [(statement: StatementID, other: KeptCorrection.Place)]
  /// Statements that share their claim with no other.
  public let apart: [StatementID]

  /// Nil where no correction that stands meets a statement of the report.
  init?(uncorrected read: ReadReport, _ corrections: [KeptCorrection]) {
    let corrected = CorrectedReading(read, corrections)
    guard !corrected.met.isEmpty else { return nil }
    self.read = corrected.read
    statements = corrected.read.statements.filter { !$0.corrected.isEmpty }
    dismissed = corrected.dismissed
    let finder = StatementFinder(corrected.read)
    var aligned: [(statement: StatementID, other: KeptCorrection.Place)] = []
    var apart: [StatementID] = []
    for correction in corrections where corrected.met.contains(correction.number) {
      guard let place = finder.find(correction.place) else { continue }
      let id = corrected.read.statements[place].id
      switch correction.action {
      case .align(let other):
        apart.removeAll { $0 == id }
        aligned.removeAll { $0.statement == id }
        aligned.append((id, other))
      case .apart:
        aligned.removeAll { $0.statement == id }
        apart.append(id)
      case .stance, .speaker, .content, .dismiss: break
      }
    }
    self.aligned = aligned
    self.apart = apart
  }
}

extension Desk {
  /// The reports that people put right, by id; one is in memory at a time.
  public func correctedReports(each: (CorrectedReport) throws -> Void) throws {
    let standing = try ledger.corrections().filter(\.stands)
    for report in Set(standing.map(\.place.report)).sorted() {
      guard let read = try ledger.uncorrectedReport(report),
        let corrected = CorrectedReport(
          uncorrected: read, standing.filter { $0.place.report == report })
      else { continue }
      try each(corrected)
    }
  }
}
