#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords

/// Reads PDF files through poppler's program pdftotext, which runs apart: a broken file costs only itself.
struct PDFReader {
  /// Where the program is looked for, folders with colons between.
  var searchPath = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  /// The most seconds that the program may run.
  var seconds = 30
  /// The most bytes that it may write: with the place of each word, some 90 for a word.
  var largestOutput = 96 << 20

  /// The draft of a PDF file, with marks where its pages begin.
  func draft(of file: SourceFile) throws(ReadingError) -> ReportDraft {
    guard let program = ChildProcess.find("pdftotext", in: searchPath) else {
      throw ReadingError(
        "PDF files are read with poppler, whose program pdftotext is not here", place: file.name,
        remedy: "install it with: sudo apt-get install poppler-utils (Debian, Ubuntu) or "
          + "brew install poppler (macOS), or save the text as a .txt file")
    }
    let outcome = try ChildProcess(
      program: program, seconds: seconds, largestOutput: largestOutput
    ).run(["-enc", "UTF-8", "-bbox-layout", "-", "-"], input: file.bytes, place: file.name)
    try check(outcome, file.name)
    let layout = PDFLayout(Array(String(decoding: outcome.output, as: UTF8.self).utf8))
    let text = PDFText(layout.pages)
    guard text.hasWords else {
      throw ReadingError(
        "the PDF holds no text: its pages are pictures", place: file.name,
        remedy: "recognise its text first (with ocrmypdf, for one), or type it into a .txt file")
    }
    var draft = ReportDraft()
    draft.isPage = false
    draft.parts = text.parts
    takeTitle(layout.stated["title"], of: text, into: &draft)
    let author = layout.stated["author"]
    draft.metadata.byline = author.flatMap { PDFReader.isPerson($0) ? $0 : nil }
    draft.metadata.created = layout.stated["creationdate"].flatMap(StatedDate.parse)
    PressRelease.setApart(&draft.parts)
    return draft
  }

  /// Throws the sentence that tells why there is no text.
  private func check(_ outcome: ChildProcess.Outcome, _ place: String) throws(ReadingError) {
    switch outcome.overrun {
    case .time:
      throw ReadingError(
        "reading the PDF took more than \(seconds) seconds", place: place,
        remedy: "save the text as a .txt file")
    case .output:
      throw ReadingError(
        "the PDF holds too much text: with its layout more than \(largestOutput) bytes", place: place,
        remedy: "split it, or save the pages of the report as a .txt file")
    case nil: break
    }
    guard outcome.status != 0 else { return }
    let said = LineOfText(String(outcome.complaint.prefix { $0 != "\n" })).string
    if outcome.complaint.contains("Incorrect password") {
      throw ReadingError(
        "the PDF is encrypted and needs a password", place: place,
        remedy: "open it with its password and save it without one, or save its text as .txt")
    }
    if outcome.status == 3 {
      throw ReadingError(
        "the PDF does not allow its text to be copied", place: place,
        remedy: "ask for a copy that does, or save its text as .txt")
    }
    throw ReadingError(
      "the PDF is broken and cannot be read", place: place,
      remedy: "fetch or save it again", cause: said.isEmpty ? nil : said)
  }

  // MARK: - What the file states

  /// The title is the one stated where it looks like one; else the largest heading of the first page,
  /// or its first line where that could be one.
  private func takeTitle(_ stated: String?, of text: PDFText, into draft: inout ReportDraft) {
    if let stated, PDFReader.isTitle(stated) {
      draft.metadata.title = stated
    } else {
      draft.metadata.title = text.title
    }
    let wanted = draft.metadata.title.map { Array($0.utf8)[...] }
    let place = draft.parts.prefix(5).firstIndex { part in
      guard !part.isApart else { return false }
      if let wanted { return PageBody.same(part.bytes, wanted) }
      return PlainTextReader.isTitle(part.line) && Furniture.role(of: part.line) == .body
    }
    guard let place, place < draft.parts.count - 1 else { return }
    draft.metadata.title = draft.metadata.title ?? draft.parts[place].line.string
    draft.parts[place].kind = .heading
  }

  /// Whether a stated title is one, and not the name of the file that it was made from.
  private static func isTitle(_ title: String) -> Bool {
    let small = title.lowercased()
    let isFile = [".doc", ".docx", ".pdf", ".indd", ".odt", ".rtf", ".txt", ".html", ".pages"]
      .contains { small.hasSuffix($0) }
    return !isFile && !small.hasPrefix("microsoft word") && !small.hasPrefix("untitled")
      && !small.hasPrefix("powerpoint") && LineOfText(title).wordCount(upTo: 3) >= 3
  }

  /// Whether an author is a name of two words or more, and not an account's.
  static func isPerson(_ author: String) -> Bool {
    let line = LineOfText(author)
    return (2...12).contains(line.wordCount(upTo: 13)) && !line.startsSmall
      && !author.lowercased().hasPrefix("microsoft")
  }
}
