import SaysoLearning
import SaysoTraining
import Testing

@Suite struct LogisticTrainerTests {
  @Test func `outputs are the shares of the examples`() {
    let examples = (0..<2000).map {
      LogisticExample(rows: [$0 % 2 == 0 ? 1 : 2], answer: $0 % 2 == 0 ? $0 % 8 == 0 : $0 % 10 != 1)
    }
    let weights = LogisticTrainer(bits: 4).train(examples)
    #expect(abs(logistic(weights[1]) - 0.25) < 0.05)
    #expect(abs(logistic(weights[2]) - 0.8) < 0.05)
  }
}
