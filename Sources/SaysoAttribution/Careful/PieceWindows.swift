/// The windows of a text that an encoder reads: whole sentences where they fit, each window with
/// some of what stands before and after it.
package struct PieceWindows: Sendable {
  /// One window.
  package struct Window: Sendable, Hashable {
    /// The tokens that are read.
    package let tokens: Range<Int>
    /// Those whose vectors are taken from this window.
    package let core: Range<Int>
  }

  /// The windows, ascending; their cores cover all tokens, each once.
  package let windows: [Window]

  /// The windows of a text whose tokens have `sizes` pieces; none has more than `most`, of which up
  /// to `margin` on each side are whole sentences of other windows' cores.
  package init(sizes: [Int], sentences: [Range<Int>], most: Int, margin: Int) {
    let room = most - 2 * margin
    var cores: [Range<Int>] = []
    var start = 0
    var used = 0
    for sentence in sentences {
      let size = sizes[sentence].reduce(0, +)
      if used > 0, used + size > room {
        cores.append(start..<sentence.lowerBound)
        start = sentence.lowerBound
        used = 0
      }
      if size <= room {
        used += size
        continue
      }
      // A sentence longer than a window is cut.
      for token in sentence {
        if used + sizes[token] > room {
          cores.append(start..<token)
          start = token
          used = 0
        }
        used += sizes[token]
      }
    }
    if start < sizes.count { cores.append(start..<sizes.count) }
    windows = cores.map { core in
      var (low, high) = (core.lowerBound, core.upperBound)
      for sentence in sentences.reversed() where sentence.upperBound <= low {
        let reached = sizes[sentence.lowerBound..<core.lowerBound].reduce(0, +)
        guard reached <= margin else { break }
        low = sentence.lowerBound
      }
      for sentence in sentences where sentence.lowerBound >= high {
        let reached = sizes[core.upperBound..<sentence.upperBound].reduce(0, +)
        guard reached <= margin else { break }
        high = sentence.upperBound
      }
      return Window(tokens: low..<high, core: core)
    }
  }
}
