import SaysoLanguage
import SaysoRecords
import Testing

@testable import SaysoAttribution

@Suite struct RefusalReaderTests {
  /// Source, cue and contents of each plan as words.
  private func plans(_ marked: String) -> [[String]] {
    let hand = HandText(marked)
    func words(_ range: Range<Int>) -> String { hand.text.text.words(hand.text.span(range)) }
    return RefusalReader(
      input: hand.input, lemmas: TokenLemmas(hand.input, HandText.lemmatizer)
    ).plans([]).map { plan in
      [plan.source.map(words) ?? "nobody", words(plan.cue)] + plan.contents.map(words)
    }
  }

  @Test func `who does not answer a request declines`() {
    #expect(
      plans("Brenmark/NNP did/AUX not/RB respond/VB to/IN a/DT request/NN for/IN comment/NN ./.")
        == [["Brenmark", "did not respond to", "a request for comment"]])
    #expect(
      plans("The/DT embassy did/AUX not/RB return/VB calls/NNS ./.")
        == [["The embassy", "did not return", "calls"]])
  }

  @Test func `answers, other silences and words without a speaker are left alone`() {
    #expect(plans("Brenmark/NNP did/AUX respond/VB to/IN a/DT request/NN ./.") == [])
    #expect(plans("The/DT army did/AUX not/RB respond/VB to/IN the/DT attack ./.") == [])
    #expect(plans("He/PRP did/AUX not/RB return/VB home ./.") == [])
  }
}
