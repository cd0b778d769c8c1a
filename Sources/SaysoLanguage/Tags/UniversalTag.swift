/// A word class of Universal Dependencies (de Marneffe, Manning, Nivre and Zeman, 2021).
package enum UniversalTag: String, Sendable, CaseIterable {
  /// An adjective.
  case adjective = "ADJ"
  /// A preposition.
  case adposition = "ADP"
  /// An adverb.
  case adverb = "ADV"
  /// An auxiliary, the copula too.
  case auxiliary = "AUX"
  /// A coordinating conjunction.
  case coordinator = "CCONJ"
  /// A determiner.
  case determiner = "DET"
  /// An interjection.
  case interjection = "INTJ"
  /// A common noun.
  case noun = "NOUN"
  /// A number.
  case number = "NUM"
  /// A particle: "to", "not", the possessive ending.
  case particle = "PART"
  /// A pronoun.
  case pronoun = "PRON"
  /// A proper noun.
  case properNoun = "PROPN"
  /// A punctuation mark.
  case punctuation = "PUNCT"
  /// A subordinating conjunction.
  case subordinator = "SCONJ"
  /// A symbol.
  case symbol = "SYM"
  /// A main verb.
  case verb = "VERB"
  /// Anything else.
  case other = "X"
}
