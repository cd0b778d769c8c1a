/// An expression of time in the text, with its TIMEX3 type and value.
///
/// TimeML 1.2.1 (Pustejovsky et al., 2003); ISO 24617-1.
public struct TimeExpression: Hashable, Sendable {
  /// The TIMEX3 types.
  public enum Kind: String, Sendable, CaseIterable {
    /// A day or a coarser unit of the calendar.
    case date = "DATE"
    /// A time of day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// Something that recurs.
    case set = "SET"
  }
  /// Where it lies, with its words (one span).
  public let passage: Passage
  /// Its type.
  public let kind: Kind
  /// TIMEX3 value ("2024-10-25", "2024-W43", "P3M", "PAST_REF"); nil where it cannot be resolved, as
  /// with a relative time in a report without a date.
  public let value: String?

  /// A time expression at a place.
  public init(passage: Passage, kind: Kind, value: String?) {
    self.passage = passage
    self.kind = kind
    self.value = value
  }

  /// Its span.
  public var span: TextSpan { passage.extent }
}
