internal import SaysoRecords
package import SaysoLanguage

/// The quotations of a text: which tokens stand inside quotation marks, and which mark opens what.
///
/// A quotation that its paragraph does not close goes on into the next one when that opens with a
/// mark again (the convention of long quotations in print); otherwise it ends with the paragraph.
/// Straight marks open and close in turn; curly ones say which they are.
package struct QuoteMarks: Sendable {
  /// One quotation, its marks included.
  package struct Quotation: Sendable, Hashable {
    /// Tokens from the opening mark to the closing one, or to the end of the paragraph.
    package let tokens: Range<Int>
    /// Whether a mark closes it.
    package let closed: Bool
    /// Whether it carries on the quotation before it.
    package let continues: Bool
  }

  /// The quotations, ascending and apart.
  package private(set) var quotations: [Quotation] = []
  /// For each token, the index of its quotation, or -1.
  package private(set) var quotationOfToken: [Int32]

  /// The quotations of a text, paragraph by paragraph.
  package init(_ text: AnnotatedText, traits: [TokenTraits]) {
    quotationOfToken = [Int32](repeating: -1, count: text.tokens.count)
    var sentence = 0
    var carried = false
    while sentence < text.sentences.count {
      let block = text.blockOfSentence[sentence]
      let start = text.sentences[sentence].lowerBound
      var end = start
      while sentence < text.sentences.count, text.blockOfSentence[sentence] == block {
        end = text.sentences[sentence].upperBound
        sentence += 1
      }
      carried = readBlock(text, traits, start..<end, carried: carried)
    }
  }

  /// Whether a token stands inside a quotation, marks included.
  package func isQuoted(_ token: Int) -> Bool { quotationOfToken[token] >= 0 }

  private enum Mark { case open, close, either, none }

  private func mark(
    _ index: Int, _ text: AnnotatedText, _ traits: [TokenTraits], openSingle: Bool
  ) -> (mark: Mark, single: Bool) {
    let flags = traits[index].flags
    let isOpen = flags.contains(.openQuote)
    let isClose = flags.contains(.closeQuote)
    let token = text.tokens[index]
    let bytes = text.text.bytes
    if isOpen || isClose {
      let single =
        token.length == 3 && bytes[token.start] == 0xE2 && bytes[token.end - 1] == 0x98
      if single, token.length == 3 {
        // A single curly opener counts only before a word.
        return index + 1 < text.tokens.count && text.tokens[index + 1].start == token.end
          ? (.open, true) : (.none, true)
      }
      return (isOpen && isClose ? .either : isOpen ? .open : .close, false)
    }
    // A right single quotation mark that stands apart from what follows closes a single quotation.
    let isApostrophe =
      (token.length == 3 && bytes[token.start] == 0xE2 && bytes[token.end - 1] == 0x99)
      || (token.length == 1 && bytes[token.start] == 0x27)
    if isApostrophe {
      let before = index > 0 && text.tokens[index - 1].end == token.start
      let after = index + 1 < text.tokens.count && text.tokens[index + 1].start == token.end
      if openSingle, before { return (.close, true) }
      if !before, after, token.length == 1 { return (.open, true) }
    }
    return (.none, false)
  }

  /// Reads one paragraph; returns whether it leaves a quotation open.
  private mutating func readBlock(
    _ text: AnnotatedText, _ traits: [TokenTraits], _ range: Range<Int>, carried: Bool
  ) -> Bool {
    var open: Int?
    var openSingle: Int?
    for index in range {
      let (mark, single) = mark(index, text, traits, openSingle: openSingle != nil)
      if mark == .none { continue }
      if single {
        guard open == nil else { continue }
        if mark == .open, openSingle == nil {
          openSingle = index
        } else if mark == .close, let start = openSingle {
          append(start..<index + 1, closed: true, continues: false)
          openSingle = nil
        }
        continue
      }
      switch (mark, open) {
      case (.open, nil), (.either, nil):
        open = index
        openSingle = nil
      case (.close, let start?), (.either, let start?):
        append(start..<index + 1, closed: true, continues: carried && start == range.lowerBound)
        open = nil
      case (.open, _?), (.close, nil), (.none, _):
        break
      }
    }
    if let start = open {
      append(
        start..<range.upperBound, closed: false,
        continues: carried && start == range.lowerBound)
      return true
    }
    return false
  }

  private mutating func append(_ range: Range<Int>, closed: Bool, continues: Bool) {
    for index in range { quotationOfToken[index] = Int32(quotations.count) }
    quotations.append(Quotation(tokens: range, closed: closed, continues: continues))
  }
}
