import SaysoRecords
import Testing

@testable import SaysoClaims

@Suite struct FigureComparerTests {
  private func figure(
    _ words: String, _ low: Double?, _ high: Double?, _ bound: Figure.Bound = .exactly,
    unit: String? = "person", counts: String? = "troops", at start: Int = 0, whole: TextSpan? = nil
  ) -> Figure {
    Figure(
      passage: Passage(stored: [TextSpan(start, start + words.utf8.count)], words: [words]),
      low: low, high: high, bound: bound, unit: unit, counts: counts, whole: whole)
  }

  private func comparison(
    _ given: [(actor: String, day: Int, figures: [Figure])], stances: [Stance] = []
  ) -> [FigureComparison] {
    let statements = given.enumerated().map { place, one in
      ClaimStatement(
        statement: Statement(
          id: StatementID("s\(place)"), kind: .indirect,
          stance: stances.isEmpty ? .asserts : stances[place],
          confidence: Confidence(0.9), speaker: nil, cue: nil,
          content: Passage(stored: [TextSpan(0, 100)], words: ["words"])),
        report: place, order: 0, actor: one.actor, named: true, chain: [], about: [],
        figures: one.figures, sentence: "", day: CalendarDate(year: 2031, month: 3, day: one.day))
    }
    let reports = given.indices.map {
      ClaimReport(
        id: ReportID("r\($0)"), outlet: nil, title: nil, day: nil, published: nil,
        origin: ReportID("r\($0)"))
    }
    let claim = Claim(
      id: ClaimID("c"), wording: "", worded: StatementID("s0"), reports: [], origins: 1, first: nil,
      last: nil,
      positions: given.enumerated().map { place, one in
        Position(
          actor: one.actor, named: true,
          taken: [
            Position.Taken(
              stance: .asserts, day: nil, statement: StatementID("s\(place)"),
              alignment: Confidence(1))
          ])
      })
    return FigureComparer(ClaimStory(reports: reports, statements: statements))
      .comparisons(of: [claim])
  }

  @Test(arguments: [
    (3000.0, Figure.Bound.about, 3200.0, true), (12000, .about, 11000, false),
    (12000, .exactly, 12000, true), (40, .atLeast, 62, true), (500, .upTo, 600, false),
  ])
  func `a rounded value agrees with what rounds to it`(
    one: Double, bound: Figure.Bound, other: Double, agrees: Bool
  ) {
    let a = figure("a", bound == .upTo ? nil : one, bound == .atLeast ? nil : one, bound)
    #expect(FigureComparer.overlap(a, figure("b", other, other)) == agrees)
  }

  @Test func `a later value of the same actor is a revision, of another a disagreement`() {
    let found = comparison([
      ("Orvane", 1, [figure("40", 40, nil, .atLeast)]), ("Orvane", 3, [figure("62", 62, 62)]),
      ("Lindmoor", 3, [figure("18", 18, 18)]),
    ])
    #expect(found.count == 1)
    #expect(found.first?.verdict(0, 1) == .revised)
    #expect(found.first?.verdict(1, 2) == .disagree)
    #expect(found.first?.verdict == .disagree)
  }

  @Test func `what is counted within another value is its part`() {
    let whole = figure("12,000", 12000, 12000, unit: nil, counts: nil, at: 10)
    let found = comparison([
      (
        "Orvane", 1,
        [figure("1,500", 1500, 1500, unit: nil, counts: nil, whole: whole.span), whole]
      ),
      ("Lindmoor", 1, [figure("12,000 troops", 12000, 12000)]),
    ])
    #expect(found.first?.values.count == 3)
    #expect(found.first?.relations.contains { $0.verdict == .partOf } == true)
  }

  @Test func `two numbers that one gives at a time do not disagree`() {
    let found = comparison([
      ("Orvane", 1, [figure("38 tonnes", 38, 38), figure("2 tonnes", 2, 2, at: 30)])
    ])
    #expect(found.map(\.verdict) == [.alone])
  }

  @Test func `a number that is denied is not the denier's`() {
    let found = comparison(
      [("Orvane", 1, [figure("40", 40, 40)]), ("Lindmoor", 2, [figure("25", 25, 25)])],
      stances: [.asserts, .denies])
    #expect(found.map(\.verdict) == [.alone])
    #expect(found.first?.values.map(\.actor) == ["Orvane"])
  }

  @Test func `the same things of two owners are not compared`() {
    let found = comparison([
      ("Orvane", 1, [figure("40 soldiers", 40, 40, counts: "Orvanian soldiers")]),
      ("Lindmoor", 1, [figure("6 soldiers", 6, 6, counts: "Lindmoor soldiers")]),
    ])
    #expect(found.count == 2)
    let one = comparison([
      ("Orvane", 1, [figure("40 soldiers", 40, 40, counts: "Orvanian soldiers")]),
      ("Lindmoor", 1, [figure("6 soldiers", 6, 6, counts: "soldiers")]),
    ])
    #expect(one.map(\.verdict) == [.disagree])
  }

  @Test func `figures of other things and lengths of time are not compared`() {
    let found = comparison([
      ("Orvane", 1, [figure("12 ships", 12, 12, unit: nil, counts: "ships")]),
      ("Lindmoor", 1, [figure("30 days", 30, 30, unit: "day", counts: nil)]),
      ("Lindmoor", 2, [figure("500 troops", 500, 500)]),
    ])
    #expect(found.allSatisfy { $0.verdict == .alone })
  }
}
