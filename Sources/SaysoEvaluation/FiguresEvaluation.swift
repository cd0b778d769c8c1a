package import Sayso
internal import SaysoLanguage
internal import SaysoRecords

/// Quantities on NewsQuant, and their places on re3d.
package struct FiguresEvaluation: Sendable {
  /// The figures.
  package let sheet: ScoreSheet
  /// The sentences of NewsQuant that are not read right, each with what is wrong.
  package let errors: [(text: String, errors: FigureErrors)]

  /// Reads both corpora below a data folder.
  ///
  /// re3d marks by far not every count, so only how many of its quantities are found is measured.
  package init(data: String, pipeline: Pipeline) throws {
    let paths = ["quantity-newsquant/newsquant.jsonl", "re3d/re3d.jsonl"]
    var score = FigureScore()
    var errors: [(String, FigureErrors)] = []
    for sentence in try NewsQuantCorpus(jsonLines: CorpusFile.bytes(paths[0], in: data)).sentences {
      let (figures, _) = FiguresEvaluation.read(sentence.text, pipeline)
      let wrong = score.add(
        predicted: figures.map { GoldQuantity($0) },
        gold: sentence.quantities)
      if wrong != FigureErrors() {
        errors.append((sentence.text.words(TextSpan(0, sentence.text.byteCount)), wrong))
      }
    }
    var places = (found: 0, all: 0)
    for document in try QuantityPlaces(jsonLines: CorpusFile.bytes(paths[1], in: data)).documents {
      let (figures, times) = FiguresEvaluation.read(document.text, pipeline)
      let spans = figures.map(\.span) + times.map(\.span)
      places.all += document.spans.count
      places.found += document.spans.count { span in spans.contains { $0.overlaps(span) } }
    }
    self.errors = errors
    let found = score.value.correct
    sheet = ScoreSheet(
      name: "figures", corpus: "NewsQuant (our half), quantities of a sentence as multisets; re3d",
      digest: try CorpusFile.digest(paths, in: data),
      rows: [
        FiguresEvaluation.row("value F1", score.value),
        FiguresEvaluation.row("value and bound F1", score.bounded),
        FiguresEvaluation.row("value and unit F1", score.united),
        .init(
          "unit where the value is right",
          found == 0 ? 0 : Double(score.united.correct) / Double(found)),
        .init(
          "re3d quantities and money found",
          places.all == 0 ? 0 : Double(places.found) / Double(places.all)),
      ])
  }

  private static func row(_ measure: String, _ counts: MatchCounts) -> ScoreSheet.Row {
    .init(measure, counts.f1, precision: counts.precision, recall: counts.recall)
  }

  private static func read(
    _ text: FrozenText, _ pipeline: Pipeline
  ) -> (figures: [Figure], times: [TimeExpression]) {
    let block = TextBlock(.paragraph, TextSpan(0, text.byteCount))
    let annotated = AnnotatedText(text, blocks: [block])
    let times = pipeline.stages.times.times(in: annotated, published: nil)
    return (pipeline.stages.figures.figures(in: annotated, excluding: times), times)
  }
}
