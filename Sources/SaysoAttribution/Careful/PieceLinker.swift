package import SaysoLearning

/// Joins pieces by their vectors: each content chooses its cue, each cue its source, "none" among
/// the candidates.
package struct PieceLinker: Sendable {
  /// What one kind of choice is made by.
  package struct Relation: Sendable {
    /// Vectors of pieces that ask, two words wide.
    let asking: DenseLayer
    /// Vectors of pieces that answer.
    let answering: DenseLayer
    /// The vector of "none".
    let none: [Float]
    /// What each place of a candidate is worth: the nearest before the piece and so on, then the
    /// nearest after it and so on.
    let places: [Float]

    /// A relation from its parts.
    package init(asking: DenseLayer, answering: DenseLayer, none: [Float], places: [Float]) {
      precondition(
        asking.outputs == answering.outputs && none.count == asking.outputs
          && places.count == 2 * PieceLinker.reach, "parts fit each other")
      self.asking = asking
      self.answering = answering
      self.none = none
      self.places = places
    }
  }

  /// How many candidates on each side are looked at.
  package static let reach = 4

  /// Contents look for cues.
  let cues: Relation
  /// Cues look for sources.
  let sources: Relation

  /// A linker from both relations.
  package init(cues: Relation, sources: Relation) {
    self.cues = cues
    self.sources = sources
  }

  /// The statements that pieces make, by position of the cue; `words` holds the tokens' vectors.
  func frames(_ map: PieceMap, words: [Float], width: Int) -> [StatementFrame] {
    let pieces = map.pieces
    guard !pieces.isEmpty else { return [] }
    var both = [Float]()
    both.reserveCapacity(pieces.count * 2 * width)
    for piece in pieces {
      for token in [piece.tokens.lowerBound, piece.tokens.upperBound - 1] {
        both += words[token * width..<(token + 1) * width]
      }
    }
    let contents = Choices(cues, both, pieces)
    let speakers = Choices(sources, both, pieces)
    var contentsOfCue: [Int: [(piece: Int, sure: Float)]] = [:]
    for content in pieces.indices where pieces[content].role == .content {
      let (cue, sure) = contents.choose(content, among: .cue)
      if let cue { contentsOfCue[cue, default: []].append((content, sure)) }
    }
    return map.cues.compactMap { cue in
      guard let contents = contentsOfCue[cue] else { return nil }
      let (source, sure) = speakers.choose(cue, among: .source)
      return StatementFrame(
        cue: cue, source: source, contents: contents.map(\.piece),
        linkProbability: (sure, contents.map(\.sure).min() ?? 0))
    }
  }

  /// The choices of one relation over the pieces of a text.
  private struct Choices {
    let relation: Relation
    let pieces: [RolePiece]
    var asks: [Float]
    var answers: [Float]

    init(_ relation: Relation, _ both: [Float], _ pieces: [RolePiece]) {
      self.relation = relation
      self.pieces = pieces
      asks = [Float](repeating: 0, count: pieces.count * relation.asking.stride)
      answers = [Float](repeating: 0, count: pieces.count * relation.answering.stride)
      relation.asking.apply(to: both, count: pieces.count, into: &asks)
      relation.answering.apply(to: both, count: pieces.count, into: &answers)
    }

    /// The likeliest candidate, nil for none, and its share of the soft maximum.
    func choose(_ piece: Int, among role: RoleLabel.Role) -> (Int?, Float) {
      let width = relation.none.count
      let scale = 1 / Float(width).squareRoot()
      let own = piece * relation.asking.stride
      func product(_ numbers: [Float], _ start: Int) -> Float {
        (0..<width).reduce(Float(0)) { $0 + asks[own + $1] * numbers[start + $1] } * scale
      }
      var candidates: [(piece: Int?, score: Float)] = []
      for (side, order) in [
        Array(stride(from: piece - 1, through: 0, by: -1)), Array(piece + 1..<max(piece + 1, pieces.count)),
      ].enumerated() {
        var met = 0
        for other in order where pieces[other].role == role {
          candidates.append(
            (
              other,
              product(answers, other * relation.answering.stride)
                + relation.places[side * PieceLinker.reach + met]
            ))
          met += 1
          if met == PieceLinker.reach { break }
        }
      }
      candidates.append((nil, product(relation.none, 0)))
      var best = 0
      for at in candidates.indices where candidates[at].score > candidates[best].score { best = at }
      let sum = candidates.reduce(Float(0)) {
        $0 + exponential($1.score - candidates[best].score)
      }
      return (candidates[best].piece, 1 / sum)
    }
  }
}
