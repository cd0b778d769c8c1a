/// How well quantities are found: records of a sentence are matched as multisets of values.
package struct FigureScore: Hashable, Sendable {
  /// Equal values, within a thousandth of the value.
  package var value = MatchCounts()
  /// Equal values with an equal change ("=", "~", ">", "<").
  package var bounded = MatchCounts()
  /// Equal values with the same unit or, for counts, the same noun (see ``UnitAgreement``).
  package var united = MatchCounts()

  /// No sentences yet.
  package init() {}

  /// Adds one sentence.
  ///
  /// - Returns: What was not right: quantities missed, read in error, and of a wrong unit.
  @discardableResult
  package mutating func add(
    predicted: [GoldQuantity], gold: [GoldQuantity]
  ) -> FigureErrors {
    for path in [\FigureScore.value, \.bounded, \.united] {
      self[keyPath: path].predicted += predicted.count
      self[keyPath: path].gold += gold.count
    }
    var errors = FigureErrors()
    var free = predicted
    // Those of the same unit first, so that two equal values do not take each other's place.
    let (same, others) = FigureScore.taken(gold, from: &free, also: UnitAgreement.agree)
    let (rest, missed) = FigureScore.taken(others, from: &free) { _, _ in true }
    errors.wrongUnit = rest
    errors.missed = missed
    errors.spurious = free
    value.correct += same.count + rest.count
    united.correct += same.count
    var unbound = predicted
    bounded.correct += FigureScore.taken(gold, from: &unbound) { $0.change == $1.change }.0.count
    return errors
  }

  private static func taken(
    _ gold: [GoldQuantity], from free: inout [GoldQuantity],
    also isEqual: (GoldQuantity, GoldQuantity) -> Bool
  ) -> (pairs: [FigureErrors.Pair], missed: [GoldQuantity]) {
    var pairs: [FigureErrors.Pair] = []
    var missed: [GoldQuantity] = []
    for quantity in gold {
      if let at = free.firstIndex(where: { isValue(quantity, $0) && isEqual(quantity, $0) }) {
        pairs.append(FigureErrors.Pair(gold: quantity, read: free.remove(at: at)))
      } else {
        missed.append(quantity)
      }
    }
    return (pairs, missed)
  }

  /// Whether the values are the same.
  ///
  /// The corpus writes "tens of thousands" as 10,000 to 100,000: a lower bound in that range is right.
  private static func isValue(_ gold: GoldQuantity, _ read: GoldQuantity) -> Bool {
    if gold.low > 0, gold.high >= gold.low * 9.9, read.change == ">" {
      return gold.low <= read.low && read.low <= gold.high
    }
    return isNear(gold.low, read.low) && isNear(gold.high, read.high)
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= max(abs(a), abs(b)) / 1000
  }
}

/// What was not right in one sentence.
package struct FigureErrors: Hashable, Sendable {
  /// A quantity of the corpus and the one read for it.
  package struct Pair: Hashable, Sendable {
    /// The corpus's.
    package let gold: GoldQuantity
    /// The one read.
    package let read: GoldQuantity
  }

  /// In the corpus, not read.
  package var missed: [GoldQuantity] = []
  /// Read, not in the corpus.
  package var spurious: [GoldQuantity] = []
  /// Of the right value with a wrong unit.
  package var wrongUnit: [Pair] = []
}
