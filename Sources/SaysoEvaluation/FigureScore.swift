/// How well quantities are found, by value alone: records of a sentence are matched as multisets.
package struct FigureScore: Hashable, Sendable {
  /// Equal values, within a thousandth of the value.
  package var value = MatchCounts()
  /// Equal values with an equal change ("=", "~", ">", "<").
  package var bounded = MatchCounts()

  /// No sentences yet.
  package init() {}

  /// Adds one sentence.
  package mutating func add(predicted: [GoldQuantity], gold: [GoldQuantity]) {
    value.correct += FigureScore.matches(predicted, gold) { _, _ in true }
    bounded.correct += FigureScore.matches(predicted, gold) { $0.change == $1.change }
    for path in [\FigureScore.value, \.bounded] {
      self[keyPath: path].predicted += predicted.count
      self[keyPath: path].gold += gold.count
    }
  }

  private static func matches(
    _ predicted: [GoldQuantity], _ gold: [GoldQuantity],
    also isEqual: (GoldQuantity, GoldQuantity) -> Bool
  ) -> Int {
    var free = gold
    var count = 0
    for quantity in predicted {
      let at = free.firstIndex {
        isNear($0.low, quantity.low) && isNear($0.high, quantity.high) && isEqual($0, quantity)
      }
      if let at {
        free.remove(at: at)
        count += 1
      }
    }
    return count
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= max(abs(a), abs(b)) / 1000
  }
}
