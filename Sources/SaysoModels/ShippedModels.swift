internal import CSaysoModels
package import SaysoLearning

/// The trained weights inside the binary.
package enum ShippedModels {
  /// The model of a name ("tagger", "names"), parsed; cost is a copy of its bytes, but for the
  /// sections named in `leaving`, which ``section(_:of:in:)`` lends.
  package static func file(_ name: String, leaving: Set<String> = []) throws -> ModelFile {
    guard !bytes(name).isEmpty else {
      throw ModelError(
        problem: "no model of this name is inside the program", place: name,
        remedy: "reinstall sayso, or add it to models.c")
    }
    return try ModelFile(
      bytes(name).bindMemory(to: UInt8.self), name: name, leaving: leaving)
  }

  /// A section that was left in the program's own bytes; nil when the model has none of that name.
  package static func section(
    _ section: String, of name: String, in file: ModelFile
  ) -> ModelBytes? {
    file.places[section].map { .embedded(at: { bytes(name) }, part: $0) }
  }

  /// The bytes of a model, which stay where they are; none when it is not inside the program.
  private static func bytes(_ name: String) -> UnsafeRawBufferPointer {
    var length = 0
    let start = sayso_model_bytes(name, &length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
