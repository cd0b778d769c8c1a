/// Reads the XML documents that hold reports; the root element tells which they are.
enum XMLFormats {
  /// What a document is, by its root element.
  enum Kind {
    case rss
    case atom
    case sitemap
    case sitemapIndex
    case outlines
    /// NewsML-G2 or NITF: reports, not a list.
    case news
    /// A web page in XHTML.
    case page
    case other

    /// The kind of the document under `root`.
    init(_ root: XMLNode) {
      switch root.key {
      case "rss", "channel": self = .rss
      case "rdf": self = root.first("channel") != nil || root.first("item") != nil ? .rss : .other
      case "feed": self = .atom
      case "entry": self = root.vocabulary == .atom ? .atom : .other
      case "urlset": self = .sitemap
      case "sitemapindex": self = .sitemapIndex
      case "opml": self = .outlines
      case "newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem",
        "planningitem", "nitf":
        self = .news
      case "html": self = .page
      default: self = .other
      }
    }
  }

  /// The drafts of an RSS or Atom feed or a NewsML-G2 item in UTF-8; lists hold no reports.
  static func drafts(
    of bytes: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    guard let document = XMLDocument.parse(bytes) else {
      throw ReadingError(
        "there is no element in this XML", place: file.name,
        remedy: "save the feed again, whole")
    }
    if let drafts = NewsMLReader.drafts(of: document.root, file: file) { return drafts }
    switch XMLFormats.Kind(document.root) {
    case .rss, .atom:
      let listing = try Listing.listing(
        document, name: file.name, address: file.origin.address)
      guard case .feed(let feed) = listing else { break }
      return try FeedDrafts.drafts(of: feed, isCut: document.isCut, file: file)
    case .sitemap, .sitemapIndex: throw isList("a sitemap, which names pages", file.name)
    case .outlines: throw isList("an OPML list, which names feeds", file.name)
    case .page: throw isPage(file.name)
    case .news, .other: break
    }
    throw isOther(document.root, file.name)
  }

  // MARK: - Messages

  private static func isList(_ what: String, _ name: String) -> ReadingError {
    ReadingError(
      "this is \(what) and holds no reports itself", place: name,
      remedy: "give its address to `sayso add`, which fetches what it names")
  }

  /// An error for a web page where a feed was to be.
  static func isPage(_ name: String) -> ReadingError {
    ReadingError(
      "this is a web page, not a feed", place: name,
      remedy: "give the address of the feed itself, or save the page under the ending .html")
  }

  /// An error for XML of a kind that is not read.
  static func isOther(_ root: XMLNode, _ name: String) -> ReadingError {
    ReadingError(
      "this XML (its root is <\(root.name.prefix(40))>) is no format that holds reports",
      place: name, remedy: "give a feed (RSS, Atom), a sitemap, an OPML list or a NewsML-G2 item")
  }
}
