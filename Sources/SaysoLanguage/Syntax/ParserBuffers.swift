internal import SaysoLearning

/// The parser's buffers, used again for batch after batch.
struct ParserBuffers {
  var vectors: [Float] = []
  var sums: [Float] = []
  var places: [Int32] = []
  var dependents: [Float] = []
  var distances: [Float] = []
  var heads: [Float] = []
  var products: [Float] = []
  var pairs = PairScores()
  var choices: [Float] = []

  /// Makes a buffer at least so long.
  static func grow(_ buffer: inout [Float], _ count: Int) {
    if buffer.count < count { buffer += [Float](repeating: 0, count: count - buffer.count) }
  }

  /// The rows of the words in `vectors`; with the row before them where `withFirst` is true.
  mutating func fillWordPlaces(_ count: Int, withFirst: Bool = false) {
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: (withFirst ? 0 : 1)...Int32(count))
  }
}
