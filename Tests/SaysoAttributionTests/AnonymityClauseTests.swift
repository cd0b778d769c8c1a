@testable import SaysoAttribution
import SaysoLanguage
import Testing

@Suite struct AnonymityClauseTests {
  @Test(arguments: [
    ("an/DT aide [ who/WP ] { asked/VBD } < not/RB to/TO be/VB named/VBN >", true),
    ("[ He/PRP ] { requested/VBD } < anonymity/NN >", true),
    ("[ He/PRP ] { declined/VBD } < to/TO be/VB identified/VBN >", true),
    ("[ He/PRP ] { asked/VBD } < not/RB to/TO be/VB arrested/VBN >", false),
    ("[ He/PRP ] { refused/VBD } < to/TO be/VB drawn/VBN >", false),
  ])
  func `a wish to stay unnamed is no statement`(marked: String, expected: Bool) {
    let hand = HandText(marked)
    let plan = StatementPlan(
      cue: hand.pieces[1].tokens,
      contents: [hand.pieces[2].tokens], source: hand.pieces[0].tokens, confidence: 1)
    #expect(AnonymityClause.isOne(plan, hand.input) == expected)
  }
}
