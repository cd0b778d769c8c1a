internal import SaysoRecords

/// A report's text as HTML in its blocks, with the speaker, cue, content and relays of every statement
/// marked where they stand.
///
/// Statements lie inside each other and beside each other, so the text is cut wherever one of their
/// parts begins or ends, and each piece carries all that it is part of.
struct MarkedReport {
  /// The text, without its headline.
  let html: String

  private struct Part {
    let span: TextSpan
    let statement: Int
    let role: StaticString
    let rank: Int
  }

  /// The whole text, or only the blocks that a statement reaches into, with one on each side.
  ///
  /// - Parameter record: the address of the record of the statement of a number, from 0 on; nil for the
  ///   mark of this page.
  init(
    _ read: ReadReport, around own: Statement? = nil, record: (Int) -> String? = { _ in nil }
  ) {
    var parts: [Part] = []
    for (number, statement) in read.statements.enumerated() {
      func add(_ passage: Passage?, _ role: StaticString, _ rank: Int) {
        for span in passage?.spans ?? [] where !span.isEmpty {
          parts.append(Part(span: span, statement: number, role: role, rank: rank))
        }
      }
      add(statement.content, "content", 0)
      for relay in statement.chain { add(relay.passage, "relay", 1) }
      add(statement.speaker?.passage, "speaker", 2)
      add(statement.cue, "cue", 3)
    }
    let starts = read.statements.map { $0.passages.map(\.extent.start).min() ?? 0 }
    var html = HTMLText()
    let text = read.report.text
    var blocks = MarkedReport.blocks(of: read.report)
    if let own {
      let extents = own.passages.map(\.extent)
      let near = blocks.indices.filter { place in
        extents.contains { $0.overlaps(blocks[place].span) }
      }
      if let first = near.first, let last = near.last {
        blocks = Array(blocks[max(0, first - 1)...min(blocks.count - 1, last + 1)])
      }
    }
    for block in blocks {
      MarkedReport.open(block.kind, &html)
      MarkedReport.add(block.span, of: text, parts, starts, read.statements, record, &html)
      MarkedReport.close(block.kind, &html)
    }
    self.html = html.html
  }

  /// The blocks with what lies between them, which has no kind.
  private static func blocks(of report: Report) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var place = 0
    func gap(to end: Int) {
      let span = TextSpan(place, end)
      if report.text.bytes[place..<end].contains(where: { $0 > 32 }) {
        blocks.append(TextBlock(.paragraph, span))
      }
    }
    for block in report.blocks {
      if place < block.span.start { gap(to: block.span.start) }
      blocks.append(block)
      place = block.span.end
    }
    if place < report.text.byteCount { gap(to: report.text.byteCount) }
    return blocks
  }

  private static func open(_ kind: TextBlock.Kind, _ html: inout HTMLText) {
    switch kind {
    case .paragraph: html.add("<p>")
    case .heading: html.add("<h3>")
    case .listItem: html.add("<p class=\"item\">")
    case .quotation: html.add("<blockquote><p>")
    }
  }

  private static func close(_ kind: TextBlock.Kind, _ html: inout HTMLText) {
    switch kind {
    case .paragraph, .listItem: html.add("</p>\n")
    case .heading: html.add("</h3>\n")
    case .quotation: html.add("</p></blockquote>\n")
    }
  }

  private static func add(
    _ block: TextSpan, of text: FrozenText, _ parts: [Part], _ starts: [Int],
    _ statements: [Statement], _ record: (Int) -> String?, _ html: inout HTMLText
  ) {
    let inside = parts.filter { $0.span.overlaps(block) }
    let openings = starts.indices.filter { block.contains(starts[$0]) }
    var cuts = Set([block.start, block.end])
    for part in inside {
      cuts.insert(max(block.start, part.span.start))
      cuts.insert(min(block.end, part.span.end))
    }
    for opening in openings { cuts.insert(starts[opening]) }
    let places = cuts.sorted()
    for (start, end) in zip(places, places.dropFirst()) {
      for number in openings where starts[number] == start {
        html.add("<a class=\"number\" id=\"s-")
        html.add(text: statements[number].id.text)
        html.add("\" href=\"")
        html.add(text: record(number) ?? "#r-" + statements[number].id.text)
        html.add("\" aria-label=\"Statement ")
        html.add(number + 1)
        html.add("\">")
        html.add(number + 1)
        html.add("</a>")
      }
      let piece = TextSpan(start, end)
      let own = inside.filter { $0.span.contains(piece) }
      guard let top = own.max(by: { ($0.rank, $0.statement) < ($1.rank, $1.statement) }) else {
        html.add(text: text.words(piece))
        continue
      }
      html.add("<span class=\"m ")
      html.add(top.role)
      html.add("\" data-s=\"")
      html.add(
        text: Set(own.map(\.statement)).sorted().map { statements[$0].id.text }
          .joined(separator: " "))
      html.add("\">")
      html.add(text: text.words(piece))
      html.add("</span>")
    }
  }
}
