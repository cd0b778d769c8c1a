package import SaysoRecords

/// The blocks of a report as tokens and sentences: what every later stage reads.
package struct AnnotatedText: Sendable {
  /// The frozen text that the tokens are spans of.
  package let text: FrozenText
  /// All tokens, ascending and apart.
  package let tokens: [TextSpan]
  /// Sentences as ranges of token indices, ascending, covering all tokens.
  package let sentences: [Range<Int>]
  /// For each sentence, the index of its block in the report.
  package let blockOfSentence: [Int]

  /// Tokens and sentences given from outside, as gold corpora have them.
  package init(
    text: FrozenText, tokens: [TextSpan], sentences: [Range<Int>], blockOfSentence: [Int]
  ) {
    precondition(sentences.count == blockOfSentence.count, "every sentence lies in a block")
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.blockOfSentence = blockOfSentence
  }

  /// Tokens and sentences of a text's blocks.
  ///
  /// Headings are left out; as blocks keep their numbers, those on both sides of one are no
  /// neighbours.
  package init(_ text: FrozenText, blocks: [TextBlock]) {
    let tokenizer = Tokenizer()
    let splitter = SentenceSplitter()
    var tokens: [TextSpan] = []
    var sentences: [Range<Int>] = []
    var blockOfSentence: [Int] = []
    for (index, block) in blocks.enumerated() where block.kind != .heading {
      let own = tokenizer.tokens(of: text, in: block.span)
      for range in splitter.sentences(of: own, in: text) {
        sentences.append(range.lowerBound + tokens.count..<range.upperBound + tokens.count)
        blockOfSentence.append(index)
      }
      tokens += own
    }
    self.init(text: text, tokens: tokens, sentences: sentences, blockOfSentence: blockOfSentence)
  }

  /// The words of a token.
  package func word(_ index: Int) -> String { text.words(tokens[index]) }

  /// The span of the text from the first to the last token of a range, which must not be empty.
  package func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
  }

  /// The tokens that share a byte with a span.
  package func tokens(sharing span: TextSpan) -> Range<Int> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].start < span.end { end += 1 }
    return low..<end
  }
}

extension AnnotatedText {
  /// A string as one paragraph.
  package init(_ string: some StringProtocol) {
    let text = FrozenText(String(string))
    self.init(text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
  }
}
