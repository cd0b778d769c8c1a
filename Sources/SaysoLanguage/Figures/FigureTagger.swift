package import SaysoRecords

/// Finds quantities: value or range, bound, unit and what is counted.
///
/// Conventions, where words leave a choice: a bare plural means at least two of its unit and no
/// upper end ("thousands": low 2000, at least); shares are percent of the whole ("a third": 33.33);
/// ages are of unit "year"; "nearly" and "almost" are `about`. The passage runs from the hedge to
/// the counted noun; after "percent of" the whole stays outside of it, but in `counts`. Lengths of
/// time and dates are left to ``TimeTagger``. One pass; cost is linear in the tokens.
package struct FigureTagger: Sendable {
  /// A tagger; it has no settings.
  package init() {}

  /// The quantities of a text outside of its expressions of time, ascending and apart.
  ///
  /// `times` must be ascending, as the tagger of times gives them.
  package func figures(in text: AnnotatedText, excluding times: [TimeExpression]) -> [Figure] {
    let words = FigureScanner(bytes: text.text.bytes).words(text.tokens)
    var grammar = FigureGrammar(
      words: words, numbers: NumberReader(bytes: text.text.bytes, tokens: text.tokens),
      isTime: marks(of: times, on: text.tokens))
    var result: [Figure] = []
    for sentence in text.sentences {
      grammar.sentence = sentence
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard canStart(grammar.kind(at)), let match = grammar.match(at: at) else {
          at += 1
          continue
        }
        result.append(figure(match, in: text))
        at = max(at + 1, match.end)
      }
    }
    return result
  }

  /// Whether a quantity can start at a token of a class.
  private func canStart(_ kind: FigureClass) -> Bool {
    switch kind {
    case .digits, .cardinal, .vague, .half, .currencySign, .currencyCode, .about, .over, .under,
      .compare, .at, .up, .no, .as, .close, .a, .few, .many, .between, .aged, .capital:
      true
    default: false
    }
  }

  private func figure(_ match: FigureMatch, in text: AnnotatedText) -> Figure {
    Figure(
      passage: Passage([text.span(match.start..<match.end)], in: text.text), low: match.low,
      high: match.high, bound: match.bound, unit: match.unit,
      counts: match.counts.map { text.text.words(text.span($0)) })
  }

  /// Which tokens lie in a time.
  private func marks(of times: [TimeExpression], on tokens: [TextSpan]) -> [Bool] {
    var result = Array(repeating: false, count: tokens.count)
    var at = 0
    for time in times {
      while at < tokens.count, tokens[at].end <= time.span.start { at += 1 }
      while at < tokens.count, tokens[at].start < time.span.end {
        result[at] = true
        at += 1
      }
    }
    return result
  }
}
