/// What adding a report did to the ledger.
public enum Addition: Hashable, Sendable {
  /// The report is new in the ledger.
  case added
  /// The ledger already held this report, read by these models, or more of it than was given (its
  /// whole text, where a feed tells a summary); nothing was written.
  case unchanged
  /// The report has changed since; this is its version of that number, and the old one is kept.
  case newVersion(Int)
  /// The report is the same and other models read it; the old records are kept as superseded.
  case newAnalysis(Int)
}
