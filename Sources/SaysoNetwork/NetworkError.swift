/// Why something could not be fetched: what, where and how to mend it.
public struct NetworkError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, without a final stop.
  public let problem: String
  /// The address.
  public let place: String
  /// What to do about it.
  public let remedy: String
  /// What the system or a library said, where there is such a thing.
  public let cause: String?

  /// An error from its parts; control characters inside them become spaces.
  public init(_ problem: String, place: String, remedy: String, cause: String? = nil) {
    self.problem = NetworkError.oneLine(problem)
    self.place = NetworkError.oneLine(place)
    self.remedy = NetworkError.oneLine(remedy)
    self.cause = cause.map(NetworkError.oneLine)
  }

  /// All of it on one line.
  public var description: String {
    let reason = cause.map { " (\($0))" } ?? ""
    return "\(place): \(problem)\(reason); \(remedy)"
  }

  /// `text` without control characters and cut, so that what a server says cannot forge a line.
  private static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place == longest {
        scalars.append("…")
        break
      }
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }

  /// The most characters of one part that are shown.
  private static let longest = 1000
}
