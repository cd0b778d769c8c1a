/// What could not be exported, where, and what to do about it.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a clause.
  public let problem: String
  /// The file or the format.
  public let place: String
  /// What to do about it, as a clause.
  public let remedy: String
  /// What the system said, where it said something.
  public let cause: String?

  init(_ problem: String, place: String, remedy: String, cause: String? = nil) {
    self.problem = problem
    self.place = place
    self.remedy = remedy
    self.cause = cause
  }

  /// One line: place, problem, cause, remedy.
  public var description: String {
    place + ": " + problem + (cause.map { " (\($0))" } ?? "") + "; " + remedy
  }
}
