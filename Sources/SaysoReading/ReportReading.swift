public import SaysoRecords

/// A report as read, with what could not be understood on the way.
public struct ReportReading: Sendable {
  /// The report.
  public let report: Report
  /// What was wrong but did not cost the report: a date that is none, a broken front matter.
  public let warnings: [ReadingError]

  /// A report with its warnings.
  public init(report: Report, warnings: [ReadingError] = []) {
    self.report = report
    self.warnings = warnings
  }
}
