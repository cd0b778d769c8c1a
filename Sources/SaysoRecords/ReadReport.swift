/// A report with everything that was read out of it: one line of `sayso read --json`.
public struct ReadReport: Hashable, Sendable {
  /// The report.
  public let report: Report
  /// Who said what, in reading order of the content.
  public let statements: [Statement]
  /// The names, ascending.
  public let mentions: [Mention]
  /// The expressions of time, ascending.
  public let dates: [TimeExpression]
  /// The quantities, ascending.
  public let figures: [Figure]
  /// Whether a model covered the report's language; when false the lists above are empty.
  public let analysed: Bool

  /// A report and its records.
  public init(
    report: Report, statements: [Statement] = [], mentions: [Mention] = [],
    dates: [TimeExpression] = [], figures: [Figure] = [], analysed: Bool
  ) {
    self.report = report
    self.statements = statements
    self.mentions = mentions
    self.dates = dates
    self.figures = figures
    self.analysed = analysed
  }

  /// Every passage of every record, for checking against the text.
  public var passages: [Passage] {
    statements.flatMap(\.passages) + mentions.map(\.passage) + dates.map(\.passage)
      + figures.map(\.passage)
  }
}
