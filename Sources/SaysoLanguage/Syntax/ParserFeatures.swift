package import SaysoLearning

/// What the parser sees of a word by itself: rows of one table of vectors, which are added up.
///
/// The engine and `sayso-train parser-features` share it. The word itself has two rows by two
/// hashes, so that words which share one hardly ever share the other (Svenstrup, Hansen and
/// Winther, "Hash Embeddings for Efficient Word Representations", 2017); affixes, shape and cluster
/// stand in for words that were not learned.
package struct ParserFeatures: Sendable {
  /// Rows of a word.
  package static let count = 14

  /// Rows of the table.
  package let rows: Int
  /// The clusters of words, as the name tagger has them.
  package let clusters: HashDictionary

  /// Features over a table of `rows` rows, at most 2^32.
  package init(rows: Int, clusters: HashDictionary) {
    precondition((1...1 << 32).contains(rows), "a table has 1 to 2^32 rows")
    self.rows = rows
    self.clusters = clusters
  }

  /// Appends the rows of one word, ``count`` of them.
  package func append(_ word: TokenTraits, to result: inout [UInt32]) {
    let cluster = NameFeatures.cluster(word, clusters)
    let coarse: UInt64 =
      cluster == 0 ? 0xFFFE : UInt64((cluster - 1) & (1 << NameFeatures.coarseBits - 1))
    result.append(row(FeatureHash.combine(300, word.lower)))
    result.append(row(FeatureHash.combine(301, word.lower)))
    result.append(row(FeatureHash.combine(302, word.form)))
    result.append(row(FeatureHash.combine(303, word.prefixes.0)))
    result.append(row(FeatureHash.combine(304, word.prefixes.1)))
    result.append(row(FeatureHash.combine(305, word.prefixes.2)))
    result.append(row(FeatureHash.combine(306, word.suffixes.0)))
    result.append(row(FeatureHash.combine(307, word.suffixes.1)))
    result.append(row(FeatureHash.combine(308, word.suffixes.2)))
    result.append(row(FeatureHash.combine(309, word.suffixes.3)))
    result.append(row(FeatureHash.combine(310, word.shape)))
    result.append(row(FeatureHash.combine(311, UInt64(word.flags.rawValue))))
    result.append(row(FeatureHash.combine(312, UInt64(cluster))))
    result.append(row(FeatureHash.combine(313, coarse)))
  }

  /// A hash's row: its upper half as a share of all rows (Lemire, "Fast Random Integer Generation
  /// in an Interval", 2019).
  private func row(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: ((hash >> 32) &* UInt64(rows)) >> 32)
  }
}
