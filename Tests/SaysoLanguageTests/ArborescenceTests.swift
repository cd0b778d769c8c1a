import Testing

@testable import SaysoLanguage

@Suite struct ArborescenceTests {
  /// The score of the best of all trees with one word under the root, by trying every one.
  private func bestScore(_ scores: [Float], _ stride: Int, _ count: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int32](repeating: 0, count: count)
    func visit(_ word: Int, _ sum: Float) {
      if word == count {
        if Arborescence.isTree(heads) { best = max(best, sum) }
        return
      }
      for head in 0...count where head != word + 1 {
        heads[word] = Int32(head)
        visit(word + 1, sum + scores[word * stride + head])
      }
    }
    visit(0, 0)
    return best
  }

  @Test(arguments: 1...5)
  func `the tree found is as good as the best of all trees`(count: Int) {
    let stride = count + 3
    var state: UInt64 = 42
    func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max) * 10
    }
    for round in 0..<(count == 5 ? 30 : 100) {
      var scores = (0..<count * stride).map { _ in next() }
      // Every third time the root is dear to all words, every third to none.
      for word in 0..<count { scores[word * stride] += Float(round % 3 - 1) * 12 }
      let heads = Arborescence.heads(scores: scores, stride: stride, count: count)
      #expect(Arborescence.isTree(heads), "seed 42, round \(round): \(heads)")
      let sum = heads.enumerated().reduce(Float(0)) {
        $0 + scores[$1.offset * stride + Int($1.element)]
      }
      #expect(abs(sum - bestScore(scores, stride, count)) < 1e-3, "seed 42, round \(round)")
    }
  }

  @Test func `a tree has one word under the root and no cycle`() {
    #expect(Arborescence.isTree([0]))
    #expect(Arborescence.isTree([2, 0, 2]))
    #expect(!Arborescence.isTree([0, 0]))
    #expect(!Arborescence.isTree([2, 1, 0]))
    #expect(!Arborescence.isTree([1]))
    #expect(!Arborescence.isTree([]))
  }

  @Test func `scores that are no numbers still give a tree`() {
    let scores = [Float](repeating: .nan, count: 4 * 8)
    #expect(Arborescence.heads(scores: scores, stride: 8, count: 4).count == 4)
  }
}
