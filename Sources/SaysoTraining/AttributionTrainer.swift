package import SaysoAttribution
package import SaysoEvaluation
package import SaysoLanguage
internal import SaysoLearning
internal import SaysoRecords

/// Trains attribution on gold reports: lexicon, two passes of the role tagger, linker, confidence.
///
/// What a later part learns from is always predicted by models that did not see the report
/// (jackknife), so that it meets the same mistakes in use (Wolpert, "Stacked Generalization", 1992).
package struct AttributionTrainer: Sendable {
  /// Parts of the jackknife.
  package var folds = 4
  /// Passes over the reports for each role tagger.
  package var epochs = 10
  /// First step size of the role taggers.
  package var rate: Float = 0.007
  /// Base-two logarithm of the role taggers' row count.
  package var bits = 19
  /// Tags words.
  package let tagger: Tagger
  /// Finds names.
  package let nameTagger: NameTagger
  /// Gives trees.
  package let parser: DependencyParser

  /// A trainer on the language models that the product runs.
  package init(tagger: Tagger, nameTagger: NameTagger, parser: DependencyParser) {
    self.tagger = tagger
    self.nameTagger = nameTagger
    self.parser = parser
  }

  /// A report ready to learn from.
  private struct Lesson: Sendable {
    let document: AttributionDocument
    let input: AttributionInput
    let labels: [UInt8]
  }

  /// Trains; `progress` hears what is being done.
  ///
  /// The role taggers also learn from `silver`, which the careful engine marked (Hinton, Vinyals and
  /// Dean, "Distilling the Knowledge in a Neural Network", 2015); all else learns from people alone.
  package func train(
    _ documents: [AttributionDocument], silver: [AttributionDocument] = [],
    progress: @escaping @Sendable (String) -> Void
  ) async -> AttributionModel {
    let all = documents + silver
    let prepared = all.map { prepare($0) }
    let lexicon = AttributionTrainer.lexicon(
      prepared.prefix(documents.count).map { ($0.traits, $0.labels) })
    let lessons = zip(all, prepared).map { document, parts in
      let own = AttributionTrainer.counts(parts.traits, parts.labels)
      return Lesson(
        document: document,
        input: AttributionInput(
          text: parts.text, traits: parts.traits, tags: parts.tags, names: parts.names,
          clusters: nameTagger.wordClusters(parts.traits),
          cueLevels: parts.traits.map { lexicon.level($0.lower, less: own[$0.lower]) }),
        labels: parts.labels)
    }
    let gold = lessons.prefix(documents.count)
    progress("first pass, jackknife of \(folds)")
    let earlier = await jackknife(lessons, earlier: nil) { rows, model, _ in
      model.decode(rows).map { UInt8($0) }
    }
    progress("first pass, all reports")
    let first = fit(lessons, earlier: nil)
    progress("second pass, jackknife of \(folds)")
    let scores = await jackknife(lessons, earlier: earlier) { rows, model, _ in
      AttributionModel.label(rows, model)
    }
    progress("second pass, all reports")
    let second = fit(lessons, earlier: earlier)
    progress("linker")
    let linker = trainLinker(Array(gold), labels: scores.map(\.labels))
    let found = zip(gold, scores).map { lesson, predicted in
      let map = PieceMap(
        RolePiece.pieces(predicted.labels, starts: lesson.input.paragraphStarts), lesson.input)
      return FrameTrainer.Lesson(
        document: lesson.document, input: lesson.input,
        found: FoundRoles(
          map: map, roles: predicted.roles, frames: linker.link(map, lesson.input)))
    }
    let trainer = FrameTrainer(parser: parser)
    progress("borders")
    let borders = trainer.borders(found)
    progress("confidence")
    let confidence = trainer.confidence(found, borders: borders)
    return AttributionModel(
      lexicon: lexicon, first: first, second: second, linker: linker, borders: borders,
      confidence: confidence)
  }

  private func prepare(
    _ document: AttributionDocument
  ) -> (text: AnnotatedText, traits: [TokenTraits], tags: [Tag], names: [NameSpan], labels: [UInt8])
  {
    let text = AnnotatedText(document.text, blocks: document.report.blocks)
    let traits = text.traits()
    let tags = tagger.tags(of: text, traits: traits)
    let names = nameTagger.names(in: text, traits: traits, tags: tags)
    return (text, traits, tags, names, AttributionGold.labels(document, text))
  }

  // MARK: Lexicon

  private static func counts(
    _ traits: [TokenTraits], _ labels: [UInt8]
  ) -> [UInt64: CueLexicon.Count] {
    var counts: [UInt64: CueLexicon.Count] = [:]
    for (trait, label) in zip(traits, labels) {
      counts[trait.lower, default: .init(cue: 0, total: 0)].total += 1
      if RoleLabel(rawValue: label)?.role == .cue { counts[trait.lower]?.cue += 1 }
    }
    return counts
  }

  private static func lexicon(_ texts: [([TokenTraits], [UInt8])]) -> CueLexicon {
    var all: [UInt64: CueLexicon.Count] = [:]
    for (traits, labels) in texts {
      for (key, count) in counts(traits, labels) {
        all[key, default: .init(cue: 0, total: 0)].cue += count.cue
        all[key]?.total += count.total
      }
    }
    return CueLexicon(counts: all.filter { $0.value.cue > 0 })
  }

  // MARK: Role taggers

  private func fit(_ lessons: [Lesson], earlier: [[UInt8]]?) -> SequenceModel {
    let labels = RoleLabel.allCases
    var trainer = SequenceTrainer(labels: labels.map(\.name), bits: bits) { from, to in
      guard let to = labels.first(where: { $0.name == to }) else { return false }
      return RoleLabel.allows(labels.first { $0.name == from }, to)
    }
    trainer.epochs = epochs
    trainer.rate = rate
    let examples = lessons.indices.map { index in
      SequenceExample(
        features: RoleFeatures.rows(lessons[index].input, earlier: earlier?[index], bits: bits),
        labels: lessons[index].labels)
    }
    return trainer.train(examples) { _, _ in }
  }

  /// Applies to each lesson a model that was trained without its part; two parts at a time.
  private func jackknife<Result: Sendable>(
    _ lessons: [Lesson], earlier: [[UInt8]]?,
    apply: @escaping @Sendable (FeatureRows, SequenceModel, Int) -> Result
  ) async -> [Result] {
    let results = await withTaskGroup(of: [(Int, Result)].self) { group in
      var next = 0
      func start() {
        guard next < folds else { return }
        let fold = next
        next += 1
        group.addTask {
          let seen = lessons.indices.filter { $0 % folds != fold }
          let model = fit(
            seen.map { lessons[$0] }, earlier: earlier.map { e in seen.map { e[$0] } })
          return lessons.indices.filter { $0 % folds == fold }.map { index in
            let rows = RoleFeatures.rows(
              lessons[index].input, earlier: earlier?[index], bits: bits)
            return (index, apply(rows, model, index))
          }
        }
      }
      start()
      start()
      var all: [(Int, Result)] = []
      for await part in group {
        all += part
        start()
      }
      return all
    }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }

  // MARK: Linker

  private func trainLinker(_ lessons: [Lesson], labels: [[UInt8]]) -> Linker {
    var contents: [RankExample] = []
    var sources: [RankExample] = []
    for (lesson, predicted) in zip(lessons, labels) {
      for labels in [predicted, lesson.labels] {
        let map = PieceMap(RolePiece.pieces(labels), lesson.input)
        let choices = AttributionGold.choices(lesson.document, map, lesson.input)
        contents += choices.contents
        sources += choices.sources
      }
    }
    let trainer = RankTrainer(bits: LinkFeatures.bits)
    let columns = [trainer.train(contents), trainer.train(sources)]
    let weights = (0..<2 << LinkFeatures.bits).map { columns[$0 % 2][$0 / 2] }
    return Linker(
      ranker: LinearClassifier(
        labels: ["content", "source"],
        table: HashedTable(quantising: weights, bits: LinkFeatures.bits, columns: 2)))
  }
}
