/// The formats that reports come in.
enum FileFormat: Hashable, Sendable {
  case plainText
  case markdown
  case html
  /// One JSON object, or an array of them: reports, a JSON Feed or ninjs.
  case json
  /// One JSON object per line.
  case jsonLines
  /// RSS, Atom, a sitemap, OPML or NewsML-G2: the root element tells which.
  case xml
  /// A message of RFC 5322, or a mailbox's one message in a file.
  case mail
  /// A page with its parts, saved as one message of MIME.
  case mhtml
  case pdf
  case docx
  /// An archive of many files: WARC, ARC, WACZ, zip, tar, read as a stream (see `Archives`).
  case archive

  /// The endings that are looked for in folders, with their formats.
  static let endings: [String: FileFormat] = [
    "txt": .plainText, "text": .plainText, "md": .markdown, "markdown": .markdown, "html": .html,
    "htm": .html, "xhtml": .html, "json": .json, "jsonl": .jsonLines, "ndjson": .jsonLines,
    "xml": .xml, "rss": .xml, "atom": .xml, "rdf": .xml, "opml": .xml, "newsml": .xml,
    "eml": .mail, "mht": .mhtml, "mhtml": .mhtml, "pdf": .pdf, "docx": .docx, "warc": .archive,
    "arc": .archive, "wacz": .archive, "zip": .archive, "tar": .archive, "tgz": .archive,
  ]

  /// The media types of RFC 6838 that name a format.
  static let mediaTypes: [String: FileFormat] = [
    "text/html": .html, "application/xhtml+xml": .html, "text/markdown": .markdown,
    "application/json": .json, "application/feed+json": .json, "application/x-ndjson": .jsonLines,
    "application/rss+xml": .xml, "application/atom+xml": .xml, "application/rdf+xml": .xml,
    "application/xml": .xml, "text/xml": .xml, "text/x-opml": .xml, "message/rfc822": .mail,
    "multipart/related": .mhtml, "application/pdf": .pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": .docx,
  ]

  /// The formats whose bytes are no text.
  var isBinary: Bool { self == .pdf || self == .docx || self == .archive }

  /// The binary format that the first bytes mark; nil where they mark none that is known.
  static func binary(_ bytes: some Collection<UInt8>, ending: String) -> FileFormat? {
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return ending == "docx" ? .docx : .archive }
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "WARC/".utf8)
      || bytes.starts(with: "filedesc://".utf8)
    {
      return .archive
    }
    return nil
  }

  /// The format that `ending` names, or else the one that the first bytes look like.
  ///
  /// A page saved under the ending of plain text is still a page, and so is one under the ending or
  /// the media type of a feed.
  init(ending: String, mediaType: String? = nil, text: [UInt8]) {
    let head = LineOfText(text.prefix(1024)).lowercased[...]
    let isPage =
      head.begins(with: "<!doctype html") || head.begins(with: "<html")
      || (head.begins(with: "<?xml") && head.firstPlace(of: "<html") != nil
        && head.firstPlace(of: "<newsitem") == nil && head.firstPlace(of: "<newsmessage") == nil)
    let named = mediaType.flatMap { FileFormat.mediaTypes[$0] } ?? FileFormat.endings[ending]
    if let named, !named.isBinary, !(isPage && (named == .plainText || named == .xml)) {
      self = named
      return
    }
    let start = LineOfText(text.prefix(65_536)).bytes
    if isPage {
      self = .html
    } else if start.first == UInt8(ascii: "{") || start.begins(with: "[{") {
      let line = start.prefix { $0 != 10 }
      self = line.first == UInt8(ascii: "{") && (try? JSONValue(line)) != nil ? .jsonLines : .json
    } else if FileFormat.opensXML(start) {
      self = .xml
    } else if let mail = MailReader.format(of: start) {
      self = mail
    } else if FrontMatter(text) != nil || start.begins(with: "# ")
      || start.firstPlace(of: "\n# ") != nil || start.firstPlace(of: "\n## ") != nil
      || start.firstPlace(of: "](http") != nil
    {
      self = .markdown
    } else {
      self = .plainText
    }
  }

  /// Whether text begins as an XML document does.
  private static func opensXML(_ text: ArraySlice<UInt8>) -> Bool {
    for mark in [
      "<?xml", "<rss", "<feed", "<rdf:", "<opml", "<urlset", "<sitemapindex", "<newsItem",
      "<newsMessage", "<packageItem", "<nitf",
    ] as [StaticString]
    where text.begins(with: mark) { return true }
    return false
  }
}
