package import SaysoEvaluation
package import SaysoLanguage
internal import SaysoLearning

/// Trains the tagger on the train parts of two treebanks.
package struct TaggerTrainer: Sendable {
  /// Passes over the treebanks.
  package var epochs = 7
  /// Base-two logarithm of the row count of the table (17: 8 MB).
  ///
  /// With the silver sentences, 16 loses 0.27 UPOS on EWT dev and 0.08 on GUM dev; 18 gains 0.04 and
  /// 0.10.
  package var bits = 17
  /// Features seen fewer times are not learned.
  package var minimumCount: UInt8 = 2
  /// How often the treebanks are learned in an epoch, where other sentences are learned too (4 loses
  /// 0.15 UPOS on EWT dev).
  package var goldRepeats = 2
  /// Seed of the shuffling.
  package var seed: UInt64 = 1

  /// The files that are learned from.
  package static let files = [
    "ud-ewt/en_ewt-ud-train.conllu.gz", "ud-gum/en_gum-ud-train.conllu.gz",
  ]

  /// A trainer with the settings of the shipped model.
  package init() {}

  /// Trains from the corpora below `data`; `progress` hears a line now and then.
  ///
  /// `silver` are sentences that a larger model tagged: they are learned once an epoch, the
  /// treebanks `goldRepeats` times.
  package func train(
    data: String, silver: [TreebankSentence] = [], progress: (String) -> Void
  ) throws -> Tagger {
    let documents = try TaggerTrainer.files.flatMap { try ConlluReader.documents($0, in: data) }
    var sentences = documents.flatMap(\.sentences).map(TaggedSentence.init)
    let marked = silver.map(TaggedSentence.init)
    let lexicon = TagLexicon(sentences + marked)
    progress("\(sentences.count) sentences, \(marked.count) more, \(lexicon.words) lexicon words")
    sentences += TaggerTrainer.caseVariants(of: sentences)
    let gold = (0..<(silver.isEmpty ? 1 : goldRepeats)).flatMap { _ in sentences }
    return learn(gold + marked, lexicon, progress)
  }

  private func learn(
    _ sentences: [TaggedSentence], _ lexicon: TagLexicon, _ progress: (String) -> Void
  ) -> Tagger {
    var examples = sentences.map { TagExample($0, lexicon) }
    TaggerTrainer.keepFrequent(&examples, minimumCount)
    let shift = UInt64(64 - bits)
    var perceptron = Perceptron(bits: bits)
    var generator = SplitMix(seed: seed)
    var moving = [UInt64](repeating: 0, count: TagFeatures.movingCount)
    var rows: [UInt32] = []
    for epoch in 1...epochs {
      examples.shuffle(using: &generator)
      var wrong = 0
      var scored = 0
      for example in examples {
        var previous = TagFeatures.border
        var second = TagFeatures.border
        for index in example.gold.indices {
          var tag = example.gold[index]
          if example.certain[index] >= 0 {
            tag = example.certain[index]
          } else {
            example.features.moving(
              index, in: example.gold.indices, previous: previous, secondPrevious: second,
              into: &moving)
            rows.removeAll(keepingCapacity: true)
            for hash in example.fixed[index] {
              rows.append(UInt32(truncatingIfNeeded: hash >> shift))
            }
            for hash in moving { rows.append(UInt32(truncatingIfNeeded: hash >> shift)) }
            let best = perceptron.best(rows)
            perceptron.learn(rows, gold: tag, predicted: best)
            scored += 1
            if best != tag { wrong += 1 }
            tag = best
          }
          second = previous
          previous = UInt64(tag)
        }
      }
      progress("epoch \(epoch): \(wrong) of \(scored) scored tokens wrong")
    }
    return Tagger(
      table: perceptron.table(), lexicon: lexicon.dictionary, certain: lexicon.certain)
  }

  /// Drops the fixed features that are seen less than `minimum` times.
  private static func keepFrequent(_ examples: inout [TagExample], _ minimum: UInt8) {
    var counts = [UInt8](repeating: 0, count: 1 << 24)
    for example in examples {
      for hash in example.fixed.joined() where counts[Int(hash >> 40)] < 255 {
        counts[Int(hash >> 40)] += 1
      }
    }
    for index in examples.indices {
      examples[index].fixed = examples[index].fixed.map { hashes in
        hashes.filter { counts[Int($0 >> 40)] >= minimum }
      }
    }
  }

  /// Every sixteenth sentence in capitals, another in title case, another without capitals: as
  /// headlines and careless text have them.
  private static func caseVariants(of sentences: [TaggedSentence]) -> [TaggedSentence] {
    sentences.indices.compactMap { index in
      var copy = sentences[index]
      switch index % 16 {
      case 3: copy.words = copy.words.map { $0.uppercased() }
      case 8: copy.words = copy.words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      case 13: copy.words = copy.words.map { $0.lowercased() }
      default: return nil
      }
      return copy
    }
  }
}

/// Words with their tag numbers.
struct TaggedSentence {
  var words: [String]
  let tags: [Int]

  init(_ sentence: TreebankSentence) {
    words = sentence.words.map(\.form)
    tags = sentence.words.map { Int(Tag(xpos: $0.xpos, upos: $0.upos).rawValue) }
  }
}

/// A sentence to learn tags from, its fixed features hashed.
private struct TagExample {
  let gold: [Int]
  let features: TagFeatures
  /// The tag that the lexicon gives without scoring; -1 for none.
  let certain: [Int]
  var fixed: [[UInt64]]

  init(_ sentence: TaggedSentence, _ lexicon: TagLexicon) {
    gold = sentence.tags
    let traits = sentence.words.map { TokenTraits(Array($0.utf8)[...]) }
    let classes = traits.map { lexicon.dictionary[$0.lower] }
    let features = TagFeatures(traits: traits, classes: classes)
    self.features = features
    certain = traits.indices.map {
      let tag = lexicon.certain[Int(classes[$0])]
      return tag != 255 && Tagger.mayBeCertain(traits[$0]) ? Int(tag) : -1
    }
    let shouting = features.isShouting(sentence.tags.indices)
    var quotes = 0
    var buffer = [UInt64](repeating: 0, count: TagFeatures.fixedCount)
    fixed = []
    for index in sentence.tags.indices {
      if certain[index] >= 0 {
        fixed.append([])
      } else {
        features.fixed(
          index, in: sentence.tags.indices, shouting: shouting, quotes: quotes, into: &buffer)
        fixed.append(buffer)
      }
      if traits[index].flags.isSuperset(of: [.openQuote, .closeQuote]) { quotes += 1 }
    }
  }
}
