/// A statement's parts as tokens: what the linker gave, as the rules on clauses and chains mend it.
struct StatementPlan {
  /// What the linker gave.
  let frame: StatementFrame
  /// The probability that the frame is right.
  let confidence: Float
  /// The words that signal it.
  var cue: Range<Int>
  /// What was said, ascending.
  var contents: [Range<Int>]
  /// Who said it; nil where the text does not say.
  var source: Range<Int>?
  /// By whom it reached the page, nearest the speaker first.
  var relays: [Range<Int>] = []

  init(_ frame: StatementFrame, _ map: PieceMap, confidence: Float) {
    self.frame = frame
    self.confidence = confidence
    cue = map.pieces[frame.cue].tokens
    contents = frame.contents.map { map.pieces[$0].tokens }
    source = frame.source.map { map.pieces[$0].tokens }
  }
}
