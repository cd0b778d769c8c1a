import SaysoEvaluation
import Testing

struct ClusterScoreTests {
  @Test("B3 counts each mention's share of its cluster, as worked by hand")
  func byHand() {
    // Gold {1 2 3} {4 5}; found {1 2} {3 4 5}.
    let score = ClusterScore(
      gold: ["a", "a", "a", "b", "b"], found: ["x", "x", "y", "y", "y"])
    // Precision: 1, 1, 1/3, 2/3, 2/3. Recall: 2/3, 2/3, 1/3, 1, 1.
    #expect(abs(score.precision - 11.0 / 15) < 1e-9)
    #expect(abs(score.recall - 11.0 / 15) < 1e-9)
  }

  @Test("The right clusters under other names are perfect")
  func perfect() {
    #expect(ClusterScore(gold: ["a", "b", "a"], found: ["1", "2", "1"]).f1 == 1)
  }
}
