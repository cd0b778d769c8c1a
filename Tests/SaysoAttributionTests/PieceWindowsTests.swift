import Testing

@testable import SaysoAttribution

@Suite struct PieceWindowsTests {
  @Test func `a short text is one window`() {
    let windows = PieceWindows(
      sizes: [1, 2, 1], sentences: [0..<3], most: 20, margin: 2
    ).windows
    #expect(windows == [.init(tokens: 0..<3, core: 0..<3)])
  }

  @Test func `cores cover every token once, and windows keep to their size`() {
    for seed in 1...40 {
      let sizes = (0..<97).map { ($0 * seed) % 5 + 1 }
      var sentences: [Range<Int>] = []
      var start = 0
      while start < sizes.count {
        let end = min(sizes.count, start + (start * seed) % 17 + 1)
        sentences.append(start..<end)
        start = end
      }
      let windows = PieceWindows(
        sizes: sizes, sentences: sentences, most: 30, margin: 6
      ).windows
      #expect(windows.flatMap { Array($0.core) } == Array(sizes.indices))
      for window in windows {
        #expect(sizes[window.tokens].reduce(0, +) <= 30)
        #expect(window.tokens.lowerBound <= window.core.lowerBound)
        #expect(window.tokens.upperBound >= window.core.upperBound)
      }
    }
  }

  @Test func `a window takes whole sentences beside its core as far as its margin goes`() {
    let windows = PieceWindows(
      sizes: [Int](repeating: 1, count: 12), sentences: [0..<4, 4..<8, 8..<12], most: 14, margin: 5
    ).windows
    #expect(
      windows == [
        .init(tokens: 0..<8, core: 0..<4), .init(tokens: 0..<12, core: 4..<8),
        .init(tokens: 4..<12, core: 8..<12),
      ])
  }

  @Test func `a text without tokens has no window`() {
    #expect(PieceWindows(sizes: [], sentences: [], most: 20, margin: 2).windows.isEmpty)
  }
}
