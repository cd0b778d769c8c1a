internal import CSaysoKernels

/// Bytes of a model: owned, or used where they lie in the program.
package enum ModelBytes: Sendable {
  /// Bytes of its own.
  case owned([UInt8])
  /// A part of bytes that stay where they are as long as the program runs.
  case embedded(at: @Sendable () -> UnsafeRawBufferPointer, part: Range<Int>)

  /// Number of bytes.
  package var count: Int {
    switch self {
    case .owned(let bytes): bytes.count
    case .embedded(_, let part): part.count
    }
  }

  /// Lends the bytes.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch self {
    case .owned(let bytes): bytes.withUnsafeBytes(body)
    case .embedded(let place, let part): body(UnsafeRawBufferPointer(rebasing: place()[part]))
    }
  }
}

/// A vector for each hashed feature, of 8-bit numbers with a scale a row: an item's features are
/// added up.
package struct VectorTable: Sendable {
  /// Number of rows.
  package let rows: Int
  /// Numbers of a row, a multiple of 16.
  package let width: Int
  /// What one unit of each row is worth.
  package let scales: [Float]
  private let numbers: ModelBytes

  /// A table over signed bytes, row-major.
  package init(numbers: ModelBytes, scales: [Float], width: Int) {
    precondition(width % 16 == 0, "rows of whole registers")
    precondition(numbers.count == scales.count * width, "a number for each row and column")
    self.numbers = numbers
    self.scales = scales
    self.width = width
    rows = scales.count
  }

  /// Quantises a row-major table: each row by its greatest number.
  package static func quantised(
    _ table: [Float], width: Int
  ) -> (numbers: [UInt8], scales: [Float]) {
    var numbers: [UInt8] = []
    numbers.reserveCapacity(table.count)
    var scales: [Float] = []
    for start in stride(from: 0, to: table.count, by: width) {
      let row = table[start..<start + width]
      let top = row.reduce(0) { max($0, abs($1)) }
      scales.append(top / 127)
      numbers += row.map {
        UInt8(bitPattern: top == 0 ? 0 : Int8(max(-127, min(127, ($0 / top * 127).rounded()))))
      }
    }
    return (numbers, scales)
  }

  /// Writes the sum of each item's rows, `features` of them an item, behind the first `start`
  /// numbers of the output.
  package func sums(
    _ features: [UInt32], each: Int, into output: inout [Float], from start: Int = 0,
    on instructions: Instructions = .best
  ) {
    let count = features.count / each
    guard count > 0 else { return }
    for row in features { precondition(row < rows, "a row lies in the table") }
    precondition(output.count >= start + count * width, "the output must fit")
    numbers.withBytes { numbers in
      output.withUnsafeMutableBufferPointer { output in
        guard let table = numbers.bindMemory(to: Int8.self).baseAddress,
          let output = output.baseAddress
        else { return }
        sayso_table_sums(
          instructions.kernels, table, scales, features, each, width, output + start, count)
      }
    }
  }
}
