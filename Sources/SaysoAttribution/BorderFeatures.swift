package import SaysoLanguage
package import SaysoLearning

/// Where a content may begin or end, and what speaks for each place; one code for training and use.
///
/// The role tagger decides token by token; the border of a content is a choice among places in its
/// clause, which can see what would be taken in or given away as a whole.
package struct BorderFeatures: Sendable {
  /// Base-two logarithm of the ranker's table.
  package static let bits = 16

  /// One end of a content.
  package enum Side: Int, CaseIterable, Sendable {
    /// Its first token.
    case start
    /// One past its last token.
    case end
  }

  let input: AttributionInput
  let map: PieceMap
  /// Probability of each role at each token, `[token * 3 + role]`.
  let roles: [Float]
  /// The trees of the sentences that hold frames.
  let trees: Dependencies
  /// The number of the piece over each token, or -1.
  private let pieceOfToken: [Int32]
  /// A number for the relation of each token; 0 where it was not parsed.
  private let relations: [UInt64]

  /// The features over one text; a sentence without a tree gives none of syntax.
  package init(
    _ input: AttributionInput, _ map: PieceMap, roles: [Float], trees: Dependencies
  ) {
    self.trees = trees
    self.input = input
    self.map = map
    self.roles = roles
    var pieces = [Int32](repeating: -1, count: input.tags.count)
    for (number, piece) in map.pieces.enumerated() {
      for token in piece.tokens { pieces[token] = Int32(number) }
    }
    pieceOfToken = pieces
    relations = input.tags.indices.map { token in
      trees[token].map { BorderFeatures.codes[$0.relation, default: 0] } ?? 0
    }
  }

  /// A number from 1 for each relation.
  private static let codes = Dictionary(
    uniqueKeysWithValues: Relation.allCases.enumerated().map { ($0.element, UInt64($0.offset) + 1) }
  )

  /// The places that a side of a frame's content may have, ascending, the tagged one among them.
  ///
  /// Inside the sentence, not over the frame's own cue and source; those near the tagged place, and
  /// further off those that a mark, a conjunction or the edge of the room makes likely.
  package func candidates(_ side: Side, of frame: StatementFrame) -> [Int] {
    let (current, room) = place(side, frame)
    return room.filter { place in
      abs(place - current) <= 3 || place == room.lowerBound || place == room.upperBound
        || abs(place - current) <= 60 && isBorder(place)
    }
  }

  /// The tagged place of a side and the places that it may have.
  func place(_ side: Side, _ frame: StatementFrame) -> (current: Int, room: ClosedRange<Int>) {
    let own = [frame.cue] + (frame.source.map { [$0] } ?? [])
    switch side {
    case .start:
      let piece = map.pieces[frame.contents[0]].tokens
      let sentence = input.text.sentences[Int(input.sentenceOfToken[piece.lowerBound])]
      let low =
        own.map { map.pieces[$0].tokens.upperBound }
        .filter { $0 <= piece.lowerBound }.max() ?? 0
      return (piece.lowerBound, max(sentence.lowerBound, low)...piece.upperBound - 1)
    case .end:
      let piece = map.pieces[frame.contents[frame.contents.count - 1]].tokens
      let sentence = input.text.sentences[Int(input.sentenceOfToken[piece.upperBound - 1])]
      let high =
        own.map { map.pieces[$0].tokens.lowerBound }
        .filter { $0 >= piece.upperBound }.min() ?? Int.max
      return (piece.upperBound, piece.lowerBound + 1...min(sentence.upperBound, high))
    }
  }

  /// The tokens of a frame's cue and contents as tagged.
  package func pieces(of frame: StatementFrame) -> (cue: Range<Int>, contents: [Range<Int>]) {
    (map.pieces[frame.cue].tokens, frame.contents.map { map.pieces[$0].tokens })
  }

  /// Whether a mark, a conjunction or a word that opens a clause stands at a place.
  private func isBorder(_ place: Int) -> Bool {
    guard place > 0, place < input.tags.count else { return true }
    let (before, after) = (input.tags[place - 1], input.tags[place])
    if before.universal == .punctuation || after.universal == .punctuation { return true }
    return after.universal == .coordinator
      || after.universal == .subordinator
      || before.universal == .coordinator || after.penn == .wdt || after.penn == .wp
      || after.penn == .wrb || pieceOfToken[place - 1] != pieceOfToken[place]
  }

  /// Adds the item that asks whether a side lies at a place.
  package func add(
    _ place: Int, _ side: Side, of frame: StatementFrame, _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let (current, room) = self.place(side, frame)
    let base: UInt64 = side == .start ? 5000 : 6000
    let cue = map.pieces[frame.cue].tokens
    let isBehind = cue.upperBound <= map.pieces[frame.contents[0]].tokens.lowerBound
    let first = map.pieces[frame.contents[0]].tokens.lowerBound
    let inside = side == .start ? place : place - 1
    let outside = side == .start ? place - 1 : place
    let (low, high) = (min(place, current), max(place, current))
    // Shrinking gives words away, growing takes them in.
    let grows = side == .start ? place < current : place > current
    let move: UInt64 =
      place == current ? 0 : (grows ? 1 : 2) + 2 * RoleContext.bucket(high - low)
    let cueSide: UInt64 = isBehind ? 1 : cue.lowerBound > first ? 2 : 3
    let edges: UInt64 =
      (place == room.lowerBound ? 1 : 0) | (place == room.upperBound ? 2 : 0)
      | (isSentenceEdge(place) ? 4 : 0)
    let (inTag, outTag) = (tag(inside), tag(outside))
    let (inWord, outWord) = (word(inside), word(outside))
    let direction: UInt64 = place == current ? 0 : grows ? 1 : 2
    var least: Float = 1
    var sum: Float = 0
    var crossed: UInt64 = 0
    var verbs: UInt64 = 0
    var marks: UInt64 = 0
    for token in low..<high {
      let value = roles[token * 3 + 2]
      least = min(least, value)
      sum += value
      if input.tags[token].isVerbal { verbs = min(3, verbs + 1) }
      if input.tags[token].penn == .comma { marks |= 1 }
      if input.quotes.isQuoted(token) { marks |= 2 } else { marks |= 4 }
      let piece = Int(pieceOfToken[token])
      if piece >= 0 { crossed |= 1 << UInt64(map.pieces[piece].role.rawValue) }
    }
    let mean = step(low == high ? 1 : sum / Float(high - low))
    let quote: UInt64 =
      (isQuoted(inside) ? 1 : 0) | (isQuoted(outside) ? 2 : 0)
      | (isQuoteMark(inside) ? 4 : 0) | (isQuoteMark(outside) ? 8 : 0)
    let nearWord = word(side == .start ? place + 1 : place - 2)
    let farWord = word(side == .start ? place - 2 : place + 1)
    let cueWord = input.traits[cue.upperBound - 1].lower
    let gap = RoleContext.bucket(
      side == .start
        ? (isBehind ? place - cue.upperBound : 0)
        : (isBehind ? 0 : max(0, cue.lowerBound - place)))

    rows.add(f.combine(base, direction))
    rows.add(f.combine(base + 1, move, cueSide))
    rows.add(f.combine(base + 2, direction, edges, cueSide))
    rows.add(f.combine(base + 3, inWord, cueSide))
    rows.add(f.combine(base + 4, outWord, cueSide))
    rows.add(f.combine(base + 5, inTag &* 64 &+ outTag, cueSide))
    rows.add(f.combine(base + 6, inWord, outWord))
    rows.add(f.combine(base + 7, direction, step(least), mean))
    rows.add(f.combine(base + 8, direction, crossed, cueSide))
    rows.add(f.combine(base + 9, direction, crossed &* 64 &+ verbs &* 16 &+ marks, edges))
    rows.add(f.combine(base + 10, quote, direction, edges))
    rows.add(f.combine(base + 11, probability(inside), probability(outside)))
    rows.add(f.combine(base + 12, cueWord, inTag &* 64 &+ outTag, cueSide))
    rows.add(f.combine(base + 13, cueWord, gap, cueSide))
    rows.add(f.combine(base + 14, gap, inTag, cueSide))
    rows.add(f.combine(base + 15, inTag, nearWord))
    rows.add(f.combine(base + 16, outTag, farWord))
    rows.add(f.combine(base + 17, outWord, farWord))
    rows.add(f.combine(base + 18, outWord, edges, cueSide &* 4 &+ direction))
    rows.add(f.combine(base + 19, inWord, nearWord))
    rows.add(f.combine(base + 20, direction, outWord, mean))
    rows.add(f.combine(base + 21, direction &* 8 &+ quote, inTag, outTag))
    addSyntax(place, side, of: frame, base: base + 40, cueSide, direction, &rows)
    rows.endItem()
  }

  /// What the tree says of a place: a content is a clause or a phrase, so one arc leads out of it,
  /// none leads in, and the word next to it hangs elsewhere.
  private func addSyntax(
    _ place: Int, _ side: Side, of frame: StatementFrame, base: UInt64, _ cueSide: UInt64,
    _ direction: UInt64, _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let inside = side == .start ? place : place - 1
    let outside = side == .start ? place - 1 : place
    guard trees.isParsed(inside) else { return }
    let sentence = input.text.sentences[Int(input.sentenceOfToken[inside])]
    let first = map.pieces[frame.contents[0]].tokens.lowerBound
    let last = map.pieces[frame.contents[frame.contents.count - 1]].tokens.upperBound
    let content = (side == .start ? place..<max(place + 1, last) : min(first, place - 1)..<place)
      .clamped(to: sentence)
    let cue = map.pieces[frame.cue].tokens
    let source = frame.source.map { map.pieces[$0].tokens }
    var leaving: UInt64 = 0
    var entering: UInt64 = 0
    var top: UInt64 = 0
    for token in sentence where input.tags[token].universal != .punctuation {
      guard let arc = trees[token], !cue.contains(token), !(source?.contains(token) ?? false)
      else { continue }
      let isHeadInside = arc.head.map(content.contains) ?? false
      if content.contains(token) {
        guard !isHeadInside else { continue }
        leaving += 1
        if top == 0 || arc.head.map(cue.contains) ?? false {
          top = relations[token] &* 4 &+ (arc.head == nil ? 1 : cue.contains(arc.head ?? 0) ? 2 : 3)
        }
      } else if isHeadInside {
        entering += 1
      }
    }
    (leaving, entering) = (min(4, leaving), min(4, entering))
    let next = neighbour(outside, in: content, sentence, cue)
    rows.add(f.combine(base, leaving, entering))
    rows.add(f.combine(base + 1, leaving &* 8 &+ entering, cueSide, direction))
    rows.add(f.combine(base + 2, top, leaving))
    rows.add(f.combine(base + 3, next, direction))
    rows.add(f.combine(base + 4, next, leaving &* 8 &+ entering))
    rows.add(f.combine(base + 5, next, input.traits[inside].lower))
    rows.add(f.combine(base + 6, next, word(outside)))
    rows.add(f.combine(base + 7, relations[inside], tag(outside), direction))
  }

  /// The relation of a token beside a content, and where its head lies: in the content, at the cue,
  /// elsewhere.
  private func neighbour(
    _ token: Int, in content: Range<Int>, _ sentence: Range<Int>, _ cue: Range<Int>
  ) -> UInt64 {
    guard sentence.contains(token), let arc = trees[token] else { return 0 }
    let place: UInt64 =
      arc.head.map { content.contains($0) ? 1 : cue.contains($0) ? 2 : 3 } ?? 4
    return relations[token] &* 8 &+ place
  }

  // MARK: - Parts

  private func word(_ token: Int) -> UInt64 {
    input.traits.indices.contains(token) ? input.traits[token].lower : 1
  }

  private func tag(_ token: Int) -> UInt64 {
    input.tags.indices.contains(token) ? UInt64(input.tags[token].rawValue) : 63
  }

  private func isQuoted(_ token: Int) -> Bool {
    input.tags.indices.contains(token) && input.quotes.isQuoted(token)
  }

  private func isQuoteMark(_ token: Int) -> Bool {
    input.traits.indices.contains(token)
      && !input.traits[token].flags.isDisjoint(with: [.openQuote, .closeQuote])
  }

  private func isSentenceEdge(_ place: Int) -> Bool {
    place == 0 || place >= input.tags.count
      || input.sentenceOfToken[place] != input.sentenceOfToken[place - 1]
  }

  private func probability(_ token: Int) -> UInt64 {
    input.tags.indices.contains(token) ? step(roles[token * 3 + 2]) : 15
  }

  /// A probability in ten steps.
  private func step(_ probability: Float) -> UInt64 {
    let borders: [Float] = [0.02, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92, 0.98]
    return UInt64(borders.count { probability >= $0 })
  }
}
