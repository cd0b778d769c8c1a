package import SaysoRecords

/// Finds expressions of time and gives them TIMEX3 types and values (TimeML 1.2.1).
///
/// A grammar over word classes finds them (``TimeGrammar``); tense and nearness decide which
/// Friday or March is meant (``TenseReader``); values are set against the day of publication
/// (``TimeResolver``). Without a publication date relative times get no value. One pass; cost is
/// linear in the tokens.
package struct TimeTagger: Sendable {
  /// A tagger; it has no settings.
  package init() {}

  /// The expressions of time of a text, ascending and apart.
  package func times(in text: AnnotatedText, published: PublicationTime?) -> [TimeExpression] {
    let words = TimeScanner(bytes: text.text.bytes).words(text.tokens)
    var grammar = TimeGrammar(
      words: words, numbers: NumberReader(bytes: text.text.bytes, tokens: text.tokens))
    let tense = TenseReader(words: words)
    var resolver = TimeResolver(published: published?.date)
    var result: [TimeExpression] = []
    for sentence in text.sentences {
      grammar.sentence = sentence
      var at = sentence.lowerBound
      var next: TimeMatch?
      while at < sentence.upperBound {
        guard words[at].kind != .other, let match = next ?? grammar.match(at: at) else {
          at += 1
          continue
        }
        let value = resolver.value(of: match) {
          tense.direction(from: match.start, to: match.end, in: sentence)
        }
        result.append(
          TimeExpression(
            passage: Passage([text.span(match.start..<match.end)], in: text.text),
            kind: kind(match.kind), value: value))
        next = grammar.nextDay(after: match)
        at = next?.start ?? max(at + 1, match.end)
      }
    }
    return result
  }

  private func kind(_ kind: TimeMatch.Kind) -> TimeExpression.Kind {
    switch kind {
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .set: .set
    }
  }
}
