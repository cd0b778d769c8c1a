internal import SaysoLedger
internal import SaysoRecords

/// Finds the statement that a person spoke of in a report that may have been read again, or come again
/// with another text.
struct StatementFinder {
  /// Less of the bytes of two contents in common, and they are not taken for one statement's.
  ///
  /// Set by hand for caution: a correction that meets another statement would be an error that a person
  /// seems to have made.
  private static let leastShare = 0.5

  private let read: ReadReport
  private let digest: SHA256Digest
  private let words: WordPlaces

  /// Looks among the statements of this report.
  init(_ read: ReadReport) {
    self.read = read
    digest = read.report.text.digest
    words = WordPlaces(read.report.text)
  }

  /// The place among the report's statements of the one that stood there; nil where none is surely it.
  ///
  /// By id, or else by what was said: where it stood or, where the text changed, where its words now
  /// stand, once.
  func find(_ place: KeptCorrection.Place) -> Int? {
    var extent = place.content.extent
    if place.text == digest {
      if let same = read.statements.firstIndex(where: { $0.id == place.statement }) { return same }
    } else {
      let found = words.places(of: place.content.words[0])
      guard found.count == 1 else { return nil }
      extent = found[0]
    }
    let shares = read.statements.map { $0.content.extent.share(with: extent) }
    guard let best = shares.max(), best >= StatementFinder.leastShare else { return nil }
    return shares.firstIndex(of: best)
  }

  /// Words that a person chose, where they now stand; nil where they do not.
  ///
  /// - Parameter statement: the one to be near to, where the text changed.
  func moved(
    _ passage: Passage, from place: KeptCorrection.Place, near statement: Statement
  ) -> Passage? {
    let text = read.report.text
    if place.text == digest { return passage.matches(text) ? passage : nil }
    var spans: [TextSpan] = []
    for piece in passage.words {
      let places = words.places(of: piece).filter { $0.start >= spans.last?.end ?? 0 }
      guard let near = StatementFinder.nearest(places, to: statement.content.extent) else {
        return nil
      }
      spans.append(near)
    }
    return Passage(spans, in: text)
  }

  /// The span that is nearest to another, the first of several.
  static func nearest(_ spans: [TextSpan], to other: TextSpan) -> TextSpan? {
    spans.min { ($0.distance(to: other), $0.start) < ($1.distance(to: other), $1.start) }
  }
}
