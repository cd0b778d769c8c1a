public import SaysoLedger
public import SaysoRecords

extension Desk {
  /// One version of a report, and what changed against the one before.
  public struct Version: Sendable {
    /// Number, time and models.
    public let summary: VersionSummary
    /// The report as it stood, with its records.
    public let read: ReadReport
    /// The version before; nil for the first.
    public let earlier: Earlier?

    /// A version that another followed.
    public struct Earlier: Sendable {
      /// Number, time and models.
      public let summary: VersionSummary
      /// The report as it stood, with its records.
      public let read: ReadReport
      /// What changed since.
      public let comparison: VersionComparison
    }
  }

  /// The reports that an id, the beginning of one, or an address means.
  public func reports(named name: String) throws -> [ReportID] { try ledger.reports(named: name) }

  /// The versions of a report, oldest first, each with what changed against the one before.
  ///
  /// Two versions are in memory at a time.
  public func versions(of report: ReportID, each: (Version) throws -> Void) throws {
    var last: (summary: VersionSummary, read: ReadReport)?
    for summary in try ledger.versions(of: report) {
      guard let read = try ledger.readReport(report, version: summary.number) else {
        preconditionFailure("a version that the ledger lists is there")
      }
      let earlier = last.map { last in
        Version.Earlier(
          summary: last.summary, read: last.read,
          comparison: VersionComparison(from: last.read, to: read))
      }
      try each(Version(summary: summary, read: read, earlier: earlier))
      last = (summary, read)
    }
  }
}
