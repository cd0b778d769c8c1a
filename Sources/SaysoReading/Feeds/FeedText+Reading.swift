extension FeedText {
  /// The text of an element that may hold HTML, escaped or as elements, or plain text; nil where
  /// there is nothing in it.
  ///
  /// - Parameter isHTML: what the feed says; nil where it says nothing and the text itself decides.
  init?(_ node: XMLNode?, isHTML: Bool? = nil) {
    guard let node else { return nil }
    let hasElements = node.children.contains { _ in true }
    let bytes = hasElements ? node.markup : node.textBytes
    self.init(bytes, isHTML: hasElements ? true : isHTML)
  }

  /// A text that may hold HTML; nil where there is nothing in it.
  init?(_ bytes: [UInt8], isHTML: Bool? = nil) {
    guard !LineOfText(bytes[...]).isEmpty else { return nil }
    self.init(isHTML ?? FeedText.looksLikeHTML(bytes) ? .html : .plain, bytes)
  }

  /// Whether a text holds a tag or a reference of HTML.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<"), tag(bytes[place...]) != nil { return true }
      if byte == UInt8(ascii: "&"), XMLText.reference(bytes[place...]) != nil { return true }
    }
    return false
  }

  /// The text on one line, without tags and with references resolved.
  var line: String { FeedText.line(bytes, isHTML: kind == .html) }

  /// `bytes` on one line; references are resolved even in text that claims to hold none, for a
  /// title that is to show "&#8217;" has not been seen.
  static func line(_ bytes: [UInt8], isHTML: Bool) -> String {
    var bare = bytes
    if isHTML, bytes.contains(UInt8(ascii: "<")) { bare = withoutTags(bytes) }
    if bare.contains(UInt8(ascii: "&")) { bare = XMLText.resolved(bare) }
    var result: [UInt8] = []
    result.reserveCapacity(bare.count)
    var place = 0
    while place < bare.count {
      let width = LineOfText.spaceWidth(bare[...], at: place, before: bare.count)
      if width == 0 {
        result.append(bare[place])
        place += 1
      } else {
        if result.last != 32, !result.isEmpty { result.append(32) }
        place += width
      }
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The line of a title: one in which tags and references may stand unannounced; nil when empty.
  static func title(_ node: XMLNode?) -> String? {
    guard let node else { return nil }
    let line = line(node.textBytes, isHTML: true)
    return line.isEmpty ? nil : line
  }

  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "tr", "td", "table", "blockquote", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "figure", "figcaption", "section", "article", "pre",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "embed", "font", "i", "iframe", "img",
    "ins", "mark", "nobr", "object", "q", "s", "small", "span", "strike", "strong", "sub", "sup",
    "tt", "u", "video", "audio", "wbr", "center", "script", "style", "svg", "path", "picture",
    "source", "time", "label", "button", "form", "input", "noscript", "html", "body", "head",
    "tbody", "thead", "th", "dl", "dt", "dd", "kbd", "samp", "var", "bdo", "bdi", "header",
    "footer",
    "main", "nav", "aside", "details", "summary", "o:p", "title", "meta", "link",
  ]

  /// The name and the length of a tag of HTML, or of a comment, that begins the slice.
  private static func tag(_ text: ArraySlice<UInt8>) -> (name: String, length: Int)? {
    if text.begins(with: "<!--") || text.begins(with: "<![") {
      let end = text.prefix(4096).firstIndex(of: UInt8(ascii: ">"))
      return end.map { ("!", $0 - text.startIndex + 1) }
    }
    let from = text.dropFirst().first == UInt8(ascii: "/") ? 2 : 1
    let name = text.dropFirst(from).prefix(12).prefix {
      (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        || $0 == UInt8(ascii: ":")
    }
    guard !name.isEmpty else { return nil }
    let word = String(decoding: name, as: UTF8.self).lowercased()
    guard blocks.contains(word) || inline.contains(word),
      let end = text[name.endIndex...].prefix(4096).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let next = text[name.endIndex]
    guard next <= 32 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else { return nil }
    return (word, end - text.startIndex + 1)
  }

  /// The paragraphs of the text: by its tags where it is HTML with such, else by its line ends.
  var paragraphs: [ArraySlice<UInt8>] {
    guard kind == .html else { return LineLayout(bytes[...]).paragraphs }
    let onOneLine = bytes.map { $0 == 10 || $0 == 13 ? 32 : $0 }
    var bare = FeedText.withoutTags(onOneLine, lineEnd: [10, 10])
    if !bare.contains(10) { bare = FeedText.withoutTags(bytes) }
    return LineLayout(XMLText.resolved(bare)[...]).paragraphs
  }

  /// `bytes` without the tags of HTML; those that end a line become `lineEnd`.
  static func withoutTags(_ bytes: [UInt8], lineEnd: [UInt8] = [32]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), let tag = tag(bytes[place...]) {
        if blocks.contains(tag.name) { result += lineEnd }
        place += tag.length
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }
}
