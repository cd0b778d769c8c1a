@testable import SaysoAttribution
import SaysoLanguage
import SaysoLearning
import Testing

@Suite struct BorderChooserTests {
  /// The features and the one frame of a marked text.
  private func features(_ marked: String) -> (BorderFeatures, StatementFrame, HandText) {
    let hand = HandText(marked)
    let map = PieceMap(hand.pieces, hand.input)
    let frame = StatementFrame(
      cue: hand.pieces.firstIndex { $0.role == .cue } ?? 0,
      source: hand.pieces.firstIndex { $0.role == .source },
      contents: hand.pieces.indices.filter { hand.pieces[$0].role == .content },
      linkProbability: (1, 1))
    let roles = [Float](repeating: 0.5, count: hand.tags.count * 3)
    return (
      BorderFeatures(
        hand.input, map, roles: roles, trees: Dependencies(tokens: hand.tags.count)), frame, hand
    )
  }

  /// A chooser that likes what speaks for one place of each side.
  private func chooser(
    _ features: BorderFeatures, _ frame: StatementFrame, start: Int?, end: Int?
  ) -> BorderChooser {
    var weights = [Float](repeating: 0, count: 2 << BorderFeatures.bits)
    for (place, side) in [(start, BorderFeatures.Side.start), (end, .end)] {
      guard let place else { continue }
      var rows = FeatureRows(bits: BorderFeatures.bits)
      features.add(place, side, of: frame, &rows)
      for row in rows.rows { weights[Int(row) * 2 + side.rawValue] = 1 }
    }
    return BorderChooser(
      ranker: LinearClassifier(
        labels: ["start", "end"],
        table: HashedTable(quantising: weights, bits: BorderFeatures.bits, columns: 2)))
  }

  private let sentence =
    "Strikes/NNS in/IN < Idlib/NNP killed/VBD twenty/CD > ,/, [ Cook/NNP ] { said/VBD } ./."

  @Test func `without a preference the tagged borders stay`() {
    let (features, frame, _) = features(sentence)
    let contents = chooser(features, frame, start: nil, end: nil)
      .contents(of: frame, features)
    #expect(contents == [2..<5])
  }

  @Test func `a content may grow to the edge of its sentence`() {
    let (features, frame, _) = features(sentence)
    let contents = chooser(features, frame, start: 0, end: 5).contents(of: frame, features)
    #expect(contents == [0..<5])
  }

  @Test func `places lie in the sentence and not over the frame's own cue and source`() {
    let (features, frame, hand) = features(
      "It/PRP rained/VBD ./.\n[ Cook/NNP ] { said/VBD } that/IN < rain/NN fell/VBD > there/RB ./.\nSo/RB ./."
    )
    let starts = features.candidates(.start, of: frame)
    let ends = features.candidates(.end, of: frame)
    #expect(starts.min() == 5)
    #expect(starts.contains(6))
    #expect(ends.max() == 10)
    #expect(ends.allSatisfy { $0 > 6 })
    #expect(hand.text.sentences[1] == 3..<10)
  }

  @Test func `the ends of a content never cross`() {
    let (features, frame, _) = features(sentence)
    let contents = chooser(features, frame, start: 4, end: 3).contents(of: frame, features)
    #expect(contents.allSatisfy { !$0.isEmpty })
  }
}
