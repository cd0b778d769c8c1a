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

  /// An error from its parts.
  public init(_ problem: String, place: String, remedy: String, cause: String? = nil) {
    self.problem = problem
    self.place = place
    self.remedy = remedy
    self.cause = cause
  }

  /// All of it on one line.
  public var description: String {
    let reason = cause.map { " (\($0))" } ?? ""
    return "\(place): \(problem)\(reason); \(remedy)"
  }
}
