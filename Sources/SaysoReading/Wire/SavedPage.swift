import SaysoRecords

/// Reads a page saved with its parts as one message (MHTML, RFC 2557).
enum SavedPage {
  /// The draft of the page: its address is where it was saved from, its date when.
  static func draft(of bytes: [UInt8], file: SourceFile) throws(ReadingError) -> ReportDraft {
    let message = MIMEMessage(bytes.drop { $0 == 10 || $0 == 13 })
    guard let page = page(of: message) else {
      throw ReadingError(
        "the saved page holds no HTML", place: file.name,
        remedy: "save the page again, as a web archive or as HTML")
    }
    let address =
      [page.header["content-location"], message.header["snapshot-content-location"],
        message.header["content-location"],
      ].lazy.compactMap { $0 }.map { String(decoding: $0.filter { $0 > 32 }, as: UTF8.self) }
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    let content = page.content
    guard let decoded = DecodedText(content) else {
      throw ReadingError(
        "the page inside is no text", place: file.name, remedy: "save the page again")
    }
    let inner = SourceFile(
      name: file.name, bytes: content, origin: .init(charset: page.parameters["charset"]))
    var draft = try HTMLReader.page(inner, decoded, explains: false).draft
    draft.metadata.url = draft.metadata.url ?? address
    let saved = message.header["date"].flatMap { StatedDate.parse(MailReader.dateText($0)) }
    if address != nil || saved != nil {
      draft.metadata.provenance = Provenance(address: address, retrieved: saved?.iso)
    }
    return draft
  }

  /// The page among the parts: the root of a multipart/related, else the first HTML.
  private static func page(of message: MIMEMessage) -> MIMEMessage? {
    let related = message.allParts.first { $0.mediaType == "multipart/related" }
    let root = related.flatMap { MailBody.root(of: $0) }
    let candidates = (root.map { $0.allParts } ?? []) + message.allParts
    return candidates.first {
      $0.mediaType == "text/html" || $0.mediaType == "application/xhtml+xml"
    }
  }
}
