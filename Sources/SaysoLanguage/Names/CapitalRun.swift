/// A run of capitalised words, with the small words and hyphens inside it.
struct CapitalRun {
  let start: Int
  /// One past the last token; equal to `start` for tokens outside of runs.
  let end: Int

  /// Finds the runs of a sentence and notes each at its tokens.
  static func find(
    _ traits: [TokenTraits], _ tags: [Tag], in sentence: Range<Int>, into runs: inout [CapitalRun]
  ) {
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard traits[at].flags.contains(.capitalised) else {
        runs[at] = CapitalRun(start: at, end: at)
        at += 1
        continue
      }
      var end = at + 1
      while end < sentence.upperBound {
        if traits[end].flags.contains(.capitalised) {
          end += 1
        } else if end + 1 < sentence.upperBound, joins(traits[end], tags[end]),
          traits[end + 1].flags.contains(.capitalised)
        {
          end += 2
        } else if end + 1 < sentence.upperBound, traits[end].flags.contains(.hyphen),
          traits[end].flags.contains(.punctuation), tags[end].penn == .hyph
        {
          end += 2
        } else {
          break
        }
      }
      for index in at..<end { runs[index] = CapitalRun(start: at, end: end) }
      at = end
    }
  }

  /// "of", "for", "de", "&" and the like between capitalised words.
  private static func joins(_ word: TokenTraits, _ tag: Tag) -> Bool {
    joiners.contains(word.lower)
  }

  private static let joiners = Set(
    ["of", "de", "del", "von", "van", "der", "al", "bin", "&", "la", "du", "da"].map {
      TokenTraits(Array($0.utf8)[...]).lower
    })
}
