internal import SaysoRecords

/// Finds which statements of two versions of one report are the same statement.
///
/// Those that are alike in everything are paired first, in the order of the texts. The others are
/// scored by the words of what was said, with a gain where the speaker is the same, and taken
/// one-to-one, the best first. Greedy instead of optimal: the best pair is never given up for the
/// sum of others, so that each claim stands by itself.
enum StatementAlignment {
  /// How much must be shared where the speaker is the same, where one is unknown, and where another
  /// speaks.
  ///
  /// Set by hand on the cases of the tests: no corpus of aligned versions was at hand.
  private static let least = (same: 0.3, unknown: 0.5, other: 0.6)
  /// What the same and an unknown speaker count beside the words, which count up to 1.
  private static let gain = (same: 0.3, unknown: 0.1)
  /// A word in more statements than these leads to none of them, or the work would grow with their
  /// square; reports have a hundred statements at most.
  private static let mostUnderOneWord = 1000

  /// For each newer statement the place of its older form; nil where it has none.
  ///
  /// Both lists must be in the order of their texts.
  static func partners(
    of news: [ComparedStatement], among olds: [ComparedStatement]
  ) -> [Int?] {
    var partners = [Int?](repeating: nil, count: news.count)
    var taken = [Bool](repeating: false, count: olds.count)
    var alike: [String: [Int]] = [:]
    for old in olds.indices.reversed() { alike[olds[old].identity, default: []].append(old) }
    for new in news.indices {
      guard let old = alike[news[new].identity]?.popLast() else { continue }
      partners[new] = old
      taken[old] = true
    }
    var pairs = candidates(
      news.indices.filter { partners[$0] == nil }, news, olds.indices.filter { !taken[$0] }, olds)
    pairs.sort { a, b in
      if a.score != b.score { return a.score > b.score }
      if a.distance != b.distance { return a.distance < b.distance }
      return (a.old, a.new) < (b.old, b.new)
    }
    for pair in pairs where partners[pair.new] == nil && !taken[pair.old] {
      partners[pair.new] = pair.old
      taken[pair.old] = true
    }
    return partners
  }

  private struct Pair {
    let old: Int
    let new: Int
    let score: Double
    /// How far apart they stand in the order of their texts.
    var distance: Int { abs(old - new) }
  }

  /// The pairs that share a word and enough of them.
  private static func candidates(
    _ open: [Int], _ news: [ComparedStatement], _ left: [Int], _ olds: [ComparedStatement]
  ) -> [Pair] {
    var places: [String: [Int]] = [:]
    for old in left {
      for word in olds[old].content { places[word, default: []].append(old) }
    }
    return open.flatMap { new in
      var sharing: Set<Int> = []
      for word in news[new].content {
        guard let found = places[word], found.count <= mostUnderOneWord else { continue }
        sharing.formUnion(found)
      }
      return sharing.compactMap { old in
        score(olds[old], news[new]).map { Pair(old: old, new: new, score: $0) }
      }
    }
  }

  /// nil where two statements share too little to be one.
  private static func score(_ a: ComparedStatement, _ b: ComparedStatement) -> Double? {
    let shared = overlap(a, b)
    switch a.hasSpeaker(of: b) {
    case true?: return shared >= least.same ? shared + gain.same : nil
    case nil: return shared >= least.unknown ? shared + gain.unknown : nil
    case false?: return shared >= least.other ? shared : nil
    }
  }

  /// The share of their words that two contents have in common, 0...1: of all (Jaccard 1912), or of
  /// the shorter where one is a part of the other.
  private static func overlap(_ a: ComparedStatement, _ b: ComparedStatement) -> Double {
    if a.words == b.words { return 1 }
    let common = Double(a.content.intersection(b.content).count)
    guard common > 0 else { return 0 }
    let shorter = Double(min(a.content.count, b.content.count))
    let all = Double(a.content.count + b.content.count) - common
    // Two words are too few to tell a part from a coincidence.
    return max(common / all, shorter >= 3 ? 0.8 * common / shorter : 0)
  }
}

/// Words as they are compared between versions.
enum ComparedWords {
  /// The words of a text in lower case, with the signs that change a value (currencies, percent,
  /// a minus before a digit); other punctuation is left out.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word).lowercased()) }
      word.removeAll()
    }
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isMinus =
        (scalar == "-" || scalar == "\u{2212}") && word.isEmpty
        && place + 1 < scalars.count && scalars[place + 1].properties.numericType != nil
      if isWord(scalar) {
        word.append(scalar)
      } else {
        end()
        if isMinus || isSign(scalar) { words.append(isMinus ? "-" : String(scalar)) }
      }
    }
    end()
    return words
  }

  /// The words that carry meaning, each once; all of them where none does.
  static func meaningful(_ words: [String]) -> Set<String> {
    let kept = Set(words).subtracting(frequent)
    return kept.isEmpty ? Set(words) : kept
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "%" || scalar == "‰" || scalar.properties.generalCategory == .currencySymbol
  }

  /// English words that most sentences have; "not" and "no" are none of them.
  private static let frequent: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "his", "i", "in", "is", "it", "its", "of", "on", "or", "our", "s", "she",
    "that", "the", "their", "them", "they", "this", "to", "was", "we", "were", "which", "who",
    "will", "with", "would", "you",
  ]
}
