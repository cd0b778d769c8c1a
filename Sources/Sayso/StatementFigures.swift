package import SaysoRecords

/// Which figures stand in what was said.
package struct StatementFigures: Sendable {
  private let spans: [TextSpan]

  /// The figures of one report, ascending.
  package init(_ figures: [Figure]) { spans = figures.map(\.span) }

  /// The places in the report's list of the figures that lie wholly inside a piece of `content`,
  /// ascending.
  package func indices(in content: Passage) -> [Int] {
    content.spans.flatMap { piece in
      let first = firstIndex(from: piece.start)
      return (first..<spans.count).prefix { spans[$0].start < piece.end }
        .filter { piece.contains(spans[$0]) }
    }
  }

  private func firstIndex(from start: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
