/// Which way from the publication a bare weekday or month points, by the words around it.
enum TimeDirection: Sendable { case past, future, unknown }

/// Reads a direction off auxiliaries and past forms near an expression; no tags are needed.
struct TenseReader {
  let words: [TimeWord]

  /// Words looked at before and after an expression: value F1 on TimeBank and AQUAINT together was
  /// 79.4 with 4, 79.6 with 8, 79.8 with 12, 79.7 with 20.
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
