@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct EnclosedStatementsTests {
  /// The relays of the second of two plans: the first says all behind its cue.
  private func relays(_ inner: String) -> [String] {
    let hand = HandText("The/DT envoy said/VBD that/IN \(inner)")
    let outer = StatementPlan(
      cue: 2..<3, contents: [3..<hand.tags.count], source: 0..<2, confidence: 1)
    let pieces = Dictionary(grouping: hand.pieces, by: \.role)
    let plan = StatementPlan(
      cue: pieces[.cue]?[0].tokens ?? 0..<1, contents: pieces[.content]?.map(\.tokens) ?? [],
      source: pieces[.source]?[0].tokens, confidence: 1)
    let plans = EnclosedStatements(input: hand.input).plans([outer, plan])
    return plans[1].relays.map { hand.text.text.words(hand.text.span($0)) }
  }

  @Test(arguments: [
    ("[ Lind/NNP ] { told/VBD } Aune/NNP < it/PRP leaked/VBD >", ["The envoy"]),
    ("{ reports/NNS } < of/IN fire/NN > grew/VBD", ["The envoy"]),
    ("[ we/PRP ] { fear/VBP } < it/PRP leaked/VBD >", []),
  ])
  func `what stands inside another's words came through that other`(
    inner: String, expected: [String]
  ) {
    #expect(relays(inner) == expected)
  }
}
