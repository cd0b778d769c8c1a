import Testing

@testable import SaysoLearning

@Suite struct HashedTableTests {
  /// Adds up weights one by one.
  private func slowScores(_ table: HashedTable, _ features: FeatureRows) -> [Float] {
    (0..<features.count).flatMap { item in
      (0..<table.stride).map { column in
        features.range(item).reduce(Float(0)) { sum, at in
          sum + Float(table.weights[Int(features.rows[at]) * table.stride + column])
        } * table.scale
      }
    }
  }

  @Test(arguments: [3, 8, 9, 16, 17, 24])
  func `scores are the sums of rows, whatever the number of columns`(columns: Int) {
    var state: UInt64 = 7
    let stride = (columns + 7) / 8 * 8
    let weights = (0..<stride << 5).map { _ in
      state = FeatureHash.finish(state &+ 1)
      return Int8(truncatingIfNeeded: state)
    }
    let table = HashedTable(bits: 5, columns: columns, scale: 0.5, weights: weights)
    var features = FeatureRows(bits: 5)
    for item in 0..<20 {
      for feature in 0..<item {
        features.add(FeatureHash.combine(UInt64(item), UInt64(feature)))
      }
      features.endItem()
    }
    #expect(table.scores(features) == slowScores(table, features))
  }
}
