import Testing

@testable import SaysoLearning

@Suite struct VectorTableTests {
  @Test(arguments: Instructions.here)
  func `an item's rows are added up, each with its scale`(instructions: Instructions) {
    var numbers = Numbers(seed: 3)
    let trained = numbers.list(50 * 48)
    let parts = VectorTable.quantised(trained, width: 48)
    let table = VectorTable(numbers: .owned(parts.numbers), scales: parts.scales, width: 48)
    let features: [UInt32] = [0, 7, 49, 3, 3, 12, 1, 2, 48]
    var output = [Float](repeating: 0, count: 48 + 3 * 48)
    table.sums(features, each: 3, into: &output, from: 48, on: instructions)
    for item in 0..<3 {
      for at in 0..<48 {
        let expected = (0..<3).reduce(Float(0)) {
          $0 + trained[Int(features[item * 3 + $1]) * 48 + at]
        }
        #expect(abs(output[48 + item * 48 + at] - expected) < 0.02)
      }
    }
    #expect(output[..<48].allSatisfy { $0 == 0 })
  }

  @Test func `a row of zeros stays one`() {
    let parts = VectorTable.quantised([Float](repeating: 0, count: 16), width: 16)
    #expect(parts.scales == [0] && parts.numbers.allSatisfy { $0 == 0 })
  }

  @Test(arguments: Instructions.here)
  func `all pairs are scored, the one given first in column 0`(instructions: Instructions) {
    var numbers = Numbers(seed: 9)
    let (left, right) = (numbers.list(40 * 32), numbers.list(40 * 32))
    let first = numbers.list(32)
    var pairs = PairScores()
    for rows in [3..<4, 0..<40, 5..<37] {
      pairs.score(left: left, right: right, rows: rows, first: first, on: instructions)
      for (index, row) in rows.enumerated() {
        let own = left[row * 32..<(row + 1) * 32]
        func dot(_ other: some Collection<Float>) -> Float {
          zip(own, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let expected =
          [dot(first)] + rows.map { dot(right[$0 * 32..<($0 + 1) * 32]) }
        let start = index * pairs.stride
        #expect(agree(pairs.scores[start..<start + rows.count + 1], expected))
      }
    }
  }

  @Test func `a distance adds what its row says of it, on its side`() {
    let steps = DistanceSteps(ends: [1, 3], reach: 10)
    #expect(steps.count == 6)
    var pairs = PairScores()
    let zeros = [Float](repeating: 0, count: 6 * 32)
    pairs.score(left: zeros, right: zeros, rows: 1..<6, first: Array(zeros[..<32]))
    pairs.add((0..<6 * 8).map { Float($0) }, stride: 8, rows: 1..<6, steps: steps)
    // Row 1 of five, whose numbers begin at 16: one to the left, itself, then 1, 2 and 3 to the right.
    #expect(pairs.scores[pairs.stride..<pairs.stride + 6] == [0, 19, 16, 16, 17, 17])
    // The last row: 4, 3, 2 and 1 to the left.
    let last = 4 * pairs.stride
    #expect(pairs.scores[last..<last + 6] == [0, 45, 44, 44, 43, 40])
  }

  @Test(arguments: Instructions.here)
  func `rows are weighted by a vector from elsewhere, the last one as it is`(
    instructions: Instructions
  ) {
    var numbers = Numbers(seed: 11)
    let (width, choices, stride) = (4, 21, 128)
    let input = numbers.list(2 * stride + 16)
    let weights = numbers.list(3 * width)
    var output = [Float](repeating: 0, count: 2 * WeightedRows.stride(choices))
    WeightedRows.sums(
      of: input, stride: stride, weights: weights, places: [2, 0], width: width, choices: choices,
      into: &output, on: instructions)
    for (item, place) in [2, 0].enumerated() {
      let expected = (0..<choices).map { choice in
        (0..<width).reduce(input[item * stride + width * choices + choice]) {
          $0 + input[item * stride + $1 * choices + choice] * weights[place * width + $1]
        }
      }
      let start = item * WeightedRows.stride(choices)
      #expect(agree(output[start..<start + choices], expected))
    }
  }
}
