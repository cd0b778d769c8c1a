import SaysoEvaluation
import SaysoRecords
import Testing

@Suite struct TimeScoreTests {
  func time(_ start: Int, _ end: Int, _ value: String?, _ type: String = "DATE") -> GoldTime {
    GoldTime(span: TextSpan(start, end), type: type, value: value)
  }

  @Test func `extents, values and types are counted apart`() {
    var score = TimeScore()
    score.add(
      predicted: [
        time(0, 6, "2024-10-25"), time(10, 20, "P3M"), time(30, 34, nil), time(50, 60, "2024"),
      ],
      gold: [
        time(0, 6, "2024-10-25"), time(12, 20, "P3M", "DURATION"), time(30, 34, "2024-10-28"),
      ])
    #expect(score.strict.correct == 2)
    #expect(score.relaxed.correct == 3)
    #expect(score.value.correct == 2)
    #expect(score.type.correct == 2)
    #expect(score.relaxed.precision == 0.75)
    #expect(score.relaxed.recall == 1)
    #expect(abs(score.value.f1 - 4.0 / 7) < 1e-9)
  }

  @Test func `a gold time is matched once`() {
    var score = TimeScore()
    score.add(
      predicted: [time(0, 4, "A"), time(5, 9, "B")], gold: [time(0, 9, "B")])
    #expect(score.relaxed.correct == 1)
    #expect(score.relaxed.predicted == 2)
  }

  @Test func `an empty answer scores nothing and divides nothing by nought`() {
    var score = TimeScore()
    score.add(predicted: [], gold: [])
    #expect(score.strict.f1 == 0)
  }
}
