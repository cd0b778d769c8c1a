import Testing

@testable import SaysoEvaluation

@Suite struct BCubedTests {
  @Test func `perfect groups score one`() {
    let score = BCubed.score(groups: [1, 1, 2], kinds: ["a", "a", "b"])
    #expect(score.precision == 1 && score.recall == 1)
  }

  @Test func `one group for all has full recall and poor precision`() {
    // Of each a two of four, of each b likewise.
    let score = BCubed.score(groups: [1, 1, 1, 1], kinds: ["a", "a", "b", "b"])
    #expect(score.precision == 0.5 && score.recall == 1)
  }

  @Test func `the example of a stray item`() {
    // Groups {a a b} {b}: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4.
    let score = BCubed.score(groups: [1, 1, 1, 2], kinds: ["a", "a", "b", "b"])
    #expect(abs(score.precision - 2.0 / 3) < 1e-12 && score.recall == 0.75)
  }

  @Test func `a topic's part is that of CRC-32`() {
    // The check value of CRC-32: "123456789" gives CBF43926.
    #expect(StoryFold.number(of: "123456789", of: 1 << 20) == Int(0xCBF4_3926 % (1 << 20)))
  }
}
