internal import SaysoEvaluation
internal import SaysoLanguage
package import SaysoLearning

/// Clusters of words for the name tagger, learned from running text.
package enum NameClusters {
  /// Running text, as JSON lines.
  static let rawFiles = [
    "polnear/articles-train.jsonl", "stories-neus/train.jsonl", "stories-allsides/roundups.jsonl",
    "stories-basil/basil.jsonl",
  ]
  /// Labelled corpora whose words are read too.
  static let labelledFiles = [
    "ner-conll2003/eng.train.tsv", "ner-wikigold/wikigold.tsv", "ner-wikineural/en.val.tsv",
  ]
  /// Number of fine and of coarse clusters.
  static let fine = 256
  static let coarse = 64

  /// A map from words to cluster numbers: fine and coarse one in 14 bits, plus 1.
  package static func train(data: String, progress: (String) -> Void) throws -> HashDictionary {
    var sentences: [[UInt64]] = []
    var lower: [UInt64: UInt64] = [:]
    func add(_ text: AnnotatedText) {
      let traits = text.traits()
      for word in traits { lower[NameFeatures.clusterKey(word)] = word.lower }
      sentences += text.sentences.map { $0.map { NameFeatures.clusterKey(traits[$0]) } }
    }
    for file in rawFiles {
      for string in try RawText.strings(file, in: data) { add(AnnotatedText(string)) }
    }
    for file in labelledFiles {
      for document in try ConllReader.documents(file, in: data) {
        add(GoldText.annotated(document.map(\.words)))
      }
    }
    for file in TaggerTrainer.files {
      for document in try ConlluReader.documents(file, in: data) {
        add(GoldText.annotated(document.sentences.map { $0.words.map(\.form) }))
      }
    }
    progress("clustering \(sentences.reduce(0) { $0 + $1.count }) words")
    let many = WordClusters().cluster(sentences, into: fine)
    progress("\(many.words.count) words in \(fine) clusters")
    let few = WordClusters().cluster(sentences, into: coarse)
    let values = zip(many.clusters, few.clusters).map {
      UInt16($0 << Int(NameFeatures.coarseBits) | $1) + 1
    }
    let own = zip(many.words, values).map { ($0, $1) }
    let written = Set(many.words)
    // Words that are only known with a capital are found in other spellings too.
    let others = own.compactMap { word, value in
      lower[word].flatMap { written.contains($0) ? nil : ($0, value) }
    }
    return HashDictionary((own + others).map { (hash: $0.0, value: $0.1) })
  }
}
