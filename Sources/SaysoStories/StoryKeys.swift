internal import SaysoLearning

/// The keys that a report is found by.
enum StoryKeys {
  /// Weightiest words that are keys by themselves.
  static let singles = 10
  /// Weightiest pairs of neighbours that are keys.
  static let pairs = 6
  /// Weightiest words of the lead, any two of which are a key.
  static let crossed = 6

  /// At most 22 hashes, none twice.
  static func keys(of features: StoryFeatures) -> [UInt64] {
    var keys: [UInt64] = []
    func heaviest(_ terms: [StoryFeatures.Term], _ most: Int) -> [UInt64] {
      terms.sorted { ($1.weight, $0.key) < ($0.weight, $1.key) }.prefix(most)
        .map { UInt64($0.key) }
    }
    keys += heaviest(features.words, singles).map { FeatureHash.combine(1, $0) }
    keys += heaviest(features.pairs, pairs).map { FeatureHash.combine(2, $0) }
    let lead = heaviest(features.words.filter { $0.role.contains(.lead) }, crossed).sorted()
    for (place, a) in lead.enumerated() {
      for b in lead.dropFirst(place + 1) { keys.append(FeatureHash.combine(3, a, b)) }
    }
    return keys
  }
}
