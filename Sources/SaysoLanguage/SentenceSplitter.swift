package import SaysoRecords

/// Groups tokens into sentences by their closing marks.
///
/// A sentence ends at `.`, `!`, `?`, `…` with the quotation marks and brackets that close after it,
/// unless what follows goes on in lower case; and at an abbreviation that a likely opening word
/// follows. A question or exclamation that a quotation closes goes on when a speech tag follows
/// (`“Why?” Lind asked.`).
package struct SentenceSplitter: Sendable {
  /// A splitter; it has no settings.
  package init() {}

  /// Ranges of token indices, ascending, that cover `tokens` whole.
  package func sentences(of tokens: [TextSpan], in text: FrozenText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < tokens.count {
      guard let closing = closing(tokens[at], in: text) else {
        at += 1
        continue
      }
      var end = at + 1
      var quoted = false
      while end < tokens.count, isCloser(tokens, end, text, openedFrom: start) {
        quoted = quoted || isQuote(tokens[end], text)
        end += 1
      }
      end = endOfNotes(tokens, end, text)
      if end == tokens.count { break }
      let small = isSmall(tokens[start], text)
      if ends(closing, quoted: quoted, opensSmall: small, next: end, tokens, text) {
        result.append(start..<end)
        start = end
      }
      at = end
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// End of the marks of notes behind a sentence: "[6]".
  private func endOfNotes(_ tokens: [TextSpan], _ start: Int, _ text: FrozenText) -> Int {
    var at = start
    while at + 2 < tokens.count, text.bytes[tokens[at].start] == 0x5B,
      text.bytes[tokens[at + 1].start] &- 48 < 10, text.bytes[tokens[at + 2].start] == 0x5D
    {
      at += 3
    }
    return at
  }

  private enum Closing { case stop, question, ellipsis, abbreviation }

  private func closing(_ token: TextSpan, in text: FrozenText) -> Closing? {
    let last = text.bytes[token.end - 1]
    switch last {
    case 0x2E where token.length == 1: return .stop
    case 0x2E where text.bytes[token.start] == 0x2E: return .ellipsis
    case 0x2E:
      let word = text.words(TextSpan(token.start, token.end - 1)).lowercased()
      let stays = Abbreviations.titles.contains(word) || word == "e.g" || word == "i.e"
      return stays || token.length == 2 ? nil : .abbreviation
    case 0x21, 0x3F: return .question
    case 0xA6 where token.length == 3 && text.bytes[token.start] == 0xE2: return .ellipsis
    default: return nil
    }
  }

  private func isSmall(_ token: TextSpan, _ text: FrozenText) -> Bool {
    text.bytes[token.start] &- 97 < 26
  }

  private func ends(
    _ closing: Closing, quoted: Bool, opensSmall: Bool, next: Int, _ tokens: [TextSpan],
    _ text: FrozenText
  ) -> Bool {
    let first = text.bytes[tokens[next].start]
    // Who opens sentences with small letters goes on so.
    if isSmall(tokens[next], text) {
      return opensSmall && !quoted && (closing == .stop || closing == .question)
    }
    switch closing {
    case .stop:
      return first != 0x2C && first != 0x3B
    case .question:
      return first != 0x2C && first != 0x3B && !(quoted && speechTagFollows(next, tokens, text))
    case .ellipsis: return first &- 65 < 26 || first >= 0x80 || first == 0x22
    case .abbreviation:
      if first == 0x22 || first == 0xE2 {
        return quoted || first == 0xE2 && isOpening(tokens[next], text)
      }
      guard first &- 65 < 26 else { return false }
      return quoted || SentenceSplitter.openers.contains(text.words(tokens[next]))
    }
  }

  private func isOpening(_ token: TextSpan, _ text: FrozenText) -> Bool {
    token.length == 3 && text.bytes[token.end - 1] == 0x9C
  }

  private func speechTagFollows(_ next: Int, _ tokens: [TextSpan], _ text: FrozenText) -> Bool {
    (next..<min(next + 6, tokens.count)).contains {
      SentenceSplitter.speechVerbs.contains(text.words(tokens[$0]))
    }
  }

  private func isQuote(_ token: TextSpan, _ text: FrozenText) -> Bool {
    let (value, length) = scalar(in: text.bytes, at: token.start)
    switch ScalarClass(value) {
    case .closeQuote, .plainQuote: return token.length == length
    // '' too, but no clitic: 's.
    case .apostrophe: return token.length == length || text.bytes[token.end - 1] == 0x27
    default: return false
    }
  }

  /// A closing quotation mark or bracket directly behind the token before it.
  private func isCloser(
    _ tokens: [TextSpan], _ index: Int, _ text: FrozenText, openedFrom start: Int
  ) -> Bool {
    let token = tokens[index]
    guard tokens[index - 1].end == token.start else { return false }
    if isQuote(token, text) { return true }
    let first = text.bytes[token.start]
    return token.length == 1 && (first == 0x29 || first == 0x5D)
  }

  /// Words that open a sentence far more often than they follow an abbreviation inside one.
  private static let openers: Set<String> = [
    "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "But", "And", "In", "On", "At",
    "This", "That", "These", "Those", "There", "His", "Her", "Its", "Their", "Our", "My", "If",
    "When", "While", "After", "Before", "As", "For", "From", "With", "By", "However", "Meanwhile",
    "Some", "Many", "Most", "No", "Not", "What", "Who", "How", "Why", "So", "Then", "Since", "Yet",
    "Asked", "According", "Earlier", "Last", "Also", "Both", "One", "Two", "Several", "Despite",
  ]
  private static let speechVerbs: Set<String> = [
    "said", "says", "asked", "asks", "told", "wrote", "tweeted", "added", "replied", "shouted",
    "yelled", "cried", "wondered", "joked", "continued", "exclaimed", "declared", "responded",
  ]
}
