internal import SaysoLearning

/// What the tagger sees of each token: the trainer and the tagger share these features.
///
/// Fixed features hang on the words alone; moving ones on the tags given to the two tokens before.
package struct TagFeatures {
  /// Number of fixed features of a token.
  package static let fixedCount = 28
  /// Number of moving features of a token.
  package static let movingCount = 6
  /// Stands for the tag before the first token.
  package static let border: UInt64 = 64

  private let traits: [TokenTraits]
  /// For each token, what its lexicon entry says of its word (0: not in it).
  private let classes: [UInt16]
  private static let edge: UInt64 = 0x5EED_ED6E
  private static let edgeTraits = TokenTraits([0x0A][...])

  /// Features over all tokens of a text; `classes` holds a lexicon value per token.
  package init(traits: [TokenTraits], classes: [UInt16]) {
    precondition(traits.count == classes.count, "a class per token")
    self.traits = traits
    self.classes = classes
  }

  /// Fills in the hashes of one token's fixed features; `into` has ``fixedCount`` places.
  ///
  /// `shouting` says that the sentence has no small letters; `quotes` counts the straight quotation
  /// marks before the token in its sentence.
  package func fixed(
    _ index: Int, in sentence: Range<Int>, shouting: Bool, quotes: Int, into result: inout [UInt64]
  ) {
    let word = traits[index]
    func neighbour(_ offset: Int) -> TokenTraits {
      sentence.contains(index + offset) ? traits[index + offset] : TagFeatures.edgeTraits
    }
    func lexical(_ offset: Int) -> UInt64 {
      sentence.contains(index + offset) ? UInt64(classes[index + offset]) : 0xFFFF
    }
    let before = neighbour(-1)
    let after = neighbour(1)
    let case0 = UInt64(word.flags.rawValue & TagFeatures.caseMask)
    let first: UInt64 = index == sentence.lowerBound ? 1 : 0
    let place = case0 << 2 | first << 1 | (shouting ? 1 : 0)
    let class0 = lexical(0)
    let class1 = lexical(1)
    result[0] = FeatureHash.combine(1, word.lower)
    result[1] = FeatureHash.combine(2, word.shape, first)
    result[2] = FeatureHash.combine(3, word.suffixes.0)
    result[3] = FeatureHash.combine(4, word.suffixes.1)
    result[4] = FeatureHash.combine(5, word.suffixes.2, place)
    result[5] = FeatureHash.combine(6, word.suffixes.3)
    result[6] = FeatureHash.combine(7, word.prefixes.0)
    result[7] = FeatureHash.combine(8, word.prefixes.1)
    result[8] = FeatureHash.combine(9, word.prefixes.2)
    result[9] = FeatureHash.combine(10, before.lower)
    result[10] = FeatureHash.combine(11, after.lower)
    result[11] = FeatureHash.combine(12, neighbour(-2).lower)
    result[12] = FeatureHash.combine(13, neighbour(2).lower)
    result[13] = FeatureHash.combine(14, before.suffixes.2)
    result[14] = FeatureHash.combine(15, after.suffixes.2)
    result[15] = FeatureHash.combine(16, before.lower, word.lower)
    result[16] = FeatureHash.combine(17, word.lower, after.lower)
    result[17] = FeatureHash.combine(18, place)
    result[18] = FeatureHash.combine(
      19, case0, UInt64(before.flags.rawValue & TagFeatures.caseMask),
      UInt64(after.flags.rawValue & TagFeatures.caseMask))
    result[19] = FeatureHash.combine(20, class0, place)
    result[20] = FeatureHash.combine(21, class1)
    result[21] = FeatureHash.combine(22, class0, class1)
    result[22] = FeatureHash.combine(23, class1, lexical(2))
    result[23] = FeatureHash.combine(24, class0, class1, lexical(2))
    result[24] = FeatureHash.combine(25, word.suffixes.1, class1)
    result[25] = FeatureHash.combine(
      26, word.flags.contains(.openQuote) || word.flags.contains(.closeQuote) ? word.shape : 0,
      UInt64(quotes & 1), UInt64(word.flags.rawValue & 0x30))
    result[26] = FeatureHash.combine(27, word.lower, place)
    result[27] = FeatureHash.combine(28, lexical(-1), class0, class1)
  }

  /// Fills in the hashes of one token's moving features; `into` has ``movingCount`` places.
  package func moving(
    _ index: Int, in sentence: Range<Int>, previous: UInt64, secondPrevious: UInt64,
    into result: inout [UInt64]
  ) {
    let word = traits[index]
    let inside = index + 1 < sentence.upperBound
    let after = inside ? traits[index + 1].lower : TagFeatures.edge
    let class1 = inside ? UInt64(classes[index + 1]) : 0xFFFF
    let pair = previous << 8 | secondPrevious
    result[0] = FeatureHash.combine(40, previous)
    result[1] = FeatureHash.combine(41, pair)
    result[2] = FeatureHash.combine(42, previous, word.lower)
    result[3] = FeatureHash.combine(43, previous, after)
    result[4] = FeatureHash.combine(44, pair, UInt64(classes[index]), class1)
    result[5] = FeatureHash.combine(45, previous, word.suffixes.2)
  }

  private static let caseMask =
    (TokenTraits.Flags.capitalised.rawValue | TokenTraits.Flags.allCapitals.rawValue
      | TokenTraits.Flags.digit.rawValue | TokenTraits.Flags.letter.rawValue
      | TokenTraits.Flags.mixedCase.rawValue | TokenTraits.Flags.hyphen.rawValue
      | TokenTraits.Flags.stop.rawValue)

  /// Whether a sentence has capitals and hardly any small letters, as headlines may.
  package func isShouting(_ sentence: Range<Int>) -> Bool {
    var capitals = 0
    var others = 0
    for index in sentence where traits[index].flags.contains(.letter) {
      if traits[index].flags.contains(.allCapitals) { capitals += 1 } else { others += 1 }
    }
    return capitals >= 2 && capitals >= 3 * others
  }
}
