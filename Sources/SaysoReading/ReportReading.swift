public import SaysoRecords

/// A report as read, with what could not be understood on the way.
public struct ReportReading: Sendable {
  /// The report.
  public let report: Report
  /// What was wrong but did not cost the report: a date that is none, a broken front matter.
  public let warnings: [ReadingError]
  /// Why it was read so, where that was asked for.
  public internal(set) var explanation: ReadingExplanation?

  /// A report with its warnings.
  public init(report: Report, warnings: [ReadingError] = []) {
    self.report = report
    self.warnings = warnings
  }
}
