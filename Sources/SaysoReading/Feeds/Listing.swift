/// A document that names other pages: what the network fetches to learn what else to fetch.
public enum Listing: Sendable, Hashable {
  case feed(Feed)
  case sitemap(Sitemap)
  /// An index of sitemaps.
  case sitemapIndex([Sitemap.Reference])
  /// The feeds of an OPML list.
  case outlines([OutlineFeed])

  /// Packed lists come out at no more than this: the limit of sitemaps.org for one sitemap.
  private static let largestList = 50 << 20

  /// Reads a listing; nil for what is none and may be a report: a web page, text, other
  /// JSON, an item of NewsML-G2.
  ///
  /// - Parameters:
  ///   - bytes: the document as received, unpacked; sitemaps that are packed as files (`.xml.gz`) are
  ///     unpacked here.
  ///   - name: its name for messages.
  ///   - address: where it was fetched from; relative addresses are resolved by it.
  ///   - charset: the encoding that the header named, for a document that names none.
  /// - Throws: XML that is no listing; a page under a name that ends as feeds do (`.rss`, `.xml`);
  ///   a feed or list in which nothing can be read.
  public static func parse(
    _ bytes: [UInt8], name: String, address: String?, charset: String? = nil
  ) throws(ReadingError) -> Listing? {
    if bytes.starts(with: [0x1F, 0x8B, 8]), name.hasSuffix(".gz"), !name.contains(".warc") {
      let inner = try ContentDecoding.decode(
        bytes, encodings: ["gzip"], limit: largestList, place: name)
      return try parse(
        inner, name: String(name.dropLast(3)), address: address, charset: charset)
    }
    guard let decoded = DecodedText(bytes) else { return nil }
    let text = XMLEncoding.text(decoded, of: bytes, charset: charset)
    if JSONFeedReader.mayBeFeed(text) {
      guard let value = try? JSONValue(text[...]), JSONFeedReader.isFeed(value) else { return nil }
      return .feed(JSONFeedReader.feed(value, address: address))
    }
    let head = LineOfText(text.prefix(4096)).bytes
    let claimsXML = FileFormat.endings[SourceFile.ending(of: name)] == .xml
    if isPage(head) {
      if claimsXML { throw XMLFormats.isPage(name) }
      return nil
    }
    guard isMarkup(head, claimsXML), let document = XMLDocument.parse(text),
      XMLFormats.Kind(document.root) != .news
    else { return nil }
    return try listing(document, name: name, address: address)
  }

  /// The listing of a document; an error for XML of another kind.
  static func listing(
    _ document: XMLDocument, name: String, address: String?
  ) throws(ReadingError) -> Listing {
    switch XMLFormats.Kind(document.root) {
    case .rss:
      var feed = RSSReader.feed(document.root, address: address)
      feed.problem = document.problem
      return .feed(try checked(feed, document, name))
    case .atom:
      var feed = AtomReader.feed(document.root, address: address)
      feed.problem = document.problem
      return .feed(try checked(feed, document, name))
    case .sitemap: return .sitemap(Sitemap(document, address: address))
    case .sitemapIndex:
      return .sitemapIndex(Sitemap.references(document.root, address: address))
    case .outlines: return .outlines(OPML.feeds(document.root, address: address))
    case .page: throw XMLFormats.isPage(name)
    case .news, .other: throw XMLFormats.isOther(document.root, name)
    }
  }

  /// Whether text begins as a web page does.
  private static func isPage(_ head: ArraySlice<UInt8>) -> Bool {
    let small = LineOfText(head).lowercased[...]
    return small.begins(with: "<!doctype html") || small.begins(with: "<html")
      || (small.begins(with: "<?xml") && small.firstPlace(of: "<html") != nil)
  }

  /// Whether text begins as XML does, or holds such a beginning after a comment or a few words.
  private static func isMarkup(_ head: ArraySlice<UInt8>, _ claimsXML: Bool) -> Bool {
    if marks.contains(where: { head.begins(with: $0) }) { return true }
    if claimsXML || head.begins(with: "<!--") || head.begins(with: "<!DOCTYPE rss") {
      return marks.contains { head.firstPlace(of: $0) != nil }
    }
    return head.firstPlace(of: "<?xml ") != nil && head.firstPlace(of: "<rss") != nil
  }

  private static let marks: [StaticString] = [
    "<?xml", "<rss", "<feed", "<atom:feed", "<rdf:RDF", "<RDF", "<opml", "<urlset", "<sitemapindex",
  ]

  /// A feed that was cut off before its first entry is refused; one without entries is a feed.
  private static func checked(
    _ feed: Feed, _ document: XMLDocument, _ name: String
  ) throws(ReadingError) -> Feed {
    guard feed.entries.isEmpty, document.isCut else { return feed }
    throw ReadingError(
      "the feed is cut off before its first entry", place: name,
      remedy: "save or fetch it again, whole", cause: document.problem)
  }
}
