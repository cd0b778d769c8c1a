internal import SaysoRecords

/// What the hand-made gold set measures, added up over reports.
package struct GoldScore: Sendable {
  /// A share with its counts.
  package struct Share: Sendable, Hashable {
    /// How many are right.
    package var right = 0
    /// Of how many.
    package var all = 0
    /// The share; 0 where there is none.
    package var value: Double { all == 0 ? 0 : Double(right) / Double(all) }

    mutating func add(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }
  }

  /// Statements found.
  package private(set) var statements = MatchCounts()
  /// Of those found: the speaker's words overlap, or there are none.
  package private(set) var speakers = Share()
  /// Of those found: the content but for punctuation.
  package private(set) var contents = Share()
  /// Of those found that have a speaker: how the actor was resolved.
  package private(set) var actors: [GoldComparison.Resolution: Int] = [:]
  /// Of those found: the stance.
  package private(set) var stances = Share()
  /// Read as `confirms` or `denies`: also the gold, over all that was read, found or not.
  package private(set) var answers = MatchCounts()
  /// Of those found with a chain in the gold: the chain.
  package private(set) var chains = Share()
  /// Chains read, and of those in the gold.
  package private(set) var chainsRead = MatchCounts()
  /// Of those found: the day it was said.
  package private(set) var said = MatchCounts()
  /// Of those found: when it is to hold.
  package private(set) var holds = MatchCounts()
  /// Of the figures in contents found: value, bound; what is counted.
  package private(set) var figures = Share(), bounds = Share(), counted = Share(), wholes = Share()
  /// How many reports.
  package private(set) var reports = 0

  /// No reports yet.
  package init() {}

  /// Adds one report.
  package mutating func add(_ comparison: GoldComparison) {
    reports += 1
    statements.gold += comparison.pairs.count + comparison.missed.count
    statements.predicted += comparison.pairs.count + comparison.spurious.count
    statements.correct += comparison.pairs.count
    for pair in comparison.pairs {
      speakers.add(pair.hasSpeaker)
      contents.add(pair.hasContent)
      if let resolution = pair.resolution { actors[resolution, default: 0] += 1 }
      stances.add(pair.gold.stance == pair.read.stance)
      if !pair.gold.chain.isEmpty { chains.add(pair.hasChain) }
      chainsRead.gold += pair.gold.chain.isEmpty ? 0 : 1
      chainsRead.predicted += pair.read.chain.isEmpty ? 0 : 1
      chainsRead.correct += !pair.gold.chain.isEmpty && pair.hasChain ? 1 : 0
      GoldScore.compare(pair.gold.said, pair.read.said, &said)
      GoldScore.compare(pair.gold.holds, pair.read.holds, &holds)
      for gold in pair.gold.figures {
        add(gold, comparison.read.figures, text: comparison.document.report.text)
      }
    }
    let explicit: Set<Stance> = [.confirms, .denies]
    let entries = comparison.pairs.map { (gold: $0.gold.stance, read: $0.read.stance) }
    answers.gold += entries.count { explicit.contains($0.gold) }
    answers.gold += comparison.missed.count { explicit.contains($0.stance) }
    answers.predicted += entries.count { explicit.contains($0.read) }
    answers.predicted += comparison.spurious.count { explicit.contains($0.stance) }
    answers.correct += entries.count { explicit.contains($0.gold) && $0.gold == $0.read }
  }

  private mutating func add(
    _ gold: GoldDocument.Quantity, _ read: [Figure], text: FrozenText
  ) {
    let found = read.first { $0.span.overlaps(gold.span) && GoldScore.isValue(gold, $0) }
    figures.add(found != nil)
    guard let found else { return }
    bounds.add(found.bound == gold.bound)
    if let counts = gold.counts {
      // The words agree when one holds the other ("members" of "members of the tribe"); a unit that
      // says it all ("percent", "week" for "weeks") needs no words.
      let words = GoldActors.plain(text.words(counts))
      let other = GoldActors.plain(found.counts ?? "")
      counted.add(
        found.counts == nil
          ? found.unit.map { gold.unit != nil || words.contains($0) } ?? false
          : words.contains(other) || other.contains(words))
    }
    if let whole = gold.whole { wholes.add(found.whole.map { $0.overlaps(whole) } ?? false) }
  }

  /// Whether the values given agree; an end that the gold leaves open may be given.
  private static func isValue(_ gold: GoldDocument.Quantity, _ read: Figure) -> Bool {
    func near(_ a: Double, _ b: Double?) -> Bool {
      b.map { abs(a - $0) <= max(abs(a), abs($0)) / 1000 } ?? false
    }
    guard gold.low != nil || gold.high != nil else { return true }
    return (gold.low.map { near($0, read.low) } ?? true)
      && (gold.high.map { near($0, read.high) } ?? true)
  }

  private static func compare(_ gold: String?, _ read: String?, _ counts: inout MatchCounts) {
    if gold != nil { counts.gold += 1 }
    if read != nil { counts.predicted += 1 }
    if gold != nil, gold == read { counts.correct += 1 }
  }

  /// The measures as rows: shares with their counts in the name of the measure.
  package var rows: [ScoreSheet.Row] {
    let resolved = GoldComparison.Resolution.allCases.reduce(0) { $0 + (actors[$1] ?? 0) }
    func share(_ part: GoldComparison.Resolution) -> Double {
      resolved == 0 ? 0 : Double(actors[part] ?? 0) / Double(resolved)
    }
    func row(_ measure: String, _ counts: MatchCounts) -> ScoreSheet.Row {
      .init(measure, counts.f1, precision: counts.precision, recall: counts.recall)
    }
    return [
      row("statements F1", statements), .init("speaker words", speakers.value),
      .init("content but for punctuation", contents.value),
      .init("actor right", share(.right)), .init("actor left unknown (error)", share(.unknown)),
      .init("stance", stances.value), row("confirms and denies F1", answers),
      .init("confirms and denies precision", answers.precision), .init("chain", chains.value),
      row("chains F1", chainsRead), row("said F1", said), row("holds F1", holds),
      .init("figure value", figures.value), .init("figure bound", bounds.value),
      .init("figure with what it counts", counted.value), .init("figure's whole", wholes.value),
    ]
  }

  /// The counts behind the shares, one line.
  package var summary: String {
    "\(reports) reports, \(statements.gold) statements (\(statements.predicted) read, "
      + "\(statements.correct) found); actors \(actors[.right] ?? 0) right, "
      + "\(actors[.wrong] ?? 0) wrong, \(actors[.unknown] ?? 0) unknown; confirms and denies "
      + "\(answers.correct) right of \(answers.predicted) read; chains \(chains.right) right of "
      + "\(chains.all); figures \(figures.right) of \(figures.all), wholes \(wholes.right) of "
      + "\(wholes.all)"
  }
}
