internal import Foundation
internal import SaysoAttribution
internal import SaysoEvaluation
package import SaysoLearning

/// The careful engine's weights as the trainer in Python leaves them (`Training/export_careful.py`).
package struct CarefulWeights {
  private struct Manifest: Decodable {
    var width: Int
    var inner: Int
    var layers: Int
    /// Numbers of a link's vectors.
    var link: Int
    /// Numbers of a statement's vector.
    var meaning: Int
    /// The words of the vocabulary.
    var pieces: [String]
    /// The reports that were not learned from.
    var held: [String]
  }

  private let manifest: Manifest
  private let tensors: TensorFolder

  /// The ids of reports that were not learned from: confidences are learned from them.
  package var held: [String] { manifest.held }

  /// Places in a window: those that windows have, and the pieces that open and close them.
  private static let longest = 256

  /// Reads a folder.
  package init(folder: String) throws {
    let bytes = try CorpusFile.bytes("manifest.json", in: folder)
    manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    tensors = try TensorFolder(folder)
  }

  /// The model file but for lexicon, borders and confidence: products and table in 8 bits, with a
  /// scale a column or a row, all else as it is.
  package func model() throws -> ModelFile {
    var model = ModelFile()
    let (width, inner) = (manifest.width, manifest.inner)
    model.set("pieces", strings: manifest.pieces)
    model.set(
      "encoder.shape",
      floats: [
        Float(width), Float(inner), Float(manifest.layers), Float(manifest.pieces.count),
        Float(CarefulWeights.longest),
      ])
    let places = try tensors.tensor("positions", [nil, width]).numbers
    let table = VectorTable.quantised(
      try tensors.tensor("pieces", [manifest.pieces.count, width]).numbers
        + places[..<(CarefulWeights.longest * width)]
        + tensors.tensor("looks", [WordLook.count, width]).numbers, width: width)
    model.sections[TransformerEncoder.tableSection] = table.numbers
    model.set("encoder.scales", floats: table.scales)
    try storeNorm("norm", in: &model)
    for layer in 0..<manifest.layers {
      try storeLayer("\(layer).attention", width, 3 * width, in: &model)
      try storeLayer("\(layer).mix", width, width, in: &model)
      try storeLayer("\(layer).up", width, inner, in: &model)
      try storeLayer("\(layer).down", inner, width, in: &model)
      for norm in ["norm1", "norm2"] { try storeNorm("\(layer).\(norm)", in: &model) }
    }
    let labels = RoleLabel.allCases.count
    try store("roles.weight", [width, labels], in: &model)
    try store("roles.bias", [labels], in: &model)
    try store("chain.steps", [labels, labels], in: &model)
    try store("chain.starts", [labels], in: &model)
    for link in ["cues", "sources"] {
      for side in ["asking", "answering"] {
        try store("link.\(link).\(side).weight", [2 * width, manifest.link], in: &model)
        try store("link.\(link).\(side).bias", [manifest.link], in: &model)
      }
      try store("link.\(link).none", [manifest.link], in: &model)
      try store("link.\(link).places", [2 * PieceVotes.reach], in: &model)
    }
    for side in ["referring", "referred"] {
      try store("antecedent.\(side).weight", [width, manifest.link], in: &model)
      try store("antecedent.\(side).bias", [manifest.link], in: &model)
    }
    try store("antecedent.nobody", [manifest.link], in: &model)
    try store("antecedent.distances", [AntecedentHead.limits.count + 1], in: &model)
    for pool in ["content", "around"] {
      try store("meaning.\(pool).weighing", [width], in: &model)
      try store("meaning.\(pool).weight", [width, manifest.meaning], in: &model)
      try store("meaning.\(pool).bias", [manifest.meaning], in: &model)
    }
    return model
  }

  private func store(_ name: String, _ shape: [Int], in model: inout ModelFile) throws {
    model.set(name, floats: try tensors.tensor(name, shape).numbers)
  }

  private func storeNorm(_ name: String, in model: inout ModelFile) throws {
    for part in ["gain", "shift"] {
      model.set(
        "encoder.\(name).\(part)",
        floats: try tensors.tensor("\(name).\(part)", [manifest.width]).numbers)
    }
  }

  private func storeLayer(
    _ name: String, _ inputs: Int, _ outputs: Int, in model: inout ModelFile
  ) throws {
    let layer = QuantisedLayer.quantised(
      try tensors.tensor("\(name).weight", [inputs, outputs]).numbers, inputs: inputs)
    model.sections["encoder.\(name).weight"] = layer.weights
    model.set("encoder.\(name).scales", floats: layer.scales)
    model.set(
      "encoder.\(name).bias", floats: try tensors.tensor("\(name).bias", [outputs]).numbers)
  }
}
