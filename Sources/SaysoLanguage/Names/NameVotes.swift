internal import SaysoRecords

/// What a first pass over a document says of its words.
package struct NameVotes {
  private let labels: [UInt8]
  private let votes: [UInt8]
  private let holders: [UInt8]

  init(
    labels: [UInt8], words: DocumentWords, traits: [TokenTraits], sentences: [Range<Int>]
  ) {
    self.labels = labels
    let kinds = NameType.allCases.count + 1
    var counts = [UInt16](repeating: 0, count: words.count * kinds)
    for index in labels.indices where traits[index].flags.contains(.capitalised) {
      let kind = labels[index] == 0 ? 0 : Int(labels[index] + 1) / 2
      counts[words.word(index) * kinds + kind] &+= 1
    }
    votes = (0..<words.count).map { word in
      let own = counts[word * kinds..<(word + 1) * kinds]
      let total = own.reduce(0, &+)
      guard total > 0, let top = own.max(), let kind = own.firstIndex(of: top) else { return 0 }
      let share: UInt8 = total == 1 ? 0 : top == total ? 3 : top * 4 >= total * 3 ? 2 : 1
      return UInt8(kind - word * kinds + 1) << 2 | share
    }
    var holders = [UInt8](repeating: 0, count: words.count)
    var lengths = [UInt8](repeating: 0, count: words.count)
    for name in NameLabels.names(labels, sentences: sentences) {
      let length = UInt8(min(7, name.tokens.count))
      let kind = labels[name.tokens.lowerBound] / 2
      for index in name.tokens where length > lengths[words.word(index)] {
        lengths[words.word(index)] = length
        let place: UInt8 =
          length == 1
          ? 0
          : index == name.tokens.lowerBound
            ? 1 : index + 1 == name.tokens.upperBound ? 2 : 3
        holders[words.word(index)] = kind * 16 + min(length, 3) * 4 + place + 1
      }
    }
    self.holders = holders
  }

  /// The first pass's label of a token.
  func label(_ index: Int) -> UInt64 { UInt64(labels[index]) }

  /// The most frequent kind of a word where it is capitalised, and how clear the vote is.
  func vote(_ word: Int) -> UInt64 { UInt64(votes[word]) }

  /// The kind and length of the longest name that holds a word, and the word's place in it.
  func holder(_ word: Int) -> UInt64 { UInt64(holders[word]) }
}
