internal import SaysoLearning

/// The keys that a report is found by.
enum StoryKeys {
  /// Weightiest words that are keys by themselves.
  static let singles = 24
  /// Weightiest pairs of neighbours that are keys.
  static let pairs = 6
  /// Weightiest words of the lead, any two of which are a key.
  static let crossed = 6

  /// A key, and how much it says: 1 for a word, 2 for two words.
  struct Key: Sendable {
    let hash: UInt64
    let worth: UInt8
  }

  /// At most 45 keys.
  static func keys(of features: StoryFeatures) -> [Key] {
    var keys: [Key] = []
    func heaviest(_ terms: [StoryFeatures.Term], _ most: Int) -> [UInt64] {
      terms.sorted { ($1.weight, $0.key) < ($0.weight, $1.key) }.prefix(most)
        .map { UInt64($0.key) }
    }
    keys += heaviest(features.words, singles).map {
      Key(hash: FeatureHash.combine(1, $0), worth: 1)
    }
    keys += heaviest(features.pairs, pairs).map {
      Key(hash: FeatureHash.combine(2, $0), worth: 2)
    }
    let lead = heaviest(features.words.filter { $0.role.contains(.lead) }, crossed).sorted()
    for (place, a) in lead.enumerated() {
      for b in lead.dropFirst(place + 1) {
        keys.append(Key(hash: FeatureHash.combine(3, a, b), worth: 2))
      }
    }
    return keys
  }
}
