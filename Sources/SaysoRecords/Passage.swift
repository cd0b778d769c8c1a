/// Words of a report: one or more spans of its text, kept together with the exact words.
///
/// A quotation that its cue splits has several spans. `words` holds the words of each span in
/// order, so that a changed text or a drifted offset can be seen by comparing bytes.
public struct Passage: Hashable, Sendable {
  /// The spans, ascending, none overlapping, at least one.
  public let spans: [TextSpan]
  /// The words of each span, in the same order.
  public let words: [String]

  /// A passage of `spans`, cut out of `text`.
  ///
  /// The spans must be ascending, apart and inside the text.
  public init(_ spans: [TextSpan], in text: FrozenText) {
    precondition(!spans.isEmpty, "a passage needs a span")
    precondition(
      zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start },
      "the spans of a passage must be ascending and apart")
    self.spans = spans
    self.words = spans.map { text.words($0) }
  }

  /// A passage read back from storage, its words as they were stored.
  ///
  /// Nothing is checked against a text here: see ``matches(_:)``.
  public init(stored spans: [TextSpan], words: [String]) {
    precondition(spans.count == words.count && !spans.isEmpty, "a passage needs words per span")
    self.spans = spans
    self.words = words
  }

  /// All words in reading order, the pieces joined by " … ".
  public var text: String { words.joined(separator: " … ") }

  /// The span from the first piece's start to the last one's end.
  public var extent: TextSpan { TextSpan(spans[0].start, spans[spans.count - 1].end) }

  /// Whether every span lies inside `text` and holds exactly the stored words, byte for byte.
  public func matches(_ text: FrozenText) -> Bool {
    zip(spans, words).allSatisfy { span, words in
      span.end <= text.byteCount && text.bytes[span.start..<span.end].elementsEqual(words.utf8)
    }
  }
}
