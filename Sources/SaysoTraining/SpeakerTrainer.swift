package import SaysoAttribution
package import SaysoEvaluation
package import SaysoLanguage

/// Learns what the features of antecedents weigh.
package struct SpeakerTrainer: Sendable {
  private let tagger: Tagger
  private let names: NameTagger
  private let engine: (any RoleEngine)?

  /// A trainer on the stages before attribution; `engine` gives vectors that vote.
  package init(tagger: Tagger, names: NameTagger, engine: (any RoleEngine)? = nil) {
    self.tagger = tagger
    self.names = names
    self.engine = engine
  }

  /// The lines of the table of weights, and how many choices they were learned from.
  package func train(_ documents: [SpeakerDocument]) -> (lines: [String], choices: Int) {
    var examples: [RankExample] = []
    for document in documents {
      let reading = SpeakerReading(
        document, tagger: tagger, names: names, engine: engine)
      examples += lessons(reading).map {
        RankExample(features: $0.features, answer: $0.answer)
      }
    }
    var trainer = RankTrainer(bits: AntecedentLessons.bits)
    trainer.epochs = 20
    trainer.rate = 0.3
    return (AntecedentLessons.lines(trainer.train(examples)), examples.count)
  }

  private func lessons(_ reading: SpeakerReading) -> [AntecedentLesson] {
    let document = reading.document
    var heads: [Set<Int>] = []
    var chainOfHead: [Int: Int] = [:]
    for (number, chain) in document.chains.enumerated() {
      heads.append(Set(chain.flatMap { reading.tokens($0.head) }))
      for mention in chain {
        for token in reading.tokens(mention.head) { chainOfHead[token] = number }
      }
    }
    var chainOfSource: [Range<Int>: Int] = [:]
    for source in document.sources {
      if let chain = source.chain { chainOfSource[reading.tokens(source.span)] = chain }
    }
    return AntecedentLessons.lessons(
      reading.input, actors: reading.actors, words: reading.words, sources: reading.sources
    ) { tokens in
      let chain =
        chainOfSource[tokens] ?? (tokens.count == 1 ? chainOfHead[tokens.lowerBound] : nil)
      // A description in no chain is new; a pronoun in none was overlooked.
      guard let chain else { return tokens.count > 1 ? .known([]) : .unknown }
      let mentions = document.chains[chain]
      guard mentions.contains(where: { !document.isPronoun($0) }) else { return .unknown }
      return mentions.contains(where: \.isName) ? .named(heads[chain]) : .known(heads[chain])
    }
  }
}
