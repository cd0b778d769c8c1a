/// Puts each statement of a story into the claim of earlier ones, or lets it open one.
///
/// Statements are taken by publication. Each chooses among its candidates and opening a claim by
/// ``AntecedentFeatures`` with the weights that Training/claims.py learned; what speaks for a claim is
/// the probability of its likeliest statements together.
package struct AntecedentRanker {
  /// Where a statement was put.
  package struct Place: Hashable, Sendable {
    /// The statement that opened the claim.
    package let head: Int
    /// How likely it is that the statement is of this claim, 0...1.
    package let strength: Double
  }

  /// Statements of a claim that speak for it.
  private static let most = 2
  /// Added to the score that what tells something of its own opens a claim.
  ///
  /// For precision: at 0 more is joined, and more wrongly. What answers has to be about something.
  private static let caution: Float = 0.75

  /// A ranker.
  package init() {}

  /// The places of all statements.
  package func places(_ features: AntecedentFeatures) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(features.count)
    for b in 0..<features.count {
      let candidates = features.candidates(of: b)
      var scores = candidates.map { a in
        AntecedentRanker.dot(
          features.features(a, b), AntecedentWeights.pairs[features.regime(a, b)])
      }
      scores.append(
        AntecedentRanker.dot(features.opening(b), AntecedentWeights.opening)
          + (features.profiles[b].manner == .telling ? AntecedentRanker.caution : 0))
      let top = scores.max() ?? 0
      let odds = scores.map { Double($0 - top).exponential }
      let sum = odds.reduce(0, +)
      var likely: [Int: [Double]] = [:]
      for (candidate, odds) in zip(candidates, odds) {
        likely[places[candidate].head, default: []].append(odds / sum)
      }
      let best = likely.map { head, odds in
        (
          value: odds.sorted(by: >).prefix(AntecedentRanker.most).reduce(0, +),
          all: odds.reduce(0, +), head: head
        )
      }.min { ($1.value, $0.head) < ($0.value, $1.head) }
      let opening = (odds.last ?? 0) / sum
      if let best, best.value > opening {
        places.append(Place(head: best.head, strength: min(1, best.all)))
      } else {
        places.append(Place(head: b, strength: opening))
      }
    }
    return places
  }

  /// The product of two vectors, as far as both go: what is told of meanings comes last and has no weight.
  private static func dot(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
