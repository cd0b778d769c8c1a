@testable import SaysoAttribution
import SaysoLearning
import Testing

@Suite struct LinkerTests {
  @Test func `candidates are the near cues of the paragraph and of those beside it`() {
    let hand = HandText(
      """
      [ Lind/NNP ] { said/VBD } < so >
      [ Aune/NNP ] { said/VBD } < that >

      < more >

      [ Lind/NNP ] { said/VBD } < again >

      { added/VBD }
      """)
    let map = PieceMap(hand.pieces, hand.input)
    let contents = map.pieces.indices.filter { map.pieces[$0].role == .content }
    #expect(map.cueCandidates(content: contents[2]) == [map.cues[0], map.cues[1], map.cues[2]])
    #expect(map.sourceCandidates(cue: map.cues[2]) == [map.cues[2] - 1])
    #expect(map.sourceCandidates(cue: map.cues[3]) == [])
  }

  @Test func `an untrained ranking still gives every statement a cue and a content`() {
    let hand = HandText("[ Lind/NNP ] { said/VBD } < so >\n< more > { said/VBD } [ Aune/NNP ]")
    let blank = Linker(
      ranker: LinearClassifier(
        labels: ["content", "source"],
        table: HashedTable(
          bits: LinkFeatures.bits, columns: 2, scale: 1,
          weights: [Int8](repeating: 0, count: 8 << LinkFeatures.bits))))
    let map = PieceMap(hand.pieces, hand.input)
    let frames = blank.link(map, hand.input)
    #expect(!frames.isEmpty)
    for frame in frames {
      #expect(map.pieces[frame.cue].role == .cue)
      #expect(!frame.contents.isEmpty)
      #expect(frame.contents.allSatisfy { map.pieces[$0].role == .content })
    }
  }
}
