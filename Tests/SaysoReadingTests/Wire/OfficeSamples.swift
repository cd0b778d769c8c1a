/// Word and PDF files made byte by byte, about invented people.
enum OfficeSamples {
  // MARK: - Zip and Word

  /// A zip archive whose entries are stored as they are (PKWARE APPNOTE 6.3, sections 4.3.7-4.3.16).
  static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let offset = result.count
      let sizes = little(crc(entry.bytes), 4) + little(UInt32(entry.bytes.count), 4)
        + little(UInt32(entry.bytes.count), 4) + little(UInt32(name.count), 2) + little(0, 2)
      let common = little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + sizes
      result += [0x50, 0x4B, 3, 4] + common + name + entry.bytes
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(UInt32(offset), 4) + name
    }
    let start = result.count
    result += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
    result += little(UInt32(entries.count), 2) + little(UInt32(entries.count), 2)
    return result + little(UInt32(directory.count), 4) + little(UInt32(start), 4) + little(0, 2)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }

  static let document = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Ferries stop</w:t></w:r></w:p>
    <w:p><w:pPr><w:pStyle w:val="Untertitel"/></w:pPr><w:r><w:t>Cracks in two hulls</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">The operator stopped its </w:t></w:r><w:ins><w:r><w:t>northern</w:t></w:r></w:ins><w:del><w:r><w:delText>southern</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> line on Tuesday, its director said.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
    <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>What comes next</w:t></w:r></w:p>
    <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>An inquiry was ordered.</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:r><w:br w:type="page"/></w:r></w:p>
    <w:p><w:r><w:lastRenderedPageBreak/><w:t>The ministry confirmed that it </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r><w:hyperlink><w:r><w:t>had been told</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>on Monday.</w:t></w:r></w:p>
    <w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>A ferry at the quay, as the company said.</w:t></w:r></w:p>
    <w:p><w:r><w:t>Contact: Ada Quill, 555 0100</w:t></w:r></w:p>
    </w:body></w:document>
    """

  static let styles = """
    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
    <w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
    <w:style w:styleId="kop"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="berschrift1"><w:name w:val="My head"/><w:basedOn w:val="kop"/></w:style>
    </w:styles>
    """

  static let core = """
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
    <dc:title>Template</dc:title><dc:creator>Ada Quill</dc:creator><cp:keywords>ferries, yards</cp:keywords>
    <dcterms:created>2031-10-21T07:00:00Z</dcterms:created><dcterms:modified>2031-10-21T08:00:00Z</dcterms:modified>
    </cp:coreProperties>
    """

  static let docx = zip([
    ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
    ("word/styles.xml", Array(styles.utf8)), ("docProps/core.xml", Array(core.utf8)),
  ])

  // MARK: - PDF

  /// A line of a page: where it begins, the size of its letters, its words in ASCII.
  struct PlacedLine {
    let x: Int
    let y: Int
    var size = 11
    let text: String
  }

  /// Lines of a paragraph, one under the other, the first set in.
  static func paragraph(_ x: Int, _ y: Int, indent: Int = 0, _ lines: [String]) -> [PlacedLine] {
    lines.enumerated().map { number, text in
      PlacedLine(x: x + (number == 0 ? indent : 0), y: y - 13 * number, text: text)
    }
  }

  /// A PDF file (ISO 32000-1, section 7.5) with a page for each list of lines.
  static func pdf(_ pages: [[PlacedLine]], properties: String = "") -> [UInt8] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for (number, page) in pages.enumerated() {
      var content = ""
      for line in page {
        content += "BT /F1 \(line.size) Tf \(line.x) \(line.y) Td (\(line.text)) Tj ET\n"
      }
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
          + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * number) 0 R >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    objects.append("<< \(properties) >>")
    var result = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (number, object) in objects.enumerated() {
      let offset = String(result.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      result += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = result.utf8.count
    result += table + "trailer << /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>"
    return Array((result + "\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  /// Two pages with head and foot, a title, paragraphs set in, a parted word and a note.
  static let pdf = pdf(
    [
      [
        PlacedLine(x: 60, y: 810, size: 9, text: "Elvane Lines - Press information"),
        PlacedLine(x: 60, y: 770, size: 18, text: "Ferry operator suspends its line"),
      ]
        + paragraph(
          60, 730,
          [
            "The ferry operator Elvane Lines suspended its northern line on Tuesday after an inspec-",
            "tion found cracks in the hulls of two vessels, the state-owned company said in a state-",
            "ment.",
          ])
        + paragraph(
          60, 691, indent: 12,
          [
            "We do not take risks with our passengers, said its managing director, Jor Vandt, who",
            "announced the decision in the capital on Tuesday evening. He declined to say how long the",
            "suspension would last, and he did not name the state-",
          ]) + [PlacedLine(x: 290, y: 30, size: 9, text: "Page 1 of 2")],
      [PlacedLine(x: 60, y: 810, size: 9, text: "Elvane Lines - Press information")]
        + paragraph(
          60, 770,
          [
            "owned yard in which the repairs are to be carried out before the ships can sail again.",
          ])
        + paragraph(
          60, 757, indent: 12,
          [
            "The ministry confirmed that it had been told about the results of the inspection, and a",
            "spokeswoman said that it had ordered an inquiry.",
          ])
        + [
          PlacedLine(x: 60, y: 80, size: 7, text: "1 The inspection was the third, the company said."),
          PlacedLine(x: 290, y: 30, size: 9, text: "Page 2 of 2"),
        ],
    ],
    properties:
      "/Title (Microsoft Word - release.docx) /Author (Ada Quill) /CreationDate (D:20311021093000+02'00')"
  )
}
