public import Sayso

/// What of a ledger is to be exported.
public struct ExportSelection: Hashable, Sendable {
  /// Which reports.
  public enum Scope: Hashable, Sendable {
    /// Every report of the ledger, read one by one; for rows only, other formats take the largest story.
    case ledger
    /// A story by its id, the beginning of one, or words of its name; nil for the largest.
    case story(String?)
    /// All reports of the ledger, taken as one story.
    case together
  }

  /// Which reports.
  public var scope: Scope
  /// Which of their statements; for rows only, other formats take all.
  public var query: StatementQuery

  /// A selection from its parts.
  public init(_ scope: Scope, _ query: StatementQuery = StatementQuery()) {
    self.scope = scope
    self.query = query
  }
}
