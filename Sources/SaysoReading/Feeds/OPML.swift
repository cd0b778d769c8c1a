/// A feed named in an OPML list.
public struct OutlineFeed: Sendable, Hashable {
  /// The address of the feed.
  public let address: String
  /// Its name.
  public let title: String?
  /// The address of the page that it goes with.
  public let page: String?
  /// The folders it stands in, outermost first, and the categories it states.
  public let categories: [String]

  /// A feed from its parts.
  public init(
    address: String, title: String? = nil, page: String? = nil, categories: [String] = []
  ) {
    self.address = address
    self.title = title
    self.page = page
    self.categories = categories
  }
}

/// Lists of feeds in OPML 1 and 2 (opml.org).
public enum OPML {
  /// The feeds of a list in its order, each address once; `root` is an element `opml`.
  static func feeds(_ root: XMLNode, address: String?) -> [OutlineFeed] {
    var feeds: [OutlineFeed] = []
    var seen: Set<String> = []
    func visit(_ node: XMLNode, _ folders: [String]) {
      for outline in node.children {
        guard outline.key == "outline" else {
          visit(outline, folders)
          continue
        }
        let name = outline.line("title") ?? outline.line("text")
        var inner = folders
        if let target = outline.line("xmlUrl") ?? outline.line("url") {
          let whole = AddressResolution.resolve(target, against: address)
          let stated = (outline["category"] ?? "").split(separator: ",").map {
            LineOfText(String($0)).string
          }
          let categories = (folders + stated).reduce(into: []) { FeedEntry.add($1, to: &$0) }
          if seen.insert(whole).inserted {
            feeds.append(
              // A feed without a name is written with its address for one.
              OutlineFeed(
                address: whole, title: name == target ? nil : name, page: outline.line("htmlUrl"),
                categories: categories))
          }
        } else if let name {
          inner.append(name)
        }
        visit(outline, inner)
      }
    }
    visit(root.first("body") ?? root, [])
    return feeds
  }

  /// A list as an OPML 2.0 document in UTF-8, the feeds in folders by their first category.
  ///
  /// Folders stand in the order in which their first feed does; feeds without one come last.
  public static func document(title: String, feeds: [OutlineFeed]) -> [UInt8] {
    var folders: [String] = []
    for feed in feeds {
      if let folder = feed.categories.first, !folders.contains(folder) { folders.append(folder) }
    }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">", "  <head>",
      "    <title>\(escaped(title))</title>", "  </head>", "  <body>",
    ]
    for folder in folders {
      let name = escaped(folder)
      lines.append("    <outline text=\"\(name)\" title=\"\(name)\">")
      lines += feeds.filter { $0.categories.first == folder }.map { "      " + outline($0) }
      lines.append("    </outline>")
    }
    lines += feeds.filter { $0.categories.isEmpty }.map { "    " + outline($0) }
    lines += ["  </body>", "</opml>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func outline(_ feed: OutlineFeed) -> String {
    let name = escaped(feed.title ?? feed.address)
    var line = "<outline type=\"rss\" text=\"\(name)\""
    if feed.title != nil { line += " title=\"\(name)\"" }
    line += " xmlUrl=\"\(escaped(feed.address))\""
    if let page = feed.page { line += " htmlUrl=\"\(escaped(page))\"" }
    let rest = feed.categories.dropFirst()
    if !rest.isEmpty { line += " category=\"\(escaped(rest.joined(separator: ",")))\"" }
    return line + "/>"
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLNode.escape(text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension XMLNode {
  /// The value of an attribute on one line, tags and references read as in titles; nil when empty.
  fileprivate func line(_ attribute: String) -> String? {
    guard let value = self[attribute] else { return nil }
    let line = LineOfText(value).string
    return line.isEmpty ? nil : line
  }
}
