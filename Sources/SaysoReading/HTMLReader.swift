import SaysoRecords

/// Reads a web page: what it states about itself, and its running text.
enum HTMLReader {
  /// The draft of a page in UTF-8.
  static func draft(of text: [UInt8], place: String) throws(ReadingError) -> ReportDraft {
    guard let root = HTMLNode.parse(text) else {
      throw ReadingError(
        "the page has no content", place: place, remedy: "save the page again, whole")
    }
    var draft = ReportDraft()
    let stated = HTMLMetadata.read(root)
    draft.metadata = stated.metadata
    let page = PageText(HTMLParser.tree(of: text))
    draft.parts = page.parts
    draft.metadata.caption = page.caption
    draft.isPage = false
    draft.keepsTitleApart = true
    // Some pages carry their text for search engines only.
    if let body = stated.articleBody {
      let plain = Array(HTMLEntity.decoded(body).utf8)
      let parts = LineLayout(plain[...]).paragraphs.map { Part(kind: .paragraph, bytes: $0) }
      if MainText.prose(draft.parts) * 2 < MainText.prose(parts) { draft.parts = parts }
    }
    if draft.metadata.title != nil { dropHeadBeforeTitle(&draft) }
    return draft
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

  /// The text of a page by the encoding that the page itself names, where UTF-8 did not fit.
  ///
  /// A page in one byte per character says which in a meta element; of these, Windows-1252 and its
  /// subsets are understood. Bytes that are valid UTF-8 are UTF-8 whatever the page says.
  static func redecoded(
    _ text: [UInt8], _ encoding: DecodedText.Encoding, _ file: SourceFile
  ) -> [UInt8] {
    guard encoding == .brokenUTF8 else { return text }
    let head = LineOfText(file.bytes.prefix(2048)).lowercased[...]
    guard let place = head.firstPlace(of: "charset=") else { return text }
    let name = head[(place + 8)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let isLatin =
      name.begins(with: "windows-1252") || name.begins(with: "iso-8859-1")
      || name.begins(with: "latin1") || name.begins(with: "us-ascii")
    return isLatin ? Windows1252.utf8(file.bytes) : text
  }
}
