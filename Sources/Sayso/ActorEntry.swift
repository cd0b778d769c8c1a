public import SaysoRecords

/// An actor across the reports of a ledger: its names, its offices, what it says.
public struct ActorEntry: Hashable, Sendable {
  /// A name with how often it stands in all reports.
  public struct Alias: Hashable, Sendable {
    /// The words.
    public let text: String
    /// How often.
    public let count: Int
  }

  /// An office with the days between which reports tell of it.
  public struct Office: Hashable, Sendable {
    /// The commonest words for it.
    public let text: String
    /// The role in its plain form ("defense minister").
    public let role: String
    /// Whether reports call it a former one.
    public let isFormer: Bool
    /// The first day on which a report tells of it; nil where none has a day.
    public let first: CalendarDate?
    /// The last day, likewise.
    public let last: CalendarDate?
  }

  /// Why two names are taken for one actor.
  public struct Evidence: Hashable, Sendable {
    /// The one name.
    public let first: String
    /// The other name.
    public let second: String
    /// The rule that joined them ("transliteration", "decision").
    public let rule: String
    /// The words that show it.
    public let words: String
  }

  /// What it is known by; the same as long as the name that it is made of is.
  public let id: String
  /// The one name for all reports.
  public let name: String
  /// What it is: "person", "office", "body", "state", "group", "outlet", "place" or "unknown".
  public let kind: String
  /// The kind of name that most of its mentions have; nil where it is only a speaker.
  public let type: NameType?
  /// All names, the commonest first.
  public let aliases: [Alias]
  /// Offices, the earliest first.
  public let offices: [Office]
  /// How many statements it makes, alone or in a group.
  public let statements: Int
  /// In how many reports it makes them.
  public let reports: Int
  /// The first day that one of them counts for; nil where none has a day.
  public let first: CalendarDate?
  /// The last day, likewise.
  public let last: CalendarDate?
  /// How many statements it makes with each stance; stances that it does not take are absent.
  public let stances: [Stance: Int]
  /// Why the names belong together.
  public let evidence: [Evidence]
  /// Whether it may be one with another actor and the reports do not tell.
  public let isDoubtful: Bool
}
