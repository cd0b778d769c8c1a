@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct HearsayReaderTests {
  /// Source, cue and contents of each plan as words.
  private func plans(_ marked: String, frames: [(source: Int?, cue: Int, contents: [Int])] = [])
    -> [[String]]
  {
    let hand = HandText(marked)
    let input = hand.input
    let map = PieceMap(hand.pieces, input)
    let given = frames.map {
      StatementPlan(
        StatementFrame(
          cue: $0.cue, source: $0.source, contents: $0.contents, linkProbability: (1, 1)), map,
        confidence: 1)
    }
    func words(_ range: Range<Int>) -> String { hand.text.text.words(hand.text.span(range)) }
    return HearsayReader(input: input, lemmas: TokenLemmas(input, HandText.lemmatizer))
      .plans(given).map { plan in
        [plan.source.map(words) ?? "nobody", words(plan.cue)] + plan.contents.map(words)
      }
  }

  @Test func `an adverb of hearsay has no speaker, and the clause around it is what is said`() {
    #expect(
      plans("The/DT army reportedly/RB lost/VBD a/DT ship ./.")
        == [["nobody", "reportedly", "The army", "lost a ship"]])
    #expect(
      plans("Lind/NNP has/AUX allegedly/RB left/VBN ./.")
        == [["nobody", "allegedly", "Lind has", "left"]])
  }

  @Test func `an adverb before a noun is a hedge of the author's`() {
    #expect(plans("An/DT allegedly/RB stolen/JJ ship came/VBD ./.") == [])
  }

  @Test func `what is believed of somebody is not his belief`() {
    #expect(
      plans("Lind/NNP is/AUX believed/VBN to/TO have/AUX left/VBN ./.")
        == [["nobody", "is believed", "Lind", "to have left"]])
    #expect(
      plans(
        "[ Lind/NNP ] { is/AUX said/VBN } < to/TO have/AUX left/VBN > ./.",
        frames: [(source: 0, cue: 1, contents: [2])])
        == [["nobody", "is said", "Lind", "to have left"]])
  }

  @Test func `it is alleged, by nobody`() {
    #expect(
      plans("It/PRP is/AUX alleged/VBN that/IN Lind/NNP paid/VBD ./.")
        == [["nobody", "is alleged", "that Lind paid"]])
  }

  @Test func `who is quoted speaks`() {
    #expect(
      plans(
        "[ Lind/NNP ] { was/AUX quoted/VBN as/IN saying/VBG } < it/PRP fails/VBZ > ./.",
        frames: [(source: 0, cue: 1, contents: [2])])
        == [["Lind", "was quoted as saying", "it fails"]])
  }
}
