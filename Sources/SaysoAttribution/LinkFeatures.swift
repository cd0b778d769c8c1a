internal import SaysoLanguage
package import SaysoLearning

/// The pieces of a text in order, with what the linker asks of them.
package struct PieceMap: Sendable {
  /// All pieces, ascending.
  package let pieces: [RolePiece]
  /// Indices of the cues among them.
  package let cues: [Int]
  /// The sentence of each piece's first token.
  let sentence: [Int]
  /// The sentence of each piece's last token.
  let lastSentence: [Int]
  /// The block of each piece's first token.
  let block: [Int]

  /// A map of pieces.
  package init(_ pieces: [RolePiece], _ input: AttributionInput) {
    self.pieces = pieces
    cues = pieces.indices.filter { pieces[$0].role == .cue }
    sentence = pieces.map { Int(input.sentenceOfToken[$0.tokens.lowerBound]) }
    lastSentence = pieces.map { Int(input.sentenceOfToken[$0.tokens.upperBound - 1]) }
    block = sentence.map { input.text.blockOfSentence[$0] }
  }

  /// The cues that a content may belong to, ascending: the near ones of its paragraph and of the
  /// paragraphs beside it.
  package func cueCandidates(content: Int) -> [Int] {
    near(content, role: .cue, left: 4, right: 3, blocks: 1)
  }

  /// The sources that a cue may have, ascending: the near ones of its paragraph.
  package func sourceCandidates(cue: Int) -> [Int] {
    near(cue, role: .source, left: 3, right: 2, blocks: 0)
  }

  /// The sentences that hold a part of one of the frames, ascending.
  package func sentences(of frames: [StatementFrame]) -> [Int] {
    var numbers = Set<Int>()
    for frame in frames {
      for piece in [frame.cue] + frame.contents + (frame.source.map { [$0] } ?? []) {
        numbers.insert(sentence[piece])
        numbers.insert(lastSentence[piece])
      }
    }
    return numbers.sorted()
  }

  private func near(
    _ index: Int, role: RoleLabel.Role, left: Int, right: Int, blocks: Int
  ) -> [Int] {
    var result: [Int] = []
    var at = index - 1
    while at >= 0, result.count < left, block[index] - block[at] <= blocks {
      if pieces[at].role == role { result.append(at) }
      at -= 1
    }
    result.reverse()
    let leftCount = result.count
    at = index + 1
    while at < pieces.count, result.count - leftCount < right, block[at] - block[index] <= blocks {
      if pieces[at].role == role { result.append(at) }
      at += 1
    }
    return result
  }
}

/// Features of a possible link: one function for training and use.
package enum LinkFeatures {
  /// Base-two logarithm of the linker's table.
  package static let bits = 16

  /// Adds the item that asks whether a content belongs to a cue.
  package static func addContent(
    _ content: Int, cue: Int, _ map: PieceMap, _ input: AttributionInput,
    _ rows: inout FeatureRows
  ) {
    add(content, cue, base: 1000, map, input, &rows)
  }

  /// Adds the item that asks whether a cue has a source.
  package static func addSource(
    _ source: Int, cue: Int, _ map: PieceMap, _ input: AttributionInput, _ rows: inout FeatureRows
  ) {
    add(source, cue, base: 2000, map, input, &rows)
  }

  /// Adds the item that asks whether the piece belongs to nobody at hand.
  package static func addNone(
    _ piece: Int, _ map: PieceMap, _ input: AttributionInput, _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let own = map.pieces[piece]
    let kind = UInt64(own.role.rawValue)
    rows.add(f.combine(3000, kind))
    rows.add(f.combine(3001, kind, quoteState(own, input)))
    rows.add(f.combine(3002, kind, role(piece - 1, map), role(piece + 1, map)))
    rows.add(f.combine(3003, kind, input.traits[own.tokens.lowerBound].lower))
    rows.add(f.combine(3004, kind, input.traits[own.tokens.upperBound - 1].lower))
    let same = map.pieces.indices.clamped(to: max(0, piece - 6)..<min(map.pieces.count, piece + 6))
      .filter { map.sentence[$0] == map.sentence[piece] }
    let roles = same.reduce(UInt64(0)) { $0 | 1 << UInt64(map.pieces[$1].role.rawValue) }
    rows.add(f.combine(3005, kind, roles))
    rows.add(f.combine(3006, kind, UInt64(input.tags[own.tokens.lowerBound].rawValue)))
    rows.endItem()
  }

  private static func role(_ index: Int, _ map: PieceMap) -> UInt64 {
    map.pieces.indices.contains(index) ? UInt64(map.pieces[index].role.rawValue) + 1 : 0
  }

  /// How a piece stands to quotation marks: bits for quoted at its start, at its end, at the start
  /// of its paragraph or sentence.
  private static func quoteState(_ piece: RolePiece, _ input: AttributionInput) -> UInt64 {
    var state: UInt64 = 0
    if input.quotes.isQuoted(piece.tokens.lowerBound) { state |= 1 }
    if input.quotes.isQuoted(piece.tokens.upperBound - 1) { state |= 2 }
    let sentence = Int(input.sentenceOfToken[piece.tokens.lowerBound])
    if input.text.sentences[sentence].lowerBound == piece.tokens.lowerBound { state |= 4 }
    if sentence == 0
      || input.text.blockOfSentence[sentence - 1] != input.text.blockOfSentence[sentence]
    {
      state |= 8
    }
    return state
  }

  private static func add(
    _ piece: Int, _ cue: Int, base: UInt64, _ map: PieceMap, _ input: AttributionInput,
    _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let own = map.pieces[piece]
    let signal = map.pieces[cue]
    let left = piece < cue
    let direction: UInt64 = left ? 1 : 0
    let (low, high) = left ? (piece, cue) : (cue, piece)
    var between: (source: UInt64, cue: UInt64, content: UInt64) = (0, 0, 0)
    var sequence: UInt64 = 1
    for index in (low + 1)..<max(low + 1, high) {
      switch map.pieces[index].role {
      case .source: between.source += 1
      case .cue: between.cue += 1
      case .content: between.content += 1
      }
      if sequence < 1 << 10 { sequence = sequence << 2 | UInt64(map.pieces[index].role.rawValue) }
    }
    let gapStart = map.pieces[low].tokens.upperBound
    let gapEnd = map.pieces[high].tokens.lowerBound
    let gap = RoleContext.bucket(gapEnd - gapStart)
    let sentences = UInt64(min(3, abs(map.sentence[piece] - map.sentence[cue])))
    let blocks = UInt64(min(1, abs(map.block[piece] - map.block[cue])))
    let place = direction | sentences << 1 | blocks << 3
    let quote = quoteState(own, input)
    let word = input.traits[signal.tokens.upperBound - 1].lower
    let first = input.traits[signal.tokens.lowerBound].lower
    let gapFirst = gapStart < gapEnd ? input.traits[gapStart].lower : 0
    let gapLast = gapStart < gapEnd ? input.traits[gapEnd - 1].lower : 0
    let outer = role(left ? cue + 1 : cue - 1, map)
    let beyond = role(left ? piece - 1 : piece + 1, map)
    let sameBefore = role(cue - 1, map)
    let sameAfter = role(cue + 1, map)
    rows.add(f.combine(base, place))
    rows.add(f.combine(base + 1, place, sequence))
    rows.add(f.combine(base + 2, place, gap))
    rows.add(f.combine(base + 3, place, quote))
    rows.add(f.combine(base + 4, place, sequence, quote))
    rows.add(f.combine(base + 5, place, word, sequence))
    rows.add(f.combine(base + 6, place, gapFirst, gapLast))
    rows.add(f.combine(base + 7, sequence, gapFirst, gapLast))
    rows.add(f.combine(base + 8, place, sequence, outer))
    rows.add(f.combine(base + 9, place, sequence, sameBefore &* 8 &+ sameAfter))
    rows.add(f.combine(base + 10, place, between.cue, between.content))
    rows.add(f.combine(base + 11, place, word))
    rows.add(f.combine(base + 12, place, first))
    rows.add(f.combine(base + 13, place, sequence, beyond))
    rows.add(f.combine(base + 14, place, sequence, gap))
    rows.add(
      f.combine(
        base + 15, place, UInt64(input.tags[signal.tokens.upperBound - 1].rawValue), sequence))
    rows.add(f.combine(base + 16, place, input.traits[own.tokens.lowerBound].lower, sequence))
    rows.add(
      f.combine(base + 17, place, UInt64(input.tags[own.tokens.lowerBound].rawValue), sequence))
    rows.add(f.combine(base + 18, place, between.source, between.cue &* 8 &+ quote))
    rows.add(
      f.combine(base + 19, place, clauseMarks(gapStart..<max(gapStart, gapEnd), input), sequence))
    rows.endItem()
  }

  /// Bits of what stands in a gap: verb, comma, "that", quotation mark, "and" or "but".
  private static func clauseMarks(_ range: Range<Int>, _ input: AttributionInput) -> UInt64 {
    var bits: UInt64 = 0
    for token in range.prefix(40) {
      if input.isVerb(token) { bits |= 1 }
      if input.traits[token].lower == comma { bits |= 2 }
      if input.traits[token].lower == that { bits |= 4 }
      if input.quotes.isQuoted(token) { bits |= 8 }
      if joins.contains(input.traits[token].lower) { bits |= 16 }
    }
    return bits
  }

  private static let comma = FeatureHash.of(",")
  private static let that = FeatureHash.of("that")
  private static let joins = Set(
    ["and", "but", "while", "who", "which"].map { FeatureHash.of($0) })
}
