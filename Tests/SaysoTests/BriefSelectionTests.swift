import Testing

@testable import Sayso

struct BriefSelectionTests {
  /// A position of somebody, taken once.
  private func position(
    _ actor: String?, _ stance: Stance, _ statement: String, named: Bool = true
  ) -> Position {
    Position(
      actor: actor, named: named,
      taken: [
        Position.Taken(
          stance: stance, day: CalendarDate(iso: "2031-03-02"), statement: StatementID(statement),
          alignment: Confidence(1))
      ])
  }

  private func claim(
    _ number: Int, _ positions: [Position], origins: Int = 1, silent: [String] = []
  ) -> Claim {
    Claim(
      id: ClaimID("c\(number)"), wording: "claim \(number)", worded: StatementID("s\(number)"),
      reports: [], origins: origins, first: nil, last: nil, positions: positions, silent: silent)
  }

  private func entry(_ kind: TimelineEntry.Kind, _ statement: String) -> TimelineEntry {
    TimelineEntry(
      day: CalendarDate(dayNumber: 20_000), kind: kind, actor: nil, text: statement,
      statements: [StatementID(statement)])
  }

  /// A brief of claims that are each asserted by one unnamed source and denied by one actor.
  private func brief(_ count: Int) -> StoryBrief {
    let claims = (0..<count).map { number in
      claim(
        number,
        [
          position("a source", .asserts, "a\(number)", named: false),
          position("Ada Tolv", .denies, "d\(number)"),
        ], origins: 2, silent: ["Jor Vandt"])
    }
    return StoryBrief(
      story: Story(
        id: "s", name: "Harbour", first: nil, last: nil, reports: [], origins: 0, outlets: []),
      claims: claims, figures: [],
      timeline: (0..<count).flatMap { [entry(.said, "a\($0)"), entry(.happened, "h\($0)")] },
      unnamed: claims.map(\.id),
      cited: (0..<count).map { number in
        CitedSource(
          source: "source \(number)", held: number.isMultiple(of: 2),
          statements: (0..<number).map { StatementID("x\($0)") })
      }, changes: [])
  }

  @Test func `claims beyond the most are counted`() {
    let selection = BriefSelection(brief(20), .screen)
    #expect(selection.claims.map(\.id.text) == (0..<12).map { "c\($0)" })
    #expect(selection.moreClaims == 8)
    #expect(BriefSelection(brief(20), .screen.claims(0)).moreClaims == 20)
    #expect(BriefSelection(brief(3), .screen).moreClaims == 0)
  }

  @Test func `a claim of one unnamed source is told once, above or below`() {
    let selection = BriefSelection(brief(20), .screen)
    #expect(selection.unnamed.map(\.id.text) == (12..<18).map { "c\($0)" })
    #expect(selection.unnamed.map(BriefSelection.source) == Array(repeating: "a source", count: 6))
    #expect(BriefSelection(brief(20), .all).unnamed.isEmpty)
  }

  @Test func `the source of a claim is not who denies it`() {
    let denied = claim(
      0,
      [
        position("Ada Tolv", .denies, "d"), position("Jor Vandt", .declines, "e"),
        position(nil, .asserts, "a"),
      ])
    #expect(BriefSelection.source(of: denied) == nil)
  }

  @Test func `days are what happened, and where the claims shown were first made`() {
    let selection = BriefSelection(brief(4), .screen.claims(2))
    #expect(selection.days.map(\.text) == ["a0", "h0", "a1", "h1", "h2", "h3"])
    #expect(BriefSelection(brief(4), .screen.days(3)).days.map(\.text) == ["a0", "h0", "a1"])
  }

  @Test func `questions are the first contested and unanswered claims, and sources by weight`() {
    let screen = BriefSelection(brief(60), .screen)
    #expect(screen.contested.map(\.id.text) == (0..<5).map { "c\($0)" })
    #expect(screen.unanswered.map(\.id.text) == (0..<5).map { "c\($0)" })
    #expect(screen.missing.count == 12 && screen.missing.first?.source == "source 59")
    #expect(screen.missing.allSatisfy { !$0.held })
    let all = BriefSelection(brief(60), .all)
    #expect(all.contested.count == 60 && all.unanswered.count == 60 && all.missing.count == 30)
  }

  @Test func `a claim of one origin, or with all heard, is no open question`() {
    let brief = brief(0)
    let claims = [
      claim(0, [position("Ada Tolv", .asserts, "a")], origins: 1, silent: ["Jor Vandt"]),
      claim(1, [position("Ada Tolv", .asserts, "b")], origins: 2),
    ]
    let selection = BriefSelection(
      StoryBrief(
        story: brief.story, claims: claims, figures: [], timeline: [], unnamed: [], cited: [],
        changes: []), .all)
    #expect(selection.unanswered.isEmpty && selection.contested.isEmpty)
  }
}
