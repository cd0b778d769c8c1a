import SaysoRecords

/// Reads a web page: what it states about itself, and its running text.
enum HTMLReader {
  /// A page from its bytes: the draft, and why it was read so where that is asked for.
  static func page(
    _ file: SourceFile, _ decoded: DecodedText, explains: Bool
  ) throws(ReadingError) -> (draft: ReportDraft, explanation: ReadingExplanation?) {
    let encoding = PageEncoding(file, decoded)
    let tree = HTMLParser.tree(of: encoding.text)
    var page = try draft(of: tree, file: file)
    if encoding.name == DecodedText.Encoding.brokenUTF8.rawValue {
      page.draft.warnings.append(ReportReader.brokenText(file.name))
    }
    guard explains else { return (page.draft, nil) }
    let body = ReadingExplanation.Source(field: "body", origin: page.body, value: nil)
    return (
      page.draft,
      ReadingExplanation(
        format: "HTML", encoding: "\(encoding.name), \(encoding.origin)",
        sources: page.draft.metadata.sources + [body], omissions: PageText.omissions(tree))
    )
  }

  private static func draft(
    of tree: HTMLTree, file: SourceFile
  ) throws(ReadingError) -> (draft: ReportDraft, body: String) {
    guard tree.nodes.count > 1 else {
      throw ReadingError(
        "the page has no content", place: file.name, remedy: "save the page again, whole")
    }
    let page = PageText(tree)
    let stated = PageMetadata.read(tree, address: file.origin.address)
    var draft = ReportDraft()
    draft.metadata = stated.metadata
    draft.metadata.caption = page.caption ?? stated.metadata.caption
    draft.parts = page.parts
    draft.isPage = false
    draft.keepsTitleApart = true
    var body = page.choice
    // Some pages carry their text for search engines only.
    if let articleBody = stated.articleBody {
      let plain = Array(HTMLEntity.decoded(articleBody).utf8)
      let parts = LineLayout(plain[...]).paragraphs.map { Part(kind: .paragraph, bytes: $0) }
      if PageText.prose(draft.parts) * 2 < PageText.prose(parts) {
        draft.parts = parts
        body = "JSON-LD articleBody, since the page shows less"
      }
    }
    let titles =
      [draft.metadata.title].compactMap { $0 }
      + tree.places(of: .title).prefix(1)
      .map { tree.line(in: $0) }
    if let message = PageAccess.errorMessage(titles, draft.parts) {
      throw ReadingError(
        "this is an error page (\"\(message)\"), not a report", place: file.name,
        remedy: "open the report in a browser and save it from there")
    }
    if PageAccess.isStub(draft.parts, isFree: stated.isAccessibleForFree, tree) {
      draft.metadata.extent = .stub
      draft.warnings.append(
        ReadingError(
          "the page shows only the beginning of the report", place: file.name,
          remedy: "the rest is behind a paywall or a login: save the page after logging in"))
    }
    if let limit = tree.limit {
      draft.warnings.append(
        ReadingError(
          "the page is read in part: \(limit.rawValue)", place: file.name,
          remedy: "check the page; its markup is broken"))
    }
    if draft.metadata.title != nil { dropHeadBeforeTitle(&draft) }
    return (draft, body)
  }

  /// The parts of a fragment of HTML that is known to be running text: a feed's content, a message.
  static func fragmentParts(of fragment: [UInt8]) -> [Part] {
    PageText(HTMLParser.tree(of: fragment)).parts
  }

  /// Leaves out what stands above the headline, where the headline is among the first parts.
  private static func dropHeadBeforeTitle(_ draft: inout ReportDraft) {
    guard let title = draft.metadata.title else { return }
    let letters = Array(title.utf8)[...]
    if let place = draft.parts.prefix(12).firstIndex(where: { PageBody.same($0.bytes, letters) }),
      draft.parts[..<place].allSatisfy({ !$0.isProse })
    {
      draft.parts.removeFirst(place)
    }
  }
}
