/// Reads the XML documents that hold reports; the root element tells which they are.
enum XMLFormats {
  /// The drafts of an RSS or Atom feed, a news sitemap or a NewsML-G2 item.
  static func drafts(
    of bytes: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    let document = XMLDocument.parse(bytes)
    if let drafts = document.flatMap({ NewsMLReader.drafts(of: $0.root, file: file) }) {
      return drafts
    }
    throw ReadingError(
      "this XML is no format that holds reports", place: file.name,
      remedy: "give a feed, a sitemap or a NewsML-G2 item")
  }
}
