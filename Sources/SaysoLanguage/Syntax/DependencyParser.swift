internal import SaysoLearning

/// Gives each word of a sentence its head and its relation to it (basic Universal Dependencies), by
/// a small network and the best tree over its scores.
///
/// A pure function of the text and the model. Memory is bounded: sentences are taken in batches of
/// a few hundred words, and a sentence of more than ``longest`` words is parsed in pieces.
package struct DependencyParser: Sendable {
  private let features: ParserFeatures
  private let encoder: WordEncoder
  private let arcs: ArcScorer
  private let relations: RelationScorer
  private let tags: TagScorer

  /// Words of a piece at most, since scores grow with their square.
  package static let longest = 160
  /// Words that fill a batch: enough for the matrix products, few enough for the processor's cache.
  private static let batch = 192

  /// A parser from its parts.
  package init(
    features: ParserFeatures, encoder: WordEncoder, arcs: ArcScorer, relations: RelationScorer,
    tags: TagScorer
  ) {
    self.features = features
    self.encoder = encoder
    self.arcs = arcs
    self.relations = relations
    self.tags = tags
  }

  /// The trees of a text's sentences, or of those whose numbers are given, with the traits of the
  /// text's tokens.
  package func dependencies(
    of text: AnnotatedText, traits: [TokenTraits], sentences: some Sequence<Int>
  ) -> Dependencies {
    dependencies(traits: traits, sentences: sentences.map { text.sentences[$0] })
  }

  /// The trees of all sentences of a text.
  package func dependencies(of text: AnnotatedText, traits: [TokenTraits]) -> Dependencies {
    dependencies(traits: traits, sentences: text.sentences)
  }

  /// The trees of sentences that are given as ranges of tokens.
  package func dependencies(traits: [TokenTraits], sentences: [Range<Int>]) -> Dependencies {
    var result = Dependencies(tokens: traits.count)
    var batch = ParserBatch()
    var buffers = ParserBuffers()
    for sentence in sentences {
      for piece in SentencePieces.pieces(of: sentence, traits: traits) {
        batch.add(piece, traits: traits, features: features)
        if batch.count >= DependencyParser.batch { parse(&batch, &buffers, into: &result) }
      }
    }
    parse(&batch, &buffers, into: &result)
    for sentence in sentences where sentence.count > DependencyParser.longest {
      SentencePieces.join(sentence, in: &result)
    }
    return result
  }

  /// The scores of all arcs of one sentence, `[word * stride + head]`, heads from 1 and 0 the root:
  /// for tests against the trainer.
  package func arcScores(_ words: [TokenTraits]) -> (scores: [Float], stride: Int) {
    var batch = ParserBatch()
    var buffers = ParserBuffers()
    batch.add(words.indices, traits: words, features: features)
    encoder.encode(
      batch.features, each: ParserFeatures.count, sentences: batch.sentences, into: &buffers)
    var result: (scores: [Float], stride: Int) = ([], 0)
    arcs.score(batch.sentences, into: &buffers) { _, scores, stride in result = (scores, stride) }
    return result
  }

  /// Parses a batch and empties it.
  private func parse(
    _ batch: inout ParserBatch, _ buffers: inout ParserBuffers, into result: inout Dependencies
  ) {
    guard batch.count > 0 else { return }
    encoder.encode(
      batch.features, each: ParserFeatures.count, sentences: batch.sentences, into: &buffers)
    var heads: [Int32] = []
    heads.reserveCapacity(batch.count)
    arcs.score(batch.sentences, into: &buffers) { sentence, scores, stride in
      let own = Arborescence.heads(scores: scores, stride: stride, count: sentence.count)
      // From places in the sentence to places in the batch.
      for head in own { heads.append(head == 0 ? 0 : head + Int32(sentence.lowerBound)) }
    }
    relations.relations(heads: heads, into: &buffers) { word, relation in
      let head = heads[word] == 0 ? nil : batch.tokens[Int(heads[word]) - 1]
      // What hangs on the root is its root, and nothing else is.
      let fitting = head == nil ? .root : relation == .root ? .other : relation
      result[batch.tokens[word]] = Arc(head: head, relation: fitting)
    }
    tags.tags(count: batch.count, into: &buffers) { word, tag in
      result.setWordClass(tag, of: batch.tokens[word])
    }
    batch.removeAll()
  }
}

/// Sentences that go through the network together.
private struct ParserBatch {
  /// Feature rows of all words.
  var features: [UInt32] = []
  /// Sentences as ranges of words of the batch.
  var sentences: [Range<Int>] = []
  /// Each word's token in the text.
  var tokens: [Int] = []
  var count: Int { tokens.count }

  mutating func add(_ sentence: Range<Int>, traits: [TokenTraits], features table: ParserFeatures) {
    sentences.append(count..<count + sentence.count)
    for token in sentence { table.append(traits[token], to: &features) }
    tokens.append(contentsOf: sentence)
  }

  mutating func removeAll() {
    features.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
  }
}
