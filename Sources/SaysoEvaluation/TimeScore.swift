import SaysoRecords

/// Counts of right, predicted and gold records, and the measures made of them.
package struct MatchCounts: Hashable, Sendable {
  /// Records that are right.
  package var correct = 0
  /// Records in the answer.
  package var predicted = 0
  /// Records in the gold.
  package var gold = 0

  /// No records yet.
  package init() {}

  /// Right ones among the predicted, 0...1; 0 where nothing is predicted.
  package var precision: Double { predicted == 0 ? 0 : Double(correct) / Double(predicted) }
  /// Right ones among the gold, 0...1; 0 where there is no gold.
  package var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
  /// Harmonic mean of precision and recall.
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}

/// The measures of TempEval-3, task A: extents strict and relaxed, attributes over relaxed matches.
///
/// After UzZaman et al. (2013), section 4.1.
package struct TimeScore: Hashable, Sendable {
  /// Equal extents.
  package var strict = MatchCounts()
  /// Overlapping extents, one to one.
  package var relaxed = MatchCounts()
  /// Relaxed matches of equal value.
  package var value = MatchCounts()
  /// Relaxed matches of equal type.
  package var type = MatchCounts()

  /// No documents yet.
  package init() {}

  /// Adds one document.
  ///
  /// Equal extents are paired first, then overlapping ones in reading order.
  package mutating func add(predicted: [GoldTime], gold: [GoldTime]) {
    let pairs = TimeScore.pairs(predicted, gold)
    let right = [
      pairs.count { $0.span == $1.span }, pairs.count,
      pairs.count { $0.value != nil && $0.value == $1.value }, pairs.count { $0.type == $1.type },
    ]
    for (path, correct) in zip([\TimeScore.strict, \.relaxed, \.value, \.type], right) {
      self[keyPath: path].correct += correct
      self[keyPath: path].predicted += predicted.count
      self[keyPath: path].gold += gold.count
    }
  }

  /// Answer and gold records that belong together, one to one.
  package static func pairs(
    _ predicted: [GoldTime], _ gold: [GoldTime]
  ) -> [(GoldTime, GoldTime)] {
    var free = Array(repeating: true, count: gold.count)
    var open: [GoldTime] = []
    var result: [(GoldTime, GoldTime)] = []
    for time in predicted {
      if let at = gold.indices.first(where: { free[$0] && gold[$0].span == time.span }) {
        free[at] = false
        result.append((time, gold[at]))
      } else {
        open.append(time)
      }
    }
    for time in open {
      if let at = gold.indices.first(where: { free[$0] && gold[$0].span.overlaps(time.span) }) {
        free[at] = false
        result.append((time, gold[at]))
      }
    }
    return result
  }
}
