internal import SaysoLearning

/// How often each word of the training texts was part of a cue.
///
/// While training, the counts of the document at hand are taken out (leave one out), so that a word
/// seen once does not look like a sure cue.
package struct CueLexicon: Sendable, Equatable {
  /// Occurrences of a word: in cues, and in all.
  package struct Count: Sendable, Hashable {
    /// In cues.
    package var cue: Float
    /// In all.
    package var total: Float
    /// From both counts.
    package init(cue: Float, total: Float) {
      self.cue = cue
      self.total = total
    }
  }

  /// Counts by the hash of the lower-cased word.
  package var counts: [UInt64: Count]

  /// A lexicon from counts.
  package init(counts: [UInt64: Count]) { self.counts = counts }

  /// How cue-like a word is, from 0 (unseen or never) to 5 (nearly always).
  package func level(_ lower: UInt64, less own: Count? = nil) -> UInt8 {
    guard var count = counts[lower] else { return 0 }
    if let own {
      count.cue -= own.cue
      count.total -= own.total
    }
    let rate = count.cue / (count.total + 2)
    switch rate {
    case ..<0.01: return 0
    case ..<0.05: return 1
    case ..<0.15: return 2
    case ..<0.35: return 3
    case ..<0.6: return 4
    default: return 5
    }
  }
}
