package import SaysoLanguage
internal import SaysoRecords

/// How well names are found on gold tokens: a name counts when its kind and both ends are right.
package struct NamesEvaluation: Sendable, CustomStringConvertible {
  /// The corpus.
  package let corpus: String
  /// All kinds together.
  package private(set) var all = MatchCounts()
  /// By kind, as "PER".
  package private(set) var kinds: [String: MatchCounts] = [:]

  /// A corpus file to measure on.
  package struct Corpus: Sendable {
    /// What it is called.
    package let name: String
    /// Its file below the data folder.
    package let path: String
    /// Whether it knows the kind MISC; where not, predicted ones are left out.
    package let hasMiscellaneous: Bool

    /// A corpus file.
    package init(name: String, path: String, hasMiscellaneous: Bool = true) {
      self.name = name
      self.path = path
      self.hasMiscellaneous = hasMiscellaneous
    }
  }

  /// The corpora that are measured, none of them learned from.
  package static let corpora = [
    Corpus(name: "conll2003-testa", path: "ner-conll2003/eng.testa.tsv"),
    Corpus(name: "uner-ewt-dev", path: "ner-uner-ewt/en_ewt-ud-dev.tsv", hasMiscellaneous: false),
  ]

  /// Measures on corpora below the data folder; `missed` hears of each name that is wrong or not
  /// found: the sentence's words, gold and predicted names.
  package static func run(
    data: String, tagger: Tagger, names: NameTagger, corpora: [Corpus] = corpora,
    missed: ([String], [String], [String]) -> Void = { _, _, _ in }
  ) throws -> [NamesEvaluation] {
    try corpora.map { corpus in
      var result = NamesEvaluation(corpus: corpus.name)
      for document in try ConllReader.documents(corpus.path, in: data) {
        let text = GoldText.annotated(document.map(\.words))
        let traits = text.traits()
        let tags = tagger.tags(of: text, traits: traits)
        let found = names.names(in: text, traits: traits, tags: tags)
        let gold = NameLabels.names(
          document.flatMap(\.labels).map { UInt8(NameLabels.all.firstIndex(of: $0) ?? 0) },
          sentences: text.sentences)
        let kept = found.filter { corpus.hasMiscellaneous || $0.type != .miscellaneous }
        result.add(gold: gold, predicted: kept)
        for (sentence, range) in zip(document, text.sentences) {
          func shown(_ names: [NameSpan]) -> [String] {
            names.filter { range.overlaps($0.tokens) }.map { name in
              name.type.rawValue + ":" + name.tokens.map { text.word($0) }.joined(separator: " ")
            }
          }
          let expected = shown(gold)
          let actual = shown(kept)
          if expected != actual { missed(sentence.words, expected, actual) }
        }
      }
      return result
    }
  }

  private init(corpus: String) { self.corpus = corpus }

  private mutating func add(gold: [NameSpan], predicted: [NameSpan]) {
    let both = Set(gold).intersection(predicted)
    for name in gold {
      all.gold += 1
      kinds[name.type.rawValue, default: MatchCounts()].gold += 1
    }
    for name in predicted {
      all.predicted += 1
      kinds[name.type.rawValue, default: MatchCounts()].predicted += 1
    }
    for name in both {
      all.correct += 1
      kinds[name.type.rawValue, default: MatchCounts()].correct += 1
    }
  }

  /// One line of percentages.
  package var description: String {
    func percent(_ value: Double) -> String { "\((1e4 * value).rounded() / 100)" }
    let parts = kinds.sorted { $0.key < $1.key }.map { "\($0.key) \(percent($0.value.f1))" }
    return "\(corpus): F1 \(percent(all.f1)) P \(percent(all.precision)) R \(percent(all.recall))"
      + " (" + parts.joined(separator: ", ") + ")"
  }
}
