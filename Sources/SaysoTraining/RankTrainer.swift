package import SaysoLearning

/// One choice to learn from: candidates with their features, and the right one.
package struct RankExample: Sendable {
  /// Features of each candidate.
  package let features: FeatureRows
  /// Index of the right candidate.
  package let answer: Int

  /// An example from its parts.
  package init(features: FeatureRows, answer: Int) {
    self.features = features
    self.answer = answer
  }
}

/// Trains a log-linear ranking of candidates by AdaGrad.
package struct RankTrainer: Sendable {
  /// Passes over the examples.
  package var epochs = 8
  /// First step size.
  package var rate: Float = 0.05
  /// Pull towards zero of each touched weight.
  package var decay: Float = 1e-4
  /// Base-two logarithm of the row count.
  package let bits: Int

  /// A trainer over a table of `1 << bits` rows.
  package init(bits: Int) { self.bits = bits }

  /// Weights of the rows after training.
  package func train(_ examples: [RankExample]) -> [Float] {
    var weights = [Float](repeating: 0, count: 1 << bits)
    var squares = [Float](repeating: 1, count: 1 << bits)
    var generator = SplitMix(seed: 7)
    var order = Array(examples.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for index in order {
        let example = examples[index]
        let scores = (0..<example.features.count).map { item in
          example.features.range(item).reduce(Float(0)) {
            $0 + weights[Int(example.features.rows[$1])]
          }
        }
        let top = scores.max() ?? 0
        let odds = scores.map { exponential($0 - top) }
        let sum = odds.reduce(0, +)
        for item in odds.indices {
          let gradient = odds[item] / sum - (item == example.answer ? 1 : 0)
          if abs(gradient) < 1e-4 { continue }
          for at in example.features.range(item) {
            let row = Int(example.features.rows[at])
            let full = gradient + decay * weights[row]
            squares[row] += full * full
            weights[row] -= rate * full / squares[row].squareRoot()
          }
        }
      }
    }
    return weights
  }
}
