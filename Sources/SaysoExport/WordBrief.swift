internal import Sayso
internal import SaysoRecords

/// A brief as a document for word processors (WordprocessingML, ISO/IEC 29500-1), with the words of each
/// statement in the paragraph that they stand in, highlighted, and the list of reports at the end.
struct WordBrief {
  private let material: StoryMaterial
  /// The addresses that links lead to, as they were first used; their place is the relation's number.
  private let addresses: [String]

  init(_ material: StoryMaterial) {
    self.material = material
    var seen: Set<String> = []
    addresses = material.reads.compactMap { WebLink.address($0.report.url) }
      .filter { seen.insert($0).inserted }
  }

  /// The document.
  var bytes: [UInt8] {
    get throws {
      try ZipFile.bytes(
        of: [
          ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.relations),
          ("word/document.xml", document), ("word/styles.xml", WordParts.styles),
          ("word/_rels/document.xml.rels", WordParts.documentRelations(addresses)),
          (
            "docProps/core.xml",
            WordParts.properties(title: material.story.name, now: material.now)
          ),
        ].map { Export.File(path: $0, bytes: Array($1.utf8)) })
    }
  }

  private var document: String {
    let sheet = BriefSheet(material.brief)
    var body = paragraph("Title", text(sheet.title)) + paragraph("Facts", text(sheet.facts))
    for section in sheet.sections {
      body += paragraph("Heading1", text(section.title))
      for entry in section.entries {
        let isClaim = entry.isQuoted
        body += paragraph(
          isClaim ? "Heading2" : "ListBullet",
          text(isClaim ? BriefSheet.quoted(entry.text) : entry.text))
        if let facts = entry.facts { body += paragraph("Facts", text(facts)) }
        for id in entry.statements { body += quotation(id) }
        for line in entry.lines {
          let look = line.stance.flatMap(WordBrief.look) ?? ""
          body += paragraph("ListBullet", text(line.text, look))
          for id in line.statements { body += quotation(id) }
        }
      }
    }
    body += paragraph("Heading1", text("Reports"))
    for (number, read) in material.reads.enumerated() { body += source(read.report, number) }
    body += paragraph("Facts", text("Made by Sayso \(saysoVersion), \(material.now)."))
    return WordParts.document(body: body)
  }

  /// A statement's words in the lines that they stand on.
  private func quotation(_ id: StatementID) -> String {
    guard let (read, statement) = material.source(id) else { return "" }
    let report = read.report
    let (start, end) = around(statement, in: report.text)
    let runs = MarkedText.pieces(of: TextSpan(start, end), marks: [statement.content.spans]).map {
      text(
        report.text.words($0.span), $0.marks.isEmpty ? "" : "<w:highlight w:val=\"yellow\"/>")
    }
    let place = [report.outlet ?? "no outlet", report.published?.date.iso].compactMap { $0 }
    var source = text(" — " + place.joined(separator: ", "))
    if let number = material.reportNumber(of: id) {
      source =
        "<w:hyperlink w:anchor=\"report_\(number)\" w:history=\"1\">" + source + "</w:hyperlink>"
    }
    return paragraph("Quote", runs.joined() + source)
  }

  /// At most this much of the line is shown on each side of the words: a page, not a report.
  private static let most = 400

  private func around(_ statement: Statement, in text: FrozenText) -> (Int, Int) {
    let extent = statement.content.extent
    let bytes = text.bytes
    var (start, end) = (extent.start, extent.end)
    while start > 0, bytes[start - 1] != 10, extent.start - start < WordBrief.most { start -= 1 }
    while start < extent.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end < bytes.count, bytes[end] != 10, end - extent.end < WordBrief.most { end += 1 }
    while end > extent.end, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return (start, end)
  }

  private func source(_ report: Report, _ number: Int) -> String {
    let facts = [
      report.outlet, report.agency, report.published?.iso ?? "undated",
      "SHA-256 " + report.sha256.hex,
    ].compactMap { $0 }.joined(separator: " · ")
    let title = text(report.title ?? "Report without a title", "<w:b/>")
    var runs =
      "<w:bookmarkStart w:id=\"\(number)\" w:name=\"report_\(number)\"/>" + title
      + "<w:bookmarkEnd w:id=\"\(number)\"/>" + text(" — " + facts)
    if let address = WebLink.address(report.url),
      let place = addresses.firstIndex(of: address)
    {
      runs += text(" ")
      runs +=
        "<w:hyperlink r:id=\"link\(place)\" w:history=\"1\">"
        + text(address, "<w:rStyle w:val=\"Hyperlink\"/>") + "</w:hyperlink>"
    }
    return paragraph("ListBullet", runs)
  }

  private func paragraph(_ style: String, _ runs: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>\n"
  }

  /// A run of text; `look` is of the elements of run properties.
  private func text(_ words: String, _ look: String = "") -> String {
    let line = words.split(omittingEmptySubsequences: false) { $0.isNewline }
      .joined(separator: " ")
    let properties = look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(MarkupText.escaped(line))</w:t></w:r>"
  }

  private static func look(_ stance: Stance) -> String? {
    switch stance {
    case .denies: "<w:color w:val=\"A11D1D\"/>"
    case .confirms: "<w:color w:val=\"1C6B32\"/>"
    case .doubts, .declines: "<w:color w:val=\"875A00\"/>"
    default: nil
    }
  }
}
