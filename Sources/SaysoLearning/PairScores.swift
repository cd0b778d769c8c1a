internal import CSaysoKernels

/// Scores of all pairs of two lists of vectors: their dot products.
package struct PairScores: Sendable {
  /// The scores: ``stride`` of them for each vector of the first list.
  package private(set) var scores: [Float] = []
  /// Scores of a row in memory.
  package private(set) var stride = 0
  private var packed: [Float] = []
  private var zeros: [Float] = []

  /// No scores yet; the buffers are kept from use to use.
  package init() {}

  fileprivate mutating func withScores(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
    scores.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Scores rows `rows` of `left` with the vector `first` and then with the same rows of `right`,
  /// both as wide as `first`.
  package mutating func score(
    left: [Float], right: [Float], rows: Range<Int>, first: [Float],
    on instructions: Instructions = .best
  ) {
    let width = first.count
    precondition(left.count >= rows.upperBound * width, "the left rows must be there")
    precondition(right.count >= rows.upperBound * width, "the right rows must be there")
    stride = DenseLayer.stride(rows.count + 1)
    if zeros.count < stride { zeros = [Float](repeating: 0, count: stride) }
    if packed.count < stride * width { packed = [Float](repeating: 0, count: stride * width) }
    if scores.count < rows.count * stride {
      scores = [Float](repeating: 0, count: rows.count * stride)
    }
    let start = rows.lowerBound * width
    right.withUnsafeBufferPointer { right in
      guard let right = right.baseAddress else { return }
      sayso_pack_columns(first, right + start, rows.count, width, &packed)
    }
    left.withUnsafeBufferPointer { left in
      guard let left = left.baseAddress else { return }
      sayso_product(
        instructions.kernels, left + start, nil, 1, width, packed, zeros, &scores, rows.count,
        stride)
    }
  }
}

/// Steps of distance that a score may depend on: near ones each by itself, farther ones together,
/// to the left apart from those to the right.
package struct DistanceSteps: Sendable {
  /// Number of steps.
  package let count: Int
  /// The greatest distance that may be asked for.
  package let reach: Int
  /// The step of each distance from `-reach` to `reach`.
  fileprivate let steps: [UInt8]

  /// Steps that end at the distances given, ascending, and one for what is beyond: first those to
  /// the right, then those to the left.
  package init(ends: [Int], reach: Int) {
    precondition(ends.count < 127 && ends == ends.sorted(), "ascending, and few")
    count = 2 * (ends.count + 1)
    self.reach = reach
    steps = (-reach...reach).map { distance in
      let step = ends.firstIndex { $0 >= abs(distance) } ?? ends.count
      return UInt8(distance < 0 ? step + ends.count + 1 : step)
    }
  }
}

extension PairScores {
  /// Adds to each score of the last rows, but for those of `first`, what the row says of the
  /// distance: `near` has `nearStride` numbers for each row, one for each step.
  package mutating func add(
    _ near: [Float], stride nearStride: Int, rows: Range<Int>, steps: DistanceSteps
  ) {
    precondition(nearStride >= steps.count, "a number for each step")
    precondition(near.count >= rows.upperBound * nearStride, "numbers for each row")
    precondition(rows.count <= steps.reach, "no distance is beyond reach")
    let stride = stride
    withScores { scores in
      near.withUnsafeBufferPointer { near in
        steps.steps.withUnsafeBufferPointer { table in
          for row in 0..<rows.count {
            let own = (rows.lowerBound + row) * nearStride
            let here = steps.reach - row
            for other in 0..<rows.count {
              scores[row &* stride &+ other &+ 1] += near[own &+ Int(table[here &+ other])]
            }
          }
        }
      }
    }
  }
}

/// Sums of rows that each item brings along, weighted by a vector from elsewhere: a bilinear form
/// whose first half is done.
package enum WeightedRows {
  /// Numbers of an output row in memory.
  package static func stride(_ choices: Int) -> Int { (choices + 15) / 16 * 16 }

  /// Writes for each item `choices` numbers: row `h` of its `width + 1` rows times number `h` of
  /// row `places[item]` of `weights`, and its last row as it is.
  ///
  /// The input has 16 numbers to spare at its end.
  package static func sums(
    of input: [Float], stride: Int, weights: [Float], places: [Int32], width: Int, choices: Int,
    into output: inout [Float], on instructions: Instructions = .best
  ) {
    precondition(stride >= (width + 1) * choices, "an item has its rows")
    precondition(input.count >= places.count * stride + 16, "the input must be there")
    precondition(
      output.count >= places.count * WeightedRows.stride(choices), "the output must fit")
    for place in places {
      precondition(place >= 0 && Int(place) < weights.count / width, "a place lies in the weights")
    }
    sayso_weighted_rows(
      instructions.kernels, input, stride, weights, places, width, choices, &output, places.count)
  }
}
