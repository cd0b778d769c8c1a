package import SaysoLearning

/// The universal tag of each word, by a linear layer over the parser's vectors.
package struct TagScorer: Sendable {
  private let layer: DenseLayer
  private let tags: [UniversalTag]

  /// A scorer; the layer has a number for each tag.
  package init(layer: DenseLayer, tags: [UniversalTag]) {
    precondition(layer.outputs == tags.count, "a score for each tag")
    self.layer = layer
    self.tags = tags
  }

  /// Calls `body` with the tag of each word of an encoded batch.
  func tags(
    count: Int, into buffers: inout ParserBuffers, body: (Int, UniversalTag) -> Void
  ) {
    ParserBuffers.grow(&buffers.sums, count * layer.stride)
    buffers.fillWordPlaces(count)
    layer.apply(to: buffers.vectors, places: buffers.places, count: count, into: &buffers.sums)
    for word in 0..<count {
      var best = 0
      let row = word * layer.stride
      for tag in tags.indices where buffers.sums[row + tag] > buffers.sums[row + best] {
        best = tag
      }
      body(word, tags[best])
    }
  }
}
