/// Names a claim; made from its earliest statement, so that it stays while later ones join.
public struct ClaimID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as text.
  public let text: String
  /// An id from its text.
  public init(_ text: String) { self.text = text }
  /// The id as text.
  public var description: String { text }
  /// By text.
  public static func < (a: ClaimID, b: ClaimID) -> Bool { a.text < b.text }
}

/// One actor's stance on one claim, with how it moved.
public struct Position: Hashable, Sendable {
  /// A stance as it was taken at a time.
  public struct Taken: Hashable, Sendable {
    /// The stance.
    public let stance: Stance
    /// The day it was said, or published where that is not known; nil where neither is.
    public let day: CalendarDate?
    /// The statement that takes it.
    public let statement: StatementID
    /// How surely the statement is about the claim.
    public let alignment: Confidence

    /// A stance at a time.
    public init(stance: Stance, day: CalendarDate?, statement: StatementID, alignment: Confidence) {
      self.stance = stance
      self.day = day
      self.statement = statement
      self.alignment = alignment
    }
  }
  /// Whose it is; for an unnamed source its description, nil where the report does not say who spoke.
  public let actor: String?
  /// Whether a name is known.
  public let named: Bool
  /// Every statement, by day, then by report and place.
  public let taken: [Taken]

  /// A position from its statements, of which there must be at least one.
  public init(actor: String?, named: Bool, taken: [Taken]) {
    precondition(!taken.isEmpty, "a position needs a statement")
    self.actor = actor
    self.named = named
    self.taken = taken
  }

  /// The stance last taken.
  public var stance: Stance { taken[taken.count - 1].stance }

  /// When the stance that holds was first taken without a break.
  public var since: CalendarDate? {
    var first = taken[taken.count - 1]
    for earlier in taken.reversed() {
      guard earlier.stance == stance else { break }
      first = earlier
    }
    return first.day
  }

  /// The statement that shows best the stance that holds: the one most surely about the claim of those
  /// since it holds, and of those the latest.
  public var clearest: Taken {
    let holding = taken.reversed().prefix { $0.stance == stance }
    return holding.reduce(taken[taken.count - 1]) { best, one in
      one.alignment > best.alignment ? one : best
    }
  }

  /// The stances in their order, each where it began; the last is the one that holds.
  public var course: [Taken] {
    var changes: [Taken] = []
    for one in taken where changes.last?.stance != one.stance { changes.append(one) }
    return changes
  }

  /// The stances that came before the one that holds, each where it began.
  public var earlier: [Taken] { Array(course.dropLast()) }

  /// Whether it is not sure that its statements are about the claim; such positions are shown as
  /// doubtful.
  public var isDoubtful: Bool { alignment.value < 0.6 }

  /// The surest alignment of its statements.
  public var alignment: Confidence { taken.map(\.alignment).max() ?? Confidence(0) }
}

/// How another claim stands to one.
public struct RelatedClaim: Hashable, Sendable {
  /// The kinds of relation.
  public enum Kind: String, Sendable, CaseIterable {
    /// The other says the contrary.
    case deniedBy = "denied-by"
    /// The other is about a part of it.
    case partOf = "part-of"
    /// The other is what comes of it: a plan and its deed.
    case follows
  }
  /// The other claim.
  public let claim: ClaimID
  /// What it is to this one.
  public let kind: Kind

  /// A relation.
  public init(claim: ClaimID, kind: Kind) {
    self.claim = claim
    self.kind = kind
  }
}

/// The proposition that statements share.
public struct Claim: Hashable, Sendable {
  /// What it is known by.
  public let id: ClaimID
  /// The exact words of its clearest statement's content.
  public let wording: String
  /// The statement that the wording is taken from.
  public let worded: StatementID
  /// The reports that carry it, ascending.
  public let reports: [ReportID]
  /// Independent beginnings: copies of one text count once.
  public let origins: Int
  /// The day of its first statement.
  public let first: CalendarDate?
  /// The day of its last statement.
  public let last: CalendarDate?
  /// Who takes which stance, those with most reports first.
  public let positions: [Position]
  /// Named actors that the claim is about and that have not spoken on it.
  public let silent: [String]
  /// Claims that stand to it in some way.
  public let related: [RelatedClaim]

  /// A claim from its parts.
  public init(
    id: ClaimID, wording: String, worded: StatementID, reports: [ReportID], origins: Int,
    first: CalendarDate?, last: CalendarDate?, positions: [Position], silent: [String] = [],
    related: [RelatedClaim] = []
  ) {
    self.id = id
    self.wording = wording
    self.worded = worded
    self.reports = reports
    self.origins = origins
    self.first = first
    self.last = last
    self.positions = positions
    self.silent = silent
    self.related = related
  }

  /// Its statements in the order of positions.
  public var statements: [StatementID] { positions.flatMap { $0.taken.map(\.statement) } }
}
