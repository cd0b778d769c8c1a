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

/// Where the bytes of a report came from, besides the file that was named.
public struct Provenance: Hashable, Sendable {
  /// The address that the bytes were fetched from or recorded under; it can differ from the report's.
  public let address: String?
  /// When they were fetched or recorded, ISO 8601.
  public let retrieved: String?
  /// The archive, feed or mailbox that held them, as it was named.
  public let container: String?
  /// The digest that the container states for them ("sha1:…"), as it stands.
  public let statedDigest: String?

  /// A provenance from its parts.
  public init(
    address: String? = nil, retrieved: String? = nil, container: String? = nil,
    statedDigest: String? = nil
  ) {
    self.address = address
    self.retrieved = retrieved
    self.container = container
    self.statedDigest = statedDigest
  }
}

/// How much of a report its text is.
public enum ReportExtent: String, Sendable, CaseIterable {
  /// All of it, as far as can be told.
  case full
  /// A summary of it, from a feed or a list, since nothing more was at hand.
  case summary
  /// The part that a page shows before it asks for money or a login.
  case stub
}

/// One news item as published, with frozen text and its metadata.
public struct Report: Hashable, Sendable {
  /// What it is known by.
  public let id: ReportID
  /// The headline, where the report has one apart from the text.
  public let title: String?
  /// The line under the headline (deck, standfirst), where the report has one.
  public let subtitle: String?
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
  /// When it was last changed, as the report states it.
  public let modified: PublicationTime?
  /// The section of the outlet that it stands in ("World").
  public let section: String?
  /// The caption of the lead picture; no statement is sought in it.
  public let caption: String?
  /// How much of the report the text is.
  public let extent: ReportExtent
  /// Where its bytes came from, where more is known than a file's name.
  public let provenance: Provenance?
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
    id: ReportID, title: String? = nil, subtitle: String? = nil, url: String? = nil,
    outlet: String? = nil, agency: String? = nil, byline: String? = nil,
    published: PublicationTime? = nil, modified: PublicationTime? = nil, section: String? = nil,
    caption: String? = nil, extent: ReportExtent = .full, provenance: Provenance? = nil,
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
    self.subtitle = subtitle
    self.url = url
    self.outlet = outlet
    self.agency = agency
    self.byline = byline
    self.published = published
    self.modified = modified
    self.section = section
    self.caption = caption
    self.extent = extent
    self.provenance = provenance
    self.language = language
    self.topics = topics
    self.sha256 = sha256
    self.text = text
    self.blocks = blocks
  }
}
