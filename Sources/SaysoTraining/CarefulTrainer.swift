package import SaysoAttribution
package import SaysoEvaluation
package import SaysoLanguage
package import SaysoLearning
internal import SaysoRecords

/// Makes the careful engine's model file from weights that Python trained: adds the lexicon, and
/// what is learned from reports that the weights have not seen.
package struct CarefulTrainer: Sendable {
  let tagger: Tagger
  let nameTagger: NameTagger
  let parser: DependencyParser

  /// A trainer on the language models that the product runs.
  package init(tagger: Tagger, nameTagger: NameTagger, parser: DependencyParser) {
    self.tagger = tagger
    self.nameTagger = nameTagger
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
    let traits = text.traits()
    let tags = tagger.tags(of: text, traits: traits)
    let names = nameTagger.names(in: text, traits: traits, tags: tags)
    let input = engine.input(
      text, traits: traits, tags: tags, names: names,
      clusters: nameTagger.wordClusters(traits))
    return FrameTrainer.Lesson(document: document, input: input, found: engine.found(input))
  }
}
