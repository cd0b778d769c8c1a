internal import Sayso
internal import SaysoRecords

/// A brief as one page of HTML: each line opens onto the exact words in its report, whose text follows.
///
/// It has no script, fetches nothing, and says so to the browser (Content Security Policy); what comes from
/// reports is escaped.
struct Dossier {
  private let material: StoryMaterial

  init(_ material: StoryMaterial) { self.material = material }

  /// The page, in UTF-8.
  var bytes: [UInt8] {
    let sheet = BriefSheet(material.brief)
    let title = MarkupText.escaped(sheet.title)
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Sayso \(saysoVersion)">
      <title>\(title)</title>
      <style>
      \(DossierStyle.sheet)
      </style>
      </head>
      <body>
      <header>
      <h1 dir="auto">\(title)</h1>
      <p class="facts" dir="auto">\(MarkupText.escaped(sheet.facts))</p>
      </header>
      <nav aria-label="Contents"><ul>

      """
    for (number, section) in sheet.sections.enumerated() {
      page += "<li><a href=\"#section-\(number)\">\(section.title)</a></li>\n"
    }
    page += "<li><a href=\"#reports\">Reports</a></li>\n</ul></nav>\n<main>\n"
    for (number, section) in sheet.sections.enumerated() {
      page += "<section id=\"section-\(number)\">\n<h2>\(section.title)</h2>\n"
      let isClaims = section.title == "Claims"
      if !isClaims { page += "<ul class=\"lines\">\n" }
      for entry in section.entries { page += isClaims ? claim(entry) : line(entry) }
      if !isClaims { page += "</ul>\n" }
      page += "</section>\n"
    }
    page += "<section id=\"reports\">\n<h2>Reports</h2>\n"
    for (number, read) in material.reads.enumerated() { page += report(read, number) }
    page += "</section>\n</main>\n<footer><p>Made by Sayso \(saysoVersion), "
    page += "\(MarkupText.escaped(material.now)). Marked words are the reports’ own.</p></footer>\n"
    page += "</body>\n</html>\n"
    return Array(page.utf8)
  }

  // MARK: - The brief

  private func claim(_ entry: BriefSheet.Entry) -> String {
    let mark = entry.claim.map { " id=\"claim-\(FileName.mark($0.text))\"" } ?? ""
    var html = "<article class=\"claim\"\(mark)>\n"
    html += "<h3 dir=\"auto\">\(MarkupText.escaped(BriefSheet.quoted(entry.text)))</h3>\n"
    if let facts = entry.facts {
      html += "<p class=\"facts\" dir=\"auto\">\(MarkupText.escaped(facts))</p>\n"
    }
    return html + lines(entry.lines) + "</article>\n"
  }

  private func line(_ entry: BriefSheet.Entry) -> String {
    var words = "<span dir=\"auto\">\(MarkupText.escaped(entry.text))</span>"
    if let claim = entry.claim, material.claim(claim) != nil {
      words = "<a href=\"#claim-\(FileName.mark(claim.text))\">\(words)</a>"
    }
    var html = "<li>\(words)"
    if let facts = entry.facts {
      html += "<div class=\"facts\" dir=\"auto\">\(MarkupText.escaped(facts))</div>"
    }
    html += "\n" + evidence(entry.statements)
    if !entry.lines.isEmpty { html += lines(entry.lines) }
    return html + "</li>\n"
  }

  private func lines(_ lines: [BriefSheet.Line]) -> String {
    guard !lines.isEmpty else { return "" }
    var html = "<ul class=\"lines\">\n"
    for line in lines {
      let style = line.stance.map { " class=\"\($0.rawValue)\"" } ?? ""
      html += "<li><span dir=\"auto\"\(style)>\(MarkupText.escaped(line.text))</span>\n"
      html += evidence(line.statements) + "</li>\n"
    }
    return html + "</ul>\n"
  }

  /// The statements of a line, each opening onto its words.
  private func evidence(_ statements: [StatementID]) -> String {
    statements.compactMap { id in
      material.source(id).map { evidence(id, $0.statement, $0.read) }
    }.joined()
  }

  private func evidence(_ id: StatementID, _ statement: Statement, _ read: ReadReport) -> String {
    let report = read.report
    let corrected = material.briefing.sources[id]?.corrected ?? statement.corrected
    let place = [
      report.outlet ?? "no outlet", report.published?.date.iso,
      corrected.isEmpty
        ? nil : "put right by a person: " + corrected.map(\.rawValue).joined(separator: ", "),
    ].compactMap { $0 }
    let around = Dossier.paragraphs(around: statement, in: report.text)
    let words = pieces(of: around, in: read, marks: [statement.content.spans], anchors: [])
    return """
      <details><summary dir="auto">\(MarkupText.escaped(place.joined(separator: ", ")))</summary>
      <blockquote dir="auto"\(Dossier.language(report))><p>\(words)</p>
      <a class="source" href="#s-\(FileName.mark(id.text))">in the report</a></blockquote></details>

      """
  }

  // MARK: - The reports

  private func report(_ read: ReadReport, _ number: Int) -> String {
    let report = read.report
    let title = MarkupText.escaped(report.title ?? "Report without a title")
    var html =
      "<article class=\"report\" id=\"report-\(number)\">\n<h3 dir=\"auto\">\(title)</h3>\n"
    html += "<dl>\n"
    for (name, value) in [
      ("Outlet", report.outlet), ("Agency", report.agency), ("By", report.byline),
      ("Published", report.published?.iso), ("Changed", report.modified?.iso),
      ("Report", report.id.text), ("SHA-256", report.sha256.hex),
    ] {
      guard let value else { continue }
      html += "<dt>\(name)</dt><dd dir=\"auto\">\(MarkupText.escaped(value))</dd>\n"
    }
    if let url = report.url {
      var words = MarkupText.escaped(url)
      if let address = WebLink.address(url) {
        let target = MarkupText.escaped(address)
        words = "<a href=\"\(target)\" rel=\"noopener noreferrer\">\(words)</a>"
      }
      html += "<dt>Address</dt><dd>\(words)</dd>\n"
    }
    html += "</dl>\n<div class=\"text\" dir=\"auto\"\(Dossier.language(report))>\n"
    let marks = read.statements.map(\.content.spans)
    let anchors = read.statements.map { "s-" + FileName.mark($0.id.text) }
    var opened: Set<String> = []
    for span in Dossier.paragraphs(of: report.text) {
      html += "<p>"
      html += pieces(of: span, in: read, marks: marks, anchors: anchors, opened: &opened)
      html += "</p>\n"
    }
    return html + "</div>\n</article>\n"
  }

  private func pieces(
    of span: TextSpan, in read: ReadReport, marks: [[TextSpan]], anchors: [String]
  ) -> String {
    var opened: Set<String> = []
    return pieces(of: span, in: read, marks: marks, anchors: anchors, opened: &opened)
  }

  /// A part of a report's text with its marks; the first piece of each is what its anchor names.
  private func pieces(
    of span: TextSpan, in read: ReadReport, marks: [[TextSpan]], anchors: [String],
    opened: inout Set<String>
  ) -> String {
    var html = ""
    for piece in MarkedText.pieces(of: span, marks: marks) {
      var words = MarkupText.escaped(read.report.text.words(piece.span))
      if !piece.marks.isEmpty { words = "<mark>\(words)</mark>" }
      for opening in piece.openings where opening < anchors.count {
        guard opened.insert(anchors[opening]).inserted else { continue }
        let told = tooltip(read.statements[opening], in: read)
        words =
          "<span class=\"at\" id=\"\(anchors[opening])\" title=\"\(MarkupText.escaped(told))\">"
          + words + "</span>"
      }
      html += words
    }
    return html
  }

  private func tooltip(_ statement: Statement, in read: ReadReport) -> String {
    let who = material.actor(of: statement) ?? statement.speaker?.passage.text
    return "\(BriefSheet.who(who)) \(statement.stance.rawValue)"
  }

  private static func language(_ report: Report) -> String {
    report.language.map { " lang=\"\(MarkupText.escaped($0))\"" } ?? ""
  }

  /// The lines of a text that hold something.
  private static func paragraphs(of text: FrozenText) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    for (place, byte) in text.bytes.enumerated() where byte == 10 || byte == 13 {
      if place > start { spans.append(TextSpan(start, place)) }
      start = place + 1
    }
    if text.byteCount > start { spans.append(TextSpan(start, text.byteCount)) }
    return spans
  }

  /// The whole lines that a statement's content stands on.
  private static func paragraphs(around statement: Statement, in text: FrozenText) -> TextSpan {
    let extent = statement.content.extent
    var (start, end) = (extent.start, extent.end)
    while start > 0, text.bytes[start - 1] != 10 { start -= 1 }
    while end < text.byteCount, text.bytes[end] != 10 { end += 1 }
    return TextSpan(start, end)
  }
}
