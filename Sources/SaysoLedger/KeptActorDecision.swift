public import SaysoRecords

/// What a person decided about actors, as the ledger keeps it.
public struct KeptActorDecision: Hashable, Sendable {
  /// What is decided.
  public enum Action: Hashable, Sendable {
    /// Both names are of one actor.
    case merge(String, String)
    /// The name, in one report or in all, is of an actor apart.
    case split(String, report: ReportID?)
    /// The actor that has the name is shown under the other.
    case rename(String, to: String)
  }

  /// Its place in the order of deciding, counted from 1; no number is used twice.
  public let number: Int
  /// What is decided.
  public let action: Action
  /// When, ISO 8601.
  public let decided: String
}
