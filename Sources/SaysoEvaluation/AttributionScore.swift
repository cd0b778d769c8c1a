package import SaysoRecords

/// Precision, recall and their harmonic mean.
package struct PrecisionRecall: Sendable, Hashable {
  /// Share of the predicted that is right.
  package let precision: Double
  /// Share of the gold that is found.
  package let recall: Double
  /// Harmonic mean; 0 where both are 0.
  package var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
  /// From four counts; an empty denominator gives 0.
  package init(_ right: Double, of predicted: Double, _ found: Double, of gold: Double) {
    precision = predicted > 0 ? right / predicted : 0
    recall = gold > 0 ? found / gold : 0
  }
}

/// The attribution measure: additive counts over documents, and the figures made of them.
///
/// Same rules as the reference scorer (see CONTRIBUTING): fillers are sets of non-space characters;
/// attributions match one to one by content (Dice at least 0.5, best first); a match is correct when
/// cues and sources each overlap or are both absent; tokens are runs of word characters or single
/// other characters.
package struct AttributionScore: Sendable {
  /// The roles, in the order of all tables.
  package enum Role: Int, CaseIterable, Sendable {
    /// Who says it.
    case source
    /// What signals it.
    case cue
    /// What is said.
    case content
    /// The role's name in tables.
    package var name: String { ["source", "cue", "content"][rawValue] }
  }

  /// Sums for one role.
  package struct RoleCounts: Sendable {
    var gold = 0.0
    var predicted = 0.0
    var strict = 0.0
    var partialPrecision = 0.0
    var partialRecall = 0.0
    var goldTokens = 0.0
    var predictedTokens = 0.0
    var sharedTokens = 0.0
  }

  /// Sums by role.
  package private(set) var roles = [RoleCounts](repeating: RoleCounts(), count: 3)
  /// Gold attributions.
  package private(set) var gold = 0
  /// Predicted attributions.
  package private(set) var predicted = 0
  /// Pairs whose contents match.
  package private(set) var matched = 0
  /// Of those, with agreeing sources.
  package private(set) var sourceAgrees = 0
  /// Of those, with agreeing cues.
  package private(set) var cueAgrees = 0
  /// Of those, with both.
  package private(set) var correct = 0
  /// Documents counted.
  package private(set) var documents = 0

  /// Nothing counted yet.
  package init() {}

  /// Counts one document; returns for each prediction whether it was correct.
  @discardableResult
  package mutating func add(
    text: FrozenText, gold goldAttributions: [AttributionDocument.Attribution],
    predicted predictions: [AttributionDocument.Attribution]
  ) -> [Bool] {
    documents += 1
    let positions = NonSpacePositions(text)
    let g = Fillers(goldAttributions, positions)
    let p = Fillers(predictions, positions)
    for role in 0..<3 {
      let gSet = Set(g.sorted.map { $0[role] }).filter { !$0.isEmpty }
      let pSet = Set(p.sorted.map { $0[role] }).filter { !$0.isEmpty }
      roles[role].gold += Double(gSet.count)
      roles[role].predicted += Double(pSet.count)
      roles[role].strict += Double(gSet.intersection(pSet).count)
      roles[role].partialPrecision += pSet.reduce(0) { $0 + best($1, gSet) }
      roles[role].partialRecall += gSet.reduce(0) { $0 + best($1, pSet) }
    }
    let flags = matchAttributions(g, p)
    countTokens(text, positions, g, p)
    return flags
  }

  private mutating func matchAttributions(_ g: Fillers, _ p: Fillers) -> [Bool] {
    var pairs: [(dice: Double, g: Int, p: Int)] = []
    for (i, a) in g.sorted.enumerated() {
      for (j, b) in p.sorted.enumerated() where a[2].overlaps(b[2]) {
        let shared = a[2].sharedCount(b[2])
        let total = a[2].count + b[2].count
        if 2 * Double(shared) >= 0.5 * Double(total), shared > 0 {
          pairs.append((2 * Double(shared) / Double(total), i, j))
        }
      }
    }
    pairs.sort { ($1.dice, $0.g, $0.p) < ($0.dice, $1.g, $1.p) }
    gold += g.sorted.count
    predicted += p.sorted.count
    var usedGold = Set<Int>()
    var usedPredicted = Set<Int>()
    var flags = [Bool](repeating: false, count: p.sorted.count)
    for pair in pairs
    where !usedGold.contains(pair.g) && !usedPredicted.contains(pair.p) {
      usedGold.insert(pair.g)
      usedPredicted.insert(pair.p)
      let source = agree(g.sorted[pair.g][0], p.sorted[pair.p][0])
      let cue = agree(g.sorted[pair.g][1], p.sorted[pair.p][1])
      matched += 1
      sourceAgrees += source ? 1 : 0
      cueAgrees += cue ? 1 : 0
      correct += source && cue ? 1 : 0
      flags[p.order[pair.p]] = source && cue
    }
    return flags
  }

  private func agree(_ a: PositionSet, _ b: PositionSet) -> Bool {
    a.isEmpty || b.isEmpty ? a.isEmpty && b.isEmpty : a.overlaps(b)
  }

  private func best(_ filler: PositionSet, _ others: Set<PositionSet>) -> Double {
    Double(others.reduce(0) { max($0, filler.sharedCount($1)) }) / Double(filler.count)
  }

  private mutating func countTokens(
    _ text: FrozenText, _ positions: NonSpacePositions, _ g: Fillers, _ p: Fillers
  ) {
    for role in 0..<3 {
      var goldMark = [Bool](repeating: false, count: positions.count)
      var predictedMark = goldMark
      for filler in g.sorted { filler[role].mark(&goldMark) }
      for filler in p.sorted { filler[role].mark(&predictedMark) }
      for token in positions.tokens {
        let a = goldMark[token].contains(true)
        let b = predictedMark[token].contains(true)
        roles[role].goldTokens += a ? 1 : 0
        roles[role].predictedTokens += b ? 1 : 0
        roles[role].sharedTokens += a && b ? 1 : 0
      }
    }
  }

  // MARK: Figures

  /// Attributions with the right content, cue and source.
  package var attribution: PrecisionRecall {
    PrecisionRecall(
      Double(correct), of: Double(predicted), Double(correct), of: Double(gold))
  }
  /// Attributions with the right content.
  package var contentOnly: PrecisionRecall {
    PrecisionRecall(
      Double(matched), of: Double(predicted), Double(matched), of: Double(gold))
  }
  /// Share of the matched contents whose source agrees.
  package var sourceGivenContent: Double { Double(sourceAgrees) / Double(max(1, matched)) }
  /// Share of the matched contents whose cue agrees.
  package var cueGivenContent: Double { Double(cueAgrees) / Double(max(1, matched)) }
  /// Fillers with exactly the gold's characters.
  package func strict(_ role: Role) -> PrecisionRecall {
    let c = roles[role.rawValue]
    return PrecisionRecall(c.strict, of: c.predicted, c.strict, of: c.gold)
  }
  /// Fillers by their overlap.
  package func partial(_ role: Role) -> PrecisionRecall {
    let c = roles[role.rawValue]
    return PrecisionRecall(c.partialPrecision, of: c.predicted, c.partialRecall, of: c.gold)
  }
  /// Tokens of one role.
  package func token(_ role: Role) -> PrecisionRecall {
    let c = roles[role.rawValue]
    return PrecisionRecall(c.sharedTokens, of: c.predictedTokens, c.sharedTokens, of: c.goldTokens)
  }
  /// Pairs of token and role, all roles together.
  package var tokenMicro: PrecisionRecall {
    let shared = roles.reduce(0) { $0 + $1.sharedTokens }
    return PrecisionRecall(
      shared, of: roles.reduce(0) { $0 + $1.predictedTokens }, shared,
      of: roles.reduce(0) { $0 + $1.goldTokens })
  }

  /// Adds the counts of another score.
  package mutating func add(_ other: AttributionScore) {
    for role in 0..<3 {
      roles[role].gold += other.roles[role].gold
      roles[role].predicted += other.roles[role].predicted
      roles[role].strict += other.roles[role].strict
      roles[role].partialPrecision += other.roles[role].partialPrecision
      roles[role].partialRecall += other.roles[role].partialRecall
      roles[role].goldTokens += other.roles[role].goldTokens
      roles[role].predictedTokens += other.roles[role].predictedTokens
      roles[role].sharedTokens += other.roles[role].sharedTokens
    }
    gold += other.gold
    predicted += other.predicted
    matched += other.matched
    sourceAgrees += other.sourceAgrees
    cueAgrees += other.cueAgrees
    correct += other.correct
    documents += other.documents
  }
}

/// The fillers of a document's attributions as sets of positions, in the scorer's order.
private struct Fillers {
  /// `[attribution][role]`, by first position of content, else cue, else source.
  let sorted: [[PositionSet]]
  /// For each sorted attribution, its index as given.
  let order: [Int]

  init(_ attributions: [AttributionDocument.Attribution], _ positions: NonSpacePositions) {
    let all = attributions.map { a in
      [a.source, a.cue, a.content].map { PositionSet($0, positions) }
    }
    func key(_ fillers: [PositionSet]) -> Int {
      (fillers[2].first ?? fillers[1].first ?? fillers[0].first) ?? 0
    }
    let keys = all.map(key)
    order = all.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    sorted = order.map { all[$0] }
  }
}

/// Numbers the non-space characters of a text, and cuts it into the scorer's tokens.
private struct NonSpacePositions {
  /// For each byte, the number of non-space code points that start before it.
  let before: [Int32]
  let count: Int
  /// The tokens as ranges of positions.
  let tokens: [Range<Int>]

  init(_ text: FrozenText) {
    var before: [Int32] = []
    before.reserveCapacity(text.byteCount + 1)
    var number: Int32 = 0
    var tokens: [Range<Int>] = []
    var word: Int?
    for scalar in text.string.unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { before.append(number) }
      let space = scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
      let isWord: Bool
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        isWord = true
      default: isWord = scalar == "_"
      }
      if let start = word, !isWord {
        tokens.append(start..<Int(number))
        word = nil
      }
      if isWord, word == nil { word = Int(number) }
      if !space {
        number += 1
        if !isWord { tokens.append(Int(number) - 1..<Int(number)) }
      }
    }
    if let start = word { tokens.append(start..<Int(number)) }
    before.append(number)
    self.before = before
    self.count = Int(number)
    self.tokens = tokens
  }
}

/// A set of positions as ascending ranges that neither touch nor overlap.
private struct PositionSet: Hashable {
  let ranges: [Range<Int>]
  let count: Int

  init(_ spans: [TextSpan], _ positions: NonSpacePositions) {
    var ranges: [Range<Int>] = []
    for span in spans.sorted() {
      let end = min(span.end, positions.before.count - 1)
      guard span.start < end else { continue }
      let range = Int(positions.before[span.start])..<Int(positions.before[end])
      if range.isEmpty { continue }
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    self.ranges = ranges
    count = ranges.reduce(0) { $0 + $1.count }
  }

  var isEmpty: Bool { ranges.isEmpty }
  var first: Int? { ranges.first?.lowerBound }

  func sharedCount(_ other: PositionSet) -> Int {
    var shared = 0
    for a in ranges {
      for b in other.ranges {
        shared += max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
      }
    }
    return shared
  }

  func overlaps(_ other: PositionSet) -> Bool {
    ranges.contains { a in other.ranges.contains { a.overlaps($0) } }
  }

  func mark(_ marks: inout [Bool]) {
    for range in ranges {
      for position in range { marks[position] = true }
    }
  }
}
