public import SaysoRecords

/// Which statements to find; a filter that is nil lets all pass.
public struct StatementQuery: Hashable, Sendable {
  /// How the id begins.
  public var idPrefix: String?
  /// Words that must each begin a word of the speaker, as named in the text or as its actor; case
  /// and accents are ignored.
  public var by: String?
  /// Actors by whose exact names, as reports give them, statements are found besides those of `by`.
  public var orActors: [String] = []
  /// Words that must each occur in what was said, in any order and English inflection; those
  /// between double quotes must stand together.
  public var about: String?
  /// What the speaker does with the content.
  public var stance: Stance?
  /// How much of the content is quoted.
  public var kind: StatementKind?
  /// The first day, of those on which it was said or, where that is unknown, published.
  ///
  /// Statements without a day are left out.
  public var since: CalendarDate?
  /// The last day, likewise.
  public var until: CalendarDate?
  /// The outlet that published the report, case aside.
  public var outlet: String?
  /// A number that a figure in what was said takes in: its range holds it.
  public var figure: Double?
  /// The most statements to find; nil for all.
  public var limit: Int?
  /// How many to leave out at the beginning.
  public var start = 0

  /// A query from its filters.
  public init(
    by: String? = nil, about: String? = nil, stance: Stance? = nil, kind: StatementKind? = nil,
    since: CalendarDate? = nil, until: CalendarDate? = nil, limit: Int? = nil
  ) {
    self.by = by
    self.about = about
    self.stance = stance
    self.kind = kind
    self.since = since
    self.until = until
    self.limit = limit
  }
}

/// A statement with the report that it stands in.
public struct FoundStatement: Hashable, Sendable {
  /// The statement; its spans count bytes of the report's text.
  public let statement: SaysoRecords.Statement
  /// The report that it stands in.
  public let report: ReportID
  /// Which version of the report, counted from 1.
  public let version: Int
  /// The report's headline.
  public let title: String?
  /// Who published the report.
  public let outlet: String?
  /// The report's address.
  public let url: String?
  /// When the report was published.
  public let published: PublicationTime?
  /// The day that it counts for: said on it or, where that is unknown, published on it.
  public let day: CalendarDate?
}
