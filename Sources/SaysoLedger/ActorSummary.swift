public import SaysoRecords

/// One actor over all current reports: how much it says, since when, and with which stances.
public struct ActorSummary: Hashable, Sendable {
  /// The fullest name, as the reports give it.
  public let name: String
  /// The kind of name that most of its mentions have; nil where it is only a speaker.
  public let type: NameType?
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
}
