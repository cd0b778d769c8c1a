/// The different words of a document and how each is written in it.
struct DocumentWords {
  /// For each token, the number of its word (letter case aside).
  private let words: [Int32]
  /// Counts of each word: with a small letter, with a capital inside a sentence.
  private let small: [UInt8]
  private let capital: [UInt8]
  /// Number of different words.
  let count: Int

  init(traits: [TokenTraits], sentences: [Range<Int>]) {
    var numbers: [UInt64: Int32] = [:]
    numbers.reserveCapacity(traits.count / 2)
    var words = [Int32](repeating: 0, count: traits.count)
    var small: [UInt8] = []
    var capital: [UInt8] = []
    for sentence in sentences {
      for index in sentence {
        let next = Int32(small.count)
        let number = numbers[traits[index].lower, default: next]
        if number == next {
          numbers[traits[index].lower] = next
          small.append(0)
          capital.append(0)
        }
        words[index] = number
        let flags = traits[index].flags
        guard flags.contains(.letter) else { continue }
        if !flags.contains(.capitalised) {
          small[Int(number)] = min(200, small[Int(number)] + 1)
        } else if index > sentence.lowerBound, !flags.contains(.allCapitals) {
          capital[Int(number)] = min(200, capital[Int(number)] + 1)
        }
      }
    }
    self.words = words
    self.small = small
    self.capital = capital
    count = small.count
  }

  /// The number of a token's word, below ``count``.
  func word(_ index: Int) -> Int { Int(words[index]) }

  /// How often a token's word is written small (0, 1, 2 and more) and with a capital inside a
  /// sentence (0, 1, 2, 3 and more), as one number.
  func writing(_ index: Int) -> UInt64 {
    let word = Int(words[index])
    return UInt64(min(2, small[word])) << 2 | UInt64(min(3, capital[word]))
  }

  /// Whether a token's word is nowhere in the document written with a small letter.
  func isNeverSmall(_ index: Int) -> Bool { small[Int(words[index])] == 0 }
}
