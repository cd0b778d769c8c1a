/// What a command could not do, where, and how to mend it.
struct CommandError: Error, CustomStringConvertible {
  /// What is wrong, as a clause.
  let problem: String
  /// The file, stream or setting.
  let place: String
  /// What to do about it, as a clause.
  let remedy: String
  /// What the system said, where it said something.
  let cause: String?

  /// An error from its parts.
  init(_ problem: String, place: String, remedy: String, cause: String? = nil) {
    self.problem = problem
    self.place = place
    self.remedy = remedy
    self.cause = cause
  }

  /// One line: place, problem, cause, remedy.
  var description: String {
    place + ": " + problem + (cause.map { " (\($0))" } ?? "") + "; " + remedy
  }
}
