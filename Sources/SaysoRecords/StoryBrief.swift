/// The reports of one developing event.
public struct Story: Hashable, Sendable {
  /// What it is known by: made from its earliest report.
  public let id: String
  /// A name made from its reports.
  public let name: String
  /// The day of its first report.
  public let first: CalendarDate?
  /// The day of its last report.
  public let last: CalendarDate?
  /// Its reports, by publication.
  public let reports: [ReportID]
  /// Independent reports: copies of one text count once.
  public let origins: Int
  /// Who published them, ascending.
  public let outlets: [String]

  /// A story from its parts.
  public init(
    id: String, name: String, first: CalendarDate?, last: CalendarDate?, reports: [ReportID],
    origins: Int, outlets: [String]
  ) {
    self.id = id
    self.name = name
    self.first = first
    self.last = last
    self.reports = reports
    self.origins = origins
    self.outlets = outlets
  }
}

/// What happened or was said on a day.
public struct TimelineEntry: Hashable, Sendable {
  /// Whether it was said or is told to have happened.
  public enum Kind: String, Sendable, CaseIterable {
    case said
    case happened
  }
  /// The day it was said or happened, apart from when a report was published.
  public let day: CalendarDate
  /// Which of the two.
  public let kind: Kind
  /// Who said it, for what was said.
  public let actor: String?
  /// The exact words.
  public let text: String
  /// The statements that carry it.
  public let statements: [StatementID]

  /// An entry from its parts.
  public init(
    day: CalendarDate, kind: Kind, actor: String?, text: String, statements: [StatementID]
  ) {
    self.day = day
    self.kind = kind
    self.actor = actor
    self.text = text
    self.statements = statements
  }
}

/// A source that reports cite, and whether the ledger holds it.
public struct CitedSource: Hashable, Sendable {
  /// Its name.
  public let source: String
  /// Whether a report of that outlet is in the ledger.
  public let held: Bool
  /// The statements that came through it.
  public let statements: [StatementID]

  /// A cited source.
  public init(source: String, held: Bool, statements: [StatementID]) {
    self.source = source
    self.held = held
    self.statements = statements
  }
}

/// Something that moved after a day.
public struct StoryChange: Hashable, Sendable {
  /// The kinds of change.
  public enum Kind: String, Sendable, CaseIterable {
    /// A claim that was first made after the day.
    case newClaim = "new-claim"
    /// An actor who had not spoken on a claim.
    case newPosition = "new-position"
    /// An actor who takes another stance.
    case movedPosition = "moved-position"
    /// A figure that was first given after the day.
    case newFigure = "new-figure"
  }
  /// The kind.
  public let kind: Kind
  /// The claim.
  public let claim: ClaimID
  /// Who moved.
  public let actor: String?
  /// The stance before; nil where there was none.
  public let before: String?
  /// The stance now, the wording of a new claim, or the words of a new figure.
  public let after: String?
  /// The day.
  public let day: CalendarDate?
  /// The statement that shows it.
  public let statement: StatementID?

  /// A change from its parts.
  public init(
    kind: Kind, claim: ClaimID, actor: String? = nil, before: String? = nil, after: String? = nil,
    day: CalendarDate?, statement: StatementID?
  ) {
    self.kind = kind
    self.claim = claim
    self.actor = actor
    self.before = before
    self.after = after
    self.day = day
    self.statement = statement
  }
}

/// A story on one screen: every line of it carried by statements.
public struct StoryBrief: Hashable, Sendable {
  /// The story.
  public let story: Story
  /// Its claims, those with most origins first.
  public let claims: [Claim]
  /// Its figures side by side.
  public let figures: [FigureComparison]
  /// What happened and what was said, by day.
  public let timeline: [TimelineEntry]
  /// Claims that rest on one unnamed source.
  public let unnamed: [ClaimID]
  /// The sources that its statements came through.
  public let cited: [CitedSource]
  /// What moved since the day that was asked for.
  public let changes: [StoryChange]

  /// A brief from its parts.
  public init(
    story: Story, claims: [Claim], figures: [FigureComparison], timeline: [TimelineEntry],
    unnamed: [ClaimID], cited: [CitedSource], changes: [StoryChange]
  ) {
    self.story = story
    self.claims = claims
    self.figures = figures
    self.timeline = timeline
    self.unnamed = unnamed
    self.cited = cited
    self.changes = changes
  }

  /// Claims that some confirm or assert and others deny.
  public var contested: [Claim] {
    claims.filter { claim in
      claim.positions.contains { $0.stance == .denies || $0.stance == .doubts }
        && claim.positions.contains {
          [.asserts, .confirms, .supports, .warns].contains($0.stance)
        }
    }
  }
}
