import SaysoRecords

/// What a page states about itself in JSON-LD, OpenGraph and other meta elements.
enum HTMLMetadata {
  /// Types of schema.org that are reports.
  private static let reportTypes: Set<String> = [
    "NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "LiveBlogPosting",
    "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "AskPublicNewsArticle",
    "ReviewNewsArticle", "Report", "WebPage",
  ]

  /// Reads the page's own statements: JSON-LD first, then meta elements, then visible ones.
  static func read(_ tree: HTMLTree) -> (metadata: Metadata, articleBody: String?, isFree: Bool?) {
    var metadata = Metadata()
    var body: String?
    var meta: [String: [String]] = [:]
    var canonical: String?
    var pageTitle: String?
    var headlines: [String] = []
    var times: [String] = []
    var language: String?
    var linked: [JSONValue] = []
    for place in tree.nodes.indices {
      let node = tree.nodes[place]
      switch node.tag {
      case .html: language = tree.string(.lang, of: place)
      case .meta:
        let name =
          tree.string(.property, of: place) ?? tree.string(.name, of: place)
          ?? tree.string(.itemprop, of: place)
        if let name = name?.lowercased(), let content = tree.string(.content, of: place),
          !content.isEmpty
        {
          meta[name, default: []].append(content)
        }
      case .link:
        if tree.has(.rel, "canonical", at: place) { canonical = tree.string(.href, of: place) }
      case .script:
        if tree.string(.type, of: place)?.lowercased().hasPrefix("application/ld+json") == true,
          let value = try? JSONValue(lenient(tree.text(in: place))[...])
        {
          linked.append(value)
        }
      case .title: if pageTitle == nil { pageTitle = tree.line(in: place) }
      case .h1: headlines.append(tree.line(in: place))
      case .time:
        times.append(tree.string(.datetime, of: place) ?? tree.line(in: place))
      default: break
      }
    }
    for report in linked.flatMap({ reports(in: $0, depth: 0) }) {
      read(report, into: &metadata)
      if body == nil { body = report["articleBody"]?.text }
    }
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { meta[$0]?.first }.first { !LineOfText($0).isEmpty }
    }
    metadata.url =
      metadata.url ?? canonical.flatMap(address) ?? first("og:url").flatMap(address)
    metadata.title =
      metadata.title ?? first("og:title", "twitter:title", "dc.title", "title")
      ?? headlines.first { !$0.isEmpty } ?? pageTitle
    metadata.outlet =
      metadata.outlet ?? first("og:site_name", "application-name", "dc.publisher", "publisher")
    metadata.byline =
      metadata.byline
      ?? first("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
      .flatMap { address($0) == nil ? $0 : nil }
    metadata.language =
      metadata.language
      ?? (language ?? first("og:locale", "content-language", "dc.language")).flatMap(
        LanguageGuess.normalized)
    metadata.addTopics(meta["article:section"] ?? [])
    metadata.addTopics(meta["article:tag"] ?? meta["news_keywords"] ?? meta["keywords"] ?? [])
    for name in [
      "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
      "dc.date.issued", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
      "sailthru.date",
      "article.published", "dcterms.created", "publication_date",
    ] {
      if let value = meta[name]?.first { metadata.takeDate(line(value), named: name) }
    }
    // Dates shown on the page are many; those that are none are no fault of the report.
    if metadata.published == nil {
      metadata.published = times.lazy.compactMap(StatedDate.parse).first
    }
    metadata.title = metadata.title.map { line(HTMLEntity.decoded($0)) }
    metadata.byline = metadata.byline.map { line(HTMLEntity.decoded($0)) }.flatMap {
      $0.isEmpty ? nil : $0
    }
    metadata.outlet = metadata.outlet.map { line(HTMLEntity.decoded($0)) }
    return (metadata, body, nil)
  }

  /// The reports in a JSON-LD value, `@graph` and lists opened; page records after article records.
  private static func reports(in value: JSONValue, depth: Int) -> [JSONValue] {
    guard depth < 6 else { return [] }
    switch value {
    case .array(let values): return values.flatMap { reports(in: $0, depth: depth + 1) }
    case .object:
      let types = value["@type"]?.elements.compactMap(\.text) ?? []
      var found = value["@graph"].map { reports(in: $0, depth: depth + 1) } ?? []
      if let main = value["mainEntity"], case .object = main {
        found += reports(in: main, depth: depth + 1)
      }
      if types.contains(where: reportTypes.contains) {
        if types.contains("WebPage") { found.append(value) } else { found.insert(value, at: 0) }
      }
      return found
    default: return []
    }
  }

  private static func read(_ report: JSONValue, into metadata: inout Metadata) {
    metadata.title = metadata.title ?? report["headline"]?.text.flatMap(nonEmpty)
    if let date = report["datePublished"]?.text {
      metadata.takeDate(line(date), named: "datePublished")
    }
    metadata.outlet = metadata.outlet ?? name(report["publisher"]).flatMap(nonEmpty)
    if metadata.byline == nil, let author = report["author"] {
      let names = author.elements.compactMap(name).filter { !$0.isEmpty && address($0) == nil }
      if !names.isEmpty { metadata.byline = names.joined(separator: ", ") }
    }
    metadata.url =
      metadata.url ?? report["url"]?.text.flatMap(address)
      ?? (report["mainEntityOfPage"]?["@id"] ?? report["mainEntityOfPage"])?.text.flatMap(address)
    metadata.language =
      metadata.language ?? report["inLanguage"]?.text.flatMap(LanguageGuess.normalized)
    metadata.addTopics(report["articleSection"]?.elements.compactMap(\.text) ?? [])
  }

  private static func name(_ value: JSONValue?) -> String? {
    guard let first = value?.elements.first else { return nil }
    return (first.text ?? first["name"]?.text).map { line($0) }
  }

  private static func nonEmpty(_ text: String) -> String? { LineOfText(text).isEmpty ? nil : text }

  private static func address(_ text: String) -> String? {
    text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  private static func line(_ text: String) -> String { line(Array(text.utf8)) }

  private static func line(_ bytes: [UInt8]) -> String {
    bytes.split { $0 <= 32 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// JSON-LD as pages have it: line ends inside strings become spaces, comment marks are dropped.
  private static func lenient(_ bytes: [UInt8]) -> [UInt8] {
    var text = LineOfText(bytes[...]).bytes
    if text.begins(with: "<!--") { text = text.dropFirst(4) }
    if text.ends(with: "-->") { text = text.dropLast(3) }
    if text.begins(with: "//<![CDATA[") { text = text.dropFirst(11) }
    if text.ends(with: "//]]>") { text = text.dropLast(5) }
    if LineOfText(text).bytes.last == UInt8(ascii: ";") { text = LineOfText(text).bytes.dropLast() }
    return text.map { $0 < 32 ? 32 : $0 }
  }
}
