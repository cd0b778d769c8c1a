/// One actor's value for what a claim counts, with when it was seen.
public struct FigureValue: Hashable, Sendable {
  /// The quantity as it was first given.
  public let figure: Figure
  /// Whose it is; nil where the report gives it on its own word.
  public let actor: String?
  /// Through whom it came, nearest the actor first.
  public let chain: [String]
  /// When it was first given.
  public let first: CalendarDate?
  /// When it was last given.
  public let last: CalendarDate?
  /// The statements that give it.
  public let statements: [StatementID]
  /// The reports that they stand in.
  public let reports: [ReportID]

  /// A value from its parts.
  public init(
    figure: Figure, actor: String?, chain: [String], first: CalendarDate?, last: CalendarDate?,
    statements: [StatementID], reports: [ReportID]
  ) {
    self.figure = figure
    self.actor = actor
    self.chain = chain
    self.first = first
    self.last = last
    self.statements = statements
    self.reports = reports
  }
}

/// Figures that count the same thing in the same claim, side by side; nothing is averaged.
public struct FigureComparison: Hashable, Sendable {
  /// What the values say together.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Only one value is known.
    case alone
    /// The values of different actors can all be true.
    case agree
    /// The last values of two actors cannot both be true.
    case disagree
    /// An actor has given another value later, and the last ones do not disagree.
    case revised
    /// One counts a part of what the other counts.
    case partOf = "part-of"
  }
  /// The claim.
  public let claim: ClaimID
  /// What is counted, in the words of the reports ("troops").
  public let counts: String?
  /// What the values say together.
  public let verdict: Verdict
  /// The values, by the day they were first seen.
  public let values: [FigureValue]

  /// A comparison from its parts.
  public init(claim: ClaimID, counts: String?, verdict: Verdict, values: [FigureValue]) {
    self.claim = claim
    self.counts = counts
    self.verdict = verdict
    self.values = values
  }
}
