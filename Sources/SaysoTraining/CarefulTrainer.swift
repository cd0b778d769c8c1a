package import SaysoAttribution
package import SaysoEvaluation
package import SaysoLanguage
package import SaysoLearning
internal import SaysoRecords

/// Makes the careful engine's model file from weights that Python trained: adds the lexicon, and
/// what is learned from reports that the weights have not seen.
package struct CarefulTrainer: Sendable {
  private let reader: TrainingReader
  private let parser: DependencyParser

  /// A trainer with what it reads texts by.
  package init(reader: TrainingReader, parser: DependencyParser) {
    self.reader = reader
    self.parser = parser
  }

  /// The whole model file; `lexicon`, `linker` and `borders` come from the fast engine, which has
  /// learned from all reports.
  package func model(
    _ weights: CarefulWeights, lexicon: CueLexicon, linker: Linker, borders: BorderChooser?,
    documents: [AttributionDocument], progress: (String) -> Void
  ) throws -> ModelFile {
    var file = try weights.model()
    file.set(cueLexicon: lexicon)
    file.set("linker", classifier: linker.ranker)
    if let borders { file.set("borders", classifier: borders.ranker) }
    let unsure = LinearClassifier(
      labels: ["right"],
      table: HashedTable(
        quantising: [Float](repeating: 0, count: 1 << ConfidenceFeatures.bits),
        bits: ConfidenceFeatures.bits, columns: 1))
    file.set("confidence", classifier: unsure)
    let engine = try CarefulModel(file)
    let held = Set(weights.held)
    let lessons = documents.filter { held.contains($0.id) }.map { lesson($0, engine) }
    progress("confidence, from \(lessons.count) reports that the weights have not seen")
    file.set(
      "confidence",
      classifier: FrameTrainer(parser: parser).confidence(lessons, borders: borders))
    return file
  }

  private func lesson(
    _ document: AttributionDocument, _ engine: CarefulModel
  ) -> FrameTrainer.Lesson {
    let text = AnnotatedText(document.text, blocks: document.report.blocks)
    let input = reader.input(text, for: engine)
    return FrameTrainer.Lesson(document: document, input: input, found: engine.found(input))
  }
}
