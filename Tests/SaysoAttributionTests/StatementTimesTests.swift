@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

/// Reports of Friday, 14 March 2031.
@Suite struct StatementTimesTests {
  /// Plans for the marks, one for each cue, with the input and the times of the text.
  private func read(
    _ marked: String, _ frames: [(source: Int?, cue: Int, content: Int)]
  ) throws -> (input: AttributionInput, plans: [StatementPlan], times: [TimeExpression]) {
    let hand = HandText(marked)
    let input = hand.input
    let map = PieceMap(hand.pieces, input)
    let published = try #require(CalendarDate(iso: "2031-03-14"))
    return (
      input,
      frames.map {
        StatementPlan(
          StatementFrame(
            cue: $0.cue, source: $0.source, contents: [$0.content], linkProbability: (1, 1)), map,
          confidence: 1)
      }, TimeTagger().times(in: hand.text, published: PublicationTime(published))
    )
  }

  @Test(
    arguments: [
      ("[ Lind/NNP ] { said/VBD } on/IN Thursday < it/PRP fails/VBZ >", "2031-03-13"),
      ("On/IN Thursday ,/, [ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ >", "2031-03-13"),
      ("[ Lind/NNP on/IN Thursday ] { denied/VBD } < the/DT report >", "2031-03-13"),
      (
        "[ Lind/NNP ] { told/VBD } Reuters/NNP last/JJ month that/IN < it/PRP fails/VBZ >",
        "2031-02"
      ),
      (
        "[ Lind/NNP ] { said/VBD } earlier/RB this/DT month that/IN < it/PRP fails/VBZ >", "2031-03"
      ),
      (
        "In/IN a/DT Wednesday/NNP evening video ,/, [ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ >",
        "2031-03-12"
      ),
      ("[ Lind/NNP ] { said/VBD } < it/PRP failed/VBD on/IN Thursday >", nil),
      ("[ Lind/NNP ] { said/VBD } before/IN Thursday < it/PRP fails/VBZ >", nil),
    ] as [(String, String?)])
  func `a statement has the day beside its cue or speaker, or of its sentence`(
    marked: String, expected: String?
  ) throws {
    let order = marked.split(separator: " ").filter { ["[", "{", "<"].contains($0) }
    let frame = (
      source: order.firstIndex(of: "["), cue: try #require(order.firstIndex(of: "{")),
      content: try #require(order.firstIndex(of: "<"))
    )
    let (input, plans, times) = try read(marked, [frame])
    var reader = StatementTimes(input: input, times: times)
    #expect(reader.said(plans[0], actor: "Lind") == expected)
  }

  @Test func `what is said in one interview is said on its day, until another speaks`() throws {
    let (input, plans, times) = try read(
      """
      In/IN an/DT interview on/IN Monday/NNP [ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ >
      [ She/PRP ] { added/VBD } < it/PRP cracks/VBZ >
      [ Brandt/NNP ] { denied/VBD } < it/PRP >
      [ Lind/NNP ] { repeated/VBD } < it/PRP >
      """,
      [(0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)])
    var reader = StatementTimes(input: input, times: times)
    let actors = ["Lind", "Lind", "Brandt", "Lind"]
    let said = zip(plans, actors).map { reader.said($0, actor: $1) }
    #expect(said == ["2031-03-10", "2031-03-10", nil, nil])
  }

  @Test func `the setting may be told before, and who tells another has left it`() throws {
    let (input, plans, times) = try read(
      """
      Lind/NNP gave/VBD a/DT speech on/IN Monday/NNP
      [ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ >
      [ Lind/NNP ] { told/VBD } Reuters/NNP < it/PRP cracks/VBZ >
      """, [(0, 1, 2), (3, 4, 5)])
    var reader = StatementTimes(input: input, times: times)
    #expect(plans.map { reader.said($0, actor: "Ilse Lind") } == ["2031-03-10", nil])
  }

  @Test func `a second cue of a sentence shares the day of the first`() throws {
    let (input, plans, times) = try read(
      "[ Lind/NNP ] { said/VBD } on/IN Thursday < it/PRP fails/VBZ > and/CC { added/VBD } < it/PRP cracks/VBZ >",
      [(0, 1, 2), (0, 3, 4)])
    var reader = StatementTimes(input: input, times: times)
    #expect(plans.map { reader.said($0, actor: "Lind") } == ["2031-03-13", "2031-03-13"])
  }

  @Test(
    arguments: [
      ("< it/PRP must/MD close/VB by/IN December/NNP >", Stance.asserts, "2031-12"),
      ("< it/PRP stays/VBZ shut/JJ until/IN Monday/NNP >", .asserts, "2031-03-17"),
      ("< it/PRP will/MD open/VB in/IN 2032/CD >", .asserts, "2032"),
      ("< talks/NNS are/AUX scheduled/VBN for/IN April/NNP >", .asserts, "2031-04"),
      ("< it/PRP would/MD have/VB opened/VBN in/IN 2030/CD >", .asserts, nil),
      ("< it/PRP opened/VBD in/IN 2030/CD >", .asserts, nil),
      ("< they/PRP had/VBD gone/VBN by/IN Monday/NNP >", .asserts, nil),
      ("< 40/CD boats/NNS in/IN 2032/CD >", .plans, "2032"),
      ("< 40/CD boats/NNS in/IN 2032/CD >", .asserts, nil),
    ] as [(String, Stance, String?)])
  func `a content holds at a limit, or when a verb of what is to come says`(
    content: String, stance: Stance, expected: String?
  ) throws {
    let (input, plans, times) = try read("[ Lind/NNP ] { said/VBD } " + content, [(0, 1, 2)])
    let reader = StatementTimes(input: input, times: times)
    #expect(reader.holds(plans[0].contents, stance: stance) == expected)
  }
}
