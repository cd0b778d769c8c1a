/// How a clustering agrees with the right one, mention by mention: B3 (Bagga and Baldwin,
/// "Algorithms for Scoring Coreference Chains", 1998), on given mentions.
package struct ClusterScore: Sendable {
  /// For each mention, how much of its own cluster belongs there, on average.
  package let precision: Double
  /// For each mention, how much of what belongs to it is in its own cluster, on average.
  package let recall: Double

  /// The harmonic mean.
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Compares labels, one of each for every mention.
  package init(gold: [String], found: [String]) {
    precondition(gold.count == found.count, "every mention needs both labels")
    var goldSizes: [String: Int] = [:]
    var foundSizes: [String: Int] = [:]
    var both: [String: [String: Int]] = [:]
    for (a, b) in zip(gold, found) {
      goldSizes[a, default: 0] += 1
      foundSizes[b, default: 0] += 1
      both[a, default: [:]][b, default: 0] += 1
    }
    var precision = 0.0
    var recall = 0.0
    for (a, b) in zip(gold, found) {
      let shared = Double(both[a]?[b] ?? 0)
      precision += shared / Double(foundSizes[b] ?? 1)
      recall += shared / Double(goldSizes[a] ?? 1)
    }
    let count = Double(max(1, gold.count))
    self.precision = precision / count
    self.recall = recall / count
  }
}
