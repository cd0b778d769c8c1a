/// A fault while reading a corpus or measuring on it.
package struct EvaluationError: Error, CustomStringConvertible {
  /// What is wrong.
  package let problem: String
  /// The file or folder.
  package let place: String
  /// How to mend it.
  package let remedy: String
  /// What was thrown below, where something was.
  package let cause: (any Error)?

  /// An error from its parts.
  package init(problem: String, place: String, remedy: String, cause: (any Error)? = nil) {
    self.problem = problem
    self.place = place
    self.remedy = remedy
    self.cause = cause
  }

  /// One line: place, problem, remedy.
  package var description: String { "\(place): \(problem); \(remedy)" }
}
