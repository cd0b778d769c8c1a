internal import Foundation
internal import SaysoEvaluation
internal import SaysoLearning

/// Weights as the trainers in Python leave them: a folder with `manifest.json`, whose `tensors` say
/// where each lies, and `weights.f32` (little-endian singles; matrices row-major, inputs by outputs).
package struct TensorFolder: Sendable {
  private struct Manifest: Decodable {
    struct Tensor: Decodable {
      var shape: [Int]
      /// Where it starts, in numbers.
      var offset: Int
    }
    var tensors: [String: Tensor]
  }

  private let places: [String: (shape: [Int], offset: Int)]
  private let numbers: [Float]

  /// Reads a folder.
  package init(_ folder: String) throws {
    let bytes = try CorpusFile.bytes("manifest.json", in: folder)
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    places = manifest.tensors.mapValues { ($0.shape, $0.offset) }
    var file = ModelFile()
    file.sections["all"] = try CorpusFile.bytes("weights.f32", in: folder)
    numbers = try file.floats("all")
  }

  /// Whether there is a tensor of a name.
  package func holds(_ name: String) -> Bool { places[name] != nil }

  /// A tensor of a shape; nil stands for any length.
  package func tensor(
    _ name: String, _ shape: [Int?]
  ) throws -> (shape: [Int], numbers: [Float]) {
    guard let tensor = places[name], tensor.shape.count == shape.count,
      zip(tensor.shape, shape).allSatisfy({ $1 == nil || $0 == $1 })
    else {
      throw ModelError(
        problem: "it has no '\(name)' of shape \(shape.map { $0.map(String.init) ?? "?" })",
        place: "manifest.json", remedy: "train it again")
    }
    let count = tensor.shape.reduce(1, *)
    guard tensor.offset >= 0, tensor.offset + count <= numbers.count else {
      throw ModelError(
        problem: "'\(name)' lies outside the weights", place: "weights.f32",
        remedy: "train it again")
    }
    return (tensor.shape, Array(numbers[tensor.offset..<tensor.offset + count]))
  }
}
