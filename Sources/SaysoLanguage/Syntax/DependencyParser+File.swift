package import SaysoLearning

extension DependencyParser {
  /// The section of the model file that may stay where it lies.
  package static let tableSection = "parser.table"

  /// Reads a parser from its model file; where the table was left in the file's bytes, `table`
  /// lends it.
  package init(_ model: ModelFile, table: ModelBytes? = nil) throws {
    func broken(_ problem: String) -> ModelError {
      ModelError(
        problem: problem, place: "parser",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    let shape = try model.floats("parser.shape")
    guard shape.count == 5, shape.allSatisfy({ $0 >= 0 && $0 < 1e6 }) else {
      throw broken("it has an impossible shape")
    }
    let (width, arcWidth, relationWidth) = (Int(shape[0]), Int(shape[1]), Int(shape[2]))
    let names = try model.strings("parser.relations")
    let relations = names.compactMap { Relation(treebank: $0) }
    let classes = try model.strings("parser.tags")
    let tags = classes.compactMap { UniversalTag(rawValue: $0) }
    guard relations.count == names.count, !names.isEmpty, tags.count == classes.count,
      !classes.isEmpty, Int(shape[3]) == ParserFeatures.count,
      [width, arcWidth, relationWidth].allSatisfy({ $0 > 0 && $0 % DenseLayer.panel == 0 })
    else { throw broken("it was made for other features or relations") }
    func dense(_ name: String, _ inputs: Int, _ outputs: Int, taps: Int = 1) throws -> DenseLayer {
      let weights = try model.floats("parser.\(name).weight")
      let bias = try model.floats("parser.\(name).bias")
      guard weights.count == taps * inputs * outputs, bias.count == outputs else {
        throw broken("the part '\(name)' has an impossible shape")
      }
      return DenseLayer(
        weights: weights, bias: bias, inputs: inputs, taps: taps, outputs: outputs)
    }
    func vector(_ name: String, _ count: Int) throws -> [Float] {
      let result = try model.floats("parser.\(name)")
      guard result.count == count else {
        throw broken("the part '\(name)' has an impossible shape")
      }
      return result
    }
    let numbers = try table ?? .owned(try model.section(DependencyParser.tableSection))
    let scales = try model.floats("parser.scales")
    guard numbers.count == scales.count * width, !scales.isEmpty else {
      throw broken("its table has an impossible shape")
    }
    let dilations = try model.floats("parser.dilations")
    guard !dilations.isEmpty, dilations.allSatisfy({ $0 >= 1 && $0 < 1e3 }) else {
      throw broken("its convolutions have impossible gaps")
    }
    let layers = try dilations.enumerated().map { number, dilation in
      WordEncoder.Layer(
        dilation: Int(dilation), dense: try dense("layer\(number)", width, width, taps: 3),
        addition: NormalisedAddition(
          gain: try vector("layer\(number).gain", width),
          shift: try vector("layer\(number).shift", width), epsilon: shape[4]))
    }
    let ends = try model.floats("parser.distances").map { Int($0) }
    guard ends.count < 127, ends == ends.sorted() else {
      throw broken("its distances do not ascend")
    }
    let steps = DistanceSteps(ends: ends, reach: DependencyParser.longest)
    self.init(
      features: ParserFeatures(
        rows: scales.count, clusters: try model.dictionary("parser.clusters")),
      encoder: WordEncoder(
        table: VectorTable(numbers: numbers, scales: scales, width: width), layers: layers),
      arcs: ArcScorer(
        dependent: try dense("arc.dependent", width, arcWidth),
        head: try dense("arc.head", width, arcWidth), root: try vector("arc.root", arcWidth),
        bilinear: try dense("arc.bilinear", arcWidth, arcWidth),
        distance: try dense("arc.distance", arcWidth, steps.count), steps: steps),
      relations: RelationScorer(
        dependent: try dense("label.dependent", width, relationWidth),
        head: try dense("label.head", width, relationWidth),
        root: try vector("label.root", relationWidth),
        bilinear: try dense(
          "label.bilinear", relationWidth, (relationWidth + 1) * relations.count),
        relations: relations),
      tags: TagScorer(layer: try dense("tag", width, tags.count), tags: tags))
  }
}
