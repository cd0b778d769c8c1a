public import SaysoRecords

/// What a person wants to put right about a statement.
public struct Correction: Hashable, Sendable {
  /// Words of the report.
  public enum Words: Hashable, Sendable {
    /// These; where they stand several times, those nearest the statement are meant.
    case text(String)
    /// Those at these places, ascending and apart, in UTF-8 bytes of the report's text.
    case spans([TextSpan])
  }

  /// What is put right.
  public enum Action: Hashable, Sendable {
    /// What the speaker does with the content.
    case stance(Stance)
    /// Who said it: whom these words name.
    case speaker(Words)
    /// Who said it: the actor of this name, whatever words stand for it.
    case speakerNamed(String)
    /// The report does not say who said it.
    case speakerUnknown
    /// What was said.
    case content(Words)
    /// It is no statement.
    case dismiss
    /// It belongs to the claim of another statement, which an id or the beginning of one means.
    case align(with: String)
    /// It shares its claim with no other.
    case apart
  }

  /// The statement: its id, or the beginning of one that no other has.
  public let statement: String
  /// What is put right.
  public let action: Action

  /// A correction of a statement.
  public init(_ statement: String, _ action: Action) {
    self.statement = statement
    self.action = action
  }
}

/// A correction that cannot be made.
public struct CorrectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a clause.
  public let problem: String
  /// The ledger and the statement or the correction.
  public let place: String
  /// What to do about it, as a clause.
  public let remedy: String

  /// One line: place, problem, remedy.
  public var description: String { place + ": " + problem + "; " + remedy }
}
