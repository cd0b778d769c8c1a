import SaysoEvaluation
import SaysoRecords
import Testing

@Suite struct FigureScoreTests {
  @Test func `equal values are matched once, bounds apart`() {
    func quantity(_ value: Double, _ change: String) -> GoldQuantity {
      GoldQuantity(low: value, high: value, change: change, unit: nil)
    }
    var score = FigureScore()
    score.add(
      predicted: [quantity(12, "="), quantity(12, "="), quantity(500, ">")],
      gold: [quantity(12, "~"), quantity(500, ">"), quantity(7, "=")])
    #expect(score.value.correct == 2)
    #expect(score.bounded.correct == 1)
    #expect(score.value.predicted == 3)
    #expect(score.value.gold == 3)
  }

  @Test func `a corpus line becomes a sentence with quantities`() throws {
    let line =
      #"{"text":"Up 3 to 5 points.","quantities":[{"change":"up","value":"3-5","unit":"points"},"#
      + #"{"change":"=","value":"many","unit":null}]}"#
    let corpus = try NewsQuantCorpus(jsonLines: Array(line.utf8))
    let quantity = try #require(corpus.sentences.first?.quantities.first)
    #expect(corpus.sentences[0].quantities.count == 1)
    #expect((quantity.low, quantity.high) == (3, 5))
    #expect(quantity.change == "=")
  }
}
