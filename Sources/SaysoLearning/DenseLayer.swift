internal import CSaysoKernels

/// The instruction set that the kernels run on.
package enum Instructions: Int32, Sendable, CaseIterable {
  /// What every machine of the kind has.
  case basic = 0
  /// AVX2 with fused multiply-add.
  case avx2 = 1
  /// AVX-512.
  case avx512 = 2

  /// The widest that this machine has.
  package static let best = Instructions(rawValue: sayso_instructions().rawValue) ?? .basic

  var kernels: SaysoInstructions { SaysoInstructions(rawValue: rawValue) }
}

/// A matrix and a bias: each item's numbers times the matrix, plus the bias.
///
/// The input of an item may be several rows of numbers, one for each tap, taken from anywhere: a
/// convolution is a layer with a tap for each place of its window.
package struct DenseLayer: Sendable {
  /// Numbers of one tap of the input.
  package let inputs: Int
  /// Rows of the input that an item takes.
  package let taps: Int
  /// Numbers of the output.
  package let outputs: Int
  /// Numbers of an output row in memory: `outputs` and zeros up to a whole panel.
  package let stride: Int
  private let matrix: [Float]
  private let bias: [Float]

  /// Columns of a panel: the matrix and the output come in whole ones.
  package static let panel = Int(SAYSO_PANEL)

  /// A layer from a row-major matrix, `taps * inputs` rows of `outputs` numbers.
  package init(weights: [Float], bias: [Float], inputs: Int, taps: Int = 1, outputs: Int) {
    precondition(weights.count == taps * inputs * outputs, "a weight for each input and output")
    precondition(bias.count == outputs, "a bias for each output")
    self.inputs = inputs
    self.taps = taps
    self.outputs = outputs
    stride = DenseLayer.stride(outputs)
    matrix = DenseLayer.packed(weights, rows: taps * inputs, columns: outputs)
    self.bias = bias + [Float](repeating: 0, count: stride - outputs)
  }

  /// A number of columns rounded up to whole panels.
  package static func stride(_ columns: Int) -> Int { (columns + panel - 1) / panel * panel }

  /// Panels of columns, the rows of each one after the other.
  private static func packed(_ weights: [Float], rows: Int, columns: Int) -> [Float] {
    var result = [Float](repeating: 0, count: rows * stride(columns))
    for row in 0..<rows {
      for column in 0..<columns {
        let start = column / panel * panel * rows
        result[start + row * panel + column % panel] = weights[row * columns + column]
      }
    }
    return result
  }

  /// Writes `count` output rows, each `stride` long.
  ///
  /// Item `i` takes rows `places[i * taps..<(i + 1) * taps]` of the input, or without places row
  /// `i` (one tap).
  package func apply(
    to input: [Float], places: [Int32]? = nil, count: Int, into output: inout [Float],
    on instructions: Instructions = .best
  ) {
    guard count > 0 else { return }
    precondition(output.count >= count * stride, "the output must fit")
    if let places {
      precondition(places.count >= count * taps, "a place for each tap")
      let rows = input.count / inputs
      for place in places { precondition(place >= 0 && place < rows, "a place lies in the input") }
      sayso_product(
        instructions.kernels, input, places, taps, inputs, matrix, bias, &output, count, stride)
    } else {
      precondition(taps == 1 && input.count >= count * inputs, "the input must be there")
      sayso_product(
        instructions.kernels, input, nil, taps, inputs, matrix, bias, &output, count, stride)
    }
  }
}

/// Layer normalisation (Ba, Kiros and Hinton, 2016), then the positive part, added to what was
/// there: the second half of a residual layer.
package struct NormalisedAddition: Sendable {
  private let gain: [Float]
  private let shift: [Float]
  private let epsilon: Float

  /// A normalisation with a gain and a shift for each number.
  package init(gain: [Float], shift: [Float], epsilon: Float) {
    precondition(gain.count == shift.count && gain.count % 16 == 0, "rows of whole registers")
    self.gain = gain
    self.shift = shift
    self.epsilon = epsilon
  }

  /// Adds to `count` rows of the output, behind its first `start` numbers, what it makes of those
  /// of the input, which are `stride` apart.
  package func apply(
    to input: [Float], stride: Int, count: Int, into output: inout [Float], from start: Int,
    on instructions: Instructions = .best
  ) {
    let width = gain.count
    precondition(input.count >= count * stride && stride >= width, "the input must be there")
    precondition(output.count >= start + count * width, "the output must fit")
    output.withUnsafeMutableBufferPointer { output in
      guard let output = output.baseAddress else { return }
      sayso_add_normal(
        instructions.kernels, input, stride, gain, shift, epsilon, output + start, count, width)
    }
  }
}

/// Sets the first `count` numbers to their positive parts.
package func rectify(
  _ numbers: inout [Float], count: Int, on instructions: Instructions = .best
) {
  precondition(numbers.count >= count, "the numbers must be there")
  sayso_rectify(instructions.kernels, &numbers, count)
}
