@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct ChainReaderTests {
  /// The speaker and relays of each statement; the marks give one frame a cue, each with the source
  /// and content of its own marks, in order.
  private func chains(
    _ marked: String, _ frames: [(source: Int?, cue: Int, content: Int)], sureVerb: String? = nil
  ) -> [[String]] {
    let hand = HandText(marked)
    let input = AttributionInput(
      text: hand.text, traits: hand.text.traits(), tags: hand.tags, names: hand.names,
      clusters: [UInt16](repeating: 0, count: hand.tags.count),
      cueLevels: hand.tags.indices.map { hand.text.word($0) == sureVerb ? 5 : 0 })
    let map = PieceMap(hand.pieces, input)
    let actors = ReportActors(hand.text, names: hand.names)
    let reader = ChainReader(input: input, map: map, actors: actors)
    let plans = reader.plans(
      frames.map {
        StatementPlan(
          StatementFrame(
            cue: $0.cue, source: $0.source, contents: [$0.content], linkProbability: (1, 1)), map,
          confidence: 1)
      })
    func words(_ range: Range<Int>) -> String { hand.text.text.words(hand.text.span(range)) }
    return plans.map { [$0.source.map(words) ?? "unknown"] + $0.relays.map(words) }
  }

  @Test func `who is said to have said it through a paper is the speaker, the paper a relay`() {
    #expect(
      chains(
        "< The/DT envoy > ,/, { according/VBG to/IN } [ the/DT Gazette/NNP ] ,/, { wrote/VBD } < that/IN it/PRP fails/VBZ >",
        [(source: 2, cue: 1, content: 0), (source: 2, cue: 3, content: 4)])
        == [["The envoy", "the Gazette"]])
  }

  @Test func `who is cited speaks, who cites relays`() {
    #expect(
      chains(
        "< it/PRP fails/VBZ > ,/, [ a/DT report ] { said/VBD } ,/, { citing/VBG } < an/DT engineer >",
        [(source: 1, cue: 2, content: 0), (source: 1, cue: 3, content: 4)])
        == [["an engineer", "a report"]])
  }

  @Test func `where only the citing was found, the words before are what was said`() {
    #expect(
      chains(
        "it/PRP fails/VBZ ,/, [ a/DT report ] said/VBD ,/, { citing/VBG } < an/DT engineer >",
        [(source: 0, cue: 1, content: 2)], sureVerb: "said") == [["an engineer", "a report"]])
    #expect(
      chains(
        "[ a/DT report ] ,/, { citing/VBG } < an/DT engineer >", [(source: 0, cue: 1, content: 2)])
        == [])
  }

  @Test func `what is cited but nobody stays a statement`() {
    #expect(
      chains(
        "< it/PRP fails/VBZ > ,/, [ Lind/NNP ] { said/VBD } ,/, { citing/VBG } < low/JJ growth >",
        [(source: 1, cue: 2, content: 0), (source: 1, cue: 3, content: 4)]
      ).count == 2)
  }

  @Test func `according to, beside a speaker, is a relay`() {
    #expect(
      chains(
        "[ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ > ,/, { according/VBG to/IN } [ state/NN media/NNS ]",
        [(source: 0, cue: 1, content: 2)]) == [["Lind", "state media"]])
  }

  @Test func `the paper that somebody told is a relay, the person told is none`() {
    #expect(
      chains(
        "[ Lind/NNP ] { told/VBD } ORG( Reuters/NNP ) < it/PRP fails/VBZ >",
        [(source: 0, cue: 1, content: 2)])
        == [["Lind", "Reuters"]])
    #expect(
      chains(
        "[ Lind/NNP ] { told/VBD } PER( Aune/NNP ) < it/PRP fails/VBZ >",
        [(source: 0, cue: 1, content: 2)])
        == [["Lind"]])
  }

  @Test func `who is quoted by a paper speaks, the paper relays`() {
    #expect(
      chains(
        "[ State/NN media/NNS ] { quoted/VBD } < Lind/NNP as/IN saying/VBG it/PRP fails/VBZ >",
        [(source: 0, cue: 1, content: 2)]) == [["Lind", "State media"]])
  }

  @Test func `words that bring an outlet in make it a relay`() {
    #expect(
      chains(
        "[ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ > in/IN remarks/NNS carried/VBN by/IN state/NN television/NN ./.",
        [(source: 0, cue: 1, content: 2)]) == [["Lind", "state television"]])
    #expect(
      chains(
        "[ a/DT paper reviewed/VBN by/IN ORG( Reuters/NNP ) ] { said/VBD } < it/PRP fails/VBZ >",
        [(source: 0, cue: 1, content: 2)]) == [["a paper reviewed by Reuters", "Reuters"]])
  }

  @Test func `the paper at the end of the sentence is no part of what was said`() {
    #expect(
      chains(
        "[ Lind/NNP ] { said/VBD } < it/PRP fails/VBZ ,/, state/NN media/NNS reported/VBD > ./.",
        [(source: 0, cue: 1, content: 2)], sureVerb: "reported") == [["Lind", "state media"]])
  }

  @Test func `who closes the sentence said all of it, and relays who speaks in it`() {
    #expect(
      chains(
        "[ Lind/NNP ] { thanked/VBD } < the/DT crew > ,/, the/DT release/NN said/VBD ./.",
        [(source: 0, cue: 1, content: 2)])
        == [["Lind", "the release"], ["the release"]])
  }
}
