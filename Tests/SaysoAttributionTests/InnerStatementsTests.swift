@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct InnerStatementsTests {
  /// Source, cue, content and relays of what was found inside the marked statement.
  private func inner(_ marked: String) -> [[String]] {
    let hand = HandText(marked)
    let input = hand.input
    let map = PieceMap(hand.pieces, input)
    let plan = StatementPlan(
      StatementFrame(cue: 1, source: 0, contents: [2], linkProbability: (1, 1)), map,
      confidence: 1)
    func words(_ range: Range<Int>) -> String { hand.text.text.words(hand.text.span(range)) }
    return InnerStatements(input: input, lemmas: TokenLemmas(input, HandText.lemmatizer))
      .plans([plan]).dropFirst().map { plan in
        [plan.source.map(words) ?? "nobody", words(plan.cue)] + plan.contents.map(words)
          + plan.relays.map { "<- " + words($0) }
      }
  }

  @Test func `what the office says that Lind told, Lind told on the office's word`() {
    #expect(
      inner(
        "[ the/DT office ] { said/VBD } < that/IN Lind/NNP had/VBD told/VBN Aune/NNP that/IN it/PRP fails/VBZ >"
      ) == [["Lind", "had told", "that it fails", "<- the office"]])
  }

  @Test func `statements nest as deep as the words do`() {
    #expect(
      inner(
        "[ the/DT office ] { said/VBD } < Lind/NNP said/VBD Aune/NNP denied/VBD that/IN it/PRP fails/VBZ >"
      ) == [
        ["Lind", "said", "Aune denied that it fails", "<- the office"],
        ["Aune", "denied", "that it fails", "<- Lind", "<- the office"],
      ])
  }

  @Test func `what somebody wants is his plan, on the word of who tells it`() {
    #expect(
      inner("[ Lind/NNP ] { said/VBD } < the/DT crew wants/VBZ to/TO leave/VB >")
        == [["the crew", "wants", "to leave", "<- Lind"]])
  }

  @Test func `the speaker's own saying inside his statement is no second one`() {
    #expect(inner("[ Lind/NNP ] { said/VBD } < he/PRP said/VBD it/PRP fails/VBZ >") == [])
  }

  @Test func `a saying in a relative clause or under a condition is none of the content's own`() {
    #expect(
      inner(
        "[ Lind/NNP ] { said/VBD } < the/DT man who/WP said/VBD it/PRP fails/VBZ left/VBD early/RB >"
      ) == [])
    #expect(
      inner(
        "[ Lind/NNP ] { said/VBD } < if/IN Aune/NNP says/VBZ it/PRP fails/VBZ ,/, we/PRP go/VBP >")
        == [])
  }
}
