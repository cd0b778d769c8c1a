/// A half-open range of UTF-8 bytes in the frozen text of a report.
///
/// Both ends lie on the borders of Unicode scalars when the span was made by a stage. Spans are
/// ordered by start, then by end.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// First byte, counted from the start of the text.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// A span from `start` up to, not including, `end` (UTF-8 bytes; `0 <= start <= end`).
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a text span needs 0 <= start <= end")
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var length: Int { end - start }

  /// Whether the span holds no byte.
  public var isEmpty: Bool { start == end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` lies inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// The smallest span that covers both.
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }

  /// By start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
