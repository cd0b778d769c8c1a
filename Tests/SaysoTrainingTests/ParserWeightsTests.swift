import Foundation
import SaysoLanguage
import SaysoLearning
import Testing

@testable import SaysoTraining

@Suite struct ParserWeightsTests {
  /// The tensors of a small parser with one convolution and two relations.
  private let shapes: [(name: String, shape: [Int])] = {
    var shapes: [(name: String, shape: [Int])] = [
      ("table", [40, 32]), ("layer0.weight", [96, 32]), ("layer0.bias", [32]),
      ("layer0.norm.gain", [32]), ("layer0.norm.shift", [32]), ("arc.root", [32]),
      ("arc.bilinear", [32, 32]), ("arc.linear", [32]), ("arc.distance.weight", [32, 4]),
      ("arc.distance.bias", [4]), ("label.root", [32]), ("label.bilinear", [32, 2, 32]),
      ("label.dependent.linear", [32, 2]), ("label.bias", [2]), ("upos.weight", [32, 2]),
      ("upos.bias", [2]),
    ]
    for part in ["arc.dependent", "arc.head", "label.dependent", "label.head"] {
      shapes.append((part + ".weight", [32, 32]))
      shapes.append((part + ".bias", [32]))
    }
    return shapes
  }()

  /// Writes a folder of weights and gives it to `body`; a tensor of the name `without` is left out.
  private func withFolder(
    features: Int = ParserFeatures.count, without: String = "", _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sayso-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var generator = SplitMix(seed: 5)
    var numbers: [Float] = []
    var tensors: [String: [String: Any]] = [:]
    for (name, shape) in shapes where name != without {
      tensors[name] = ["shape": shape, "offset": numbers.count]
      numbers += (0..<shape.reduce(1, *)).map { _ in Float.random(in: -0.3...0.3, using: &generator)
      }
    }
    let manifest: [String: Any] = [
      "D": 32, "R": 40, "F": features, "dilations": [1], "norm_epsilon": 1e-5,
      "distance_ends": [1], "relations": ["nsubj", "root"], "upos": ["NOUN", "VERB"],
      "tensors": tensors,
    ]
    try JSONSerialization.data(withJSONObject: manifest)
      .write(to: folder.appending(path: "manifest.json"))
    try numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { Data($0) }
      .write(to: folder.appending(path: "weights.f32"))
    try body(folder.path)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `weights become a model file that parses`() throws {
    try withFolder { folder in
      let model = try ParserWeights(folder: folder).model(clusters: HashDictionary([]))
      let parser = try DependencyParser(ModelFile(model.bytes, name: "toy"))
      let traits = ["Ships", "left", "."].map { TokenTraits(Array($0.utf8)[...]) }
      let trees = parser.dependencies(traits: traits, sentences: [0..<3])
      #expect(trees.root(of: 0..<3) != nil)
      #expect((0..<3).allSatisfy { trees[$0] != nil })
    }
  }

  @Test func `what is missing or made for other features is named`() throws {
    try withFolder(without: "arc.bilinear") { folder in
      let problem = #expect(throws: ModelError.self) {
        try ParserWeights(folder: folder).model(clusters: HashDictionary([]))
      }
      #expect(problem?.problem.contains("arc.bilinear") == true)
    }
    try withFolder(features: 3) { folder in
      let problem = #expect(throws: ModelError.self) { try ParserWeights(folder: folder) }
      #expect(problem?.remedy.contains("parser-features") == true)
    }
  }

  @Test func `a model file cut short of a part is refused, never read past its end`() throws {
    try withFolder { folder in
      let model = try ParserWeights(folder: folder).model(clusters: HashDictionary([]))
      for name in model.sections.keys {
        var broken = model
        let payload = model.sections[name, default: []]
        broken.sections[name] = payload.dropLast(4)
        #expect(throws: ModelError.self, "\(name)") { try DependencyParser(broken) }
        broken.sections[name] = nil
        #expect(throws: ModelError.self, "\(name)") { try DependencyParser(broken) }
      }
    }
  }
}
