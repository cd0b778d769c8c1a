internal import SaysoLanguage

/// What an uncased encoder does not see of a word: how it is written, whether it stands in a
/// quotation, whether it opens a paragraph.
///
/// A number below ``count``, which picks a row that is added to the vectors of the word's pieces.
/// The trainer reads these numbers (`sayso-train careful-lessons`) and never computes them.
package enum WordLook {
  /// How many looks there are.
  package static let count = 32

  /// The look of each token.
  package static func looks(_ input: AttributionInput) -> [UInt8] {
    let starts = input.paragraphStarts
    return input.traits.indices.map { token in
      shape(input.traits[token].flags)
        + (input.quotes.isQuoted(token) ? 8 : 0)
        + (starts.contains(token) ? 16 : 0)
    }
  }

  private static func shape(_ flags: TokenTraits.Flags) -> UInt8 {
    if flags.contains(.punctuation) {
      return flags.isDisjoint(with: [.openQuote, .closeQuote]) ? 1 : 2
    }
    if flags.contains(.digit) { return 3 }
    if flags.contains(.allCapitals) { return 4 }
    if flags.contains(.mixedCase) { return 5 }
    return flags.contains(.capitalised) ? 6 : 0
  }
}
