/// The word class of a token: a pair of a Penn tag and a universal tag, in one byte.
package struct Tag: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The number of the pair, below ``count``.
  ///
  /// Shipped models depend on the numbers.
  package let rawValue: UInt8

  /// Number of pairs.
  package static let count = 64

  /// A tag from its number; nil from ``count`` on.
  package init?(rawValue: UInt8) {
    guard rawValue < Tag.count else { return nil }
    self.rawValue = rawValue
  }

  /// A tag from a number that is known to be below ``count``.
  init(number: Int) {
    precondition(number < Tag.count, "there are \(Tag.count) tags")
    rawValue = UInt8(number)
  }

  /// The pair of two tags; where treebanks have a pair that is not kept, the most frequent one with
  /// the same Penn tag.
  package init(_ penn: PennTag, _ universal: UniversalTag) {
    let exact = Tag.pairs.firstIndex { $0.penn == penn && $0.universal == universal }
    self.init(number: exact ?? Tag.pairs.firstIndex { $0.penn == penn } ?? 0)
  }

  /// The pair of two tags as treebanks write them (XPOS, UPOS); unknown ones count as the most
  /// frequent tag that agrees with the other.
  package init(xpos: String, upos: String) {
    let universal = UniversalTag(rawValue: upos) ?? .other
    if let penn = PennTag(rawValue: xpos) {
      self.init(penn, universal)
    } else {
      self.init(number: Tag.pairs.firstIndex { $0.universal == universal } ?? 0)
    }
  }

  /// The word class of the Penn Treebank (XPOS).
  package var penn: PennTag { Tag.pairs[Int(rawValue)].penn }

  /// The word class of Universal Dependencies (UPOS).
  package var universal: UniversalTag { Tag.pairs[Int(rawValue)].universal }

  /// "PENN/UNIVERSAL".
  package var description: String { penn.rawValue + "/" + universal.rawValue }

  /// Whether it is a full verb or an auxiliary.
  package var isVerbal: Bool { universal == .verb || universal == .auxiliary }

  /// Whether it is a common or proper noun.
  package var isNominal: Bool { universal == .noun || universal == .properNoun }

  /// All pairs by number: those that the two treebanks hold 46 times and more, and "whose".
  ///
  /// New pairs go to the end.
  private static let pairs: [(penn: PennTag, universal: UniversalTag)] = [
    (.nn, .noun), (.in, .adposition), (.dt, .determiner), (.jj, .adjective), (.prp, .pronoun),
    (.nnp, .properNoun), (.stop, .punctuation), (.comma, .punctuation), (.nns, .noun),
    (.rb, .adverb), (.vb, .verb), (.cc, .coordinator), (.cd, .number), (.vbn, .verb),
    (.in, .subordinator), (.vbd, .verb), (.vbg, .verb), (.vbz, .auxiliary), (.to, .particle),
    (.prps, .pronoun), (.md, .auxiliary), (.vbp, .verb), (.vbp, .auxiliary), (.vbd, .auxiliary),
    (.vbz, .verb), (.rb, .particle), (.uh, .interjection), (.colon, .punctuation),
    (.vb, .auxiliary), (.closeBracket, .punctuation), (.dt, .pronoun), (.openBracket, .punctuation),
    (.wdt, .pronoun), (.wrb, .adverb), (.openQuote, .punctuation), (.closeQuote, .punctuation),
    (.rp, .adposition), (.hyph, .punctuation), (.wp, .pronoun), (.pos, .particle),
    (.nnp, .adjective), (.nnps, .properNoun), (.nn, .pronoun), (.jjr, .adjective),
    (.jjs, .adjective), (.ex, .pronoun), (.rbr, .adverb), (.vbn, .auxiliary), (.sym, .symbol),
    (.currency, .symbol), (.pdt, .determiner), (.fw, .other), (.vbg, .auxiliary),
    (.add, .properNoun), (.nfp, .punctuation), (.rbs, .adverb), (.gw, .other), (.wdt, .determiner),
    (.nnp, .verb), (.ls, .number), (.nfp, .symbol), (.nn, .symbol), (.comma, .symbol),
    (.wps, .pronoun),
  ]
}
