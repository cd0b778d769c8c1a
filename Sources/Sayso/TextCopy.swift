public import SaysoRecords
internal import SaysoStories

/// A report of one text that several ran, and what it changed.
public struct TextCopy: Hashable, Sendable {
  /// What a copy changed against the earliest report of the text, in paragraphs.
  public struct Changes: Hashable, Sendable {
    /// Whether the headlines differ in their words.
    public let isRetitled: Bool
    /// How many paragraphs stand word for word in both.
    public let kept: Int
    /// The paragraphs that were rewritten: spans of the copy's text.
    public let altered: [TextSpan]
    /// The paragraphs that only the copy has: spans of its text.
    public let added: [TextSpan]
    /// How many paragraphs of the earliest the copy does not have.
    public let leftOut: Int
  }

  /// The report.
  public let report: ReportID
  /// Its headline.
  public let title: String?
  /// Who published it.
  public let outlet: String?
  /// When.
  public let published: PublicationTime?
  /// What it changed; nil for the earliest.
  public let changes: Changes?

  init(_ report: Report, changes: CopyChanges?) {
    self.report = report.id
    title = report.title
    outlet = report.outlet
    published = report.published
    self.changes = changes.map {
      Changes(
        isRetitled: $0.isRetitled, kept: $0.kept, altered: $0.altered.map(\.span),
        added: $0.added, leftOut: $0.leftOut.count)
    }
  }
}
