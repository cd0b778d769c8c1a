import SaysoRecords

/// Reads news items in NewsML-G2, the XML of the IPTC, alone or several in a message.
enum NewsMLReader {
  /// The drafts under a root element of NewsML-G2 or NITF; nil for any other root.
  static func drafts(
    of root: XMLNode, file: SourceFile
  ) -> [Result<ReportDraft, ReadingError>]? {
    switch root.key {
    case "newsmessage":
      let items = root.all("itemSet").flatMap { Array($0.children) }
      guard !items.isEmpty else {
        return [
          .failure(
            ReadingError(
              "the NewsML-G2 message holds no items", place: file.name,
              remedy: "give a message with newsItem elements in its itemSet"))
        ]
      }
      return items.enumerated().map { number, item in
        draft(of: item, place: items.count == 1 ? file.name : "\(file.name), item \(number + 1)")
      }
    case "newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem":
      return [draft(of: root, place: file.name)]
    case "nitf":
      return [
        Result { () throws(ReadingError) in try NITFReader.draft(of: root, place: file.name) }
      ]
    default: return nil
    }
  }

  private static func draft(
    of item: XMLNode, place: String
  ) -> Result<ReportDraft, ReadingError> {
    Result { () throws(ReadingError) in
      switch item.key {
      case "newsitem": return try report(of: item, place: place)
      case "packageitem":
        throw ReadingError(
          "the NewsML-G2 item is a package of other items", place: place,
          remedy: "give the items that it lists as files of their own")
      default:
        throw ReadingError(
          "the NewsML-G2 element \"\(item.name)\" is no news item", place: place,
          remedy: "leave it out")
      }
    }
  }

  private static func report(
    of item: XMLNode, place: String
  ) throws(ReadingError) -> ReportDraft {
    let meta = item.first("itemMeta")
    let status = (meta?.first("pubStatus").flatMap(code) ?? "usable").lowercased()
    if let error = WireStatus.refusal(status, item: "the NewsML-G2 item", place: place) {
      throw error
    }
    let kind = meta?.first("itemClass").flatMap(code)?.split { $0 == ":" || $0 == "/" }.last
    if let kind, kind != "text", kind != "composite" {
      throw ReadingError(
        "the NewsML-G2 item is of the class \"\(kind)\" and no text", place: place,
        remedy: "leave it out, or give the text item that goes with it")
    }
    var draft = ReportDraft()
    draft.isPage = false
    draft.metadata = metadata(of: item)
    for content in item.all("contentSet").flatMap({ Array($0.children) }) where draft.parts.isEmpty
    {
      draft.parts = parts(of: content, into: &draft.metadata)
    }
    guard !draft.parts.isEmpty else {
      throw ReadingError(
        "the NewsML-G2 item has no text of its own", place: place,
        remedy: "ask for the item with its text, in inlineXML or inlineData")
    }
    return draft
  }

  // MARK: - Metadata

  private static func metadata(of item: XMLNode) -> Metadata {
    var metadata = Metadata()
    let meta = item.first("itemMeta")
    let content = item.first("contentMeta")
    metadata.id = item["guid"]
    let headlines = content?.all("headline") ?? []
    let main = headlines.first { role($0) == nil || role($0) == "main" || role($0) == "headline" }
    metadata.title =
      (main ?? headlines.first).flatMap(line) ?? meta?.first("title").flatMap(line)
      ?? content?.first("slugline").flatMap(line)
    let deck = headlines.first { ["sub", "subheadline", "deck", "subtitle"].contains(role($0)) }
    let descriptions = content?.all("description") ?? []
    metadata.subtitle =
      deck.flatMap(line)
      ?? descriptions.first { ["summary", "drop", "deck", "abstract"].contains(role($0)) }
      .flatMap(line) ?? descriptions.first.flatMap(line)
    metadata.byline = content?.first("by").flatMap(line)
    if metadata.byline == nil {
      let names = content?.all("creator").compactMap(name) ?? []
      metadata.byline = names.isEmpty ? nil : names.joined(separator: ", ")
    }
    func time(_ node: XMLNode?, _ name: String) -> PublicationTime? {
      node?.first(name).flatMap { StatedDate.parse($0.text) }
    }
    let first = time(meta, "firstCreated") ?? time(content, "contentCreated")
    let last = time(meta, "versionCreated") ?? time(content, "contentModified")
    metadata.published = first ?? last
    if let first, let last, first.iso != last.iso { metadata.modified = last }
    metadata.language =
      (content?.first("language")?["tag"] ?? item.attribute("xml", "lang"))
      .flatMap(LanguageGuess.normalized)
    metadata.addTopics(content?.all("subject").compactMap(name) ?? [])
    let provider = meta?.first("provider").flatMap(name)
    metadata.agency = content?.first("infoSource").flatMap(name) ?? provider
    metadata.outlet = provider ?? item.first("rightsInfo")?.first("copyrightHolder").flatMap(name)
    return metadata
  }

  /// A code by its short form, or the address or literal that stands for one.
  private static func code(_ node: XMLNode) -> String? {
    node["qcode"] ?? node["uri"] ?? node["literal"]
  }

  /// The last part of the role's code ("hld:main" is "main").
  private static func role(_ node: XMLNode) -> String? {
    node["role"]?.lowercased().split { $0 == ":" || $0 == "/" }.last.map(String.init)
  }

  /// The name of a party or subject: in English where there are several, else the literal.
  private static func name(_ node: XMLNode) -> String? {
    let names = node.all("name")
    let english = names.first { $0.attribute("xml", "lang")?.hasPrefix("en") == true }
    return (english ?? names.first).flatMap(line) ?? node["literal"]
  }

  private static func line(_ node: XMLNode) -> String? {
    let words = LineOfText(NITFReader.text(of: node)[...]).words
    let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  // MARK: - Content

  /// The text of a rendition that is text; nothing for pictures and what lies elsewhere.
  private static func parts(of content: XMLNode, into metadata: inout Metadata) -> [Part] {
    switch content.key {
    case "inlinexml":
      guard let root = Array(content.children).first else { return [] }
      if root.key == "nitf" {
        let inner = NITFReader.read(root)
        metadata.fill(from: inner.metadata)
        return inner.parts
      }
      return HTMLReader.fragmentParts(of: content.markup)
    case "inlinedata":
      let type = content["contenttype"]?.lowercased() ?? "text/plain"
      guard type.hasPrefix("text/") || type.contains("html") else { return [] }
      var text = content.textBytes
      if content["encoding"]?.lowercased().hasSuffix("base64") == true {
        text = MIMECharset.decode(MIMETransfer.base64(text[...]), named: nil)
      }
      if type.contains("html") { return HTMLReader.fragmentParts(of: text) }
      return LineLayout(text[...]).paragraphs.map { Part(kind: .paragraph, bytes: $0) }
    default: return []
    }
  }
}

extension Metadata {
  /// Takes from `other` what is not known here.
  fileprivate mutating func fill(from other: Metadata) {
    title = title ?? other.title
    subtitle = subtitle ?? other.subtitle
    byline = byline ?? other.byline
    published = published ?? other.published
    agency = agency ?? other.agency
    outlet = outlet ?? other.outlet
    section = section ?? other.section
    language = language ?? other.language
    addTopics(other.topics)
  }
}
