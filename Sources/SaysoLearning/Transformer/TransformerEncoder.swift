internal import CSaysoKernels

/// A small BERT (Devlin et al., 2019) with quantised layers: a vector for each word piece of a
/// window, which knows of all pieces of the window.
package struct TransformerEncoder: Sendable {
  /// One layer: attention, then two products with a Gaussian unit between, each added to what it
  /// came from and normalised.
  package struct Block: Sendable {
    let attention: QuantisedLayer
    let mix: QuantisedLayer
    let firstNorm: Normalisation
    let up: QuantisedLayer
    let down: QuantisedLayer
    let secondNorm: Normalisation

    /// A layer from its parts; `attention` gives queries, keys and values beside each other.
    package init(
      attention: QuantisedLayer, mix: QuantisedLayer, firstNorm: Normalisation,
      up: QuantisedLayer, down: QuantisedLayer, secondNorm: Normalisation
    ) {
      self.attention = attention
      self.mix = mix
      self.firstNorm = firstNorm
      self.up = up
      self.down = down
      self.secondNorm = secondNorm
    }
  }

  /// Layer normalisation (Ba, Kiros and Hinton, 2016).
  package struct Normalisation: Sendable {
    let gain: [Float]
    let shift: [Float]

    /// A normalisation with a gain and a shift for each number.
    package init(gain: [Float], shift: [Float]) {
      precondition(gain.count == shift.count && gain.count % 16 == 0, "rows of whole registers")
      self.gain = gain
      self.shift = shift
    }
  }

  /// Numbers of a vector.
  package let width: Int
  /// The most pieces of a window.
  package let longest: Int
  /// Rows of the table: word pieces, then places in the window, then looks.
  private let table: VectorTable
  private let pieces: Int
  private let norm: Normalisation
  private let blocks: [Block]

  /// BERT's epsilon.
  private static let epsilon: Float = 1e-12

  /// An encoder from its parts; `table` holds a row for each of `pieces` word pieces, one for each
  /// of `longest` places, and one for each look.
  package init(
    table: VectorTable, pieces: Int, longest: Int, norm: Normalisation, blocks: [Block]
  ) {
    width = table.width
    precondition(
      blocks.allSatisfy {
        $0.attention.inputs == table.width && $0.attention.outputs == 3 * table.width
          && $0.mix.inputs == table.width && $0.mix.outputs == table.width
          && $0.up.inputs == table.width && $0.down.inputs == $0.up.outputs
          && $0.down.outputs == table.width
      }, "layers fit each other")
    precondition(table.width % DenseLayer.panel == 0, "heads of whole panels")
    self.table = table
    self.pieces = pieces
    self.longest = longest
    self.norm = norm
    self.blocks = blocks
  }

  /// The looks that the table has rows for.
  package var looks: Int { table.rows - pieces - longest }

  /// What an encoder works with; kept from window to window.
  package struct Buffers: Sendable {
    /// The vectors of the last window, one after the other.
    package fileprivate(set) var vectors: [Float] = []
    fileprivate var rows = QuantisedRows()
    fileprivate var features: [UInt32] = []
    fileprivate var wide: [Float] = []
    fileprivate var narrow: [Float] = []
    fileprivate var scratch: [Float] = []

    /// No room yet.
    package init() {}
  }

  /// Reads a window into `buffers.vectors`: word pieces with their looks, at most ``longest``.
  package func encode(
    _ ids: [UInt32], looks: [UInt8], into buffers: inout Buffers,
    on instructions: Instructions = .best
  ) {
    let count = ids.count
    precondition(count <= longest && looks.count == count, "a window with its looks")
    guard count > 0 else { return }
    let kernels = instructions.kernels
    buffers.features.removeAll(keepingCapacity: true)
    for at in 0..<count {
      precondition(Int(ids[at]) < pieces && Int(looks[at]) < self.looks, "a row of its kind")
      buffers.features.append(ids[at])
      buffers.features.append(UInt32(pieces + at))
      buffers.features.append(UInt32(pieces + longest) + UInt32(looks[at]))
    }
    let inner = blocks.map { max($0.attention.outputs, $0.up.outputs) }.max() ?? width
    Buffers.grow(&buffers.vectors, count * width)
    Buffers.grow(&buffers.narrow, count * width)
    Buffers.grow(&buffers.wide, count * inner)
    Buffers.grow(&buffers.scratch, sayso_attention_scratch(count))
    table.sums(buffers.features, each: 3, into: &buffers.vectors, on: instructions)
    sayso_add_then_normalise(
      kernels, &buffers.vectors, nil, norm.gain, norm.shift, TransformerEncoder.epsilon, count,
      width)
    for block in blocks {
      buffers.rows.take(buffers.vectors, count: count, width: width, on: instructions)
      block.attention.apply(
        to: buffers.rows, count: count, into: &buffers.wide, on: instructions)
      sayso_attention(
        kernels, buffers.wide, width / DenseLayer.panel, count, &buffers.narrow,
        &buffers.scratch)
      buffers.rows.take(buffers.narrow, count: count, width: width, on: instructions)
      block.mix.apply(to: buffers.rows, count: count, into: &buffers.narrow, on: instructions)
      sayso_add_then_normalise(
        kernels, &buffers.vectors, buffers.narrow, block.firstNorm.gain, block.firstNorm.shift,
        TransformerEncoder.epsilon, count, width)
      buffers.rows.take(buffers.vectors, count: count, width: width, on: instructions)
      block.up.apply(to: buffers.rows, count: count, into: &buffers.wide, on: instructions)
      sayso_gelu(kernels, &buffers.wide, count * block.up.outputs)
      buffers.rows.take(
        buffers.wide, count: count, width: block.up.outputs, on: instructions)
      block.down.apply(to: buffers.rows, count: count, into: &buffers.narrow, on: instructions)
      sayso_add_then_normalise(
        kernels, &buffers.vectors, buffers.narrow, block.secondNorm.gain, block.secondNorm.shift,
        TransformerEncoder.epsilon, count, width)
    }
  }
}

extension TransformerEncoder.Buffers {
  fileprivate static func grow(_ numbers: inout [Float], _ count: Int) {
    if numbers.count < count { numbers = [Float](repeating: 0, count: count) }
  }
}
