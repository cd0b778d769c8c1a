package import SaysoLearning

/// Finds the entries of the built-in lists in running text.
package struct NameGazetteer: Sendable {
  /// For hashes of one to four words in a row, the kinds of lists that hold them, plus one bit for
  /// "a longer entry begins so".
  private let entries: HashDictionary
  private static let more: UInt16 = 1 << 15

  /// A gazetteer as it was stored.
  package init(entries: HashDictionary) { self.entries = entries }

  /// Reads a gazetteer from the model that learned with it.
  package init(_ model: ModelFile) throws {
    self.init(entries: try model.dictionary("names.lists"))
  }

  /// Writes the gazetteer into a model file.
  package func store(in model: inout ModelFile) {
    model.set("names.lists", dictionary: entries)
  }

  /// The gazetteer of the built-in lists; costs some ten milliseconds.
  package init() {
    var kinds: [UInt64: UInt16] = [:]
    for (kind, list) in NameLists.all {
      for phrase in list.split(separator: ",") {
        var key: UInt64 = 0
        let words = AnnotatedText(phrase).traits().map(\.lower)
        for (index, word) in words.enumerated() {
          key = NameGazetteer.extend(key, by: word)
          kinds[key, default: 0] |= index + 1 == words.count ? kind.rawValue : NameGazetteer.more
        }
      }
    }
    entries = HashDictionary(kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// For each token of a sentence, the kinds of the longest entry that covers it, shifted left by
  /// two, with 1 for its first word and 2 for a later one.
  func marks(_ traits: [TokenTraits], in sentence: Range<Int>, into result: inout [UInt32]) {
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      var key: UInt64 = 0
      var end = at
      var found: UInt16 = 0
      var next = at
      while next < sentence.upperBound {
        key = NameGazetteer.extend(key, by: traits[next].lower)
        let value = entries[key]
        next += 1
        if value & ~NameGazetteer.more != 0 {
          found = value & ~NameGazetteer.more
          end = next
        }
        if value & NameGazetteer.more == 0 { break }
      }
      if end == at {
        result[at] = 0
        at += 1
      } else {
        for index in at..<end { result[index] = UInt32(found) << 2 | (index == at ? 1 : 2) }
        at = end
      }
    }
  }

  private static func extend(_ key: UInt64, by word: UInt64) -> UInt64 {
    key == 0 ? word : FeatureHash.combine(77, key, word)
  }
}
