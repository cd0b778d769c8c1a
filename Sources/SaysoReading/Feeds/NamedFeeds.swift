/// The feeds that files name: those of OPML lists, those that web pages link to, and feeds themselves.
public enum NamedFeeds {
  /// Files are read up to this many bytes.
  private static let largestFile = 64 << 20

  /// Looks through the file at `path`.
  ///
  /// A feed that does not give its own address is not among them, since there is nothing to fetch.
  /// - Throws: a file that cannot be read, or is neither list, feed nor page.
  public static func feeds(inFile path: String) throws(ReadingError) -> [OutlineFeed] {
    let bytes = try SystemFile.withFile(path) { file throws(ReadingError) in
      try file.bytes(upTo: largestFile)
    }
    guard let bytes else {
      throw ReadingError(
        "the file is larger than \(largestFile >> 20) MB", place: path,
        remedy: "give an OPML list, a feed or a web page")
    }
    return try feeds(in: SourceFile(name: path, bytes: bytes))
  }

  /// The feeds that a file names, each address once, in its order.
  public static func feeds(in file: SourceFile) throws(ReadingError) -> [OutlineFeed] {
    switch try Listing.parse(file.bytes, name: file.name, address: file.origin.address) {
    case .outlines(let feeds): return feeds
    case .feed(let feed):
      return feed.address.map {
        [OutlineFeed(address: $0, title: feed.title, page: feed.link)]
      } ?? []
    case .sitemap, .sitemapIndex: return []
    case nil: break
    }
    guard let decoded = DecodedText(file.bytes) else {
      throw ReadingError(
        "this is no text", place: file.name, remedy: "give an OPML list, a feed or a web page")
    }
    let tree = HTMLParser.tree(of: PageEncoding(file, decoded).text)
    let page = PageMetadata.read(tree, address: file.origin.address).metadata.url
    return linked(tree, page: page)
  }

  /// The types of feeds in links of pages.
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
  ]

  /// Feeds that a page names in its head (RSS Autodiscovery: `link rel="alternate"`).
  private static func linked(_ tree: HTMLTree, page: String?) -> [OutlineFeed] {
    var feeds: [OutlineFeed] = []
    for place in tree.nodes.indices where tree.nodes[place].tag == .link {
      guard tree.has(.rel, "alternate", at: place), let href = tree.string(.href, of: place),
        let type = tree.string(.type, of: place)?.lowercased(), types.contains(type)
      else { continue }
      let address = AddressResolution.resolve(href, against: page)
      if feeds.contains(where: { $0.address == address }) { continue }
      let title = tree.string(.title, of: place).map { LineOfText($0).string }
      feeds.append(
        OutlineFeed(address: address, title: title.flatMap { $0.isEmpty ? nil : $0 }, page: page))
    }
    return feeds
  }
}
