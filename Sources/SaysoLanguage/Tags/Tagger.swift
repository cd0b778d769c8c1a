package import SaysoLearning

/// Gives each token its word class: a greedy, averaged perceptron, left to right (Collins, 2002),
/// over hashed features.
///
/// Words that are nearly always of one class in the treebanks take it from the lexicon without being
/// scored; other lexicon words are scored with the set of their classes as a feature.
package struct Tagger: Sendable {
  private let table: HashedTable
  private let lexicon: HashDictionary
  /// For each lexicon value: the tag of words that need no scoring, or 255.
  private let certain: [UInt8]

  /// A tagger from its parts.
  package init(table: HashedTable, lexicon: HashDictionary, certain: [UInt8]) {
    precondition(table.stride == Tag.count, "a column per tag")
    self.table = table
    self.lexicon = lexicon
    self.certain = certain
  }

  /// Reads a tagger from its model file.
  package init(_ model: ModelFile) throws {
    let table = try model.table("tagger.table")
    let certain = try model.section("tagger.certain")
    guard table.stride == Tag.count, certain.allSatisfy({ $0 == 255 || $0 < Tag.count }) else {
      throw ModelError(
        problem: "it was made for other tags", place: "tagger",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    self.init(table: table, lexicon: try model.dictionary("tagger.lexicon"), certain: certain)
  }

  /// Writes the tagger's parts into a model file.
  package func store(in model: inout ModelFile) {
    model.set("tagger.table", table: table)
    model.set("tagger.lexicon", dictionary: lexicon)
    model.sections["tagger.certain"] = certain
  }

  /// The tag of each token of a text, given its traits.
  package func tags(of text: AnnotatedText, traits: [TokenTraits]) -> [Tag] {
    tags(traits: traits, sentences: text.sentences)
  }

  /// The tag of each token, the sentences given as ranges of tokens.
  package func tags(traits: [TokenTraits], sentences: [Range<Int>]) -> [Tag] {
    let classes = traits.map { lexicon[$0.lower] }
    let features = TagFeatures(traits: traits, classes: classes)
    var run = TaggerRun(shift: UInt64(64 - table.bits))
    var result = [Tag](repeating: Tag(number: 0), count: traits.count)
    table.weights.withUnsafeBytes { weights in
      for sentence in sentences {
        let shouting = features.isShouting(sentence)
        var previous = TagFeatures.border
        var secondPrevious = TagFeatures.border
        var quotes = 0
        for index in sentence {
          let known = Int(classes[index])
          let tag: Int
          if known < certain.count, certain[known] != 255, Tagger.mayBeCertain(traits[index]) {
            tag = Int(certain[known])
          } else {
            features.fixed(
              index, in: sentence, shouting: shouting, quotes: quotes, into: &run.fixed)
            features.moving(
              index, in: sentence, previous: previous, secondPrevious: secondPrevious,
              into: &run.moving)
            tag = run.best(weights)
          }
          if traits[index].flags.isSuperset(of: [.openQuote, .closeQuote]) { quotes += 1 }
          result[index] = Tag(number: tag)
          secondPrevious = previous
          previous = UInt64(tag)
        }
      }
    }
    return result
  }

  /// Whether a word may take its tag from the lexicon: a capital may hide a name.
  package static func mayBeCertain(_ traits: TokenTraits) -> Bool {
    !traits.flags.contains(.capitalised)
  }
}

/// Buffers of one pass of the tagger.
private struct TaggerRun {
  let shift: UInt64
  var fixed = [UInt64](repeating: 0, count: TagFeatures.fixedCount)
  var moving = [UInt64](repeating: 0, count: TagFeatures.movingCount)

  init(shift: UInt64) { self.shift = shift }

  /// The column with the highest sum over the rows of all features; of equal ones the first.
  func best(_ weights: UnsafeRawBufferPointer) -> Int {
    var a = SIMD16<Int16>(repeating: 0)
    var b = a
    var c = a
    var d = a
    func add(_ hash: UInt64) {
      let base = Int(truncatingIfNeeded: hash >> shift) &* 64
      a &+= SIMD16(truncatingIfNeeded: weights.loadUnaligned(fromByteOffset: base, as: Row.self))
      b &+= SIMD16(
        truncatingIfNeeded: weights.loadUnaligned(fromByteOffset: base &+ 16, as: Row.self))
      c &+= SIMD16(
        truncatingIfNeeded: weights.loadUnaligned(fromByteOffset: base &+ 32, as: Row.self))
      d &+= SIMD16(
        truncatingIfNeeded: weights.loadUnaligned(fromByteOffset: base &+ 48, as: Row.self))
    }
    for hash in fixed { add(hash) }
    for hash in moving { add(hash) }
    let top = max(max(a.max(), b.max()), max(c.max(), d.max()))
    for (block, sums) in [a, b, c, d].enumerated() where sums.max() == top {
      for lane in 0..<16 where sums[lane] == top { return block * 16 + lane }
    }
    return 0
  }

  private typealias Row = SIMD16<Int8>
}
