package import SaysoLearning

/// Names the relation of each word to its head: a bilinear form for each relation.
package struct RelationScorer: Sendable {
  private let dependent: DenseLayer
  private let head: DenseLayer
  private let root: [Float]
  private let bilinear: DenseLayer
  private let relations: [Relation]

  /// A scorer: two layers with their positive parts, the root as a head, and the bilinear forms:
  /// from a dependent to a row of scores for each number of a head, and one row that does not ask
  /// the head.
  package init(
    dependent: DenseLayer, head: DenseLayer, root: [Float], bilinear: DenseLayer,
    relations: [Relation]
  ) {
    precondition(
      [dependent.stride, head.stride, bilinear.inputs].allSatisfy { $0 == root.count },
      "dependents and heads are of one width")
    precondition(
      bilinear.outputs == (root.count + 1) * relations.count, "a score for each relation")
    self.dependent = dependent
    self.head = head
    self.root = root
    self.bilinear = bilinear
    self.relations = relations
  }

  /// Words that are scored at a time, so that the products stay in the processor's cache.
  private static let chunk = 48

  /// The relation of each word of an encoded batch to its head, which is given by its place in the
  /// batch from 1 on, 0 for the root.
  func relations(
    heads places: [Int32], into buffers: inout ParserBuffers, body: (Int, Relation) -> Void
  ) {
    let count = places.count
    let width = root.count
    let stride = WeightedRows.stride(relations.count)
    ParserBuffers.grow(&buffers.dependents, (count + 1) * width)
    ParserBuffers.grow(&buffers.heads, (count + 1) * width)
    ParserBuffers.grow(&buffers.products, RelationScorer.chunk * bilinear.stride + 16)
    ParserBuffers.grow(&buffers.choices, RelationScorer.chunk * stride)
    // The root takes the place of the row that is outside all sentences.
    buffers.fillWordPlaces(count, withFirst: true)
    head.apply(to: buffers.vectors, places: buffers.places, count: count + 1, into: &buffers.heads)
    rectify(&buffers.heads, count: (count + 1) * width)
    for at in 0..<width { buffers.heads[at] = root[at] }
    dependent.apply(
      to: buffers.vectors, places: buffers.places, count: count + 1, into: &buffers.dependents)
    rectify(&buffers.dependents, count: (count + 1) * width)
    for start in Swift.stride(from: 0, to: count, by: RelationScorer.chunk) {
      let words = start..<min(count, start + RelationScorer.chunk)
      bilinear.apply(
        to: buffers.dependents, places: words.map { Int32($0 + 1) }, count: words.count,
        into: &buffers.products)
      WeightedRows.sums(
        of: buffers.products, stride: bilinear.stride, weights: buffers.heads,
        places: Array(places[words]), width: width, choices: relations.count,
        into: &buffers.choices)
      for word in words {
        let row = (word - start) * stride
        var best = 0
        for choice in relations.indices
        where buffers.choices[row + choice] > buffers.choices[row + best] { best = choice }
        body(word, relations[best])
      }
    }
  }
}
