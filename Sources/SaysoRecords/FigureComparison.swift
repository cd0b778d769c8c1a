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
    /// Only one value is known, or values of one actor that hold of different things.
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
  /// What pairs of values say, the earlier one first, where that is not `agree`.
  public let relations: [Relation]

  /// What two of the values say together.
  public struct Relation: Hashable, Sendable {
    /// The earlier value, as a place in `values`; of `partOf` it is the part.
    public let first: Int
    /// The other value.
    public let second: Int
    /// What they say.
    public let verdict: Verdict

    /// A relation of two values.
    public init(_ first: Int, _ second: Int, _ verdict: Verdict) {
      self.first = first
      self.second = second
      self.verdict = verdict
    }
  }

  /// A comparison from its parts.
  public init(
    claim: ClaimID, counts: String?, verdict: Verdict, values: [FigureValue],
    relations: [Relation] = []
  ) {
    self.claim = claim
    self.counts = counts
    self.verdict = verdict
    self.values = values
    self.relations = relations
  }

  /// What two values, given as places, say together.
  public func verdict(_ a: Int, _ b: Int) -> Verdict {
    relations.first { ($0.first, $0.second) == (a, b) || ($0.first, $0.second) == (b, a) }?.verdict
      ?? .agree
  }
}
