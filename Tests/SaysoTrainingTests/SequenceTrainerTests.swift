import SaysoLearning
import SaysoTraining
import Testing

@Suite struct SequenceTrainerTests {
  /// Words a, b, c with labels x, y, z; z only behind y.
  private func examples(_ count: Int, bits: Int) -> [SequenceExample] {
    var generator = SplitMix(seed: 5)
    return (0..<count).map { _ in
      var rows = FeatureRows(bits: bits)
      var labels: [UInt8] = []
      for _ in 0..<12 {
        let word = Int.random(in: 0..<3, using: &generator)
        rows.add(FeatureHash.combine(1, UInt64(word)))
        rows.endItem()
        labels.append(word == 2 ? (labels.last == 1 || labels.last == 2 ? 2 : 0) : UInt8(word))
      }
      return SequenceExample(features: rows, labels: labels)
    }
  }

  private func trainer() -> SequenceTrainer {
    var trainer = SequenceTrainer(labels: ["x", "y", "z"], bits: 8) { from, to in
      to != "z" || from == "y" || from == "z"
    }
    trainer.epochs = 20
    trainer.rate = 0.2
    trainer.minimumCount = 1
    return trainer
  }

  @Test func `a chain learns what depends on the label before`() {
    let model = trainer().train(examples(60, bits: 8)) { _, _ in }
    for example in examples(60, bits: 8).suffix(5) {
      #expect(model.decode(example.features) == example.labels.map { Int($0) })
    }
  }

  @Test func `the loss falls, and the same seed gives the same model`() {
    var losses: [Double] = []
    let a = trainer().train(examples(20, bits: 8)) { _, loss in losses.append(loss) }
    let b = trainer().train(examples(20, bits: 8)) { _, _ in }
    #expect((losses.last ?? 1) < (losses.first ?? 0))
    #expect(a == b)
  }

  @Test func `a forbidden step is never taken, and the probabilities of an item add up to one`() {
    let model = trainer().train(examples(10, bits: 8)) { _, _ in }
    var rows = FeatureRows(bits: 8)
    for _ in 0..<6 {
      rows.add(FeatureHash.combine(1, 2))
      rows.endItem()
    }
    let path = model.decode(rows)
    #expect(path[0] != 2)
    #expect(zip(path, path.dropFirst()).allSatisfy { $1 != 2 || $0 != 0 })
    let shares = model.marginals(scores: model.table.scores(rows), count: 6)
    for item in 0..<6 {
      #expect(abs(shares[item * 3..<item * 3 + 3].reduce(0, +) - 1) < 1e-4)
    }
  }
}
