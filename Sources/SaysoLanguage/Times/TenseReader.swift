/// Which way from the publication a bare weekday or month points, by the words around it.
enum TimeDirection: Sendable { case past, future, unknown }

/// Reads a direction off auxiliaries and past forms near an expression; no tags are needed.
struct TenseReader {
  let words: [TimeWord]

  /// Words looked at before and after an expression; measured on TimeBank, wider windows reach
  /// into other clauses.
  private static let reach = 12

  /// The direction at an expression: the nearest cue before it in its sentence, else after it.
  func direction(from start: Int, to end: Int, in sentence: Range<Int>) -> TimeDirection {
    if start > sentence.lowerBound, words[start - 1].kind == .deadline { return .future }
    if end < sentence.upperBound, words[end].kind == .possessive { return .past }
    var at = start - 1
    let first = max(sentence.lowerBound, start - TenseReader.reach)
    while at >= first {
      if let direction = cue(at) { return direction }
      at -= 1
    }
    at = end
    let last = min(sentence.upperBound, end + TenseReader.reach)
    while at < last {
      if let direction = cue(at) { return direction }
      at += 1
    }
    return .unknown
  }

  private func cue(_ index: Int) -> TimeDirection? {
    switch words[index].kind {
    case .futureCue: .future
    case .pastCue: .past
    default: nil
    }
  }
}
