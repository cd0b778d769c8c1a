@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct ClauseMenderTests {
  /// Source, cue and contents of the one statement of a marked sentence, as mended.
  private func mended(_ marked: String, cueLevel: UInt8 = 5) -> [String] {
    let hand = HandText(marked)
    let cue = hand.pieces.firstIndex { $0.role == .cue } ?? 0
    let input = AttributionInput(
      text: hand.text, traits: hand.text.traits(), tags: hand.tags, names: hand.names,
      clusters: [UInt16](repeating: 0, count: hand.tags.count),
      cueLevels: hand.tags.indices.map { hand.pieces[cue].tokens.contains($0) ? cueLevel : 0 })
    let map = PieceMap(hand.pieces, input)
    let frame = StatementFrame(
      cue: cue, source: hand.pieces.firstIndex { $0.role == .source },
      contents: hand.pieces.indices.filter { hand.pieces[$0].role == .content },
      linkProbability: (1, 1))
    let plan = ClauseMender(input: input, map: map).mended([
      StatementPlan(frame, map, confidence: 1)
    ])[0]
    func words(_ range: Range<Int>) -> String { hand.text.text.words(hand.text.span(range)) }
    return [plan.source.map(words) ?? "unknown", words(plan.cue)] + plan.contents.map(words)
  }

  @Test(arguments: [
    (
      "the/DT agency in/IN Varn/NNP on/IN Tuesday/NNP { confirmed/VBD } < it/PRP failed/VBD >",
      ["the agency in Varn", "confirmed", "it failed"]
    ),
    (
      "< it/PRP failed/VBD > ,/, { stated/VBD } the/DT report ./.",
      ["the report", "stated", "it failed"]
    ),
    (
      "{ Varn/NNP urged/VBD } < restraint >", ["Varn", "urged", "restraint"]
    ),
    (
      "The/DT line held/VBD ,/, { said/VBD } < unit commander PER( Ole/NNP Brandt/NNP ) > ./.",
      ["unit commander Ole Brandt", "said", "The line held"]
    ),
    (
      "a/DT representative at/IN the/DT Mission/NNP to/TO the/DT United/NNP Isles/NNPS has/AUX { dismissed/VBD } < it/PRP >",
      ["a representative at the Mission to the United Isles", "dismissed", "it"]
    ),
    (
      "an/DT envoy at/IN [ the/DT United/NNP Isles/NNPS ] { dismissed/VBD } < it/PRP >",
      ["an envoy at the United Isles", "dismissed", "it"]
    ),
    (
      "an/DT envoy at/IN { the/DT United/NNP Isles/NNPS dismissed/VBD } < it/PRP >",
      ["an envoy at the United Isles", "dismissed", "it"]
    ),
    (
      "[ Lind/NNP ] { said/VBD } < that/IN the/DT alarm > had/VBD failed/VBN ./.",
      ["Lind", "said", "that the alarm had failed"]
    ),
    ("it/PRP { said/VBD } < so >", ["unknown", "said", "so"]),
    ("In/IN Varn/NNP { said/VBD } < so >", ["unknown", "said", "so"]),
  ])
  func `a clause gives its plain subject`(marked: String, expected: [String]) {
    #expect(mended(marked) == expected)
  }

  @Test func `a verb that is no sure cue is left without a speaker`() {
    #expect(
      mended("the/DT crisis { forced/VBD } < a/DT turn >", cueLevel: 2)
        == ["unknown", "forced", "a turn"])
  }
}
