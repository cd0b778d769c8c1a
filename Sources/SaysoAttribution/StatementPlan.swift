/// A statement's parts as tokens: what the linker gave, as the rules on clauses and chains mend it.
struct StatementPlan {
  /// The cue's piece; nil where a rule found the cue.
  let cuePiece: Int?
  /// The probability that the statement is right.
  let confidence: Float
  /// The words that signal it.
  var cue: Range<Int>
  /// What was said, ascending.
  var contents: [Range<Int>]
  /// Who said it; nil where the text does not say.
  var source: Range<Int>?
  /// By whom it reached the page, nearest the speaker first.
  var relays: [Range<Int>] = []

  /// What the linker gave; `contents` where their borders were chosen.
  init(
    _ frame: StatementFrame, _ map: PieceMap, contents: [Range<Int>]? = nil, confidence: Float
  ) {
    cuePiece = frame.cue
    self.confidence = confidence
    cue = map.pieces[frame.cue].tokens
    self.contents = contents ?? frame.contents.map { map.pieces[$0].tokens }
    source = frame.source.map { map.pieces[$0].tokens }
  }

  /// What a rule found.
  init(cue: Range<Int>, contents: [Range<Int>], source: Range<Int>?, confidence: Float) {
    cuePiece = nil
    self.confidence = confidence
    self.cue = cue
    self.contents = contents
    self.source = source
  }

  /// Whether a token is part of what was said.
  func holds(_ token: Int) -> Bool { contents.contains { $0.contains(token) } }
}
