import Testing

@testable import SaysoLearning

@Suite struct QuantisedLayerTests {
  @Test(arguments: Instructions.here, [1, 5, 6, 7, 8, 9, 33])
  func `a quantised layer gives what plain arithmetic gives`(
    instructions: Instructions, count: Int
  ) {
    for (inputs, outputs) in [(32, 32), (64, 96), (1536, 64)] {
      var numbers = Numbers(seed: UInt64(count * 10 + inputs))
      let weights = QuantisedLayer.quantised(numbers.list(inputs * outputs), inputs: inputs)
      let bias = numbers.list(outputs)
      let input = numbers.list(count * inputs)
      let layer = QuantisedLayer(
        weights: .owned(weights.weights), scales: weights.scales, bias: bias, inputs: inputs)
      var rows = QuantisedRows()
      rows.take(input, count: count, width: inputs, on: instructions)
      var output = [Float](repeating: .nan, count: count * outputs)
      layer.apply(to: rows, count: count, into: &output, on: instructions)
      for item in 0..<count {
        for column in 0..<outputs {
          var sum = Double(bias[column])
          for at in 0..<inputs {
            sum +=
              Double(input[item * inputs + at])
              * Double(Int8(bitPattern: weights.weights[at * outputs + column]))
              * Double(weights.scales[column])
          }
          let found = Double(output[item * outputs + column])
          #expect(abs(found - sum) < 0.005, "row \(item), column \(column)")
        }
      }
    }
  }

  @Test func `every instruction set gives the same to the bit`() {
    var numbers = Numbers(seed: 5)
    let weights = QuantisedLayer.quantised(numbers.list(64 * 64), inputs: 64)
    let input = numbers.list(7 * 64)
    let layer = QuantisedLayer(
      weights: .owned(weights.weights), scales: weights.scales, bias: numbers.list(64), inputs: 64)
    let all = Instructions.here.map { instructions in
      var rows = QuantisedRows()
      rows.take(input, count: 7, width: 64, on: instructions)
      var output = [Float](repeating: 0, count: 7 * 64)
      layer.apply(to: rows, count: 7, into: &output, on: instructions)
      return output
    }
    for other in all { #expect(agree(other, all[0])) }
  }

  @Test func `the greatest numbers do not overflow`() {
    let inputs = 2048
    let layer = QuantisedLayer(
      weights: .owned([UInt8](repeating: 127, count: inputs * 32)),
      scales: [Float](repeating: 1, count: 32), bias: [Float](repeating: 0, count: 32),
      inputs: inputs)
    for instructions in Instructions.here {
      var rows = QuantisedRows()
      rows.take(
        [Float](repeating: 1, count: inputs), count: 1, width: inputs, on: instructions)
      var output = [Float](repeating: 0, count: 32)
      layer.apply(to: rows, count: 1, into: &output, on: instructions)
      #expect(output.allSatisfy { abs($0 - Float(inputs * 127)) < 40 })
    }
  }

  @Test func `rows of zeros stay zeros`() {
    var rows = QuantisedRows()
    rows.take([Float](repeating: 0, count: 32), count: 1, width: 32)
    #expect(rows.numbers.allSatisfy { $0 == 0 })
    #expect(rows.scales == [0])
  }
}
