internal import SaysoEvaluation
package import SaysoLanguage
package import SaysoLearning

/// Trains the name tagger: word clusters from running text, then two models on labelled corpora, the
/// second on what the first says of documents that it has not seen.
package struct NamesTrainer: Sendable {
  /// Passes over the corpora.
  package var epochs = 9
  /// Base-two logarithm of the row count of either table (18: 4 MB).
  package var bits = 18
  /// Parts of the corpora that are left out in turn for the second model's training.
  package var folds = 4
  /// First step size.
  package var rate: Float = 0.15
  /// Pull towards zero.
  package var decay: Float = 1e-6
  /// Rows on fewer times are not learned.
  package var minimumCount: UInt32 = 2
  /// Seed of the shuffling.
  package var seed: UInt64 = 1

  /// A trainer with the settings of the shipped model.
  package init() {}

  /// Trains from the corpora below `data` with tags of `tagger`; `progress` hears a line now and then.
  package func train(
    data: String, tagger: Tagger, progress: (String) -> Void
  ) throws -> NameTagger {
    let clusters = try NameClusters.train(data: data, progress: progress)
    return try train(data: data, tagger: tagger, clusters: clusters, progress: progress)
  }

  /// Trains with clusters that are there already.
  package func train(
    data: String, tagger: Tagger, clusters: HashDictionary, progress: (String) -> Void
  ) throws -> NameTagger {
    let lists = NameGazetteer()
    let documents = try NameCorpora.documents(data: data).map {
      NameExample($0, tagger: tagger, clusters: clusters, lists: lists)
    }
    progress("\(documents.count) documents")
    let first = learn(documents.map { $0.examples(bits, votes: nil) }, epochs, progress)
    progress("first model done")
    var labels = [[UInt8]](repeating: [], count: documents.count)
    for fold in 0..<folds {
      let others = documents.indices.filter { documents[$0].fold % folds != fold }
      let model = learn(others.map { documents[$0].examples(bits, votes: nil) }, epochs / 2) { _ in
      }
      for index in documents.indices where documents[index].fold % folds == fold {
        labels[index] = NameTagger.labels(
          documents[index].features, documents[index].sentences, model)
      }
      progress("part \(fold + 1) of \(folds) done")
    }
    let second = learn(
      documents.indices.map { index in
        let document = documents[index]
        let votes = document.features.votes(labels[index], sentences: document.sentences)
        return document.examples(bits, votes: votes)
      }, epochs, progress)
    return NameTagger(first: first, second: second, clusters: clusters, lists: lists)
  }

  private func learn(
    _ examples: [[SequenceExample]], _ epochs: Int, _ progress: (String) -> Void
  ) -> SequenceModel {
    var trainer = SequenceTrainer(
      labels: NameLabels.all, bits: bits, allows: { NameLabels.allows($0, $1) })
    trainer.epochs = epochs
    trainer.rate = rate
    trainer.decay = decay
    trainer.minimumCount = minimumCount
    trainer.seed = seed
    return trainer.train(examples.flatMap { $0 }) { epoch, loss in
      progress("epoch \(epoch): loss \(loss)")
    }
  }
}

/// A labelled document with its features.
private struct NameExample {
  let features: NameFeatures
  let sentences: [Range<Int>]
  let labels: [UInt8]
  let learned: [Bool]
  let fold: Int

  init(
    _ document: NameDocument, tagger: Tagger, clusters: HashDictionary, lists: NameGazetteer
  ) {
    let text = GoldText.annotated(document.sentences.map(\.words))
    let traits = text.traits()
    sentences = text.sentences
    labels = document.sentences.flatMap(\.labels).map {
      UInt8(NameLabels.all.firstIndex(of: $0) ?? 0)
    }
    learned = document.learned
    fold = document.number
    features = NameFeatures(
      traits: traits, tags: tagger.tags(of: text, traits: traits), sentences: text.sentences,
      clusters: clusters, lists: lists, style: document.style)
  }

  func examples(_ bits: Int, votes: NameVotes?) -> [SequenceExample] {
    sentences.indices.filter { learned[$0] }.map { index in
      var rows = FeatureRows(bits: bits)
      features.append(sentences[index], votes: votes, into: &rows)
      return SequenceExample(features: rows, labels: Array(labels[sentences[index]]))
    }
  }
}
