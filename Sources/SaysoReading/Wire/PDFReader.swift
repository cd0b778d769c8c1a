#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords

/// Reads PDF files through poppler's programs, which run apart: a broken file costs only itself.
struct PDFReader {
  /// Where the programs are looked for, folders with colons between.
  var searchPath = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  /// The most seconds that one of them may run.
  var seconds = 30
  /// The most bytes of text that a file may give.
  var largestText = 16 << 20

  /// The draft of a PDF file, with marks where its pages begin.
  func draft(of file: SourceFile) throws(ReadingError) -> ReportDraft {
    guard let program = ChildProcess.find("pdftotext", in: searchPath) else {
      throw ReadingError(
        "PDF files are read with poppler, whose program pdftotext is not here", place: file.name,
        remedy: "install it with: sudo apt-get install poppler-utils (Debian, Ubuntu) or "
          + "brew install poppler (macOS), or save the text as a .txt file")
    }
    // The order of reading, not the layout: columns come one after the other.
    let outcome = try process(program).run(
      ["-enc", "UTF-8", "-eol", "unix", "-", "-"], input: file.bytes, place: file.name)
    try check(outcome, file.name)
    let text = PDFText(Array(String(decoding: outcome.output, as: UTF8.self).utf8)[...])
    guard text.hasWords else {
      throw ReadingError(
        "the PDF holds no text: its pages are pictures", place: file.name,
        remedy: "recognise its text first (with ocrmypdf, for one), or type it into a .txt file")
    }
    var draft = ReportDraft()
    draft.isPage = false
    draft.parts = text.parts
    let (stated, warning) = try properties(of: file)
    draft.warnings += warning.map { [$0] } ?? []
    takeTitle(stated["title"], of: text, into: &draft)
    if let author = stated["author"], PDFReader.isPerson(author) { draft.metadata.byline = author }
    draft.metadata.created = stated["creationdate"].flatMap(StatedDate.parse)
    PressRelease.setApart(&draft.parts)
    return draft
  }

  private func process(_ program: String) -> ChildProcess {
    ChildProcess(program: program, seconds: seconds, largestOutput: largestText)
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
        "the PDF gives more than \(largestText) bytes of text", place: place,
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

  /// The fields that pdfinfo prints, by lower-case name; a warning where it cannot be asked.
  private func properties(
    of file: SourceFile
  ) throws(ReadingError) -> ([String: String], ReadingError?) {
    guard let program = ChildProcess.find("pdfinfo", in: searchPath) else {
      let warning = ReadingError(
        "title, author and date of the PDF were not read: pdfinfo is not here", place: file.name,
        remedy: "install poppler whole")
      return ([:], warning)
    }
    let outcome = try process(program).run(
      ["-isodates", "-enc", "UTF-8", "-"], input: file.bytes, place: file.name)
    guard outcome.status == 0 else {
      let warning = ReadingError(
        "title, author and date of the PDF were not read", place: file.name,
        remedy: "save it again", cause: String(outcome.complaint.prefix { $0 != "\n" }))
      return ([:], warning)
    }
    var fields: [String: String] = [:]
    for line in outcome.output.split(separator: 10) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: LineOfText(line[..<colon]).lowercased, as: UTF8.self)
      let value = LineOfText(line[(colon + 1)...]).string
      if fields[name] == nil, !value.isEmpty { fields[name] = value }
    }
    return (fields, nil)
  }

  /// The title is the one stated where it looks like one, else the first line where that does.
  private func takeTitle(_ stated: String?, of text: PDFText, into draft: inout ReportDraft) {
    let place = draft.parts.firstIndex { part in
      !part.isApart && PlainTextReader.isTitle(part.line) && Furniture.role(of: part.line) == .body
    }
    let first = place.flatMap { $0 <= 4 ? draft.parts[$0] : nil }
    if let stated, PDFReader.isTitle(stated) {
      draft.metadata.title = stated
      if let place, PageBody.same(draft.parts[place].bytes, Array(stated.utf8)[...]) {
        draft.parts[place].kind = .heading
      }
    } else if let place, let first, place < draft.parts.count - 1 {
      draft.metadata.title = first.line.string
      draft.parts[place].kind = .heading
    }
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
