internal import SaysoLearning

/// A yes-or-no question to learn from.
package struct LogisticExample: Sendable {
  /// The active rows.
  package let rows: [UInt32]
  /// The answer.
  package let answer: Bool

  /// An example from its parts.
  package init(rows: [UInt32], answer: Bool) {
    self.rows = rows
    self.answer = answer
  }
}

/// Trains a logistic regression by AdaGrad; its outputs are probabilities as the examples have them.
package struct LogisticTrainer: Sendable {
  /// Passes over the examples.
  package var epochs = 12
  /// First step size.
  package var rate: Float = 0.05
  /// Pull towards zero of each touched weight.
  package var decay: Float = 1e-3
  /// Base-two logarithm of the row count.
  package let bits: Int

  /// A trainer over a table of `1 << bits` rows.
  package init(bits: Int) { self.bits = bits }

  /// Weights of the rows after training.
  package func train(_ examples: [LogisticExample]) -> [Float] {
    var weights = [Float](repeating: 0, count: 1 << bits)
    var squares = [Float](repeating: 1, count: 1 << bits)
    var generator = SplitMix(seed: 11)
    var order = Array(examples.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for index in order {
        let example = examples[index]
        let score = example.rows.reduce(Float(0)) { $0 + weights[Int($1)] }
        let gradient = logistic(score) - (example.answer ? 1 : 0)
        for row in example.rows {
          let full = gradient + decay * weights[Int(row)]
          squares[Int(row)] += full * full
          weights[Int(row)] -= rate * full / squares[Int(row)].squareRoot()
        }
      }
    }
    return weights
  }
}
