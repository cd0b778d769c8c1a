internal import SaysoLearning

/// Weights of a 64-class averaged perceptron over hashed rows, while they are learned (Collins,
/// 2002; the averaging after Daumé, 2006, section 2.3).
struct Perceptron {
  typealias Lanes = SIMD16<Float>
  /// Sums of step numbers outgrow 24 bits.
  typealias DoubleLanes = SIMD16<Double>
  /// Base-two logarithm of the row count.
  let bits: Int
  private var weights: [Lanes]
  private var totals: [DoubleLanes]
  private var steps = 1.0

  init(bits: Int) {
    self.bits = bits
    weights = [Lanes](repeating: .zero, count: 4 << bits)
    totals = [DoubleLanes](repeating: .zero, count: 4 << bits)
  }

  /// The label with the highest score for the rows of one item; of equal ones the first.
  func best(_ rows: [UInt32]) -> Int {
    var a = Lanes.zero
    var b = a
    var c = a
    var d = a
    for row in rows {
      let base = Int(row) * 4
      a += weights[base]
      b += weights[base + 1]
      c += weights[base + 2]
      d += weights[base + 3]
    }
    let top = max(max(a.max(), b.max()), max(c.max(), d.max()))
    for (block, sums) in [a, b, c, d].enumerated() where sums.max() == top {
      for lane in 0..<16 where sums[lane] == top { return block * 16 + lane }
    }
    return 0
  }

  /// Moves weights from a wrong label to the right one, where they differ; counts the step.
  mutating func learn(_ rows: [UInt32], gold: Int, predicted: Int) {
    steps += 1
    guard gold != predicted else { return }
    for row in rows {
      let base = Int(row) * 4
      weights[base + gold >> 4][gold & 15] += 1
      totals[base + gold >> 4][gold & 15] += steps
      weights[base + predicted >> 4][predicted & 15] -= 1
      totals[base + predicted >> 4][predicted & 15] -= steps
    }
  }

  /// The averaged weights, in 8 bits.
  func table() -> HashedTable {
    var averaged = [Float](repeating: 0, count: 64 << bits)
    for index in weights.indices {
      let mean = totals[index] / steps
      for lane in 0..<16 {
        averaged[index * 16 + lane] = weights[index][lane] - Float(mean[lane])
      }
    }
    return HashedTable(quantising: averaged, bits: bits, columns: 64)
  }
}
