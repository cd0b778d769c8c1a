package import SaysoRecords

/// Finds quantities: value or range, bound, unit and what is counted.
///
/// Conventions, where words leave a choice: a bare plural means at least one of its unit and no
/// upper end ("thousands": low 1000, at least); shares are percent of the whole ("a third": 33.33);
/// ages are of unit "year"; "nearly" and "almost" are `about`. The passage runs from the hedge to
/// the counted noun; after "percent of" the whole stays outside of it, but in `counts`. Lengths of
/// time with a number are figures too; dates are left to ``TimeTagger``. One pass; cost is linear in the tokens.
package struct FigureTagger: Sendable {
  /// A tagger; it has no settings.
  package init() {}

  /// The quantities of a text outside of its dates, times of day and sets, ascending and apart.
  ///
  /// `times` must be ascending, as the tagger of times gives them.
  package func figures(in text: AnnotatedText, excluding times: [TimeExpression]) -> [Figure] {
    let words = FigureScanner(bytes: text.text.bytes).words(text.tokens)
    var grammar = FigureGrammar(
      words: words, numbers: NumberReader(bytes: text.text.bytes, tokens: text.tokens),
      isTime: marks(of: times.filter { $0.kind != .duration }, on: text.tokens))
    var matches: [FigureMatch] = []
    var first = 0
    for sentence in text.sentences {
      grammar.sentence = sentence
      grammar.before.removeFirst(first)
      first = grammar.before.count
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard canStart(grammar.kind(at)), var match = grammar.match(at: at) else {
          at += 1
          continue
        }
        grammar.leadIn(&match)
        at = max(at + 1, match.end)
        grammar.before.append((match, matches.count))
        matches.append(match)
      }
    }
    let wholes = wholes(&matches)
    let spans = matches.map { text.span($0.start..<$0.end) }
    return matches.indices.map { index in
      figure(matches[index], spans[index], whole: wholes[index].map { spans[$0] }, in: text)
    }
  }

  /// The place of each part's whole; a part takes unit and noun of a whole that follows it.
  private func wholes(_ matches: inout [FigureMatch]) -> [Int?] {
    matches.indices.map { index in
      switch matches[index].whole {
      case nil: return nil
      case .before(let place): return place
      case .at(let token):
        guard index + 1 < matches.count, matches[index + 1].start <= token,
          token < matches[index + 1].end
        else { return nil }
        if matches[index].unit == nil, matches[index].counts == nil {
          matches[index].unit = matches[index + 1].unit
        }
        if matches[index].unit != "percent" || matches[index].counts == nil {
          matches[index].counts = matches[index + 1].counts
        }
        return index + 1
      }
    }
  }

  /// Whether a quantity can start at a token of a class.
  private func canStart(_ kind: FigureClass) -> Bool {
    switch kind {
    case .digits, .cardinal, .vague, .half, .currencySign, .currencyCode, .about, .over, .under,
      .compare, .at, .up, .no, .as, .close, .a, .few, .many, .between, .aged, .capital, .fold,
      .minus, .hyphen:
      true
    default: false
    }
  }

  private func figure(
    _ match: FigureMatch, _ span: TextSpan, whole: TextSpan?, in text: AnnotatedText
  ) -> Figure {
    Figure(
      passage: Passage([span], in: text.text), low: match.low, high: match.high,
      bound: match.bound, unit: match.unit,
      counts: match.counts.map { text.text.words(text.span($0)) }, whole: whole)
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
