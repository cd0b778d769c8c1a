import SaysoRecords

/// Reads plain text: paragraphs by blank lines, by lines, or wrapped at a width.
enum PlainTextReader {
  /// The draft of a text file; a short first line without an end becomes the title.
  static func draft(of bytes: [UInt8]) -> ReportDraft {
    var draft = ReportDraft()
    draft.parts = LineLayout(bytes[...]).paragraphs.map { Part(kind: .paragraph, bytes: $0) }
    if draft.parts.count > 1, let first = draft.parts.first, !first.bytes.contains(10),
      isTitle(first.line), Furniture.role(of: first.line) == .body, Dateline(first.bytes) == nil
    {
      draft.metadata.title = first.line.string
      draft.parts[0].kind = .heading
    }
    return draft
  }

  /// The draft of a text that must stay as given: its blocks only.
  static func draft(ofGiven bytes: [UInt8]) -> ReportDraft {
    var draft = ReportDraft()
    draft.given = bytes
    draft.parts = LineLayout(bytes[...]).paragraphs.map { Part(kind: .paragraph, bytes: $0) }
    return draft
  }

  /// Two to twenty-five words without the end of a sentence, in at most 160 bytes.
  static func isTitle(_ line: LineOfText) -> Bool {
    guard line.bytes.count <= 160, line.hasWords, !line.endsInColon else { return false }
    guard line.bytes.last != UInt8(ascii: "."), line.bytes.last != UInt8(ascii: ",") else {
      return false
    }
    return (2...25).contains(line.wordCount(upTo: 26)) && !line.startsSmall
      && StatedDate.parse(line.string) == nil
  }
}
