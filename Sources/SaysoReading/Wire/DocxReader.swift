import SaysoRecords

/// Reads Word's documents (Office Open XML, ECMA-376), which are zip archives of XML.
enum DocxReader {
  /// The draft of a document, with marks where its pages begin as Word last laid them out.
  static func draft(of file: SourceFile) throws(ReadingError) -> ReportDraft {
    let names: Set<String> = [main, "word/styles.xml", "docProps/core.xml"]
    let entries = try ZipEntries(file.bytes, wanted: names, place: file.name)
    guard let document = entries[main] else {
      throw ReadingError(
        "this is no Word document: it holds no \(main)", place: file.name,
        remedy: "save it again as .docx, or give its text as .txt")
    }
    guard let tree = XMLDocument.parse(utf8(document)), let body = tree.root.first("body") else {
      throw ReadingError(
        "the Word document is broken", place: file.name,
        remedy: "open it in a word processor and save it again")
    }
    var draft = ReportDraft()
    draft.isPage = false
    let styles = DocxStyles(
      entries["word/styles.xml"].flatMap { XMLDocument.parse(utf8($0))?.root })
    let text = DocxBody(body, styles: styles)
    draft.parts = text.parts
    draft.metadata.subtitle = text.subtitle
    if let problem = tree.problem {
      draft.warnings.append(
        ReadingError(
          "the Word document is broken, and its text may be incomplete", place: file.name,
          remedy: "open it in a word processor and save it again", cause: problem))
    }
    if let core = entries["docProps/core.xml"].flatMap({ XMLDocument.parse(utf8($0))?.root }) {
      take(core, into: &draft.metadata)
    }
    takeTitle(text.title, into: &draft)
    PressRelease.setApart(&draft.parts)
    guard draft.parts.contains(where: { !$0.isApart }) else {
      throw ReadingError(
        "the Word document holds no running text", place: file.name,
        remedy: "check that it was saved whole, or give its text as .txt")
    }
    return draft
  }

  private static let main = "word/document.xml"

  /// The bytes as UTF-8, which they are but for the rare UTF-16.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    DecodedText(bytes)?.bytes ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// What docProps/core.xml states (ECMA-376, part 2, section 8).
  private static func take(_ core: XMLNode, into metadata: inout Metadata) {
    func stated(_ name: String) -> String? {
      core.first(name).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
    }
    metadata.title = stated("title")
    if let author = stated("creator"), PDFReader.isPerson(author) { metadata.byline = author }
    metadata.created = stated("created").flatMap(StatedDate.parse)
    metadata.modified = stated("modified").flatMap(StatedDate.parse)
    metadata.language = stated("language").flatMap(LanguageGuess.normalized)
    metadata.addTopics(core.all("keywords").map(\.text))
  }

  /// The title by its style goes before the stated one, which is often that of a template.
  private static func takeTitle(_ styled: String?, into draft: inout ReportDraft) {
    draft.metadata.title = styled ?? draft.metadata.title
    guard draft.metadata.title == nil else { return }
    let place = draft.parts.firstIndex { part in
      !part.isApart && PlainTextReader.isTitle(part.line) && Furniture.role(of: part.line) == .body
    }
    if let place, place <= 4, place < draft.parts.count - 1 {
      draft.metadata.title = draft.parts[place].line.string
      draft.parts[place].kind = .heading
    }
  }
}
