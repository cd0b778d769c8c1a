/// A report's features made ready for comparison: with the length of each of its vectors.
package struct StoryProfile: Sendable {
  /// What it was made from.
  package let features: StoryFeatures
  /// Lengths of the vectors of words, by ``StoryKind``; 0 where there are none.
  let lengths: SIMD16<Float>
  /// Sum of the weights of words, by ``StoryKind``.
  let totals: SIMD16<Float>
  /// Length of the vector of pairs.
  let pairLength: Float

  /// Prepares features; cost is one pass over them.
  package init(_ features: StoryFeatures) {
    self.features = features
    var squares = SIMD16<Float>(repeating: 0)
    var totals = SIMD16<Float>(repeating: 0)
    for term in features.words {
      let weight = Float(term.weight)
      squares += weight * weight * StoryKind.kinds(of: term.role)
      totals += weight * StoryKind.kinds(of: term.role)
    }
    lengths = squares.squareRoot()
    self.totals = totals
    pairLength = features.pairs.reduce(0) { $0 + Float($1.weight) * Float($1.weight) }.squareRoot()
  }
}

/// The vectors of words that are compared apart.
enum StoryKind: Int, CaseIterable {
  case words, lead, title, names, persons, bodies, places, others, numbers

  /// 1 for each kind that a word of a role belongs to, else 0.
  static func kinds(of role: StoryFeatures.Role) -> SIMD16<Float> {
    table[Int(role.rawValue & 63)]
  }

  private static let table: [SIMD16<Float>] = (UInt8(0)..<64).map { bits in
    let role = StoryFeatures.Role(rawValue: bits)
    var kinds = SIMD16<Float>(repeating: 0)
    for kind in allCases where kind.holds(role) { kinds[kind.rawValue] = 1 }
    return kinds
  }

  private func holds(_ role: StoryFeatures.Role) -> Bool {
    switch self {
    case .words: return true
    case .lead: return role.contains(.lead)
    case .title: return role.contains(.title)
    case .names: return !role.isDisjoint(with: .name)
    case .persons: return role.contains(.person)
    case .bodies: return role.contains(.body)
    case .places: return role.contains(.place)
    case .others: return role.isDisjoint(with: .name) && !role.contains(.number)
    case .numbers: return role.contains(.number)
    }
  }
}
