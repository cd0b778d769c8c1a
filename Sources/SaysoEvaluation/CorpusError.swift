/// A corpus file that cannot be read, or does not fit its format.
package struct CorpusError: Error, CustomStringConvertible, Sendable {
  /// What is wrong.
  package let problem: String
  /// The file, and the line where known.
  package let place: String
  /// How to mend it.
  package let remedy: String
  /// One line.
  package var description: String { "\(place): \(problem); \(remedy)" }

  /// An error from its parts.
  package init(problem: String, place: String, remedy: String) {
    self.problem = problem
    self.place = place
    self.remedy = remedy
  }
}
