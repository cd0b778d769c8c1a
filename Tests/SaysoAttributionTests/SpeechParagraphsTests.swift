@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct SpeechParagraphsTests {
  /// Speaker, cue and contents of each plan of a marked text, whose verbs of saying are cues.
  private func plans(_ marked: String, given: [StatementPlan] = []) -> [[String]] {
    let hand = HandText(marked)
    let input = AttributionInput(
      text: hand.text, traits: hand.text.traits(), tags: hand.tags, names: hand.names,
      clusters: [UInt16](repeating: 0, count: hand.tags.count),
      cueLevels: hand.tags.indices.map { hand.text.word($0) == "said" ? 5 : 0 })
    let map = PieceMap(hand.pieces, input)
    func words(_ range: Range<Int>) -> String { hand.text.text.words(hand.text.span(range)) }
    return SpeechParagraphs(input: input, map: map).plans(given).map { plan in
      [plan.source.map(words) ?? "unknown", words(plan.cue)] + plan.contents.map(words)
    }
  }

  @Test func `a speech in the first person goes on through its paragraphs`() {
    let found = plans(
      """
      The/DT envoy ,/, PER( Una/NNP Prell/NNP ) ,/, said/VBD :/:

      I/PRP welcome/VBP it/PRP ./.

      The/DT pier holds/VBZ ./.

      We/PRP stay/VBP ./.

      The/DT office opens/VBZ Monday/NNP ./.
      """)
    #expect(
      found == [
        [
          "The envoy , Una Prell", "said", "I welcome it .", "The pier holds .", "We stay .",
        ]
      ])
  }

  @Test func `a speech without the first person is the next paragraph alone`() {
    let found = plans(
      "PER( Lind/NNP ) said/VBD :/:\n\nThe/DT pier is/AUX shut/JJ ./.\n\nIt/PRP is/AUX old/JJ ./.")
    #expect(found == [["Lind", "said", "The pier is shut ."]])
  }

  @Test(arguments: [
    // A quotation is the tagger's.
    "PER( Lind/NNP ) said/VBD :/:\n\n“/`` I/PRP go/VBP ”/'' ./.",
    // No speaker.
    "As/IN was/AUX said/VBD :/:\n\nThe/DT pier is/AUX shut/JJ ./.",
    // Nothing follows.
    "PER( Lind/NNP ) said/VBD :/:",
  ])
  func `without a speaker, or with quotation marks, there is no such speech`(marked: String) {
    #expect(plans(marked).isEmpty)
  }
}
