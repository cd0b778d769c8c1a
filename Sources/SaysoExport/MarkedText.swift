internal import SaysoRecords

/// A text cut where marks begin and end, so that marks that overlap need not be nested.
struct MarkedText {
  /// A piece of the text with the marks that lie on all of it.
  struct Piece: Hashable {
    /// Where it lies.
    let span: TextSpan
    /// The marks, by their numbers, ascending.
    let marks: [Int]
    /// The marks that have their first piece here.
    let openings: [Int]
  }

  /// The pieces of `whole`, in order; each mark is a list of spans, of which what lies outside of `whole` does
  /// not count.
  static func pieces(of whole: TextSpan, marks: [[TextSpan]]) -> [Piece] {
    let inside = marks.map { spans in
      spans.filter { $0.overlaps(whole) && !$0.isEmpty }.map {
        TextSpan(max($0.start, whole.start), min($0.end, whole.end))
      }
    }
    var borders = Set([whole.start, whole.end])
    for spans in inside {
      for span in spans { borders.formUnion([span.start, span.end]) }
    }
    let cuts = borders.sorted()
    var on: [Int: [Int]] = [:]
    var off: [Int: [Int]] = [:]
    for (number, spans) in inside.enumerated() {
      for span in spans {
        on[span.start, default: []].append(number)
        off[span.end, default: []].append(number)
      }
    }
    var active: Set<Int> = []
    var opened: Set<Int> = []
    return zip(cuts, cuts.dropFirst()).map { start, end in
      active.subtract(off[start] ?? [])
      active.formUnion(on[start] ?? [])
      let openings = active.subtracting(opened).sorted()
      opened.formUnion(openings)
      return Piece(span: TextSpan(start, end), marks: active.sorted(), openings: openings)
    }
  }
}
