import Testing

@testable import SaysoLearning

@Suite struct SequenceModelTests {
  private let model = SequenceModel(
    labels: ["a", "b", "c"],
    table: HashedTable(
      bits: 1, columns: 3, scale: 1, weights: [Int8](repeating: 0, count: 16)),
    transitions: [0, 1, -.infinity, 0.5, 0, 1, 0, 0, 0.25], starts: [0, 0, -.infinity])

  /// The best of all paths, one by one.
  private func slowDecode(_ scores: [Float], _ count: Int) -> (path: [Int], score: Float) {
    var best: (path: [Int], score: Float) = ([], -.infinity)
    for code in 0..<Int(repeating: 3, count: count) {
      var rest = code
      let path = (0..<count).map { _ in
        defer { rest /= 3 }
        return rest % 3
      }
      var score = model.starts[path[0]] + scores[path[0]]
      for item in 1..<count {
        score += model.transitions[path[item - 1] * 3 + path[item]] + scores[item * 8 + path[item]]
      }
      if score > best.score { best = (path, score) }
    }
    return best
  }

  @Test(arguments: 1...40)
  func `the path found is the best of all paths`(seed: Int) {
    var state = UInt64(seed)
    let scores = (0..<5 * 8).map { _ in
      state = FeatureHash.finish(state &+ 1)
      return Float(state % 1000) / 250
    }
    #expect(model.decode(scores: scores, count: 5) == slowDecode(scores, 5).path)
    var labels: [UInt8] = [9, 9, 9, 9, 9]
    model.decode(scores: scores, items: 1..<4, into: &labels)
    #expect(labels[1..<4].map { Int($0) } == model.decode(scores: Array(scores[8..<32]), count: 3))
    #expect(labels[0] == 9 && labels[4] == 9)
  }
}

extension Int {
  /// A power: `repeating` multiplied `count` times.
  fileprivate init(repeating base: Int, count: Int) {
    self = (0..<count).reduce(1) { value, _ in value * base }
  }
}
