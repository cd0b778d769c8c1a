import SaysoRecords

/// Reads the News Industry Text Format (NITF 3), as agencies send it alone or inside of NewsML-G2.
enum NITFReader {
  /// The draft of a document whose root is `nitf`.
  static func draft(of root: XMLNode, place: String) throws(ReadingError) -> ReportDraft {
    let status =
      root.first("head")?.first("docdata")?["management-status"]?.lowercased() ?? "usable"
    if let error = WireStatus.refusal(status, item: "the NITF document", place: place) {
      throw error
    }
    let draft = read(root)
    guard !draft.parts.isEmpty else {
      throw ReadingError(
        "the NITF document has no body", place: place,
        remedy: "ask for the document with its text, in body.content")
    }
    return draft
  }

  /// What the document states, and its text.
  static func read(_ root: XMLNode) -> ReportDraft {
    var draft = ReportDraft()
    draft.isPage = false
    let head = root.first("head")
    let body = root.first("body")
    let top = body?.first("body.head")
    let data = head?.first("docdata")
    let publication = head?.first("pubdata")
    let headline = top?.first("hedline")
    draft.metadata.id = data?.first("doc-id")?["id-string"]
    draft.metadata.title =
      (headline?.first("hl1") ?? headline).flatMap(line) ?? head?.first("title").flatMap(line)
    draft.metadata.subtitle =
      headline?.first("hl2").flatMap(line) ?? top?.first("abstract").flatMap(line)
    draft.metadata.byline = top?.all("byline").compactMap(byline).first
    draft.metadata.agency = top?.first("distributor").flatMap(line)
    draft.metadata.outlet =
      publication?["name"] ?? data?.first("doc.copyright")?["holder"] ?? draft.metadata.agency
    draft.metadata.section = publication?["position.section"]
    let dates = [
      data?.first("date.issue")?["norm"], data?.first("date.release")?["norm"],
      publication?["date.publication"], top?.first("dateline")?.first("story.date")?["norm"],
    ]
    draft.metadata.published = dates.lazy.compactMap { $0 }.compactMap(StatedDate.parse).first
    draft.metadata.language = root.attribute("xml", "lang").flatMap(LanguageGuess.normalized)
    draft.metadata.addTopics(
      data?.first("key-list")?.all("keyword").compactMap { $0["key"] } ?? [])
    for content in body?.all("body.content") ?? [] {
      add(content, as: .paragraph, to: &draft.parts)
    }
    return draft
  }

  /// The names in a byline, without what the person is ("byttl") and the word "by".
  private static func byline(_ node: XMLNode) -> String? {
    if let person = node.first("person").flatMap(line) { return person }
    guard let text = line(node) else { return nil }
    let isMarked = text.lowercased().hasPrefix("by ")
    return isMarked ? LineOfText(String(text.dropFirst(3))).string : text
  }

  // MARK: - Body

  /// Adds what a block holds; pictures, notes and tables of data with their captions are left out.
  private static func add(_ node: XMLNode, as kind: TextBlock.Kind, to parts: inout [Part]) {
    for child in node.children {
      switch child.key {
      case "p": add(child, kind, to: &parts)
      case "hl2", "hl1", "h2", "h3": add(child, .heading, to: &parts)
      case "li", "dd": add(child, .listItem, to: &parts)
      case "bq", "blockquote": add(child, as: .quotation, to: &parts)
      case "block", "ul", "ol", "dl", "div", "content", "section": add(child, as: kind, to: &parts)
      case "tr":
        let cells = child.children.compactMap { line($0) }
        let row = Array(cells.joined(separator: " | ").utf8)
        if !row.isEmpty { parts.append(Part(kind: .paragraph, bytes: row[...])) }
      case "table", "tbody", "thead": add(child, as: .paragraph, to: &parts)
      default: break
      }
    }
  }

  private static func add(_ node: XMLNode, _ kind: TextBlock.Kind, to parts: inout [Part]) {
    let text = text(of: node)
    if !LineOfText(text[...]).isEmpty { parts.append(Part(kind: kind, bytes: text[...])) }
  }

  /// All text in an element, a line end for each "br".
  static func text(of node: XMLNode) -> [UInt8] {
    var result: [UInt8] = []
    for piece in node.content {
      switch piece {
      case .text(let text): result += text
      case .element(let child):
        if child.key == "br" { result.append(10) } else { result += text(of: child) }
      }
    }
    return result
  }

  private static func line(_ node: XMLNode) -> String? {
    let words = LineOfText(text(of: node)[...]).words
    let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
