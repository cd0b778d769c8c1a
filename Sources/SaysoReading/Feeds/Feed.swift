public import SaysoRecords

/// A feed: RSS 0.9 to 2.0, Atom 0.3 and 1.0 (RFC 4287), or JSON Feed 1 and 1.1.
public struct Feed: Sendable, Hashable {
  /// The family of formats.
  public enum Format: String, Sendable {
    case rss
    case atom
    case json
  }
  /// The format it came in.
  public let format: Format
  /// Its title as plain text.
  public var title: String?
  /// What it says of itself, as plain text.
  public var description: String?
  /// The address of the page that it goes with.
  public var link: String?
  /// The address that it gives as its own.
  public var address: String?
  /// The address of its next page of older entries (RFC 5005; `next_url` of JSON Feed).
  public var next: String?
  /// The language as stated ("en-us").
  public var language: String?
  /// The names of its authors.
  public var authors: [String] = []
  /// When it was last changed, as it states.
  public var updated: PublicationTime?
  /// Its entries in its order.
  public var entries: [FeedEntry] = []
  /// What was broken in its text; nil where nothing was.
  ///
  /// The entries are those that could be read.
  public var problem: String?

  /// A feed without anything in it.
  public init(format: Format) { self.format = format }
}

/// One entry of a feed.
public struct FeedEntry: Sendable, Hashable {
  /// Its id (`guid`, `id`) as stated.
  public var id: String?
  /// Its title as plain text on one line.
  public var title: String?
  /// The address of the page it stands for, resolved.
  public var link: String?
  /// When it was published.
  public var published: PublicationTime?
  /// When it was last changed.
  public var modified: PublicationTime?
  /// The names of its authors; addresses of mail are left out.
  public var authors: [String] = []
  /// Its categories, each once.
  public var categories: [String] = []
  /// The language as stated ("en-us"); nil where only the feed states one.
  public var language: String?
  /// The summary.
  public var summary: FeedText?
  /// The content, where the feed carries more than a summary.
  public var content: FeedText?
  /// Who published it, where the entry was taken from elsewhere (`source`).
  public var source: String?
  /// Dates that were stated but cannot be believed, with the element they stood in.
  public var unreadDates: [UnreadDate] = []

  /// A stated date that is none.
  public struct UnreadDate: Sendable, Hashable {
    /// The element or member it stood in.
    public let name: String
    /// As written.
    public let value: String
  }

  /// An entry without anything in it.
  public init() {}
}

/// A text of a feed, as it came.
public struct FeedText: Sendable, Hashable {
  /// How its bytes are to be read.
  public enum Kind: String, Sendable {
    case plain
    case html
  }
  /// How its bytes are to be read.
  public let kind: Kind
  /// UTF-8.
  public let bytes: [UInt8]
  /// A text of a kind.
  public init(_ kind: Kind, _ bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }
}
