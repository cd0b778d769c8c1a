import SaysoRecords

/// Reads RSS 0.9x, 1.0 (RDF) and 2.0, with the modules that news feeds use.
struct RSSReader {
  private var feed = Feed(format: .rss)
  private let root: XMLNode
  private let address: String?
  private var base: String?

  /// The feed under `root`, an element `rss`, `RDF` or `channel`.
  ///
  /// - Parameter address: where it was fetched from; relative addresses are resolved by it.
  static func feed(_ root: XMLNode, address: String?) -> Feed {
    var reader = RSSReader(root: root, address: address)
    reader.read()
    return reader.feed
  }

  private init(root: XMLNode, address: String?) {
    self.root = root
    self.address = address
  }

  private mutating func read() {
    let channels = root.key == "channel" ? [root] : root.all("channel")
    base = (channels.first?.attribute("xml", "base") ?? root.attribute("xml", "base")).map {
      AddressResolution.resolve($0, against: address)
    }
    base = base ?? address
    for channel in channels { readChannel(channel) }
    base = base ?? feed.link
    // RSS 1.0 keeps the items beside the channel, and some feeds of other versions do too.
    let items =
      channels.flatMap { $0.all("item") } + (root.key == "channel" ? [] : root.all("item"))
    feed.entries = items.filter { $0.vocabulary == .plain }.map(entry)
  }

  private mutating func readChannel(_ channel: XMLNode) {
    for child in channel.children {
      let text = child.text
      switch (child.vocabulary, child.key) {
      case (.plain, "title"): feed.title = feed.title ?? FeedText.title(child)
      case (.plain, "description"): feed.description = feed.description ?? FeedText.title(child)
      case (.plain, "link"), (.atom, "link"):
        let target = text.isEmpty ? child["href"] ?? "" : text
        guard !target.isEmpty else { break }
        let whole = AddressResolution.resolve(target, against: base)
        switch child["rel"]?.lowercased() {
        case nil, "alternate": feed.link = feed.link ?? whole
        case "self": feed.address = feed.address ?? whole
        case "next": feed.next = feed.next ?? whole
        default: break
        }
      case (.plain, "language"), (.dublinCore, "language"):
        if !text.isEmpty { feed.language = feed.language ?? text }
      case (.plain, "lastbuilddate"), (.plain, "pubdate"), (.dublinCore, "date"),
        (.atom, "updated"):
        feed.updated = feed.updated ?? FeedDate.parse(text)
      case (.plain, "managingeditor"), (.plain, "author"), (.dublinCore, "creator"),
        (.itunes, "author"), (.atom, "author"):
        FeedAuthor.add(child, to: &feed.authors)
      default: break
      }
    }
    feed.language = feed.language ?? channel.attribute("xml", "lang")
    feed.language = feed.language ?? root.attribute("xml", "lang")
  }

  // MARK: - Items

  /// The fields of an item that have several homes, best first.
  private struct Candidates {
    var link: String?
    var originalLink: String?
    var permalink: String?
    var mediaTitle: String?
    var description: FeedText?
    var mediaDescription: FeedText?
    var encoded: FeedText?
    var fullText: FeedText?
    var moduleDate: (name: String, text: String)?
  }

  private func entry(_ item: XMLNode) -> FeedEntry {
    var entry = FeedEntry()
    var found = Candidates()
    let base =
      item.attribute("xml", "base").map { AddressResolution.resolve($0, against: self.base) }
      ?? self.base
    for child in item.children {
      switch child.vocabulary {
      case .plain: takePlain(child, &entry, &found)
      case .atom: takeAtom(child, &entry, &found)
      case .dublinCore, .dublinCoreTerms: takeDublinCore(child, &entry, &found)
      case .media, .itunes: takeMedia(child, &entry, &found)
      case .content: if child.key == "encoded" { found.encoded = longer(found.encoded, child) }
      case .xhtml: found.fullText = longer(found.fullText, child)
      default: takeOther(child, &found)
      }
    }
    let link = found.originalLink ?? found.link ?? found.permalink
    entry.link = link.map { AddressResolution.resolve($0, against: base) }
    entry.id = entry.id ?? item.attribute("rdf", "about")
    entry.title = entry.title ?? found.mediaTitle
    if let date = found.moduleDate { entry.takePublished(date.text, date.name) }
    entry.language = entry.language ?? item.attribute("xml", "lang")
    entry.content = found.encoded ?? found.fullText
    entry.summary = found.description ?? found.mediaDescription
    return entry
  }

  private func longer(_ known: FeedText?, _ node: XMLNode) -> FeedText? {
    guard let text = FeedText(node, isHTML: true) else { return known }
    guard let known, known.bytes.count >= text.bytes.count else { return text }
    return known
  }

  private func takePlain(_ child: XMLNode, _ entry: inout FeedEntry, _ found: inout Candidates) {
    switch child.key {
    case "title": entry.title = entry.title ?? FeedText.title(child)
    case "link":
      let text = child.text
      let target = text.isEmpty ? child["href"] ?? "" : text
      let isMain = ["alternate", nil].contains(child["rel"]?.lowercased())
      if !target.isEmpty, isMain { found.link = found.link ?? target }
    case "description", "summary": found.description = found.description ?? FeedText(child)
    case "encoded": found.encoded = longer(found.encoded, child)
    case "content", "body", "fulltext", "full-text":
      if !child.text.isEmpty { found.fullText = longer(found.fullText, child) }
    case "author": FeedAuthor.add(child, to: &entry.authors)
    case "creator": FeedAuthor.add(child, to: &entry.authors)
    case "category", "subject": FeedEntry.add(FeedText.title(child), to: &entry.categories)
    case "pubdate", "published", "date": entry.takePublished(child.text, child.name)
    case "updated", "modified", "lastmod": entry.takeModified(child.text, child.name)
    case "guid", "id":
      let text = child.text
      guard !text.isEmpty else { break }
      entry.id = entry.id ?? text
      let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
      if isAddress, child["isPermaLink"]?.lowercased() != "false" {
        found.permalink = found.permalink ?? text
      }
    case "source": entry.source = entry.source ?? FeedText.title(child)
    default: takeOther(child, &found)
    }
  }

  private func takeAtom(_ child: XMLNode, _ entry: inout FeedEntry, _ found: inout Candidates) {
    switch child.key {
    case "title": entry.title = entry.title ?? FeedText.title(child)
    case "link":
      let isMain = ["alternate", nil].contains(child["rel"]?.lowercased())
      if isMain, let target = child["href"] { found.link = found.link ?? target }
    case "published", "issued": entry.takePublished(child.text, "atom:" + child.name)
    case "updated", "modified": entry.takeModified(child.text, "atom:" + child.name)
    case "author": FeedAuthor.add(child, to: &entry.authors)
    case "category": FeedEntry.add(child["label"] ?? child["term"], to: &entry.categories)
    case "content": found.fullText = found.fullText ?? AtomReader.text(child)
    case "summary": found.mediaDescription = found.mediaDescription ?? AtomReader.text(child)
    default: break
    }
  }

  private func takeDublinCore(
    _ child: XMLNode, _ entry: inout FeedEntry, _ found: inout Candidates
  ) {
    let text = child.text
    let name = "dc:" + child.name
    switch child.key {
    case "title": entry.title = entry.title ?? FeedText.title(child)
    case "creator", "author": FeedAuthor.add(child, to: &entry.authors)
    case "date", "issued", "created", "available":
      if found.moduleDate == nil, !text.isEmpty { found.moduleDate = (name, text) }
    case "modified": entry.takeModified(text, name)
    case "language": if !text.isEmpty { entry.language = entry.language ?? text }
    case "subject": FeedEntry.add(FeedText.title(child), to: &entry.categories)
    case "description", "abstract":
      found.mediaDescription = found.mediaDescription ?? FeedText(child)
    case "source", "publisher":
      let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
      if !text.isEmpty, !isAddress { entry.source = entry.source ?? FeedText.title(child) }
    default: break
    }
  }

  /// Takes Media RSS, whose elements may stand in a group or under the picture, and iTunes'.
  private func takeMedia(_ child: XMLNode, _ entry: inout FeedEntry, _ found: inout Candidates) {
    switch (child.vocabulary, child.key) {
    case (.media, "title"), (.itunes, "title"):
      found.mediaTitle = found.mediaTitle ?? FeedText.title(child)
    case (.media, "description"), (.itunes, "summary"), (.itunes, "subtitle"):
      found.mediaDescription = found.mediaDescription ?? FeedText(child)
    case (.media, "group"):
      for inner in child.children where inner.vocabulary == .media {
        takeMedia(inner, &entry, &found)
      }
    case (.itunes, "author"):
      if entry.authors.isEmpty { FeedAuthor.add(child, to: &entry.authors) }
    default: break
    }
  }

  /// Takes what only its local name tells: the address behind FeedBurner's, a full text.
  private func takeOther(_ child: XMLNode, _ found: inout Candidates) {
    switch child.key {
    case "origlink":
      let text = child.text
      if !text.isEmpty { found.originalLink = found.originalLink ?? text }
    case "full-text", "fulltext": found.fullText = longer(found.fullText, child)
    default: break
    }
  }
}

extension FeedEntry {
  /// More categories are no honest entry's, and each is compared with those before it.
  private static let mostCategories = 200

  /// Adds a category, once; what is over 200 is left out.
  static func add(_ category: String?, to categories: inout [String]) {
    guard categories.count < mostCategories, let category = category.map({ LineOfText($0).string }),
      !category.isEmpty,
      !categories.contains(category)
    else { return }
    categories.append(category)
  }
}
