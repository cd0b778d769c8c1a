package import SaysoLearning

/// What the vectors of pieces say of links between them: a bilinear form for each kind of choice
/// (Dozat and Manning, "Deep Biaffine Attention", 2017), "none" among the candidates.
package struct PieceVotes: Sendable {
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
          && places.count == 2 * PieceVotes.reach, "parts fit each other")
      self.asking = asking
      self.answering = answering
      self.none = none
      self.places = places
    }
  }

  /// How many candidates on each side have a place of their own.
  package static let reach = 4

  private let relations: [Relation]
  private let weight: Float
  private var asks: [[Float]] = []
  private var answers: [[Float]] = []

  /// The votes on the pieces of a text: relation 0 is of contents that look for cues, 1 of cues that
  /// look for sources; `words` holds the tokens' vectors, `weight` is how much a vote counts.
  init(_ relations: [Relation], _ pieces: [RolePiece], words: [Float], width: Int, weight: Float) {
    self.relations = relations
    self.weight = weight
    var both: [Float] = []
    both.reserveCapacity(pieces.count * 2 * width)
    for piece in pieces {
      for token in [piece.tokens.lowerBound, piece.tokens.upperBound - 1] {
        both += words[token * width..<(token + 1) * width]
      }
    }
    for relation in relations {
      var ask = [Float](repeating: 0, count: pieces.count * relation.asking.stride)
      var answer = ask
      relation.asking.apply(to: both, count: pieces.count, into: &ask)
      relation.answering.apply(to: both, count: pieces.count, into: &answer)
      asks.append(ask)
      answers.append(answer)
    }
  }

  /// The votes on candidates, ascending and all of one role, and last that on "none".
  func votes(_ piece: Int, _ candidates: [Int], column: Int) -> [Float] {
    let relation = relations[column]
    let width = relation.none.count
    let scale = weight / Float(width).squareRoot()
    let own = piece * relation.asking.stride
    func product(_ numbers: [Float], _ start: Int) -> Float {
      var sum: Float = 0
      for at in 0..<width { sum += asks[column][own + at] * numbers[start + at] }
      return sum * scale
    }
    let before = candidates.count { $0 < piece }
    return candidates.enumerated().map { order, candidate in
      let place =
        order < before
        ? min(PieceVotes.reach, before - order) - 1
        : PieceVotes.reach + min(PieceVotes.reach, order - before + 1) - 1
      return product(answers[column], candidate * relation.answering.stride)
        + weight * relation.places[place]
    } + [product(relation.none, 0)]
  }
}
