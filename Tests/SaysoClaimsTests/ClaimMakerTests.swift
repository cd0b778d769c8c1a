import SaysoRecords
import Testing

@testable import SaysoClaims

@Suite struct ClaimMakerTests {
  private let sent = "that Orvane sent troops to the island of Lindmoor"

  /// A statement of a report whose text is its content alone.
  private func statement(
    _ content: String, by actor: String?, _ stance: Stance = .asserts, in report: Int,
    order: Int = 0, day: Int = 1, through origin: String? = nil
  ) -> ClaimStatement {
    let text = FrozenText(content)
    return ClaimStatement(
      statement: Statement(
        id: StatementID("\(report)-\(order)"), kind: .indirect, stance: stance,
        confidence: Confidence(0.9), speaker: nil, cue: nil,
        content: Passage([TextSpan(0, text.byteCount)], in: text)),
      report: report, order: order, actor: actor, named: true, chain: [], about: [], figures: [],
      sentence: content, day: CalendarDate(year: 2031, month: 3, day: day), origin: origin)
  }

  private func claims(
    _ statements: [ClaimStatement], copies: [Int: Int] = [:], decisions: [ClaimDecision] = []
  ) -> [Claim] {
    let count = (statements.map(\.report).max() ?? 0) + 1
    let reports = (0..<count).map {
      ClaimReport(
        id: ReportID("r\($0)"), outlet: "Outlet \($0)", title: nil, day: nil, published: nil,
        origin: ReportID("r\(copies[$0] ?? $0)"))
    }
    return ClaimMaker().claims(
      of: ClaimStory(reports: reports, statements: statements, decisions: decisions))
  }

  @Test func `the same said in other words is one claim, and copies are one origin`() {
    let found = claims(
      [
        statement(sent, by: "Ada Tolv", in: 0),
        statement("Orvane has dispatched soldiers to Lindmoor island", by: "Jor Vandt", in: 1),
        statement(sent, by: "Ada Tolv", in: 2),
      ], copies: [2: 0])
    #expect(found.count == 1)
    #expect(found.first?.reports.count == 3)
    #expect(found.first?.origins == 2)
    #expect(found.first?.positions.map(\.actor) == ["Ada Tolv", "Jor Vandt"])
  }

  @Test func `what came through one outlet's report has one origin`() {
    let again = "Orvane has dispatched soldiers to Lindmoor island"
    let found = claims([
      statement(sent, by: "Ada Tolv", in: 0),
      statement(again, by: "Jor Vandt", in: 1, through: "cited daily post"),
      statement(again, by: "Jor Vandt", in: 2, through: "cited daily post"),
      statement(sent, by: "Ada Tolv", in: 3, through: "r0"),
    ])
    #expect(found.first?.reports.count == 4)
    #expect(found.first?.origins == 2)
  }

  @Test func `what is planned and what is done are two claims`() {
    let found = claims([
      statement("that Orvane will send troops to the island", by: "Ada Tolv", in: 0),
      statement("that troops of Orvane have arrived on the island", by: "Jor Vandt", in: 1),
    ])
    #expect(found.count == 2)
  }

  @Test func `a bare denial answers what stands before it in its report, and nothing elsewhere`() {
    let said = statement(sent, by: "Ada Tolv", in: 0)
    let near = claims([said, statement("it", by: "Orvane", .denies, in: 0, order: 1)])
    #expect(near.first?.positions.map(\.stance) == [.asserts, .denies])
    let far = claims([said, statement("it", by: "Orvane", .denies, in: 1)])
    #expect(far.first?.positions.count == 1)
    let toldAgain = claims([
      statement(sent, by: "Ada Tolv", in: 0, day: 9),
      statement("it", by: "Orvane", .denies, in: 0, order: 1, day: 2),
    ])
    #expect(toldAgain.first?.positions.count == 1)
  }

  @Test func `a denial of another thing stands by itself`() {
    let found = claims([
      statement(sent, by: "Ada Tolv", in: 0),
      statement(
        "that the harbour dues of Port Elvane were raised last summer", by: "Orvane", .denies,
        in: 1),
    ])
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.positions.count == 1 })
  }

  @Test func `who is named, speaks elsewhere and not on the claim is not heard`() {
    let other = statement("that the harbour of Port Elvane is closed", by: "Orvane", in: 1)
    let named = ClaimStatement(
      statement: statement(sent, by: "Ada Tolv", in: 0).statement, report: 0, order: 0,
      actor: "Ada Tolv", named: true, chain: [], about: ["Orvane", "Lindmoor"], figures: [],
      sentence: sent, day: nil)
    let claim = claims([named, other]).first { $0.wording.contains("troops") }
    #expect(claim?.silent == ["Orvane"])
  }

  @Test func `an actor who moves keeps the stance before`() throws {
    let found = claims([
      statement(sent, by: "Orvane", .denies, in: 0, day: 1),
      statement(sent, by: "Orvane", .confirms, in: 1, day: 4),
    ])
    let position = try #require(found.first?.positions.first)
    #expect(position.stance == .confirms)
    #expect(position.since?.day == 4)
    #expect(position.earlier.map(\.stance) == [.denies])
  }

  @Test func `what nobody is named for is a position of nobody`() {
    let found = claims([statement(sent, by: nil, in: 0), statement(sent, by: "Ada Tolv", in: 1)])
    #expect(found.count == 1)
    #expect(found.first?.positions.map(\.actor) == ["Ada Tolv", nil])
    #expect(found.first?.statements.count == 2)
  }

  @Test func `refusals in two reports are not on one matter, and word no claim that is asserted`() {
    let found = claims([
      statement(sent, by: "Ada Tolv", in: 0),
      statement("to comment", by: "Orvane", .declines, in: 0, order: 1),
      statement("the harbour of Port Elvane is closed", by: "Jor Vandt", in: 1),
      statement("to comment", by: "Lindmoor", .declines, in: 1, order: 1),
    ])
    #expect(found.count == 2)
    #expect(found.allSatisfy { !$0.wording.contains("comment") })
  }

  @Test func `nobody denies what the same report has them assert`() {
    let found = claims([
      statement(sent, by: "Orvane", in: 0),
      statement("that is nonsense", by: "Orvane", .denies, in: 0, order: 1),
    ])
    #expect(found.allSatisfy { $0.positions.allSatisfy { $0.taken.count == 1 } })
  }

  @Test(arguments: [
    ("dispatch troops", "send soldiers"), ("a vessel was seized", "the ship was captured"),
  ])
  func `words that can stand for each other are one concept`(one: String, other: String) {
    #expect(ContentWords(one).concepts == ContentWords(other).concepts)
  }

  @Test func `a person says where a statement belongs, surely, and later decisions prevail`() {
    let said = [
      statement(sent, by: "Ada Tolv", in: 0),
      statement("Orvane has dispatched soldiers to Lindmoor island", by: "Jor Vandt", in: 1),
      statement(
        "that the harbour dues of Port Elvane were raised last summer", by: "Orvane", in: 2),
      statement("it", by: "Orvane", .denies, in: 3),
    ]
    func groups(_ decisions: [ClaimDecision]) -> [[String]] {
      claims(said, decisions: decisions).map { $0.statements.map(\.text).sorted() }
        .sorted { ($0.first ?? "") < ($1.first ?? "") }
    }
    #expect(groups([]) == [["0-0", "1-0"], ["2-0"]])
    #expect(groups([.apart(1)]) == [["0-0"], ["1-0"], ["2-0"]])
    #expect(groups([.align(2, with: 1)]) == [["0-0", "1-0", "2-0"]])
    #expect(groups([.align(2, with: 1), .apart(2)]) == [["0-0", "1-0"], ["2-0"]])
    #expect(groups([.apart(0), .align(0, with: 2)]) == [["0-0", "2-0"], ["1-0"]])
    // What answers nothing in its report has a claim where a person says so.
    #expect(groups([.align(3, with: 2)]) == [["0-0", "1-0"], ["2-0", "3-0"]])
    let aligned = claims(said, decisions: [.align(3, with: 2)]).flatMap(\.positions)
      .flatMap(\.taken).first { $0.statement.text == "3-0" }
    #expect(aligned?.alignment == Confidence(1))
  }
}
