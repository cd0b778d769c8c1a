package import SaysoAttribution
package import SaysoEvaluation
package import SaysoLanguage
package import SaysoLearning

/// Learns what comes after an engine has found statements: where contents begin and end, and how
/// sure a statement is.
///
/// What was found must come from an engine that did not learn from the report.
package struct FrameTrainer: Sendable {
  /// A report with what an engine found in it.
  package struct Lesson: Sendable {
    let document: AttributionDocument
    let input: AttributionInput
    let found: FoundRoles

    /// A lesson from its parts.
    package init(document: AttributionDocument, input: AttributionInput, found: FoundRoles) {
      self.document = document
      self.input = input
      self.found = found
    }
  }

  /// Gives trees.
  let parser: DependencyParser

  /// A trainer with a parser.
  package init(parser: DependencyParser) { self.parser = parser }

  /// Where contents begin and end.
  package func borders(_ lessons: [Lesson]) -> BorderChooser {
    var examples: [[RankExample]] = [[], []]
    for lesson in lessons {
      let features = features(lesson)
      for frame in lesson.found.frames {
        let choices = AttributionGold.borders(lesson.document, frame, features, lesson.input)
        for (side, example) in choices { examples[side.rawValue].append(example) }
      }
    }
    let trainer = RankTrainer(bits: BorderFeatures.bits)
    let columns = examples.map { trainer.train($0) }
    let weights = (0..<2 << BorderFeatures.bits).map { columns[$0 % 2][$0 / 2] }
    return BorderChooser(
      ranker: LinearClassifier(
        labels: ["start", "end"],
        table: HashedTable(quantising: weights, bits: BorderFeatures.bits, columns: 2)))
  }

  /// How sure a statement is.
  package func confidence(_ lessons: [Lesson], borders: BorderChooser?) -> LinearClassifier {
    var examples: [LogisticExample] = []
    for lesson in lessons {
      let found = lesson.found
      let features = borders.map { _ in self.features(lesson) }
      var predicted: [AttributionDocument.Attribution] = []
      for frame in found.frames {
        let contents = features.flatMap { borders?.contents(of: frame, $0) }
        predicted.append(frame.attribution(found.map, lesson.input.text, contents: contents))
      }
      var score = AttributionScore()
      let right = score.add(
        text: lesson.document.text, gold: lesson.document.attributions, predicted: predicted)
      var rows = FeatureRows(bits: ConfidenceFeatures.bits)
      for frame in found.frames {
        ConfidenceFeatures.add(frame, found.map, lesson.input, roles: found.roles, &rows)
      }
      for index in found.frames.indices {
        examples.append(
          LogisticExample(rows: Array(rows.rows[rows.range(index)]), answer: right[index]))
      }
    }
    let weights = LogisticTrainer(bits: ConfidenceFeatures.bits).train(examples)
    return LinearClassifier(
      labels: ["right"],
      table: HashedTable(quantising: weights, bits: ConfidenceFeatures.bits, columns: 1))
  }

  private func features(_ lesson: Lesson) -> BorderFeatures {
    BorderFeatures(
      lesson.input, lesson.found.map, roles: lesson.found.roles,
      trees: parser.dependencies(
        of: lesson.input.text, traits: lesson.input.traits,
        sentences: lesson.found.map.sentences(of: lesson.found.frames)))
  }
}
