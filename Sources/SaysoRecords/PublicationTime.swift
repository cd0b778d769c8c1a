/// When a report was published: a day, and the time of day where the report gives one.
public struct PublicationTime: Hashable, Sendable {
  /// The day, in the time zone that the report states.
  public let date: CalendarDate
  /// The whole moment as ISO 8601 text: `2024-10-29` or `2024-10-29T09:23:46Z`.
  public let iso: String

  /// A day without a time.
  public init(_ date: CalendarDate) {
    self.date = date
    self.iso = date.iso
  }

  /// A day with the rest of its ISO 8601 text (`T09:23:46Z`), which is kept as given.
  public init(_ date: CalendarDate, timeSuffix: String) {
    self.date = date
    self.iso = date.iso + timeSuffix
  }
}
