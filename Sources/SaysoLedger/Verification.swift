/// What `verify` looked at and what it found wrong.
public struct Verification: Hashable, Sendable {
  /// One thing that is wrong.
  public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// Where: the file, or the report and its version.
    public let place: String
    /// What is wrong, as a clause.
    public let problem: String
    /// One line: place and problem.
    public var description: String { place + ": " + problem }

    /// A finding from its parts.
    package init(place: String, problem: String) {
      self.place = place
      self.problem = problem
    }
  }

  /// What is wrong, in the order in which it was found; empty for a sound ledger.
  public internal(set) var findings: [Finding] = []
  /// Reports looked at.
  public internal(set) var reports = 0
  /// Versions whose text was compared with its digest, old ones included.
  public internal(set) var versions = 0
  /// Statements looked at, superseded ones included.
  public internal(set) var statements = 0
  /// Spans compared with their text, of every record and every block.
  public internal(set) var spans = 0
  /// Snapshots whose bytes were compared with their digest.
  public internal(set) var snapshots = 0
  /// Versions that were read again from their snapshots with the same text.
  public package(set) var replayed = 0
  /// Versions that this program reads otherwise from their snapshots than they were read then: no
  /// damage, and no finding.
  public package(set) var notes: [Finding] = []
  /// Whether the search index was compared with the rows; it cannot be in a ledger that was
  /// opened for asking only.
  public internal(set) var searchChecked = false
  /// Whether nothing is wrong.
  public var isSound: Bool { findings.isEmpty }
}
