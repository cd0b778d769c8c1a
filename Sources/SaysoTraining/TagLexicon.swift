internal import SaysoLanguage
internal import SaysoLearning

/// The words of a treebank with the sets of tags that they were seen with.
struct TagLexicon {
  /// From a word's lower-case hash to the number of its class.
  let dictionary: HashDictionary
  /// For each class: the one tag of words that need no scoring, or 255.
  let certain: [UInt8]
  /// Number of words.
  let words: Int

  /// Words seen this often and more are kept.
  private static let minimumCount = 3
  /// A tag belongs to a word's class from this share of its places on.
  private static let minimumShare = 0.03
  /// A word seen this often, and nearly always with one tag, needs no scoring.
  private static let certainCount = 30
  private static let certainShare = 0.998

  init(_ sentences: [TaggedSentence]) {
    var counts: [UInt64: [Int: Int]] = [:]
    var plain: [UInt64: [Int: Int]] = [:]
    var order: [UInt64] = []
    for sentence in sentences {
      for (word, tag) in zip(sentence.words, sentence.tags) {
        let traits = TokenTraits(Array(word.utf8)[...])
        if counts[traits.lower] == nil { order.append(traits.lower) }
        counts[traits.lower, default: [:]][tag, default: 0] += 1
        if Tagger.mayBeCertain(traits) { plain[traits.lower, default: [:]][tag, default: 0] += 1 }
      }
    }
    var classes: [[Int]: UInt16] = [:]
    var certain: [UInt8] = [255]
    var entries: [(hash: UInt64, value: UInt16)] = []
    for hash in order {
      let tags = counts[hash, default: [:]]
      let total = tags.values.reduce(0, +)
      guard total >= TagLexicon.minimumCount else { continue }
      let ranked = tags.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      var set = ranked.filter {
        Double($0.value) >= TagLexicon.minimumShare * Double(total)
      }.prefix(4).map(\.key)
      var sure: UInt8 = 255
      let lower = plain[hash, default: [:]]
      let lowerTotal = lower.values.reduce(0, +)
      if lowerTotal >= TagLexicon.certainCount,
        let top = lower.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        Double(top.value) >= TagLexicon.certainShare * Double(lowerTotal)
      {
        sure = UInt8(top.key)
        set.append(1000 + top.key)
      }
      let number: UInt16
      if let known = classes[set] {
        number = known
      } else {
        number = UInt16(certain.count)
        classes[set] = number
        certain.append(sure)
      }
      entries.append((hash, number))
    }
    dictionary = HashDictionary(entries)
    self.certain = certain
    words = entries.count
  }
}
