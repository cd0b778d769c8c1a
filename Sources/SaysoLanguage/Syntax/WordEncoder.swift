package import SaysoLearning

/// Turns the features of words into vectors that know of the words around them: the features'
/// vectors added up, then residual convolutions of three words, some of them with gaps (Yu and
/// Koltun, "Multi-Scale Context Aggregation by Dilated Convolutions", 2016).
package struct WordEncoder: Sendable {
  /// One convolution: the words at `-dilation`, 0 and `+dilation`.
  package struct Layer: Sendable {
    /// How far the outer words of the window are.
    let dilation: Int
    let dense: DenseLayer
    let addition: NormalisedAddition

    /// A convolution from its parts.
    package init(dilation: Int, dense: DenseLayer, addition: NormalisedAddition) {
      self.dilation = dilation
      self.dense = dense
      self.addition = addition
    }
  }

  /// Numbers of a vector.
  let width: Int
  private let table: VectorTable
  private let layers: [Layer]

  /// An encoder from its parts.
  package init(table: VectorTable, layers: [Layer]) {
    width = table.width
    precondition(
      layers.allSatisfy { $0.dense.inputs == table.width && $0.dense.stride == table.width },
      "a convolution keeps the width")
    self.table = table
    self.layers = layers
  }

  /// The vectors of a batch of words, from the second row of `vectors` on; the first one is zero
  /// and stands for what is outside a sentence.
  ///
  /// `features` holds the rows of each word, `sentences` their words.
  func encode(
    _ features: [UInt32], each: Int, sentences: [Range<Int>], into buffers: inout ParserBuffers
  ) {
    let count = features.count / each
    ParserBuffers.grow(&buffers.vectors, (count + 1) * width)
    ParserBuffers.grow(&buffers.sums, count * width)
    for at in 0..<width { buffers.vectors[at] = 0 }
    table.sums(features, each: each, into: &buffers.vectors, from: width)
    var laidOut = 0
    for layer in layers {
      if layer.dilation != laidOut {
        WordEncoder.windows(sentences, count, layer.dilation, &buffers.places)
        laidOut = layer.dilation
      }
      layer.dense.apply(
        to: buffers.vectors, places: buffers.places, count: count, into: &buffers.sums)
      layer.addition.apply(
        to: buffers.sums, stride: width, count: count, into: &buffers.vectors, from: width)
    }
  }

  /// The rows of each word's window: words count from 1, 0 is outside the sentence.
  private static func windows(
    _ sentences: [Range<Int>], _ count: Int, _ dilation: Int, _ places: inout [Int32]
  ) {
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(count * 3)
    for sentence in sentences {
      for word in sentence {
        let before = word - dilation
        let after = word + dilation
        places.append(before >= sentence.lowerBound ? Int32(before + 1) : 0)
        places.append(Int32(word + 1))
        places.append(after < sentence.upperBound ? Int32(after + 1) : 0)
      }
    }
  }
}
