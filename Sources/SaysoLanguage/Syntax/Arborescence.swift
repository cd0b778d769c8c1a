/// The best tree over the words of a sentence: the spanning arborescence of the highest score with
/// exactly one word under the root (Chu and Liu, 1965; Edmonds, 1967).
///
/// Where each word's best head alone makes such a tree, that is the answer. Else cycles are
/// contracted one by one; arcs from the root are made so dear that no tree takes two of them (see
/// Zmigrod, Vieira and Cotterell, "Please Mind the Root", 2020, who also tell when that is right:
/// all arcs exist here). Cost is the square of the number of words, times the number of cycles.
package enum Arborescence {
  /// The head of each word: 0 is the root, others count from 1.
  ///
  /// `scores[word * stride + head]` is the score of a head for a word, 0 the root; a word's score
  /// for itself (`head == word + 1`) is not looked at.
  package static func heads(scores: [Float], stride: Int, count: Int) -> [Int32] {
    guard count > 0 else { return [] }
    precondition(scores.count >= count * stride && stride > count, "a score for each arc")
    let greedy = scores.withUnsafeBufferPointer { scores in
      (0..<count).map { word -> Int32 in
        let row = word * stride
        var best = 0
        for head in 1...count where head != word + 1 && scores[row + head] > scores[row + best] {
          best = head
        }
        return Int32(best)
      }
    }
    if isTree(greedy) { return greedy }
    var graph = Contraction(scores: scores, stride: stride, count: count)
    return graph.solved().dropFirst().map { Int32($0) }
  }

  /// Whether heads make a tree with one word under the root.
  package static func isTree(_ heads: [Int32]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    // The walk from a word upwards that met it; 0 for none yet.
    var walks = [Int32](repeating: 0, count: heads.count)
    for word in heads.indices {
      let walk = Int32(word + 1)
      var at = Int32(word + 1)
      while at != 0, walks[Int(at) - 1] == 0 {
        walks[Int(at) - 1] = walk
        at = heads[Int(at) - 1]
      }
      if at != 0, walks[Int(at) - 1] == walk { return false }
    }
    return true
  }
}

/// The graph of the contracting search: node 0 is the root.
///
/// A cycle becomes one node, its first; the heads of the others stay the best that they have, since
/// the new node offers them what the best of the cycle's did. So each contraction looks at the
/// cycle's arcs alone.
private struct Contraction {
  private let nodes: Int
  /// Score of each arc, `[node * nodes + head]`.
  private var scores: [Double]
  /// Nodes that are not inside another one.
  private var active: [Int]
  /// The best head of each active node.
  private var heads: [Int]

  /// A cycle that became a node, with what is needed to open it again.
  private struct Step {
    let cycle: [Int]
    /// The head of each node of the cycle in it.
    let heads: [Int]
    let outside: [Int]
    /// For each node outside, the node of the cycle that an arc from it goes to.
    let enters: [Int]
    /// For each node outside, the node of the cycle that its arc comes from.
    let leaves: [Int]
  }

  init(scores given: [Float], stride: Int, count: Int) {
    nodes = count + 1
    var scores = [Double](repeating: -.infinity, count: nodes * nodes)
    var low = Double.infinity
    var high = -Double.infinity
    for word in 0..<count {
      for head in 0...count where head != word + 1 {
        let score = Double(given[word * stride + head])
        scores[(word + 1) * nodes + head] = score
        low = min(low, score)
        high = max(high, score)
      }
    }
    let dear = (high - low + 1) * Double(nodes)
    for word in 1...count { scores[word * nodes] -= dear }
    self.scores = scores
    active = Array(0...count)
    heads = [Int](repeating: 0, count: nodes)
    for node in 1...count { heads[node] = best(node) }
  }

  /// The head of each node by number; the root's is 0.
  mutating func solved() -> [Int] {
    var steps: [Step] = []
    while let cycle = cycle() { steps.append(contract(cycle)) }
    for step in steps.reversed() {
      let whole = step.cycle[0]
      let head = heads[whole]
      for (index, other) in step.outside.enumerated() where heads[other] == whole {
        heads[other] = step.leaves[index]
      }
      for (node, own) in zip(step.cycle, step.heads) { heads[node] = own }
      if let entry = step.outside.firstIndex(of: head) { heads[step.enters[entry]] = head }
    }
    return heads
  }

  private func best(_ node: Int) -> Int {
    var best = -1
    for head in active where head != node {
      if best < 0 || scores[node * nodes + head] > scores[node * nodes + best] { best = head }
    }
    return best
  }

  /// Makes a cycle one node.
  private mutating func contract(_ cycle: [Int]) -> Step {
    let whole = cycle[0]
    var isInside = [Bool](repeating: false, count: nodes)
    for node in cycle { isInside[node] = true }
    let outside = active.filter { !isInside[$0] }
    let own = cycle.map { scores[$0 * nodes + heads[$0]] }
    var enters: [Int] = []
    var leaves: [Int] = []
    for other in outside {
      var into = 0
      var from = 0
      for (index, node) in cycle.enumerated() {
        if gain(node, other, own[index]) > gain(cycle[into], other, own[into]) { into = index }
        if scores[other * nodes + node] > scores[other * nodes + cycle[from]] { from = index }
      }
      enters.append(cycle[into])
      leaves.append(cycle[from])
      let entering = gain(cycle[into], other, own[into])
      let leaving = scores[other * nodes + cycle[from]]
      scores[whole * nodes + other] = entering
      scores[other * nodes + whole] = leaving
      if isInside[heads[other]] { heads[other] = whole }
    }
    let step = Step(
      cycle: cycle, heads: cycle.map { heads[$0] }, outside: outside, enters: enters,
      leaves: leaves)
    active = outside + [whole]
    heads[whole] = best(whole)
    return step
  }

  /// What an arc into a node of a cycle is worth more than the node's own arc in it.
  private func gain(_ node: Int, _ head: Int, _ own: Double) -> Double {
    scores[node * nodes + head] - own
  }

  /// The nodes of a cycle among the active ones; nil when there is none.
  private func cycle() -> [Int]? {
    var walks = [Int](repeating: 0, count: nodes)
    for start in active where start != 0 {
      var at = start
      while at != 0, walks[at] == 0 {
        walks[at] = start
        at = heads[at]
      }
      if at != 0, walks[at] == start {
        var result = [at]
        var next = heads[at]
        while next != at {
          result.append(next)
          next = heads[next]
        }
        return result
      }
    }
    return nil
  }
}
