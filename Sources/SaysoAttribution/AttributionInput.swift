package import SaysoLanguage
internal import SaysoRecords

/// What the attribution stages see of a text.
package struct AttributionInput: Sendable {
  /// Tokens and sentences.
  package let text: AnnotatedText
  /// Traits of each token.
  package let traits: [TokenTraits]
  /// Word class of each token.
  package let tags: [Tag]
  /// Name type of each token: 0 none, else 1 + its number among the types.
  package let names: [UInt8]
  /// Word cluster of each token; 0 none.
  package let clusters: [UInt16]
  /// The quotations.
  package let quotes: QuoteMarks
  /// How cue-like each token is, by the lexicon.
  package let cueLevels: [UInt8]
  /// The sentence of each token.
  package let sentenceOfToken: [Int32]

  /// An input from its parts; traits, tags, clusters and levels have one entry a token.
  package init(
    text: AnnotatedText, traits: [TokenTraits], tags: [Tag], names: [NameSpan],
    clusters: [UInt16], cueLevels: [UInt8]
  ) {
    self.text = text
    self.traits = traits
    self.tags = tags
    self.clusters = clusters
    self.cueLevels = cueLevels
    quotes = QuoteMarks(text, traits: traits)
    var codes = [UInt8](repeating: 0, count: text.tokens.count)
    for name in names {
      for token in name.tokens { codes[token] = AttributionInput.code(name) }
    }
    self.names = codes
    var sentences = [Int32](repeating: 0, count: text.tokens.count)
    for (number, range) in text.sentences.enumerated() {
      for token in range { sentences[token] = Int32(number) }
    }
    sentenceOfToken = sentences
  }

  private static func code(_ name: NameSpan) -> UInt8 {
    switch name.type {
    case .person: return 1
    case .organization: return 2
    case .location: return 3
    case .miscellaneous: return 4
    }
  }

  /// The first token of each paragraph.
  package var paragraphStarts: Set<Int> {
    var starts = Set<Int>()
    for (number, range) in text.sentences.enumerated()
    where number == 0 || text.blockOfSentence[number] != text.blockOfSentence[number - 1] {
      starts.insert(range.lowerBound)
    }
    return starts
  }

  /// Whether a token is tagged as a verb or an auxiliary.
  func isVerb(_ token: Int) -> Bool { tags[token].isVerbal }
}
