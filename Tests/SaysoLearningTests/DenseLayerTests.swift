import Testing

@testable import SaysoLearning

@Suite struct DenseLayerTests {
  /// The layer's plain twin: one number after the other.
  private func plain(
    _ input: [Float], _ places: [Int32], _ weights: [Float], _ bias: [Float], inputs: Int,
    taps: Int,
    outputs: Int
  ) -> [Float] {
    (0..<places.count / taps).flatMap { item in
      (0..<outputs).map { output in
        var sum = bias[output]
        for tap in 0..<taps {
          for number in 0..<inputs {
            sum +=
              input[Int(places[item * taps + tap]) * inputs + number]
              * weights[(tap * inputs + number) * outputs + output]
          }
        }
        return sum
      }
    }
  }

  @Test(arguments: Instructions.here, [1, 2, 5, 6, 7, 8, 9, 24, 33])
  func `a layer gives what its plain twin gives, for every number of items`(
    instructions: Instructions, count: Int
  ) {
    for (inputs, taps, outputs) in [(32, 3, 32), (16, 1, 40), (3, 2, 1), (64, 1, 96)] {
      var numbers = Numbers(seed: UInt64(count * 100 + inputs))
      let weights = numbers.list(taps * inputs * outputs)
      let bias = numbers.list(outputs)
      let input = numbers.list((count + 1) * inputs)
      let places = (0..<count * taps).map { Int32($0 * 7 % (count + 1)) }
      let layer = DenseLayer(
        weights: weights, bias: bias, inputs: inputs, taps: taps, outputs: outputs)
      var output = [Float](repeating: .nan, count: count * layer.stride)
      layer.apply(to: input, places: places, count: count, into: &output, on: instructions)
      let rows = (0..<count).flatMap {
        output[$0 * layer.stride..<$0 * layer.stride + outputs]
      }
      #expect(
        agree(
          rows,
          plain(input, places, weights, bias, inputs: inputs, taps: taps, outputs: outputs)))
    }
  }

  @Test(arguments: Instructions.here)
  func `without places each item takes its own row`(instructions: Instructions) {
    let layer = DenseLayer(weights: [1, 2, 3, 4], bias: [10, 20], inputs: 2, outputs: 2)
    var output = [Float](repeating: 0, count: 2 * layer.stride)
    layer.apply(to: [1, 0, 0, 1], count: 2, into: &output, on: instructions)
    #expect(output[0..<2] == [11, 22])
    #expect(output[layer.stride..<layer.stride + 2] == [13, 24])
  }

  @Test(arguments: Instructions.here)
  func `the positive part of a normalised row is added`(instructions: Instructions) {
    var numbers = Numbers(seed: 7)
    let (gain, shift) = (numbers.list(32), numbers.list(32))
    let input = numbers.list(3 * 64)
    let before = numbers.list(16 + 3 * 32)
    var output = before
    NormalisedAddition(gain: gain, shift: shift, epsilon: 1e-5).apply(
      to: input, stride: 64, count: 3, into: &output, from: 16, on: instructions)
    #expect(output[..<16] == before[..<16])
    for row in 0..<3 {
      let own = input[row * 64..<row * 64 + 32]
      let mean = own.reduce(0, +) / 32
      let variance = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 32
      let expected = own.enumerated().map { at, value in
        before[16 + row * 32 + at]
          + max(0, (value - mean) / (variance + 1e-5).squareRoot() * gain[at] + shift[at])
      }
      #expect(agree(output[16 + row * 32..<16 + (row + 1) * 32], expected))
    }
  }

  @Test(arguments: Instructions.here)
  func `negative numbers become zero, up to the count`(instructions: Instructions) {
    var numbers: [Float] = (0..<40).map { $0 % 2 == 0 ? Float($0) : -Float($0) }
    rectify(&numbers, count: 37, on: instructions)
    #expect(numbers[..<37].allSatisfy { $0 >= 0 })
    #expect(numbers[36] == 36 && numbers[37] == -37)
  }
}
