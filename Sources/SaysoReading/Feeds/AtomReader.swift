import SaysoRecords

/// Reads Atom 0.3 and 1.0 (RFC 4287); a document of one entry is a feed of one.
enum AtomReader {
  /// The feed under `root`, an element `feed` or `entry`.
  ///
  /// - Parameter address: where it was fetched from; relative addresses are resolved by it.
  static func feed(_ root: XMLNode, address: String?) -> Feed {
    var feed = Feed(format: .atom)
    let base = base(of: root, under: address)
    feed.language = root.attribute("xml", "lang")
    guard root.key == "feed" else {
      feed.entries = [entry(root, base: base)]
      return feed
    }
    for child in root.children {
      switch child.key {
      case "title" where isOwn(child): feed.title = feed.title ?? line(child)
      case "subtitle", "tagline": feed.description = feed.description ?? line(child)
      case "link" where isOwn(child):
        guard let target = target(of: child, base: base) else { break }
        switch relation(of: child) {
        case "alternate": feed.link = feed.link ?? target
        case "self": feed.address = feed.address ?? target
        case "next": feed.next = feed.next ?? target
        default: break
        }
      case "updated", "modified": feed.updated = feed.updated ?? FeedDate.parse(child.text)
      case "author" where isOwn(child): FeedAuthor.add(child, to: &feed.authors)
      case "language": feed.language = feed.language ?? child.text
      case "entry": feed.entries.append(entry(child, base: base))
      default: break
      }
    }
    return feed
  }

  /// Whether an element is Atom's, not one of the same name of a module.
  private static func isOwn(_ node: XMLNode) -> Bool {
    node.vocabulary == .atom || node.vocabulary == .plain
  }

  private static func base(of node: XMLNode, under base: String?) -> String? {
    node.attribute("xml", "base").map { AddressResolution.resolve($0, against: base) } ?? base
  }

  private static func relation(of link: XMLNode) -> String {
    let relation = link["rel"]?.lowercased() ?? "alternate"
    let registry = "http://www.iana.org/assignments/relation/"
    return relation.hasPrefix(registry) ? String(relation.dropFirst(registry.count)) : relation
  }

  private static func target(of link: XMLNode, base: String?) -> String? {
    let target = link["href"] ?? link.text
    guard !LineOfText(target).isEmpty else { return nil }
    return AddressResolution.resolve(target, against: self.base(of: link, under: base))
  }

  private static func entry(_ node: XMLNode, base: String?) -> FeedEntry {
    var entry = FeedEntry()
    let base = self.base(of: node, under: base)
    var otherLink: String?
    var created: String?
    for child in node.children {
      switch child.key {
      case "title" where isOwn(child): entry.title = entry.title ?? line(child)
      case "link" where isOwn(child):
        guard relation(of: child) == "alternate", let target = target(of: child, base: base) else {
          break
        }
        if child["type"].map({ $0.contains("html") }) ?? true {
          entry.link = entry.link ?? target
        } else {
          otherLink = otherLink ?? target
        }
      case "id" where isOwn(child): if !child.text.isEmpty { entry.id = entry.id ?? child.text }
      case "published", "issued": entry.takePublished(child.text, child.name)
      case "created": created = child.text
      case "updated", "modified": entry.takeModified(child.text, child.name)
      case "author" where isOwn(child): FeedAuthor.add(child, to: &entry.authors)
      case "creator" where child.vocabulary == .dublinCore:
        FeedAuthor.add(child, to: &entry.authors)
      case "date" where child.vocabulary == .dublinCore: created = created ?? child.text
      case "category" where isOwn(child):
        FeedEntry.add(child["label"] ?? child["term"] ?? child.text, to: &entry.categories)
      case "summary" where isOwn(child): entry.summary = entry.summary ?? text(child)
      case "content" where isOwn(child): entry.content = entry.content ?? text(child)
      case "source" where isOwn(child):
        entry.source = entry.source ?? child.first("title").flatMap(line)
      case "origlink": entry.link = child.text
      case "group" where child.vocabulary == .media:
        entry.summary = entry.summary ?? FeedText(child.first("description"))
      case "description" where child.vocabulary == .media:
        entry.summary = entry.summary ?? FeedText(child)
      default: break
      }
    }
    entry.link = entry.link ?? otherLink
    if entry.link == nil, let id = entry.id, id.hasPrefix("http://") || id.hasPrefix("https://") {
      entry.link = id
    }
    if let created { entry.takePublished(created, "created") }
    entry.language = node.attribute("xml", "lang")
    return entry
  }

  /// A text construct on one line; nil when empty.
  private static func line(_ node: XMLNode) -> String? {
    let line = text(node)?.line ?? ""
    return line.isEmpty ? nil : line
  }

  /// A text construct (RFC 4287, 3.1) or content (4.1.3); nil where there is no text in it.
  static func text(_ node: XMLNode) -> FeedText? {
    if node["mode"]?.lowercased() == "base64" { return nil }
    let type = node["type"]?.lowercased() ?? "text"
    switch type {
    case "html", "text/html", "xhtml", "application/xhtml+xml": return FeedText(node, isHTML: true)
    case "text", "text/plain", "escaped":
      // Feeds escape HTML and call it text, as Atom 0.3's default was; only tags give it away.
      return FeedText(node, isHTML: FeedText.looksLikeHTML(node.textBytes))
    default:
      guard type.hasPrefix("text/") || !type.contains("/") else { return nil }
      return FeedText(node)
    }
  }
}
