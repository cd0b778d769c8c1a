/// A quantity in the text: a value or range, its bound, its unit and what it counts.
public struct Figure: Hashable, Sendable {
  /// How the words bound the value.
  public enum Bound: String, Sendable, CaseIterable {
    /// As stated, without a hedge.
    case exactly
    /// "about", "some", "nearly".
    case about
    /// "at least", "more than".
    case atLeast = "at least"
    /// "up to", "fewer than".
    case upTo = "up to"
    /// Between `low` and `high`.
    case range
  }
  /// Where it lies, with its words (one span).
  public let passage: Passage
  /// Lowest value meant; nil where the words give none ("up to 500").
  public let low: Double?
  /// Highest value meant; nil where the words give none ("at least 500", "thousands").
  public let high: Double?
  /// How the words bound it.
  public let bound: Bound
  /// The unit: "person", "percent", an ISO 4217 code, an SI unit's name; nil for bare counts.
  public let unit: String?
  /// What is counted, in the words of the text ("troops"); nil when unclear.
  public let counts: String?
  /// Where the figure lies that this one is a part of ("12,000 troops, with 1,500 of them here").
  public let whole: TextSpan?

  /// A figure at a place.
  public init(
    passage: Passage, low: Double?, high: Double?, bound: Bound, unit: String?, counts: String?,
    whole: TextSpan? = nil
  ) {
    self.passage = passage
    self.low = low
    self.high = high
    self.bound = bound
    self.unit = unit
    self.counts = counts
    self.whole = whole
  }

  /// Its span.
  public var span: TextSpan { passage.extent }
}
