import SaysoEvaluation
import Testing

@Suite struct ReliabilityTests {
  @Test func `confidence that holds has no error, confidence that does not has its distance`() {
    let right = Reliability((0..<10).map { (confidence: 0.8, right: $0 < 8) })
    #expect(right.error < 1e-9)
    let wrong = Reliability((0..<10).map { (confidence: 0.9, right: $0 < 4) })
    #expect(abs(wrong.error - 0.5) < 1e-9)
    #expect(wrong.bins.count == 1)
    #expect(wrong.bins[0].count == 10)
  }

  @Test func `nothing gives an empty table and no error`() {
    let empty = Reliability([])
    #expect(empty.bins.isEmpty)
    #expect(empty.error == 0)
  }
}
