/// Weights of a linear model: a row of 8-bit integers per hashed feature, a column per label, one
/// scale for all.
///
/// Rows are padded to a multiple of eight columns, so that they can be added eight at a time.
package struct HashedTable: Sendable, Equatable {
  /// Base-two logarithm of the row count.
  package let bits: Int
  /// Number of labels.
  package let columns: Int
  /// Columns in memory: `columns` rounded up to a multiple of eight.
  package let stride: Int
  /// What one unit of a weight is worth.
  package let scale: Float
  /// Row-major weights, `(1 << bits) * stride`.
  package let weights: [Int8]

  /// A table from quantised weights.
  package init(bits: Int, columns: Int, scale: Float, weights: [Int8]) {
    self.bits = bits
    self.columns = columns
    self.stride = (columns + 7) / 8 * 8
    self.scale = scale
    self.weights = weights
    precondition(weights.count == stride << bits, "a table has a weight for each row and column")
  }

  /// Quantises trained weights, row-major with `columns` columns, to 8 bits.
  ///
  /// The scale is set by the 99.99th percentile of the weights' sizes that are not zero; the few
  /// beyond are clipped.
  package init(quantising trained: [Float], bits: Int, columns: Int) {
    precondition(trained.count == columns << bits, "a weight for each row and column")
    let sizes = trained.lazy.map(abs).filter { $0 > 0 }.sorted()
    let top = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9999 / 10000)]
    let scale = top / 127
    let stride = (columns + 7) / 8 * 8
    var weights = [Int8](repeating: 0, count: stride << bits)
    for row in 0..<(1 << bits) {
      for column in 0..<columns {
        let value = (trained[row * columns + column] / scale).rounded()
        weights[row * stride + column] = Int8(max(-127, min(127, value)))
      }
    }
    self.init(bits: bits, columns: columns, scale: scale, weights: weights)
  }

  /// Adds up the rows of every item: scores row-major, `features.count * stride`.
  package func scores(_ features: FeatureRows) -> [Float] {
    precondition(features.bits == bits, "features must be hashed for this table")
    var result = [Float](repeating: 0, count: features.count * stride)
    if stride == 8 {
      scoreNarrow(features, into: &result)
    } else if stride == 16 {
      scoreMiddle(features, into: &result)
    } else {
      scoreWide(features, into: &result)
    }
    return result
  }

  /// Eight columns: one register an item.
  private func scoreNarrow(_ features: FeatureRows, into result: inout [Float]) {
    weights.withUnsafeBytes { weights in
      features.rows.withUnsafeBufferPointer { rows in
        for item in 0..<features.count {
          var sum = SIMD8<Int16>(repeating: 0)
          for at in features.range(item) {
            let row = weights.loadUnaligned(
              fromByteOffset: Int(rows[at]) &* 8, as: SIMD8<Int8>.self)
            sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
          }
          for column in 0..<8 { result[item * 8 + column] = Float(sum[column]) * scale }
        }
      }
    }
  }

  /// Sixteen columns: two registers an item.
  private func scoreMiddle(_ features: FeatureRows, into result: inout [Float]) {
    weights.withUnsafeBytes { weights in
      features.rows.withUnsafeBufferPointer { rows in
        result.withUnsafeMutableBufferPointer { result in
          for item in 0..<features.count {
            var sum = SIMD16<Int16>(repeating: 0)
            for at in features.range(item) {
              let row = weights.loadUnaligned(
                fromByteOffset: Int(rows[at]) &* 16, as: SIMD16<Int8>.self)
              sum &+= SIMD16<Int16>(truncatingIfNeeded: row)
            }
            for column in 0..<16 { result[item &* 16 &+ column] = Float(sum[column]) * scale }
          }
        }
      }
    }
  }

  private func scoreWide(_ features: FeatureRows, into result: inout [Float]) {
    let blocks = stride / 8
    var sums = [SIMD8<Int16>](repeating: SIMD8(repeating: 0), count: blocks)
    weights.withUnsafeBytes { weights in
      features.rows.withUnsafeBufferPointer { rows in
        for item in 0..<features.count {
          for block in 0..<blocks { sums[block] = SIMD8(repeating: 0) }
          for at in features.range(item) {
            let base = Int(rows[at]) &* stride
            for block in 0..<blocks {
              let row = weights.loadUnaligned(
                fromByteOffset: base &+ block &* 8, as: SIMD8<Int8>.self)
              sums[block] &+= SIMD8<Int16>(truncatingIfNeeded: row)
            }
          }
          for block in 0..<blocks {
            for column in 0..<8 {
              result[item * stride + block * 8 + column] = Float(sums[block][column]) * scale
            }
          }
        }
      }
    }
  }
}
