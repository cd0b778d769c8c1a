internal import SaysoLanguage
internal import SaysoRecords

/// How well tokens and sentences are found in the raw text of a treebank's dev part, given its
/// paragraphs: a span counts when both ends are right.
package struct SegmentationEvaluation: Sendable, CustomStringConvertible {
  /// The treebank.
  package let corpus: String
  /// Counts of tokens.
  package private(set) var tokens = MatchCounts()
  /// Counts of sentences.
  package private(set) var sentences = MatchCounts()

  /// A wrong place: the text around it.
  package struct Miss: Sendable {
    /// Whether it is a token; else a sentence.
    package let isToken: Bool
    /// Whether the span is in gold and was not found; else it was found and is not in gold.
    package let isMissing: Bool
    /// The words of the span.
    package let words: String
    /// Some text before and after.
    package let context: String
  }

  /// Measures on every dev part below the data folder; `missed` hears of each wrong span.
  package static func run(
    data: String, missed: (Miss) -> Void = { _ in }
  ) throws -> [SegmentationEvaluation] {
    try TagsEvaluation.corpora.map { name, path in
      var result = SegmentationEvaluation(corpus: name)
      for document in try ConlluReader.documents(path, in: data) {
        result.add(RebuiltText(document), missed)
      }
      return result
    }
  }

  private init(corpus: String) { self.corpus = corpus }

  private mutating func add(_ gold: RebuiltText, _ missed: (Miss) -> Void) {
    let text = AnnotatedText(gold.text, blocks: gold.blocks)
    let spans = text.sentences.map { text.span($0) }
    tokens = SegmentationEvaluation.counts(
      tokens, gold: gold.tokens, found: text.tokens, gold.text, isToken: true, missed)
    sentences = SegmentationEvaluation.counts(
      sentences, gold: gold.sentences, found: spans, gold.text, isToken: false, missed)
  }

  private static func counts(
    _ before: MatchCounts, gold: [TextSpan], found: [TextSpan], _ text: FrozenText,
    isToken: Bool, _ missed: (Miss) -> Void
  ) -> MatchCounts {
    var result = before
    let expected = Set(gold)
    let actual = Set(found)
    result.gold += gold.count
    result.predicted += found.count
    result.correct += gold.count { actual.contains($0) }
    func tell(_ span: TextSpan, _ isMissing: Bool) {
      let window = TextSpan(max(0, span.start - 30), min(text.byteCount, span.end + 30))
      missed(
        Miss(
          isToken: isToken, isMissing: isMissing, words: text.words(span),
          context: text.words(window)))
    }
    for span in gold where !actual.contains(span) { tell(span, true) }
    for span in found where !expected.contains(span) { tell(span, false) }
    return result
  }

  /// One line of percentages.
  package var description: String {
    func percent(_ value: Double) -> String { "\((1e4 * value).rounded() / 100)" }
    func scores(_ counts: MatchCounts) -> String {
      "F1 \(percent(counts.f1)) P \(percent(counts.precision)) R \(percent(counts.recall))"
    }
    return "\(corpus): tokens \(scores(tokens)); sentences \(scores(sentences))"
  }
}
