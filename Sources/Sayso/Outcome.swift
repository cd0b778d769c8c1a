public import SaysoReading

/// What became of one report of a batch.
public enum Outcome<Value: Sendable>: Sendable {
  /// It was read; `place` names its file, and its line where the file holds several. The warnings
  /// tell what was wrong without costing the report.
  case read(Value, place: String, warnings: [ReadingError])
  /// It could not be read.
  case failed(ReadingError)
}
