package import SaysoLearning
internal import SaysoLanguage

/// The features of the role tagger: one function for training and use.
package enum RoleFeatures {
  /// The hashed features of every token, over a table of `1 << bits` rows.
  ///
  /// `earlier` are the labels of the first pass when this is the second.
  package static func rows(_ input: AttributionInput, earlier: [UInt8]?, bits: Int) -> FeatureRows {
    var rows = FeatureRows(bits: bits)
    rows.reserve(items: input.traits.count, each: 80)
    let context = RoleContext(input, earlier: earlier)
    for token in input.traits.indices {
      words(token, input, &rows)
      quotation(token, input, context, &rows)
      clause(token, input, context, &rows)
      if earlier != nil { firstPass(token, input, context, &rows) }
      rows.endItem()
    }
    return rows
  }

  @inline(__always)
  private static func at<T>(_ list: [T], _ index: Int, _ none: T) -> T {
    index >= 0 && index < list.count ? list[index] : none
  }

  /// Words, tags and shapes in a window.
  private static func words(
    _ i: Int, _ input: AttributionInput, _ rows: inout FeatureRows
  ) {
    func w(_ offset: Int) -> UInt64 {
      let index = i + offset
      return index >= 0 && index < input.traits.count ? input.traits[index].lower : 1
    }
    func t(_ offset: Int) -> UInt64 {
      let index = i + offset
      return index >= 0 && index < input.tags.count ? UInt64(input.tags[index].rawValue) : 255
    }
    func n(_ offset: Int) -> UInt64 { UInt64(at(input.names, i + offset, 255)) }
    func c(_ offset: Int) -> UInt64 { UInt64(at(input.cueLevels, i + offset, 255)) }
    let own = input.traits[i]
    let f = FeatureHash.self
    rows.add(f.combine(0, 7))
    rows.add(f.combine(1, w(0)))
    rows.add(f.combine(2, w(-1)))
    rows.add(f.combine(3, w(1)))
    rows.add(f.combine(4, w(-2)))
    rows.add(f.combine(5, w(2)))
    rows.add(f.combine(6, w(-1), w(0)))
    rows.add(f.combine(7, w(0), w(1)))
    rows.add(f.combine(8, w(-1), w(1)))
    rows.add(f.combine(9, w(-3)))
    rows.add(f.combine(10, w(3)))
    rows.add(f.combine(11, w(-2), w(-1)))
    rows.add(f.combine(12, w(1), w(2)))
    rows.add(f.combine(13, t(0)))
    rows.add(f.combine(14, t(-1), t(0)))
    rows.add(f.combine(15, t(0), t(1)))
    rows.add(f.combine(16, t(-1), t(0), t(1)))
    rows.add(f.combine(17, t(-2), t(-1), t(0)))
    rows.add(f.combine(18, t(0), t(1), t(2)))
    rows.add(f.combine(19, w(0), t(1)))
    rows.add(f.combine(20, w(0), t(-1)))
    rows.add(f.combine(21, own.suffixes.2))
    rows.add(f.combine(22, own.suffixes.1))
    rows.add(f.combine(23, own.shape))
    rows.add(f.combine(24, n(0), n(1), n(-1)))
    rows.add(f.combine(25, c(0), t(0)))
    rows.add(f.combine(26, c(-1), t(0), t(-1)))
    rows.add(f.combine(27, c(1), t(0), t(1)))
    rows.add(f.combine(28, c(2), c(1), t(0)))
    rows.add(f.combine(29, c(-2), c(-1), t(0)))
    rows.add(f.combine(30, n(0), c(1), c(-1)))
    func k(_ offset: Int) -> UInt64 { UInt64(at(input.clusters, i + offset, 0xFFFF)) }
    rows.add(f.combine(31, k(0)))
    rows.add(f.combine(32, k(-1)))
    rows.add(f.combine(33, k(1)))
    rows.add(f.combine(34, k(-1), k(0)))
    rows.add(f.combine(35, k(0), k(1)))
    rows.add(f.combine(36, k(0), t(1), t(-1)))
  }

  /// Quotation marks around the token, and what stands at the quotation's ends.
  private static func quotation(
    _ i: Int, _ input: AttributionInput, _ context: RoleContext, _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let q = UInt64(context.quote[i])
    let before = UInt64(i > 0 ? context.quote[i - 1] : 99)
    let after = UInt64(i + 1 < context.quote.count ? context.quote[i + 1] : 99)
    let tag = UInt64(input.tags[i].rawValue)
    rows.add(f.combine(40, q))
    rows.add(f.combine(41, q, before, after))
    rows.add(f.combine(42, q, tag))
    rows.add(f.combine(43, q, input.traits[i].lower))
    let ends = context.quoteEnds[i]
    rows.add(f.combine(44, q, ends.before))
    rows.add(f.combine(45, q, ends.after))
    rows.add(f.combine(46, q, ends.before, ends.after))
    rows.add(f.combine(47, q, ends.length))
  }

  /// Where the token stands to the sentence and to the words in it that look like cues.
  private static func clause(
    _ i: Int, _ input: AttributionInput, _ context: RoleContext, _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let q = UInt64(context.quote[i])
    let place = context.place[i]
    rows.add(f.combine(50, place.fromStart, q))
    rows.add(f.combine(51, place.toEnd, q))
    rows.add(f.combine(52, place.firstWord, place.fromStart))
    rows.add(f.combine(53, place.sentence, q))
    rows.add(f.combine(54, place.block, q))
    rows.add(f.combine(55, place.sentenceKind, q))
    let left = context.leftCue[i]
    let right = context.rightCue[i]
    rows.add(f.combine(60, left.word, left.between))
    rows.add(f.combine(61, left.word, left.distance))
    rows.add(f.combine(62, left.between, left.distance, q))
    rows.add(f.combine(63, right.word, right.between))
    rows.add(f.combine(64, right.word, right.distance))
    rows.add(f.combine(65, right.between, right.distance, q))
    rows.add(f.combine(66, left.word, right.word))
    rows.add(f.combine(67, left.level, right.level, q))
    rows.add(f.combine(68, left.between, UInt64(input.tags[i].rawValue), left.level))
    rows.add(f.combine(69, right.between, UInt64(input.tags[i].rawValue), right.level))
    rows.add(f.combine(70, left.word, left.next, left.between))
    rows.add(f.combine(71, right.word, right.next, right.between))
    rows.add(f.combine(72, left.tag, left.between, left.verbs))
    rows.add(f.combine(73, right.tag, right.between, right.verbs))
    rows.add(f.combine(74, left.between, right.between, q))
    rows.add(f.combine(75, left.word, input.traits[i].lower))
    rows.add(f.combine(76, right.word, input.traits[i].lower))
    rows.add(f.combine(79, left.cluster, left.between, q))
    rows.add(f.combine(80, right.cluster, right.between, q))
    rows.add(f.combine(77, left.lastComma, left.word))
    rows.add(f.combine(78, left.lastComma, left.between, UInt64(input.tags[i].rawValue)))
  }

  /// What the first pass said here and near by.
  private static func firstPass(
    _ i: Int, _ input: AttributionInput, _ context: RoleContext, _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    func e(_ offset: Int) -> UInt64 { UInt64(at(context.earlier, i + offset, 9)) }
    let q = UInt64(context.quote[i])
    rows.add(f.combine(90, e(0)))
    rows.add(f.combine(91, e(0), e(1), e(-1)))
    rows.add(f.combine(92, e(0), q))
    rows.add(f.combine(93, e(0), input.traits[i].lower))
    rows.add(f.combine(94, e(0), e(2), e(-2)))
    let left = context.leftPiece[i]
    let right = context.rightPiece[i]
    rows.add(f.combine(95, left.cue, left.cueDistance, e(0)))
    rows.add(f.combine(96, right.cue, right.cueDistance, e(0)))
    rows.add(f.combine(97, left.roles, right.roles, e(0)))
    rows.add(f.combine(98, left.roles, right.roles, q))
    rows.add(f.combine(99, left.cue, left.roles, UInt64(input.tags[i].rawValue)))
    rows.add(f.combine(100, right.cue, right.roles, UInt64(input.tags[i].rawValue)))
    rows.add(f.combine(101, left.cue, right.cue, e(0)))
    let sentence = context.sentenceRoles[Int(input.sentenceOfToken[i])]
    rows.add(f.combine(102, sentence.own, e(0), q))
    rows.add(f.combine(103, sentence.before, sentence.own, sentence.after))
    rows.add(f.combine(104, sentence.before, q, e(0)))
    rows.add(f.combine(105, left.roles, left.between, e(0)))
    rows.add(f.combine(106, right.roles, right.between, e(0)))
  }
}
