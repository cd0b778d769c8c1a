/// How labels follow each other: what makes a path of labels out of scores of single items.
package struct LabelChain: Sendable, Equatable {
  /// Score of going from one label to the next: `[from * labels + to]`; `-infinity` where the step
  /// is not allowed.
  package let transitions: [Float]
  /// Score of each label at the start; `-infinity` where it is not allowed.
  package let starts: [Float]

  /// A chain from its scores.
  package init(transitions: [Float], starts: [Float]) {
    precondition(transitions.count == starts.count * starts.count, "a score per pair of labels")
    self.transitions = transitions
    self.starts = starts
  }

  /// The likeliest path through some of the items that `scores` holds, `stride` for each, written to
  /// the same places of `labels`.
  package func decode(
    scores: [Float], stride: Int, items: Range<Int>, into labels: inout [UInt8]
  ) {
    guard !items.isEmpty else { return }
    let width = starts.count
    var back = [UInt8](repeating: 0, count: items.count * width)
    let start = items.lowerBound * stride
    var best = (0..<width).map { starts[$0] + scores[start + $0] }
    var next = best
    scores.withUnsafeBufferPointer { scores in
      transitions.withUnsafeBufferPointer { transitions in
        for item in 1..<max(1, items.count) {
          let row = (items.lowerBound + item) * stride
          for to in 0..<width {
            var top = -Float.infinity
            var from = 0
            for previous in 0..<width {
              let value = best[previous] + transitions[previous &* width &+ to]
              if value > top {
                top = value
                from = previous
              }
            }
            next[to] = top + scores[row + to]
            back[item * width + to] = UInt8(truncatingIfNeeded: from)
          }
          swap(&best, &next)
        }
      }
    }
    var label = 0
    for candidate in 1..<width where best[candidate] > best[label] { label = candidate }
    for item in (0..<items.count).reversed() {
      labels[items.lowerBound + item] = UInt8(label)
      label = Int(back[item * width + label])
    }
  }

  /// Probability of each label at each item (forward-backward), `count * labels`.
  package func marginals(scores: [Float], stride: Int, count: Int) -> [Float] {
    guard count > 0 else { return [] }
    return Lattice(
      scores: scores, stride: stride, count: count, transitions: transitions, starts: starts
    ).marginals
  }
}
