internal import Foundation
internal import SaysoEvaluation
internal import SaysoLanguage
package import SaysoLearning

/// The weights of a parser as the trainer in Python leaves them: a folder with `manifest.json` and
/// `weights.f32` (little-endian singles, matrices row-major, inputs by outputs).
package struct ParserWeights {
  private struct Manifest: Decodable {
    var D: Int
    var R: Int
    var F: Int
    var dilations: [Int]
    var norm_epsilon: Float
    var distance_ends: [Int]
    var relations: [String]
    var upos: [String]
  }

  private let manifest: Manifest
  private let tensors: TensorFolder

  /// Reads a folder.
  package init(folder: String) throws {
    let bytes = try CorpusFile.bytes("manifest.json", in: folder)
    manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    tensors = try TensorFolder(folder)
    guard manifest.F == ParserFeatures.count else {
      throw ModelError(
        problem: "it was trained on \(manifest.F) features of a word", place: folder,
        remedy: "write the features again with sayso-train parser-features and train on them")
    }
  }

  /// The model file: the table in 8 bits with a scale a row, all else as it is.
  package func model(clusters: HashDictionary) throws -> ModelFile {
    var model = ModelFile()
    let width = manifest.D
    let arcWidth = try tensor("arc.linear", [nil]).shape[0]
    let relationWidth = try tensor("label.root", [nil]).shape[0]
    model.set(
      "parser.shape",
      floats: [
        Float(width), Float(arcWidth), Float(relationWidth), Float(manifest.F),
        manifest.norm_epsilon,
      ])
    model.set("parser.dilations", floats: manifest.dilations.map { Float($0) })
    model.set("parser.distances", floats: manifest.distance_ends.map { Float($0) })
    model.set("parser.relations", strings: manifest.relations)
    model.set("parser.tags", strings: manifest.upos)
    model.set("parser.clusters", dictionary: clusters)
    let table = VectorTable.quantised(
      try tensor("table", [manifest.R, width]).numbers, width: width)
    model.sections["parser.table"] = table.numbers
    model.set("parser.scales", floats: table.scales)
    for layer in manifest.dilations.indices {
      try store("layer\(layer)", 3 * width, width, in: &model)
      for part in ["gain", "shift"] {
        model.set(
          "parser.layer\(layer).\(part)",
          floats: try tensor("layer\(layer).norm.\(part)", [width]).numbers)
      }
    }
    for part in ["dependent", "head"] {
      try store("arc.\(part)", width, arcWidth, in: &model)
      try store("label.\(part)", width, relationWidth, in: &model)
    }
    model.set("parser.arc.root", floats: try tensor("arc.root", [arcWidth]).numbers)
    model.set("parser.label.root", floats: try tensor("label.root", [relationWidth]).numbers)
    // d·U·h + u·h = (d·U + u)·h: the heads' own worth is the bias of the product.
    model.set(
      "parser.arc.bilinear.weight",
      floats: try tensor("arc.bilinear", [arcWidth, arcWidth]).numbers)
    model.set("parser.arc.bilinear.bias", floats: try tensor("arc.linear", [arcWidth]).numbers)
    try store("arc.distance", arcWidth, 2 * (manifest.distance_ends.count + 1), in: &model)
    try storeRelations(relationWidth, in: &model)
    let tag = try tensor("upos.weight", [width, manifest.upos.count])
    model.set("parser.tag.weight", floats: tag.numbers)
    model.set(
      "parser.tag.bias", floats: try tensor("upos.bias", [manifest.upos.count]).numbers)
    return model
  }

  /// The relations' forms as one matrix: from a dependent to a row of scores for each number of the
  /// head, and a last row that does not ask the head.
  private func storeRelations(_ width: Int, in model: inout ModelFile) throws {
    let count = manifest.relations.count
    let bilinear = try tensor("label.bilinear", [width, count, width]).numbers
    let dependent = try optional("label.dependent.linear", [width, count])
    let head = try optional("label.head.linear", [width, count])
    var weights: [Float] = []
    for input in 0..<width {
      for number in 0..<width {
        for relation in 0..<count {
          weights.append(bilinear[(input * count + relation) * width + number])
        }
      }
      weights += dependent[input * count..<(input + 1) * count]
    }
    model.set("parser.label.bilinear.weight", floats: weights)
    model.set(
      "parser.label.bilinear.bias", floats: head + (try tensor("label.bias", [count]).numbers))
  }

  private func store(
    _ name: String, _ inputs: Int, _ outputs: Int, in model: inout ModelFile
  ) throws {
    model.set(
      "parser.\(name).weight", floats: try tensor(name + ".weight", [inputs, outputs]).numbers)
    model.set("parser.\(name).bias", floats: try tensor(name + ".bias", [outputs]).numbers)
  }

  private func optional(_ name: String, _ shape: [Int]) throws -> [Float] {
    !tensors.holds(name)
      ? [Float](repeating: 0, count: shape.reduce(1, *)) : try tensor(name, shape).numbers
  }

  private func tensor(_ name: String, _ shape: [Int?]) throws -> (shape: [Int], numbers: [Float]) {
    try tensors.tensor(name, shape)
  }
}
