package import SaysoLanguage

/// What the attribution stages see of a text.
package struct AttributionInput: Sendable {
  /// Tokens and sentences.
  package let text: AnnotatedText
  /// Traits of each token.
  package let traits: [TokenTraits]
  /// Part-of-speech code of each token.
  package let tags: [UInt8]
  /// Name type of each token: 0 none, else 1 + its number.
  package let names: [UInt8]
  /// The quotations.
  package let quotes: QuoteMarks
  /// How cue-like each token is, by the lexicon.
  package let cueLevels: [UInt8]
  /// The sentence of each token.
  package let sentenceOfToken: [Int32]

  /// An input from its parts; each list has one entry a token.
  package init(
    text: AnnotatedText, traits: [TokenTraits], tags: [UInt8], names: [UInt8],
    cueLevels: [UInt8]
  ) {
    self.text = text
    self.traits = traits
    self.tags = tags
    self.names = names
    self.cueLevels = cueLevels
    quotes = QuoteMarks(text, traits: traits)
    var sentences = [Int32](repeating: 0, count: text.tokens.count)
    for (number, range) in text.sentences.enumerated() {
      for token in range { sentences[token] = Int32(number) }
    }
    sentenceOfToken = sentences
  }
}

extension AttributionInput {
  /// Whether a token is tagged as a verb or an auxiliary.
  func isVerb(_ token: Int) -> Bool { tags[token] >= 100 }
}
