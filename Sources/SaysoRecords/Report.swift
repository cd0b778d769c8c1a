/// Names a report: the id it came with, or one made from its address or its text.
public struct ReportID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as text.
  public let text: String
  /// An id from its text.
  public init(_ text: String) { self.text = text }
  /// The id as text.
  public var description: String { text }
  /// By text.
  public static func < (a: ReportID, b: ReportID) -> Bool { a.text < b.text }
}

/// A SHA-256 digest as 64 lower-case hexadecimal digits (FIPS 180-4).
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 64 digits.
  public let hex: String
  /// A digest from its digits.
  public init(hex: String) { self.hex = hex }
  /// The 64 digits.
  public var description: String { hex }
}

/// A piece of a report's text that reads as one: what the language stages work on.
///
/// Text outside of every block (a dateline, a byline, an agency mark, a picture's caption) stays in
/// the report and is read for metadata, but no statement is sought in it.
public struct TextBlock: Hashable, Sendable {
  /// What a block is on the page.
  public enum Kind: String, Sendable, CaseIterable {
    /// Running text.
    case paragraph
    /// A headline or subhead inside the text.
    case heading
    /// One item of a list.
    case listItem
    /// A block quotation.
    case quotation
  }
  /// What the block is.
  public let kind: Kind
  /// Where it lies in the text.
  public let span: TextSpan
  /// A block of a kind at a place.
  public init(_ kind: Kind, _ span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}

/// One news item as published, with frozen text and its metadata.
public struct Report: Hashable, Sendable {
  /// What it is known by.
  public let id: ReportID
  /// The headline, where the report has one apart from the text.
  public let title: String?
  /// The address it was published at.
  public let url: String?
  /// Who published it.
  public let outlet: String?
  /// The wire service that it credits ("Reuters", "BGNES").
  public let agency: String?
  /// The author's line, as it stands.
  public let byline: String?
  /// When it was published; nil where the report does not say.
  public let published: PublicationTime?
  /// BCP 47 language tag, stated or recognised ("en"); nil when unknown.
  public let language: String?
  /// The section, categories and tags that the report states.
  public let topics: [String]
  /// Digest of the exact bytes that the report came from (its snapshot).
  public let sha256: SHA256Digest
  /// The text.
  public let text: FrozenText
  /// The parts of the text to be analysed, ascending and apart.
  public let blocks: [TextBlock]

  /// A report; `blocks` must be ascending, apart and inside `text`.
  public init(
    id: ReportID, title: String? = nil, url: String? = nil, outlet: String? = nil,
    agency: String? = nil, byline: String? = nil, published: PublicationTime? = nil,
    language: String? = nil, topics: [String] = [], sha256: SHA256Digest, text: FrozenText,
    blocks: [TextBlock]
  ) {
    precondition(
      zip(blocks, blocks.dropFirst()).allSatisfy { $0.span.end <= $1.span.start },
      "blocks must be ascending and apart")
    precondition(
      (blocks.last?.span.end ?? 0) <= text.byteCount, "blocks must lie inside the text")
    self.id = id
    self.title = title
    self.url = url
    self.outlet = outlet
    self.agency = agency
    self.byline = byline
    self.published = published
    self.language = language
    self.topics = topics
    self.sha256 = sha256
    self.text = text
    self.blocks = blocks
  }
}
