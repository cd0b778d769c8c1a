internal import SaysoRecords

/// Draws the small half of a given name into its person: "Cho Tae-yong", whose hyphen the tokenizer
/// makes a token of its own.
enum HyphenatedNames {
  /// Longest second half, in bytes.
  private static let longest = 6

  /// The names, persons of two words and more going on over a hyphen where a short word in small
  /// letters stands behind it that makes no compound.
  static func completed(
    _ names: [NameSpan], in text: AnnotatedText, traits: [TokenTraits]
  ) -> [NameSpan] {
    names.enumerated().map { index, name in
      let hyphen = name.tokens.upperBound
      let next = index + 1 < names.count ? names[index + 1].tokens.lowerBound : traits.count
      guard name.type == .person, name.tokens.count >= 2, hyphen + 1 < next,
        traits[hyphen].flags.isSuperset(of: [.hyphen, .punctuation]),
        text.tokens[hyphen - 1].end == text.tokens[hyphen].start,
        text.tokens[hyphen].end == text.tokens[hyphen + 1].start,
        text.tokens[hyphen + 1].length <= longest,
        traits[hyphen + 1].flags.contains(.letter),
        !traits[hyphen + 1].flags.contains(.capitalised),
        !compounds.contains(traits[hyphen + 1].lower)
      else { return name }
      return NameSpan(tokens: name.tokens.lowerBound..<hyphen + 2, type: .person)
    }
  }

  private static let compounds = Set(
    [
      "based", "led", "born", "like", "era", "style", "run", "held", "owned", "backed", "aged",
      "free", "wide", "loyal", "linked", "funded", "made", "type", "esque", "tied", "themed", "ism",
      "to", "and", "or", "in", "bashed", "owned", "penned", "hosted", "family", "type", "worn",
    ].map { TokenTraits(Array($0.utf8)[...]).lower })
}
