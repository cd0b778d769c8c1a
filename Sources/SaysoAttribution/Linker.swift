internal import SaysoLanguage
package import SaysoLearning

/// A statement as pieces: one cue, its source, its contents.
package struct StatementFrame: Sendable, Hashable {
  /// Index of the cue piece.
  package let cue: Int
  /// Index of the source piece; nil where there is none.
  package let source: Int?
  /// Indices of the content pieces, ascending, at least one.
  package let contents: [Int]
  /// How sure the linker is of the source and of the least sure content, 0...1.
  package let linkProbability: (source: Float, content: Float)

  /// By cue, source and contents.
  package static func == (a: StatementFrame, b: StatementFrame) -> Bool {
    a.cue == b.cue && a.source == b.source && a.contents == b.contents
  }
  /// By cue, source and contents.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(cue)
    hasher.combine(source)
    hasher.combine(contents)
  }
}

/// Joins pieces into statements: each content chooses its cue, each cue its source, by a log-linear
/// ranking of the candidates, "none" among them.
///
/// In PolNeAR every attribution has one cue of its own, and a source may serve several.
package struct Linker: Sendable {
  /// Column 0 ranks cues for a content, column 1 sources for a cue.
  package let ranker: LinearClassifier

  /// A linker with a trained ranker.
  package init(ranker: LinearClassifier) { self.ranker = ranker }

  /// The statements of a text, by position of the cue; `votes` are what somebody else thinks of the
  /// candidates, as log-odds to be added.
  package func link(
    _ map: PieceMap, _ input: AttributionInput, votes: PieceVotes? = nil
  ) -> [StatementFrame] {
    var contentsOfCue: [Int: [(Int, Float)]] = [:]
    for content in map.pieces.indices where map.pieces[content].role == .content {
      let candidates = map.cueCandidates(content: content)
      guard !candidates.isEmpty else { continue }
      var rows = FeatureRows(bits: LinkFeatures.bits)
      for cue in candidates { LinkFeatures.addContent(content, cue: cue, map, input, &rows) }
      LinkFeatures.addNone(content, map, input, &rows)
      let (best, probability) = choose(
        rows, column: 0, votes: votes?.votes(content, candidates, column: 0))
      if best < candidates.count {
        contentsOfCue[candidates[best], default: []].append((content, probability))
      }
    }
    return map.cues.compactMap { cue in
      guard let contents = contentsOfCue[cue] else { return nil }
      var rows = FeatureRows(bits: LinkFeatures.bits)
      let candidates = map.sourceCandidates(cue: cue)
      for source in candidates { LinkFeatures.addSource(source, cue: cue, map, input, &rows) }
      LinkFeatures.addNone(cue, map, input, &rows)
      let (best, probability) = choose(
        rows, column: 1, votes: votes?.votes(cue, candidates, column: 1))
      return StatementFrame(
        cue: cue, source: best < candidates.count ? candidates[best] : nil,
        contents: contents.map(\.0),
        linkProbability: (probability, contents.map(\.1).min() ?? 0))
    }
  }

  /// The best item of a ranking and its share of the soft maximum.
  private func choose(
    _ rows: FeatureRows, column: Int, votes: [Float]? = nil
  ) -> (Int, Float) {
    let scores = ranker.scores(rows)
    let stride = ranker.table.stride
    let own = (0..<rows.count).map { scores[$0 * stride + column] + (votes?[$0] ?? 0) }
    var best = 0
    for index in own.indices where own[index] > own[best] { best = index }
    let sum = own.reduce(Float(0)) { $0 + exponential($1 - own[best]) }
    return (best, 1 / sum)
  }
}
