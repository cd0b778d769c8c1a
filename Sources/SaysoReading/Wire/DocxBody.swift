import SaysoRecords

/// The running text of word/document.xml: paragraphs, lists and tables in order, with marks where
/// pages begin.
///
/// Text that was struck out, notes, comments, text boxes and drawings are left out.
struct DocxBody {
  /// The parts in order.
  private(set) var parts: [Part] = []
  /// The paragraph in the style "Title".
  private(set) var title: String?
  /// The paragraph in the style "Subtitle".
  private(set) var subtitle: String?

  private let styles: DocxStyles
  private var page = 1
  /// The page whose beginning the last mark tells.
  private var markedPage = 1
  /// Whether a page ended and no text came since: Word notes one break twice.
  private var isBreakPending = false

  init(_ body: XMLNode, styles: DocxStyles) {
    self.styles = styles
    addBlocks(of: body)
  }

  private mutating func addBlocks(of node: XMLNode) {
    for child in node.children {
      switch child.name {
      case "p": addParagraph(child)
      case "tbl": addTable(child)
      case "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "body", "txbxContent":
        addBlocks(of: child)
      default: break
      }
    }
  }

  // MARK: - Paragraphs

  /// The words of a paragraph, and what of them is bold or italic.
  private struct Words {
    var bytes: [UInt8] = []
    var plain = 0
    var emphasised = 0
    /// The page on which the first of them stands.
    var page: Int?
  }

  private mutating func addParagraph(_ node: XMLNode) {
    let properties = node.first("pPr")
    if let flag = properties?.first("pageBreakBefore"), flag["val"] != "0", flag["val"] != "false" {
      isBreakPending = true
    }
    var words = Words()
    collect(node, into: &words)
    add(words, as: styles.role(of: properties))
    // A section that ends here sends what follows to a new page unless it says otherwise.
    if let section = properties?.first("sectPr"), section.first("type")?["val"] != "continuous" {
      isBreakPending = true
    }
  }

  private mutating func add(_ words: Words, as role: DocxStyles.Role) {
    let line = LineOfText(words.bytes[...])
    guard !line.isEmpty else { return }
    if let page = words.page, page > markedPage {
      parts.append(Part.pageMark(page))
      markedPage = page
    }
    var part = Part(kind: .paragraph, bytes: line.bytes)
    switch role {
    case .title:
      part.kind = .heading
      title = title ?? DocxBody.oneLine(line)
    case .subtitle:
      part.kind = .heading
      subtitle = subtitle ?? DocxBody.oneLine(line)
    case .heading: part.kind = .heading
    case .listItem: part.kind = .listItem
    case .quotation: part.kind = .quotation
    case .caption: part.isApart = true
    case .paragraph: part.isEmphasised = words.plain == 0 && words.emphasised > 0
    }
    parts.append(part)
  }

  private static func oneLine(_ line: LineOfText) -> String {
    line.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Adds the text of runs, through links, fields and insertions.
  private mutating func collect(_ node: XMLNode, into words: inout Words) {
    for child in node.children {
      switch child.name {
      case "r": addRun(child, into: &words)
      case "hyperlink", "ins", "moveTo", "fldSimple", "smartTag", "sdt", "sdtContent", "customXml",
        "dir", "bdo":
        collect(child, into: &words)
      default: break
      }
    }
  }

  private mutating func addRun(_ run: XMLNode, into words: inout Words) {
    let properties = run.first("rPr")
    if DocxBody.isOn(properties?.first("vanish")) { return }
    let isEmphasised =
      DocxBody.isOn(properties?.first("b")) || DocxBody.isOn(properties?.first("i"))
    for piece in run.children {
      switch piece.name {
      case "t":
        let text = piece.textBytes
        guard !text.isEmpty else { continue }
        if isBreakPending, !LineOfText(text[...]).isEmpty {
          page += 1
          isBreakPending = false
        }
        let letters = text.count { $0 > 0x20 }
        if isEmphasised { words.emphasised += letters } else { words.plain += letters }
        if words.page == nil, letters > 0 { words.page = page }
        words.bytes += text
      case "tab", "ptab": words.bytes.append(32)
      case "noBreakHyphen": words.bytes.append(UInt8(ascii: "-"))
      case "cr": words.bytes.append(10)
      case "br":
        if piece["type"] == "page" { isBreakPending = true } else { words.bytes.append(10) }
      case "lastRenderedPageBreak": isBreakPending = true
      default: break
      }
    }
  }

  private static func isOn(_ property: XMLNode?) -> Bool {
    guard let property else { return false }
    return !["0", "false", "none", "off"].contains(property["val"] ?? "1")
  }

  // MARK: - Tables

  /// Adds a line for each row, its cells parted by bars; a table that only holds the layout gives
  /// its paragraphs.
  private mutating func addTable(_ table: XMLNode) {
    for row in table.all("tr") {
      let cells = row.all("tc")
      let isLayout =
        cells.count == 1
        || cells.contains { cell in
          cell.first("tbl") != nil
            || cell.all("p").count { !LineOfText($0.textBytes[...]).isEmpty } > 1
        }
      if isLayout {
        for cell in cells { addBlocks(of: cell) }
        continue
      }
      var line = Words()
      for cell in cells {
        var words = Words()
        for paragraph in cell.all("p") { collect(paragraph, into: &words) }
        let text = LineOfText(words.bytes[...]).bytes
        guard !text.isEmpty else { continue }
        if !line.bytes.isEmpty { line.bytes += " | ".utf8 }
        line.bytes += text
        line.plain += 1
        line.page = line.page ?? words.page
      }
      add(line, as: .paragraph)
    }
  }
}
