internal import SaysoLanguage
internal import SaysoLearning

/// What the role features see beyond the window: quotations, sentences, near cue-like words and the
/// pieces of the first pass.
///
/// Computed once per text, in a few passes.
struct RoleContext {
  /// Where a token stands to quotation marks: 0 outside, 1 opening mark, 2 inside, 3 closing mark,
  /// 4 inside one left open; plus 8 where the quotation carries on an earlier one.
  let quote: [UInt8]
  /// What stands at the ends of the token's quotation.
  let quoteEnds: [QuoteEnds]
  /// Place in sentence and block.
  let place: [Place]
  /// Nearest cue-like word to the left in the sentence.
  let leftCue: [NearCue]
  /// Nearest cue-like word to the right in the sentence.
  let rightCue: [NearCue]
  /// Labels of the first pass.
  let earlier: [UInt8]
  /// First-pass pieces to the left in the sentence.
  let leftPiece: [NearPieces]
  /// First-pass pieces to the right in the sentence.
  let rightPiece: [NearPieces]
  /// First-pass roles by sentence.
  let sentenceRoles: [SentenceRoles]

  struct QuoteEnds {
    var before: UInt64 = 0
    var after: UInt64 = 0
    var length: UInt64 = 0
  }

  struct Place {
    var fromStart: UInt64 = 0
    var toEnd: UInt64 = 0
    var firstWord: UInt64 = 0
    var sentence: UInt64 = 0
    var block: UInt64 = 0
    var sentenceKind: UInt64 = 0
  }

  struct NearCue {
    var word: UInt64 = 0
    var cluster: UInt64 = 0
    var tag: UInt64 = 0
    var level: UInt64 = 0
    var next: UInt64 = 0
    var distance: UInt64 = 0
    /// Bits of what stands between: comma, "that", quotation mark, dash or semicolon, conjunction.
    var between: UInt64 = 0
    /// Verbs between, at most three.
    var verbs: UInt64 = 0
    /// The word after the last comma between.
    var lastComma: UInt64 = 0
  }

  struct NearPieces {
    var cue: UInt64 = 0
    var cueDistance: UInt64 = 0
    /// The last two different roles passed.
    var roles: UInt64 = 0
    var between: UInt64 = 0
  }

  struct SentenceRoles {
    var own: UInt64 = 0
    var before: UInt64 = 0
    var after: UInt64 = 0
  }

  init(_ input: AttributionInput, earlier: [UInt8]?) {
    quote = RoleContext.quoteStates(input)
    quoteEnds = RoleContext.ends(input)
    place = RoleContext.places(input)
    leftCue = RoleContext.nearCues(input, leftward: true)
    rightCue = RoleContext.nearCues(input, leftward: false)
    self.earlier = earlier ?? []
    if let earlier {
      leftPiece = RoleContext.nearPieces(input, earlier, leftward: true)
      rightPiece = RoleContext.nearPieces(input, earlier, leftward: false)
      sentenceRoles = RoleContext.rolesBySentence(input, earlier)
    } else {
      leftPiece = []
      rightPiece = []
      sentenceRoles = []
    }
  }

  /// Distances in few steps: 0, 1, 2, 3, 4-5, 6-8, 9-13, 14-20, 21-.
  static func bucket(_ distance: Int) -> UInt64 {
    switch distance {
    case ..<4: return UInt64(max(0, distance))
    case ..<6: return 4
    case ..<9: return 5
    case ..<14: return 6
    case ..<21: return 7
    default: return 8
    }
  }

  private static func quoteStates(_ input: AttributionInput) -> [UInt8] {
    var states = [UInt8](repeating: 0, count: input.traits.count)
    for quotation in input.quotes.quotations {
      let extra: UInt8 = quotation.continues ? 8 : 0
      for token in quotation.tokens { states[token] = (quotation.closed ? 2 : 4) + extra }
      states[quotation.tokens.lowerBound] = 1 + extra
      if quotation.closed { states[quotation.tokens.upperBound - 1] = 3 + extra }
    }
    return states
  }

  /// The most cue-like word among a few next to a place, as hash and level.
  private static func cueNear(_ range: Range<Int>, _ input: AttributionInput) -> UInt64 {
    var best: UInt8 = 1
    var word: UInt64 = 0
    for token in range.clamped(to: 0..<input.traits.count) where input.cueLevels[token] > best {
      best = input.cueLevels[token]
      word = input.traits[token].lower
    }
    return word
  }

  private static func ends(_ input: AttributionInput) -> [QuoteEnds] {
    var result = [QuoteEnds](repeating: QuoteEnds(), count: input.traits.count)
    for quotation in input.quotes.quotations {
      let range = quotation.tokens
      let start = input.text.sentences[Int(input.sentenceOfToken[range.lowerBound])].lowerBound
      var ends = QuoteEnds()
      let from = max(start, range.lowerBound - 5)
      ends.before = from < range.lowerBound ? cueNear(from..<range.lowerBound, input) : 2
      if from < range.lowerBound, ends.before == 0 {
        ends.before = input.traits[range.lowerBound - 1].lower
      }
      let sentence = input.text.sentences[Int(input.sentenceOfToken[range.upperBound - 1])]
      let to = min(sentence.upperBound, range.upperBound + 5)
      ends.after = to > range.upperBound ? cueNear(range.upperBound..<to, input) : 2
      if to > range.upperBound, ends.after == 0 {
        ends.after = input.traits[range.upperBound].lower
      }
      ends.length = bucket(range.count) &+ (quotation.closed ? 16 : 0)
      for token in range { result[token] = ends }
    }
    return result
  }

  private static func places(_ input: AttributionInput) -> [Place] {
    var result = [Place](repeating: Place(), count: input.traits.count)
    var blockStart = 0
    for (number, range) in input.text.sentences.enumerated() {
      if number > 0, input.text.blockOfSentence[number] != input.text.blockOfSentence[number - 1] {
        blockStart = number
      }
      var kind: UInt64 = 0
      if range.contains(where: { input.quotes.isQuoted($0) }) { kind |= 1 }
      if input.quotes.isQuoted(range.lowerBound) { kind |= 2 }
      if range.contains(where: { input.cueLevels[$0] >= 4 }) { kind |= 4 }
      if number > blockStart { kind |= 8 }
      var place = Place()
      place.sentence = UInt64(min(3, number - blockStart))
      place.block = UInt64(min(2, input.text.blockOfSentence[number]))
      place.sentenceKind = kind
      place.firstWord = input.traits[range.lowerBound].lower
      for token in range {
        place.fromStart = bucket(token - range.lowerBound)
        place.toEnd = bucket(range.upperBound - 1 - token)
        result[token] = place
      }
    }
    return result
  }

  private static func nearCues(_ input: AttributionInput, leftward: Bool) -> [NearCue] {
    var result = [NearCue](repeating: NearCue(), count: input.traits.count)
    let marks = Marks()
    for range in input.text.sentences {
      var near = NearCue()
      var anchor: Int?
      for step in 0..<range.count {
        let token = leftward ? range.lowerBound + step : range.upperBound - 1 - step
        if let anchor { near.distance = bucket(abs(token - anchor)) }
        result[token] = near
        if input.cueLevels[token] >= 3 {
          near = NearCue()
          near.word = input.traits[token].lower
          near.cluster = UInt64(input.clusters[token])
          near.tag = UInt64(input.tags[token].rawValue)
          near.level = UInt64(input.cueLevels[token])
          let beyond = token + 1
          near.next = beyond < input.traits.count ? UInt64(input.tags[beyond].rawValue) : 0
          anchor = token
        } else {
          let mark = marks.kind(input.traits[token])
          near.between |= mark
          if input.isVerb(token) { near.verbs = min(3, near.verbs + 1) }
          if mark & 1 != 0 {
            let beyond = token + 1
            near.lastComma = beyond < range.upperBound ? UInt64(input.tags[beyond].rawValue) + 1 : 1
          }
        }
      }
    }
    return result
  }

  private static func nearPieces(
    _ input: AttributionInput, _ earlier: [UInt8], leftward: Bool
  ) -> [NearPieces] {
    var result = [NearPieces](repeating: NearPieces(), count: input.traits.count)
    let marks = Marks()
    for range in input.text.sentences {
      var near = NearPieces()
      var anchor: Int?
      var current: UInt64 = 0
      for step in 0..<range.count {
        let token = leftward ? range.lowerBound + step : range.upperBound - 1 - step
        if let anchor { near.cueDistance = bucket(abs(token - anchor)) }
        result[token] = near
        let role = RoleLabel(rawValue: earlier[token])?.role
        let code = role.map { UInt64($0.rawValue) + 1 } ?? 0
        if role == .cue {
          near.cue = input.traits[token].lower
          anchor = token
        }
        if code != current {
          if code != 0 {
            near.roles = (near.roles << 2 | code) & 0xF
            near.between = 0
          }
          current = code
        }
        if code == 0 { near.between |= marks.kind(input.traits[token]) }
      }
    }
    return result
  }

  private static func rolesBySentence(
    _ input: AttributionInput, _ earlier: [UInt8]
  ) -> [SentenceRoles] {
    let own = input.text.sentences.map { range in
      range.reduce(UInt64(0)) { bits, token in
        guard let role = RoleLabel(rawValue: earlier[token])?.role else { return bits }
        return bits | 1 << UInt64(role.rawValue)
      }
    }
    return own.indices.map { index in
      SentenceRoles(
        own: own[index], before: index > 0 ? own[index - 1] : 8,
        after: index + 1 < own.count ? own[index + 1] : 8)
    }
  }

  /// Tells the marks and small words that part clauses.
  private struct Marks {
    let comma = FeatureHash.of(",")
    let that = FeatureHash.of("that")
    let quote = FeatureHash.of("\"")
    let breaks = Set([";", ":", "-", "--", "("].map { FeatureHash.of($0) })
    let joins = Set(["and", "but", "while", "as", "because", "after"].map { FeatureHash.of($0) })

    func kind(_ traits: TokenTraits) -> UInt64 {
      if traits.lower == comma { return 1 }
      if traits.lower == that { return 2 }
      if traits.lower == quote { return 4 }
      if breaks.contains(traits.lower) { return 8 }
      if joins.contains(traits.lower) { return 16 }
      return 0
    }
  }
}
