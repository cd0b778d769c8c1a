/// What a token can be in an expression of quantity.
enum FigureClass: UInt8, Sendable {
  /// A word in lower case, a word with a capital, a mark.
  case word, capital, mark
  /// Function words and common verbs: no part of a counted noun phrase.
  case stop
  case digits, cardinal
  /// "dozens", "thousands": `number` is what at least is meant; "dozen": twelve.
  case vague, dozen
  /// "third", "quarter", "fifth" and their plurals: `number` is the denominator.
  case fraction, half
  case currencySign, currencyWord, currencyCode, percent, unit, square
  /// A kind of people.
  case person
  /// "dead", "others": counted without a noun.
  case bare
  /// "sixfold", "twice": `number` is the factor.
  case fold
  case minus
  case about, over, under, compare, than, at, least, most, up, to, no, `as`, many, close
  case a, few, of, the, between, and, or, so, hyphen, strong, aged
  /// A word that a number names: "Article 5", "Boeing 737".
  case numbered
}

/// One token as the grammar of quantities sees it.
struct FigureWord: Sendable {
  let kind: FigureClass
  let number: Int32

  init(_ kind: FigureClass, _ number: Int = 0) {
    self.kind = kind
    self.number = Int32(truncatingIfNeeded: number)
  }
}
