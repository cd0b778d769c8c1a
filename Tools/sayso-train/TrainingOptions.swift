internal import ArgumentParser
internal import Foundation
internal import SaysoLearning
internal import SaysoTraining

/// Where a trainer reads and writes.
struct TrainingOptions: ParsableArguments {
  @Option(help: "The folder that holds the corpora.")
  var data: String

  @Option(help: "The model file to write.")
  var out: String

  /// Prints a line of progress to standard error.
  func report(_ line: String) {
    FileHandle.standardError.write(Data(("sayso-train: " + line + "\n").utf8))
  }

  /// Writes a model file as a whole or not at all.
  func write(_ model: ModelFile) throws {
    let bytes = model.bytes
    try Data(bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
    report("wrote \(bytes.count) bytes to \(out)")
  }
}

extension Fold {
  /// A fold as an option gives it.
  static func parsed(_ text: String) throws -> Fold {
    guard let fold = Fold(text) else {
      throw ValidationError("'\(text)' is no fold; give one of N parts, counted from 0, as 0/3")
    }
    return fold
  }
}
