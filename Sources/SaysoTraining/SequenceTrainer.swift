package import SaysoLearning

/// A sequence to learn from: the active rows of each item, and its label.
package struct SequenceExample: Sendable {
  /// Hashed features of each item.
  package let features: FeatureRows
  /// Label number of each item.
  package let labels: [UInt8]

  /// An example; a label per item.
  package init(features: FeatureRows, labels: [UInt8]) {
    precondition(features.count == labels.count, "a label for each item")
    self.features = features
    self.labels = labels
  }
}

/// Trains a linear-chain conditional random field by stochastic gradients with AdaGrad steps (Duchi,
/// Hazan and Singer, 2011), one sequence at a time, and averages the weights of the later epochs.
package struct SequenceTrainer: Sendable {
  /// Passes over the examples.
  package var epochs = 12
  /// First step size.
  package var rate: Float = 0.15
  /// Pull towards zero of each touched weight.
  package var decay: Float = 1e-6
  /// Rows that are on fewer times than this are not trained.
  package var minimumCount: UInt32 = 2
  /// Seed of the shuffling.
  package var seed: UInt64 = 1
  /// Labels in order.
  package let labels: [String]
  /// Base-two logarithm of the row count.
  package let bits: Int
  /// Whether a step from one label to another (nil: the start) may be taken.
  package let allows: @Sendable (String?, String) -> Bool

  /// A trainer for at most 16 labels.
  package init(
    labels: [String], bits: Int, allows: @escaping @Sendable (String?, String) -> Bool
  ) {
    precondition(labels.count <= 16, "at most 16 labels")
    self.labels = labels
    self.bits = bits
    self.allows = allows
  }

  /// Trains; `progress` hears of each epoch (number, mean loss per item).
  package func train(
    _ examples: [SequenceExample], progress: (Int, Double) -> Void
  ) -> SequenceModel {
    var state = TrainingState(labels: labels.count, bits: bits)
    state.rate = rate
    state.decay = decay
    state.countRows(examples, minimum: minimumCount)
    let width = labels.count
    let forbidden = (0..<width * width).map { !allows(labels[$0 / width], labels[$0 % width]) }
    let forbiddenStart = (0..<width).map { !allows(nil, labels[$0]) }
    var generator = SplitMix(seed: seed)
    var order = Array(examples.indices)
    let items = examples.reduce(0) { $0 + $1.labels.count }
    for epoch in 1...epochs {
      order.shuffle(using: &generator)
      var loss = 0.0
      for index in order where !examples[index].labels.isEmpty {
        loss += state.step(examples[index], forbidden, forbiddenStart)
      }
      if epoch > epochs / 2 { state.addToAverage() }
      progress(epoch, loss / Double(max(1, items)))
    }
    state.takeAverage()
    return SequenceModel(
      labels: labels,
      table: HashedTable(quantising: state.rowMajor(), bits: bits, columns: width),
      transitions: zip(state.transitions, forbidden).map { $1 ? -.infinity : $0 },
      starts: zip(state.starts, forbiddenStart).map { $1 ? -.infinity : $0 })
  }
}

/// Weights and squared gradients while training.
private struct TrainingState {
  typealias Lanes = SIMD16<Float>
  let width: Int
  let bits: Int
  var rate: Float = 0
  var decay: Float = 0
  var weights: [Lanes]
  var squares: [Lanes]
  var sum: [Lanes] = []
  var averaged: Float = 0
  var live: [Bool]
  var transitions: [Float]
  var transitionSquares: [Float]
  var transitionSum: [Float]
  var starts: [Float]

  init(labels: Int, bits: Int) {
    width = labels
    self.bits = bits
    weights = [Lanes](repeating: .zero, count: 1 << bits)
    squares = [Lanes](repeating: Lanes(repeating: 1), count: 1 << bits)
    live = [Bool](repeating: true, count: 1 << bits)
    transitions = [Float](repeating: 0, count: labels * labels)
    transitionSquares = [Float](repeating: 1, count: labels * labels)
    transitionSum = transitions
    starts = [Float](repeating: 0, count: labels)
  }

  mutating func countRows(_ examples: [SequenceExample], minimum: UInt32) {
    var counts = [UInt32](repeating: 0, count: 1 << bits)
    for example in examples {
      for row in example.features.rows { counts[Int(row)] += 1 }
    }
    live = counts.map { $0 >= minimum }
  }

  /// One gradient step; returns the negative log-likelihood before it.
  mutating func step(
    _ example: SequenceExample, _ forbidden: [Bool], _ forbiddenStart: [Bool]
  ) -> Double {
    let count = example.labels.count
    var scores = [Float](repeating: 0, count: count * 16)
    for item in 0..<count {
      var total = Lanes.zero
      for at in example.features.range(item) { total += weights[Int(example.features.rows[at])] }
      for label in 0..<width { scores[item * 16 + label] = total[label] }
    }
    let lattice = Lattice(
      scores: scores, stride: 16, count: count,
      transitions: zip(transitions, forbidden).map { $1 ? -.infinity : $0 },
      starts: zip(starts, forbiddenStart).map { $1 ? -.infinity : $0 })
    var gold = 0.0
    var steps = [Float](repeating: 0, count: width * width)
    for item in 0..<count {
      let label = Int(example.labels[item])
      gold += Double(scores[item * 16 + label])
      if item > 0 {
        let from = Int(example.labels[item - 1])
        gold += Double(transitions[from * width + label])
        steps[from * width + label] -= 1
        for a in 0..<width {
          for b in 0..<width {
            steps[a * width + b] +=
              lattice.forward[(item - 1) * width + a] * lattice.steps[a * width + b]
              * lattice.emissions[item * width + b] * lattice.backward[item * width + b]
              / lattice.scales[item]
          }
        }
      }
      var gradient = Lanes.zero
      for label in 0..<width { gradient[label] = lattice.marginals[item * width + label] }
      gradient[label] -= 1
      for at in example.features.range(item) {
        let row = Int(example.features.rows[at])
        if live[row] { update(row, gradient) }
      }
    }
    for at in steps.indices where steps[at] != 0 {
      transitionSquares[at] += steps[at] * steps[at]
      transitions[at] -= rate * steps[at] / transitionSquares[at].squareRoot()
    }
    return lattice.logPartition - gold
  }

  @inline(__always)
  mutating func update(_ row: Int, _ gradient: Lanes) {
    let full = gradient + decay * weights[row]
    squares[row] += full * full
    weights[row] -= rate * full / squares[row].squareRoot()
  }

  mutating func addToAverage() {
    if sum.isEmpty { sum = [Lanes](repeating: .zero, count: weights.count) }
    for row in weights.indices { sum[row] += weights[row] }
    for at in transitions.indices { transitionSum[at] += transitions[at] }
    averaged += 1
  }

  mutating func takeAverage() {
    guard averaged > 0 else { return }
    for row in weights.indices { weights[row] = sum[row] / averaged }
    transitions = transitionSum.map { $0 / averaged }
  }

  func rowMajor() -> [Float] {
    var result = [Float](repeating: 0, count: width << bits)
    for row in weights.indices {
      for label in 0..<width { result[row * width + label] = weights[row][label] }
    }
    return result
  }
}

/// A small repeatable random generator (Steele, Lea and Flood, 2014).
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64
  /// A generator from a seed.
  package init(seed: UInt64) { state = seed }
  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
