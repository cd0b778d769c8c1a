internal import CSaysoKernels

/// A matrix of 8-bit numbers with a scale a column, and a bias: rows times the matrix, plus the
/// bias.
///
/// Rows are made whole numbers of 14 bits each time, so that nearly all that is lost is lost by the
/// weights. Sums are exact: every instruction set gives the same.
package struct QuantisedLayer: Sendable {
  /// Numbers of a row of the input; even, at most 2048.
  package let inputs: Int
  /// Numbers of a row of the output.
  package let outputs: Int
  private let matrix: [Int16]
  private let scales: [Float]
  private let bias: [Float]

  /// A layer from the signed bytes of a matrix, `inputs` rows of `outputs` numbers.
  package init(weights: ModelBytes, scales: [Float], bias: [Float], inputs: Int) {
    let outputs = bias.count
    precondition(weights.count == inputs * outputs && scales.count == outputs, "shapes fit")
    precondition(inputs % 16 == 0 && inputs <= 2048, "rows of whole registers, not too long")
    precondition(outputs % DenseLayer.panel == 0, "columns of whole panels")
    self.inputs = inputs
    self.outputs = outputs
    self.scales = scales
    self.bias = bias
    matrix = [Int16](unsafeUninitializedCapacity: weights.count) { buffer, count in
      weights.withBytes { bytes in
        if let weights = bytes.bindMemory(to: Int8.self).baseAddress,
          let packed = buffer.baseAddress
        {
          sayso_pack_integers(weights, inputs, outputs, packed)
        }
      }
      count = weights.count
    }
  }

  /// Quantises a matrix: each column by its greatest number.
  package static func quantised(
    _ weights: [Float], inputs: Int
  ) -> (weights: [UInt8], scales: [Float]) {
    let outputs = weights.count / inputs
    var tops = [Float](repeating: 0, count: outputs)
    for (at, weight) in weights.enumerated() {
      tops[at % outputs] = max(tops[at % outputs], abs(weight))
    }
    return (
      weights.enumerated().map { at, weight in
        let top = tops[at % outputs]
        return UInt8(
          bitPattern: top == 0 ? 0 : Int8(max(-127, min(127, (weight / top * 127).rounded()))))
      }, tops.map { $0 / 127 }
    )
  }

  /// Writes `count` output rows; the buffers grow as needed.
  package func apply(
    to rows: QuantisedRows, count: Int, into output: inout [Float],
    on instructions: Instructions = .best
  ) {
    precondition(rows.numbers.count >= count * inputs, "the input must be there")
    precondition(output.count >= count * outputs, "the output must fit")
    guard count > 0 else { return }
    sayso_integer_product(
      instructions.kernels, rows.numbers, rows.scales, matrix, scales, bias, &output, count,
      inputs, outputs)
  }
}

/// Rows as whole numbers with a scale each.
package struct QuantisedRows: Sendable {
  fileprivate(set) var numbers: [Int16] = []
  fileprivate(set) var scales: [Float] = []

  /// No rows yet; the buffers are kept from use to use.
  package init() {}

  /// Takes `count` rows of `width` numbers.
  package mutating func take(
    _ input: [Float], count: Int, width: Int, on instructions: Instructions = .best
  ) {
    precondition(width % 16 == 0 && input.count >= count * width, "the input must be there")
    if numbers.count < count * width {
      numbers = [Int16](repeating: 0, count: count * width)
    }
    if scales.count < count { scales = [Float](repeating: 0, count: count) }
    sayso_quantise(instructions.kernels, input, width, &numbers, &scales, count)
  }
}
