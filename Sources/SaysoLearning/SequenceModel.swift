/// A first-order linear-chain conditional random field over hashed features (Lafferty, McCallum and
/// Pereira, 2001): labels sequences, and says how sure it is.
package struct SequenceModel: Sendable, Equatable {
  /// The labels, by number.
  package let labels: [String]
  /// Weights of features.
  package let table: HashedTable
  /// Score of going from one label to the next: `[from * labels.count + to]`; `-infinity` where the
  /// step is not allowed.
  package let transitions: [Float]
  /// Score of each label at the start; `-infinity` where it is not allowed.
  package let starts: [Float]

  /// A model from its parts.
  package init(labels: [String], table: HashedTable, transitions: [Float], starts: [Float]) {
    precondition(table.columns == labels.count, "a column per label")
    precondition(transitions.count == labels.count * labels.count, "a score per pair of labels")
    precondition(starts.count == labels.count, "a start score per label")
    self.labels = labels
    self.table = table
    self.transitions = transitions
    self.starts = starts
  }

  /// The likeliest label of each item (Viterbi), as label numbers.
  package func decode(_ features: FeatureRows) -> [Int] {
    decode(scores: table.scores(features), count: features.count)
  }

  /// The likeliest path through given scores, `count * table.stride`.
  package func decode(scores: [Float], count: Int) -> [Int] {
    var labels = [UInt8](repeating: 0, count: count)
    decode(scores: scores, items: 0..<count, into: &labels)
    return labels.map { Int($0) }
  }

  /// The likeliest path through some of the items that `scores` holds, written to the same places
  /// of `labels`.
  package func decode(scores: [Float], items: Range<Int>, into labels: inout [UInt8]) {
    chain.decode(scores: scores, stride: table.stride, items: items, into: &labels)
  }

  /// Probability of each label at each item (forward-backward), `count * labels.count`.
  package func marginals(scores: [Float], count: Int) -> [Float] {
    guard count > 0 else { return [] }
    return chain.marginals(scores: scores, stride: table.stride, count: count)
  }

  private var chain: LabelChain { LabelChain(transitions: transitions, starts: starts) }
}

/// Forward and backward sums of a linear chain, scaled at each item so that nothing overflows
/// (Rabiner, 1989, section V.A).
package struct Lattice {
  /// Probability of each label at each item, `count * width`.
  package private(set) var marginals: [Float]
  /// Logarithm of the sum over all paths.
  package private(set) var logPartition: Double = 0
  /// Scaled forward sums, `count * width`.
  package private(set) var forward: [Float]
  /// Scaled backward sums, `count * width`.
  package private(set) var backward: [Float]
  /// `exp` of scores less the item's top one, `count * width`.
  package private(set) var emissions: [Float]
  /// `exp` of transitions.
  package let steps: [Float]
  /// The scale taken out at each item.
  package private(set) var scales: [Float]

  /// The least score below an item's top one: a path that the steps forbid may score the top, and
  /// the sums over the others must not vanish.
  private static let floor: Float = -30
  /// The most that a backward sum grows to, on labels that no path reaches.
  private static let ceiling: Float = 1e30

  /// Sums over the lattice of `count` items with `scores` (row-major, `stride` wide).
  package init(scores: [Float], stride: Int, count: Int, transitions: [Float], starts: [Float]) {
    let width = starts.count
    steps = transitions.map { exponential($0) }
    emissions = [Float](repeating: 0, count: count * width)
    forward = emissions
    backward = emissions
    marginals = emissions
    scales = [Float](repeating: 1, count: count)
    for item in 0..<count {
      var top = -Float.infinity
      for label in 0..<width { top = max(top, scores[item * stride + label]) }
      for label in 0..<width {
        emissions[item * width + label] = exponential(
          max(Lattice.floor, scores[item * stride + label] - top))
      }
      logPartition += Double(top)
    }
    for item in 0..<count {
      var sum: Float = 0
      for to in 0..<width {
        var value: Float = 0
        if item == 0 {
          value = exponential(starts[to])
        } else {
          for from in 0..<width {
            value += forward[(item - 1) * width + from] * steps[from * width + to]
          }
        }
        value *= emissions[item * width + to]
        forward[item * width + to] = value
        sum += value
      }
      sum = max(sum, .leastNormalMagnitude)
      scales[item] = sum
      logPartition += Double(logarithm(sum))
      for to in 0..<width { forward[item * width + to] /= sum }
    }
    for label in 0..<width { backward[(count - 1) * width + label] = 1 }
    for item in (0..<(count - 1)).reversed() {
      for from in 0..<width {
        var value: Float = 0
        for to in 0..<width {
          value +=
            steps[from * width + to] * emissions[(item + 1) * width + to]
            * backward[(item + 1) * width + to]
        }
        backward[item * width + from] = min(Lattice.ceiling, value / scales[item + 1])
      }
    }
    for at in 0..<(count * width) { marginals[at] = forward[at] * backward[at] }
  }
}
