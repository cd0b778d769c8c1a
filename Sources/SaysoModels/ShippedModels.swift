internal import CSaysoModels
package import SaysoLearning

/// The trained weights inside the binary.
package enum ShippedModels {
  /// The model of a name ("tagger", "names"), parsed; cost is a copy of its bytes.
  package static func file(_ name: String) throws -> ModelFile {
    var length = 0
    guard let bytes = sayso_model_bytes(name, &length) else {
      throw ModelError(
        problem: "no model of this name is inside the program", place: name,
        remedy: "reinstall sayso, or add it to models.c")
    }
    return try ModelFile(UnsafeBufferPointer(start: bytes, count: length), name: name)
  }
}
