/// Why a report, or a part of it, could not be read: what, where and how to mend it.
///
/// Used both for a failure (there is no report) and for a warning that travels with a report.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, without a final stop ("the file is empty").
  public let problem: String
  /// Where: a file, a file and line, or an address.
  public let place: String
  /// What to do about it.
  public let remedy: String
  /// What the system or a library said, where there is such a thing.
  public let cause: String?

  /// An error from its parts; line breaks inside them become spaces.
  public init(_ problem: String, place: String, remedy: String, cause: String? = nil) {
    self.problem = ReadingError.oneLine(problem)
    self.place = ReadingError.oneLine(place)
    self.remedy = ReadingError.oneLine(remedy)
    self.cause = cause.map(ReadingError.oneLine)
  }

  /// All of it on one line.
  public var description: String {
    let reason = cause.map { " (\($0))" } ?? ""
    return "\(place): \(problem)\(reason); \(remedy)"
  }

  /// `text` without control characters, so that a hostile file name cannot forge a line.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : $0 }))
  }
}
