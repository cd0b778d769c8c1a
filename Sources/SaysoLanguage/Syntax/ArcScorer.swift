package import SaysoLearning

/// Scores every word as the head of every other one: a bilinear form of what a word is as a
/// dependent and what it is as a head (Dozat and Manning, "Deep Biaffine Attention for Neural
/// Dependency Parsing", 2017), and what the dependent says of how far its head is and on which
/// side.
package struct ArcScorer: Sendable {
  private let dependent: DenseLayer
  private let head: DenseLayer
  private let root: [Float]
  private let bilinear: DenseLayer
  private let distance: DenseLayer
  private let steps: DistanceSteps

  /// A scorer: two layers with their positive parts, the root as a head, the bilinear form, whose
  /// bias says what a head is worth by itself, and a score for each step of distance.
  package init(
    dependent: DenseLayer, head: DenseLayer, root: [Float], bilinear: DenseLayer,
    distance: DenseLayer, steps: DistanceSteps
  ) {
    precondition(
      [dependent.stride, head.stride, bilinear.inputs, bilinear.stride, distance.inputs]
        .allSatisfy { $0 == root.count }, "dependents and heads are of one width")
    precondition(distance.outputs == steps.count, "a score for each step")
    self.dependent = dependent
    self.head = head
    self.root = root
    self.bilinear = bilinear
    self.distance = distance
    self.steps = steps
  }

  /// Calls `body` for each sentence of an encoded batch with the scores of its arcs: `scores[word *
  /// stride + head]`, words from 0, heads from 1, the root 0.
  func score(
    _ sentences: [Range<Int>], into buffers: inout ParserBuffers,
    body: (Range<Int>, _ scores: [Float], _ stride: Int) -> Void
  ) {
    guard let count = sentences.last?.upperBound else { return }
    let width = root.count
    ParserBuffers.grow(&buffers.sums, count * width)
    ParserBuffers.grow(&buffers.dependents, count * width)
    ParserBuffers.grow(&buffers.heads, count * width)
    buffers.fillWordPlaces(count)
    dependent.apply(
      to: buffers.vectors, places: buffers.places, count: count, into: &buffers.sums)
    rectify(&buffers.sums, count: count * width)
    ParserBuffers.grow(&buffers.distances, count * distance.stride)
    bilinear.apply(to: buffers.sums, count: count, into: &buffers.dependents)
    distance.apply(to: buffers.sums, count: count, into: &buffers.distances)
    head.apply(to: buffers.vectors, places: buffers.places, count: count, into: &buffers.heads)
    rectify(&buffers.heads, count: count * width)
    for sentence in sentences {
      buffers.pairs.score(
        left: buffers.dependents, right: buffers.heads, rows: sentence, first: root)
      buffers.pairs.add(
        buffers.distances, stride: distance.stride, rows: sentence, steps: steps)
      body(sentence, buffers.pairs.scores, buffers.pairs.stride)
    }
  }
}
