package import SaysoLearning

/// What the name tagger sees of each token of one document: the trainer and the tagger share it.
///
/// Beside the words around a token these are: word clusters, built-in lists, the run of capitalised
/// words that the token stands in with its neighbours, how the word is written elsewhere in the
/// document, and in a second pass what the first one made of the same word elsewhere (Krishnan and
/// Manning, 2006).
package struct NameFeatures {
  let traits: [TokenTraits]
  private let tags: [Tag]
  private let clusters: [UInt16]
  let marks: [UInt32]
  let runs: [CapitalRun]
  let document: DocumentWords
  /// What kind of corpus the document is from; features of their own learn its habits.
  private let style: UInt64

  /// Bits of a cluster number that make the coarse one.
  package static let coarseBits: UInt16 = 6
  private static let edgeTraits = TokenTraits([0x0A][...])
  private static let edgeTag: UInt64 = 99

  /// Features over a document.
  ///
  /// `clusters` maps words to cluster numbers; `style` 0 is news.
  package init(
    traits: [TokenTraits], tags: [Tag], sentences: [Range<Int>], clusters: HashDictionary,
    lists: NameGazetteer, style: UInt64 = 0
  ) {
    self.traits = traits
    self.tags = tags
    self.style = style
    self.clusters = traits.map { NameFeatures.cluster($0, clusters) }
    var marks = [UInt32](repeating: 0, count: traits.count)
    var runs = [CapitalRun](repeating: CapitalRun(start: 0, end: 0), count: traits.count)
    for sentence in sentences {
      lists.marks(traits, in: sentence, into: &marks)
      CapitalRun.find(traits, tags, in: sentence, into: &runs)
    }
    self.marks = marks
    self.runs = runs
    self.document = DocumentWords(traits: traits, sentences: sentences)
  }

  /// The cluster number of a word: by its form, by its shape when it has digits, else in lower case.
  package static func cluster(_ traits: TokenTraits, _ clusters: HashDictionary) -> UInt16 {
    let own = clusters[clusterKey(traits)]
    return own != 0 ? own : clusters[traits.lower]
  }

  /// The key of a word in the map of clusters.
  package static func clusterKey(_ traits: TokenTraits) -> UInt64 {
    traits.flags.contains(.digit) ? traits.shape : traits.form
  }

  /// Adds the items of one sentence, with what the first pass says where `votes` are given.
  package func append(
    _ sentence: Range<Int>, votes: NameVotes?, into features: inout FeatureRows
  ) {
    let kind = sentenceKind(sentence)
    for index in sentence {
      addWords(index, sentence, kind, &features)
      addContext(index, sentence, kind, &features)
      if let votes { addVotes(index, sentence, votes, &features) }
      features.endItem()
    }
  }

  /// Adds items of what the first pass says alone: the rest of a sentence's features is the same in
  /// both passes.
  package func append(
    _ sentence: Range<Int>, onlyVotes votes: NameVotes, into features: inout FeatureRows
  ) {
    for index in sentence {
      addVotes(index, sentence, votes, &features)
      features.endItem()
    }
  }

  /// Headline in capitals, table of numbers, short line, or none of these.
  private func sentenceKind(_ sentence: Range<Int>) -> UInt64 {
    var capitals = 0
    var title = 0
    var others = 0
    var numbers = 0
    for index in sentence {
      let flags = traits[index].flags
      if flags.contains(.digit) {
        numbers += 1
      } else if flags.contains(.allCapitals) {
        capitals += 1
      } else if flags.contains(.capitalised) {
        title += 1
      } else if flags.contains(.letter) {
        others += 1
      }
    }
    if capitals >= 2, capitals >= 3 * (others + title) { return 1 }
    if numbers >= 2, numbers * 3 >= sentence.count { return 2 }
    if title >= 3, title > 2 * others { return 3 }
    return sentence.count <= 4 ? 4 : 0
  }

  private func at(_ index: Int, _ sentence: Range<Int>) -> TokenTraits {
    sentence.contains(index) ? traits[index] : NameFeatures.edgeTraits
  }

  private func tag(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? UInt64(tags[index].rawValue) : NameFeatures.edgeTag
  }

  private func fine(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? UInt64(clusters[index]) : 0xFFFF
  }

  private func coarse(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    guard sentence.contains(index) else { return 0xFFFF }
    return clusters[index] == 0
      ? 0xFFFE : UInt64((clusters[index] - 1) & (1 << NameFeatures.coarseBits - 1))
  }

  private func mark(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? UInt64(marks[index]) : 0xFFFF_FFFF
  }

  /// Features of the token itself.
  private func addWords(
    _ index: Int, _ sentence: Range<Int>, _ kind: UInt64, _ features: inout FeatureRows
  ) {
    let word = traits[index]
    let first: UInt64 = index == sentence.lowerBound ? 1 : 0
    let place = kind << 1 | first
    features.add(FeatureHash.combine(100, word.lower))
    features.add(FeatureHash.combine(101, word.form, first))
    features.add(FeatureHash.combine(102, word.lower, kind))
    features.add(FeatureHash.combine(103, word.shape, place))
    features.add(FeatureHash.combine(104, UInt64(word.flags.rawValue), place))
    features.add(FeatureHash.combine(105, word.prefixes.1, word.shape))
    features.add(FeatureHash.combine(106, word.prefixes.2))
    features.add(FeatureHash.combine(107, word.prefixes.3))
    features.add(FeatureHash.combine(108, word.suffixes.0, word.shape))
    features.add(FeatureHash.combine(109, word.suffixes.1, word.shape))
    features.add(FeatureHash.combine(110, word.suffixes.2))
    features.add(FeatureHash.combine(111, word.suffixes.3))
    features.add(FeatureHash.combine(112, fine(index, sentence), place))
    features.add(FeatureHash.combine(113, coarse(index, sentence), word.shape, first))
    features.add(FeatureHash.combine(114, mark(index, sentence), word.shape))
    features.add(FeatureHash.combine(115, tag(index, sentence), word.shape, place))
    features.add(FeatureHash.combine(116, style))
    features.add(FeatureHash.combine(117, style, word.lower))
    features.add(FeatureHash.combine(118, style, mark(index, sentence), word.shape))
    features.add(FeatureHash.combine(119, style, fine(index, sentence)))
    if word.flags.contains(.letter) {
      features.add(FeatureHash.combine(120, document.writing(index), word.shape, place))
      features.add(FeatureHash.combine(121, document.writing(index), fine(index, sentence)))
    }
  }

  /// Features of what stands around the token.
  private func addContext(
    _ index: Int, _ sentence: Range<Int>, _ kind: UInt64, _ features: inout FeatureRows
  ) {
    let word = traits[index]
    let before = at(index - 1, sentence)
    let after = at(index + 1, sentence)
    let cased = UInt64(word.flags.rawValue & 0x83)
    features.add(FeatureHash.combine(130, before.lower, cased))
    features.add(FeatureHash.combine(131, after.lower, cased))
    features.add(FeatureHash.combine(132, at(index - 2, sentence).lower, cased))
    features.add(FeatureHash.combine(133, at(index + 2, sentence).lower, cased))
    features.add(FeatureHash.combine(134, before.lower, word.lower))
    features.add(FeatureHash.combine(135, word.lower, after.lower))
    features.add(FeatureHash.combine(136, at(index - 2, sentence).lower, before.lower, cased))
    features.add(FeatureHash.combine(137, after.lower, at(index + 2, sentence).lower, cased))
    features.add(FeatureHash.combine(138, before.shape, word.shape, kind))
    features.add(FeatureHash.combine(139, word.shape, after.shape, kind))
    features.add(FeatureHash.combine(140, before.shape, word.shape, after.shape))
    features.add(FeatureHash.combine(141, fine(index - 1, sentence), cased))
    features.add(FeatureHash.combine(142, fine(index + 1, sentence), cased))
    features.add(FeatureHash.combine(143, fine(index - 2, sentence), cased))
    features.add(FeatureHash.combine(144, fine(index + 2, sentence), cased))
    features.add(
      FeatureHash.combine(145, coarse(index - 1, sentence), coarse(index, sentence), cased))
    features.add(
      FeatureHash.combine(146, coarse(index, sentence), coarse(index + 1, sentence), cased))
    features.add(
      FeatureHash.combine(147, coarse(index - 1, sentence), cased, coarse(index + 1, sentence)))
    features.add(FeatureHash.combine(148, mark(index - 1, sentence), cased))
    features.add(FeatureHash.combine(149, mark(index + 1, sentence), cased))
    features.add(FeatureHash.combine(150, mark(index, sentence), mark(index + 1, sentence)))
    features.add(FeatureHash.combine(151, mark(index - 1, sentence), mark(index, sentence)))
    features.add(
      FeatureHash.combine(
        152, tag(index - 1, sentence), tag(index, sentence), tag(index + 1, sentence)))
    features.add(FeatureHash.combine(153, before.suffixes.2, cased))
    features.add(FeatureHash.combine(154, after.suffixes.2, cased))
    let run = runs[index]
    guard run.end > run.start else { return }
    let last = traits[run.end - 1]
    let inside = UInt64(min(3, index - run.start) << 2 | min(3, run.end - 1 - index))
    features.add(FeatureHash.combine(160, last.lower, inside))
    features.add(FeatureHash.combine(161, traits[run.start].lower, inside))
    features.add(FeatureHash.combine(162, at(run.start - 1, sentence).lower, inside))
    features.add(FeatureHash.combine(163, at(run.end, sentence).lower, inside))
    features.add(FeatureHash.combine(164, fine(run.start - 1, sentence), inside))
    features.add(FeatureHash.combine(165, fine(run.end, sentence), inside))
    features.add(FeatureHash.combine(166, fine(run.end - 1, sentence), inside))
    features.add(FeatureHash.combine(167, fine(run.start, sentence), inside))
    features.add(FeatureHash.combine(168, inside, kind))
    features.add(FeatureHash.combine(169, mark(run.end - 1, sentence), inside))
    features.add(FeatureHash.combine(170, mark(run.start, sentence), inside))
  }

  /// Features of the first pass.
  private func addVotes(
    _ index: Int, _ sentence: Range<Int>, _ votes: NameVotes, _ features: inout FeatureRows
  ) {
    let own = votes.label(index)
    let before = sentence.contains(index - 1) ? votes.label(index - 1) : 20
    let after = sentence.contains(index + 1) ? votes.label(index + 1) : 20
    let vote = votes.vote(document.word(index))
    let holder = votes.holder(document.word(index))
    let place: UInt64 = index == sentence.lowerBound ? 1 : 0
    let cased = UInt64(traits[index].flags.rawValue & 0x83) << 1 | place
    features.add(FeatureHash.combine(180, own))
    features.add(FeatureHash.combine(181, before, own, after))
    features.add(FeatureHash.combine(182, vote, cased))
    features.add(FeatureHash.combine(183, vote, own))
    features.add(FeatureHash.combine(184, holder, cased))
    features.add(FeatureHash.combine(185, holder, own))
    features.add(FeatureHash.combine(186, vote, holder, own))
    if sentence.contains(index + 1) {
      let next = document.word(index + 1)
      features.add(FeatureHash.combine(187, votes.vote(next), own, vote))
      features.add(FeatureHash.combine(188, votes.holder(next), own, holder))
    }
    if sentence.contains(index - 1) {
      let previous = document.word(index - 1)
      features.add(FeatureHash.combine(189, votes.vote(previous), own, vote))
      features.add(FeatureHash.combine(190, votes.holder(previous), own, holder))
    }
  }

  /// What a first pass's labels say of each word of the document.
  package func votes(_ labels: [UInt8], sentences: [Range<Int>]) -> NameVotes {
    NameVotes(labels: labels, words: document, traits: traits, sentences: sentences)
  }
}
