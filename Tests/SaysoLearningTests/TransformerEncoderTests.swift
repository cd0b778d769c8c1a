import Testing

@testable import SaysoLearning

/// A small encoder against its plain twin: the same arithmetic, one number after the other.
@Suite struct TransformerEncoderTests {
  private static let width = 64
  private static let inner = 96
  private static let pieces = 11
  private static let longest = 40
  private static let looks = 3

  /// A matrix with its bias, as the engine rounds it.
  private struct Plain {
    let weights: [UInt8]
    let scales: [Float]
    let bias: [Float]
    let inputs: Int

    init(_ numbers: inout Numbers, _ inputs: Int, _ outputs: Int) {
      (weights, scales) = QuantisedLayer.quantised(
        numbers.list(inputs * outputs).map { $0 * 0.3 }, inputs: inputs)
      bias = numbers.list(outputs)
      self.inputs = inputs
    }

    var layer: QuantisedLayer {
      QuantisedLayer(weights: .owned(weights), scales: scales, bias: bias, inputs: inputs)
    }

    func apply(_ row: [Double]) -> [Double] {
      bias.indices.map { column in
        row.indices.reduce(Double(bias[column])) {
          $0 + row[$1] * Double(Int8(bitPattern: weights[$1 * bias.count + column]))
            * Double(scales[column])
        }
      }
    }
  }

  private struct Norm {
    let gain: [Float]
    let shift: [Float]

    init(_ numbers: inout Numbers) {
      gain = numbers.list(width).map { 1 + 0.2 * $0 }
      shift = numbers.list(width)
    }

    func apply(_ row: [Double]) -> [Double] {
      let mean = row.reduce(0, +) / Double(row.count)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
      let scale = 1 / variance.squareRoot()
      return row.indices.map {
        (row[$0] - mean) * scale * Double(gain[$0]) + Double(shift[$0])
      }
    }

    var normalisation: TransformerEncoder.Normalisation { .init(gain: gain, shift: shift) }
  }

  private struct Net {
    let rows: [UInt8]
    let scales: [Float]
    let norm: Norm
    let attention, mix, up, down: Plain
    let first, second: Norm

    init(seed: UInt64) {
      var numbers = Numbers(seed: seed)
      (rows, scales) = VectorTable.quantised(
        numbers.list((pieces + longest + looks) * width), width: width)
      norm = Norm(&numbers)
      attention = Plain(&numbers, width, 3 * width)
      mix = Plain(&numbers, width, width)
      up = Plain(&numbers, width, inner)
      down = Plain(&numbers, inner, width)
      first = Norm(&numbers)
      second = Norm(&numbers)
    }

    var encoder: TransformerEncoder {
      TransformerEncoder(
        table: VectorTable(numbers: .owned(rows), scales: scales, width: width), pieces: pieces,
        longest: longest, norm: norm.normalisation,
        blocks: [
          .init(
            attention: attention.layer, mix: mix.layer, firstNorm: first.normalisation,
            up: up.layer, down: down.layer, secondNorm: second.normalisation)
        ])
    }

    func row(_ number: Int) -> [Double] {
      (0..<width).map {
        Double(Int8(bitPattern: rows[number * width + $0])) * Double(scales[number])
      }
    }

    func encode(_ ids: [UInt32], _ shown: [UInt8]) -> [[Double]] {
      var x = ids.indices.map { at in
        let parts = [
          row(Int(ids[at])), row(pieces + at), row(pieces + longest + Int(shown[at])),
        ]
        return norm.apply((0..<width).map { i in parts.reduce(0) { $0 + $1[i] } })
      }
      let wide = x.map { attention.apply($0) }
      let mixed = x.indices.map { at -> [Double] in
        (0..<width / 32).flatMap { head -> [Double] in
          let scores = x.indices.map { other in
            (0..<32).reduce(0.0) {
              $0 + wide[at][head * 32 + $1] * wide[other][width + head * 32 + $1]
            } / Double(32).squareRoot()
          }
          let powers = scores.map { Double(exponential(Float($0 - (scores.max() ?? 0)))) }
          let sum = powers.reduce(0, +)
          return (0..<32).map { i in
            x.indices.reduce(0.0) {
              $0 + powers[$1] / sum * wide[$1][2 * width + head * 32 + i]
            }
          }
        }
      }
      x = x.indices.map { at in
        first.apply(zip(x[at], mix.apply(mixed[at])).map { $0 + $1 })
      }
      return x.map { row in
        let hidden = up.apply(row).map { gaussian($0) }
        return second.apply(zip(row, down.apply(hidden)).map { $0 + $1 })
      }
    }

    /// x times the share of the normal distribution below x, by Simpson's rule.
    private func gaussian(_ x: Double) -> Double {
      let steps = 400
      let h = x / Double(steps)
      func density(_ t: Double) -> Double {
        Double(exponential(Float(-t * t / 2))) / (2 * Double.pi).squareRoot()
      }
      var sum = density(0) + density(x)
      for at in 1..<steps { sum += (at % 2 == 1 ? 4 : 2) * density(Double(at) * h) }
      return x * (0.5 + sum * h / 3)
    }
  }

  @Test(arguments: Instructions.here, [1, 2, 31, 32, 33, 40])
  func `an encoder gives what its plain twin gives, for every length`(
    instructions: Instructions, count: Int
  ) {
    let net = Net(seed: UInt64(count))
    let ids = (0..<count).map { UInt32($0 * 7 % TransformerEncoderTests.pieces) }
    let looks = (0..<count).map { UInt8($0 % TransformerEncoderTests.looks) }
    var buffers = TransformerEncoder.Buffers()
    net.encoder.encode(ids, looks: looks, into: &buffers, on: instructions)
    for (at, row) in net.encode(ids, looks).enumerated() {
      for (column, value) in row.enumerated() {
        let found = Double(buffers.vectors[at * TransformerEncoderTests.width + column])
        #expect(abs(found - value) < 0.01, "piece \(at), column \(column)")
      }
    }
  }

  @Test func `buffers of a longer window do not change a shorter one`() {
    let encoder = Net(seed: 9).encoder
    var fresh = TransformerEncoder.Buffers()
    encoder.encode([1, 2, 3], looks: [0, 1, 2], into: &fresh)
    var used = TransformerEncoder.Buffers()
    encoder.encode(
      [UInt32](repeating: 4, count: 40), looks: [UInt8](repeating: 1, count: 40), into: &used)
    encoder.encode([1, 2, 3], looks: [0, 1, 2], into: &used)
    let count = 3 * TransformerEncoderTests.width
    #expect(Array(used.vectors[..<count]) == Array(fresh.vectors[..<count]))
  }
}
