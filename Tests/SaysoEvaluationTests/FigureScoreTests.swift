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

  @Test func `of equal values those of one unit belong together`() {
    func quantity(_ unit: String?, _ name: String? = nil) -> GoldQuantity {
      GoldQuantity(low: 5, high: 5, change: "=", unit: unit, normalizedUnit: name)
    }
    var score = FigureScore()
    let errors = score.add(
      predicted: [quantity("USD"), quantity("percent"), quantity("mile")],
      gold: [quantity("%", "percentage"), quantity("$", "dollar"), quantity("km", "kilometre")])
    #expect(score.value.correct == 3 && score.united.correct == 2)
    #expect(errors.wrongUnit.count == 1 && errors.missed.isEmpty && errors.spurious.isEmpty)
  }

  @Test func `a lower bound inside a range of one order is what the corpus writes for "dozens"`() {
    var score = FigureScore()
    score.add(
      predicted: [GoldQuantity(low: 24, high: 24, change: ">", unit: nil)],
      gold: [GoldQuantity(low: 12, high: 120, change: "=", unit: nil)])
    #expect(score.value.correct == 1)
  }

  @Test(arguments: [
    ("-1.3", -1.3, -1.3), ("3.0 - 4.0", 3, 4), ("1.3-0.03", 0.03, 1.3),
  ])
  func `a corpus value may be negative or a range`(value: String, low: Double, high: Double) throws
  {
    let line = #"{"text":"x","quantities":[{"change":"=","value":"\#(value)","unit":null}]}"#
    let corpus = try NewsQuantCorpus(jsonLines: Array(line.utf8))
    let quantity = try #require(corpus.sentences.first?.quantities.first)
    #expect(quantity.low == low && quantity.high == high)
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
