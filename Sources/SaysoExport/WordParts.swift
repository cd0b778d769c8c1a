internal import Sayso

/// The fixed parts of a Word document (Open Packaging Conventions, ISO/IEC 29500-2).
enum WordParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// What each part is.
  static let contentTypes =
    head + """
      <Types xmlns="\(package)/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="\(wordType).document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="\(wordType).styles+xml"/>
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
      </Types>
      """

  /// Where the document and what is known about it lie.
  static let relations =
    head + """
      <Relationships xmlns="\(package)/relationships">
      <Relationship Id="document" Type="\(office)/relationships/officeDocument" Target="word/document.xml"/>
      <Relationship Id="properties" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>
      </Relationships>
      """

  /// What the document refers to: its styles, and addresses of the web by their place in the list.
  static func documentRelations(_ addresses: [String]) -> String {
    var text =
      head + "<Relationships xmlns=\"\(package)/relationships\">\n"
      + "<Relationship Id=\"styles\" Type=\"\(office)/relationships/styles\" Target=\"styles.xml\"/>\n"
    for (place, address) in addresses.enumerated() {
      text +=
        "<Relationship Id=\"link\(place)\" Type=\"\(office)/relationships/hyperlink\" "
        + "Target=\"\(MarkupText.escaped(address))\" TargetMode=\"External\"/>\n"
    }
    return text + "</Relationships>\n"
  }

  /// The title and the time of making.
  static func properties(title: String, now: String) -> String {
    let created = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(MarkupText.escaped(now))"
    let time = now.utf8.count >= 20 ? created + "</dcterms:created>\n" : ""
    return head + """
      <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <dc:title>\(MarkupText.escaped(title))</dc:title>
      <dc:creator>Sayso \(saysoVersion)</dc:creator>
      \(time)</cp:coreProperties>
      """
  }

  /// The document around its paragraphs: A4, with margins of 2.5 cm.
  static func document(body: String) -> String {
    head
      + "<w:document xmlns:w=\"\(words)\" xmlns:r=\"\(office)/relationships\"><w:body>\n" + body
      + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
      + "<w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" "
      + "w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n"
  }

  /// The styles: sizes in half points, distances in twentieths of a point.
  static let styles: String = {
    func style(
      _ id: String, _ name: String, _ paragraph: String, _ run: String, next: String = "Normal"
    ) -> String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
        + "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"\(next)\"/><w:qFormat/>"
        + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>\n"
    }
    return head + "<w:styles xmlns:w=\"\(words)\">\n"
      + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "
      + "w:cs=\"Calibri\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>\n"
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
      + "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>\n"
      + style(
        "Title", "Title", "<w:keepNext/><w:spacing w:after=\"60\"/>",
        "<w:b/><w:sz w:val=\"40\"/>")
      + style(
        "Heading1", "heading 1",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"30\"/>")
      + style(
        "Heading2", "heading 2",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"40\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"24\"/>")
      + style("Facts", "Facts", "", "<w:color w:val=\"5C5C5C\"/><w:sz w:val=\"19\"/>")
      + style(
        "ListBullet", "List Bullet", "<w:spacing w:after=\"40\"/><w:ind w:left=\"284\"/>", "",
        next: "ListBullet")
      + style(
        "Quote", "Quote", "<w:spacing w:after=\"80\"/><w:ind w:left=\"567\" w:right=\"284\"/>",
        "<w:sz w:val=\"20\"/>")
      + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
      + "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>\n</w:styles>\n"
  }()
}
