package import SaysoLearning

/// Chooses where the contents of a statement begin and end, by a log-linear ranking of the places.
///
/// Reranking what a tagger proposes with features of the whole is Collins and Koo ("Discriminative
/// Reranking for Natural Language Parsing", Computational Linguistics 31, 2005); here the
/// candidates are places, not whole analyses.
package struct BorderChooser: Sendable {
  /// Column 0 ranks starts, column 1 ends.
  package let ranker: LinearClassifier

  /// A chooser with a trained ranker.
  package init(ranker: LinearClassifier) { self.ranker = ranker }

  /// The contents of a frame, the outer borders of the first and the last of them chosen anew.
  package func contents(of frame: StatementFrame, _ features: BorderFeatures) -> [Range<Int>] {
    var contents = frame.contents.map { features.map.pieces[$0].tokens }
    let start = choose(.start, frame, features)
    let end = choose(.end, frame, features)
    let last = contents.count - 1
    if start < contents[0].upperBound, contents.count > 1 || start < end {
      contents[0] = start..<contents[0].upperBound
    }
    if end > contents[last].lowerBound {
      contents[last] = contents[last].lowerBound..<end
    }
    return contents
  }

  private func choose(
    _ side: BorderFeatures.Side, _ frame: StatementFrame, _ features: BorderFeatures
  ) -> Int {
    let places = features.candidates(side, of: frame)
    var rows = FeatureRows(bits: BorderFeatures.bits)
    for place in places { features.add(place, side, of: frame, &rows) }
    let scores = ranker.scores(rows)
    let stride = ranker.table.stride
    // Between equals the tagged place stays.
    var best = places.firstIndex(of: features.place(side, frame).current) ?? 0
    for index in places.indices
    where scores[index * stride + side.rawValue] > scores[best * stride + side.rawValue] {
      best = index
    }
    return places[best]
  }
}
