public import SaysoRecords

/// What a person put right about a statement, as the ledger keeps it.
public struct KeptCorrection: Hashable, Sendable {
  /// Where a statement stood when it was spoken of.
  public struct Place: Hashable, Sendable {
    /// The report.
    public let report: ReportID
    /// SHA-256 of the text that the spans count in.
    public let text: SHA256Digest
    /// The statement's id at that time.
    public let statement: StatementID
    /// What was said, from its first piece to its last, as one piece.
    public let content: Passage

    /// The place of a statement in a report.
    public init(of statement: SaysoRecords.Statement, in report: Report) {
      self.init(
        report: report.id, text: report.text.digest, statement: statement.id,
        content: Passage([statement.content.extent], in: report.text))
    }

    init(report: ReportID, text: SHA256Digest, statement: StatementID, content: Passage) {
      self.report = report
      self.text = text
      self.statement = statement
      self.content = content
    }
  }

  /// Who speaks.
  public enum Speaker: Hashable, Sendable {
    /// Whom these words of the report name.
    case words(Passage)
    /// The actor of this name, whatever words stand for it.
    case name(String)
    /// The report does not say.
    case unknown
  }

  /// What is put right.
  public enum Action: Hashable, Sendable {
    /// What the speaker does with the content.
    case stance(Stance)
    /// Who said it.
    case speaker(Speaker)
    /// What was said: these words of the report.
    case content(Passage)
    /// It is no statement.
    case dismiss
    /// It belongs to the claim of the statement there.
    case align(Place)
    /// It shares its claim with no other.
    case apart
  }

  /// Its place in the order of correcting, counted from 1; no number is used twice.
  public let number: Int
  /// Where the statement stood.
  public let place: Place
  /// What is put right.
  public let action: Action
  /// Who did it, by the name given; may be empty.
  public let by: String
  /// When, ISO 8601.
  public let made: String
  /// When it was withdrawn, ISO 8601; nil while it stands.
  public let withdrawn: String?

  /// A correction from its parts.
  package init(
    number: Int, place: Place, action: Action, by: String, made: String, withdrawn: String?
  ) {
    self.number = number
    self.place = place
    self.action = action
    self.by = by
    self.made = made
    self.withdrawn = withdrawn
  }

  /// Whether it stands.
  public var stands: Bool { withdrawn == nil }
}

extension FrozenText {
  /// SHA-256 of its bytes.
  public var digest: SHA256Digest { SHA256Digest(hex: sha256(bytes)) }
}
