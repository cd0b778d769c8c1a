extension TransformerEncoder {
  /// The section of the model file that may stay where it lies.
  package static let tableSection = "encoder.table"

  /// Reads an encoder from its model file; where the table was left in the file's bytes, `table`
  /// lends it.
  package init(_ model: ModelFile, table: ModelBytes? = nil) throws {
    func broken(_ problem: String) -> ModelError {
      ModelError(
        problem: problem, place: "encoder",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    let shape = try model.floats("encoder.shape")
    guard shape.count == 5, shape.allSatisfy({ $0 >= 1 && $0 < 1e6 }) else {
      throw broken("it has an impossible shape")
    }
    let (width, inner, layers) = (Int(shape[0]), Int(shape[1]), Int(shape[2]))
    let (pieces, longest) = (Int(shape[3]), Int(shape[4]))
    let panel = DenseLayer.panel
    guard width % panel == 0, inner % panel == 0, width <= 2048, inner <= 2048, layers <= 48 else {
      throw broken("it has an impossible shape")
    }
    func vector(_ name: String, _ count: Int) throws -> [Float] {
      let result = try model.floats("encoder." + name)
      guard result.count == count else {
        throw broken("the part '\(name)' has an impossible shape")
      }
      return result
    }
    func layer(_ name: String, _ inputs: Int, _ outputs: Int) throws -> QuantisedLayer {
      let weights = try model.section("encoder.\(name).weight")
      guard weights.count == inputs * outputs else {
        throw broken("the part '\(name)' has an impossible shape")
      }
      return QuantisedLayer(
        weights: .owned(weights), scales: try vector(name + ".scales", outputs),
        bias: try vector(name + ".bias", outputs),
        inputs: inputs)
    }
    func norm(_ name: String) throws -> Normalisation {
      Normalisation(
        gain: try vector(name + ".gain", width), shift: try vector(name + ".shift", width))
    }
    let numbers = try table ?? .owned(try model.section(TransformerEncoder.tableSection))
    let scales = try model.floats("encoder.scales")
    guard numbers.count == scales.count * width, scales.count > pieces + longest else {
      throw broken("its table has an impossible shape")
    }
    self.init(
      table: VectorTable(numbers: numbers, scales: scales, width: width), pieces: pieces,
      longest: longest, norm: try norm("norm"),
      blocks: try (0..<layers).map { number in
        Block(
          attention: try layer("\(number).attention", width, 3 * width),
          mix: try layer("\(number).mix", width, width), firstNorm: try norm("\(number).norm1"),
          up: try layer("\(number).up", width, inner),
          down: try layer("\(number).down", inner, width), secondNorm: try norm("\(number).norm2"))
      })
  }
}
