/// A page of a PDF file: its lines in the order of reading, with where they stand.
struct PDFPage {
  /// Its height in points.
  let height: Double
  /// Its lines.
  var lines: [Line] = []

  /// A line: words side by side in one block.
  struct Line {
    /// The words, a space between each, UTF-8.
    var text: [UInt8] = []
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
    /// The width of the first word.
    var firstWord = 0.0
    /// Which block of the file it belongs to, and which flow of blocks.
    var block = 0
    var flow = 0

    /// The height of its letters, in points.
    var height: Double { bottom - top }
    var line: LineOfText { LineOfText(text[...]) }
  }
}

/// What `pdftotext -bbox-layout` writes: an XHTML page with an element on each line, which is
/// scanned as such, for a long report has a million words.
struct PDFLayout {
  /// The pages in order.
  private(set) var pages: [PDFPage] = []
  /// Title, author and dates as the file states them, by lower-case name.
  private(set) var stated: [String: String] = [:]

  /// Reads `output`, UTF-8.
  ///
  /// One pass.
  init(_ output: [UInt8]) {
    var line = PDFPage.Line()
    var block = 0
    var flow = 0
    var words: [(text: [UInt8], height: Double)] = []
    for source in output.split(separator: 10) {
      let tag = source.drop { $0 <= 32 }
      if tag.begins(with: "<word ") {
        guard let box = PDFLayout.box(tag), let close = tag.firstIndex(of: UInt8(ascii: ">")) else {
          continue
        }
        let rest = tag[(close + 1)...]
        let end = rest.lastIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        if words.isEmpty { line.firstWord = box.right - box.left }
        let text = HTMLEntity.decoded(String(decoding: rest[..<end], as: UTF8.self))
        words.append((Array(text.utf8), box.bottom - box.top))
      } else if tag.begins(with: "<line ") {
        words = []
        line = PDFPage.Line(block: block, flow: flow)
        if let box = PDFLayout.box(tag) {
          (line.left, line.top, line.right, line.bottom) = (box.left, box.top, box.right, box.bottom)
        }
      } else if tag.begins(with: "</line") {
        line.text = PDFLayout.joined(words, lineHeight: line.height)
        if !line.line.isEmpty, !pages.isEmpty { pages[pages.count - 1].lines.append(line) }
      } else if tag.begins(with: "<block") {
        block += 1
      } else if tag.begins(with: "<flow") {
        flow += 1
      } else if tag.begins(with: "<page ") {
        pages.append(PDFPage(height: PDFLayout.number("height", in: tag) ?? 0))
      } else if pages.isEmpty {
        read(head: tag)
      }
    }
  }

  /// The words with spaces; marks of notes, raised and small, are left out.
  private static func joined(
    _ words: [(text: [UInt8], height: Double)], lineHeight: Double
  ) -> [UInt8] {
    var result: [UInt8] = []
    for (place, word) in words.enumerated() {
      let isNote =
        place > 0 && word.height < lineHeight * 0.75 && word.text.count <= 3
        && word.text.allSatisfy { (48...57).contains($0) }
      if isNote { continue }
      if !result.isEmpty { result.append(32) }
      result += word.text
    }
    return result
  }

  private mutating func read(head tag: ArraySlice<UInt8>) {
    if tag.begins(with: "<title>"), let end = tag.firstPlace(of: "</title>") {
      stated["title"] = PDFLayout.decoded(tag[(tag.startIndex + 7)..<end])
    } else if tag.begins(with: "<meta "), let name = PDFLayout.attribute("name", in: tag),
      let content = PDFLayout.attribute("content", in: tag)
    {
      stated[String(decoding: name, as: UTF8.self).lowercased()] = PDFLayout.decoded(content)
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    LineOfText(HTMLEntity.decoded(String(decoding: bytes, as: UTF8.self))).string
  }

  private struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
  }

  private static func box(_ tag: ArraySlice<UInt8>) -> Box? {
    guard let left = number("xMin", in: tag), let top = number("yMin", in: tag),
      let right = number("xMax", in: tag), let bottom = number("yMax", in: tag)
    else { return nil }
    return Box(left: left, top: top, right: right, bottom: bottom)
  }

  private static func number(_ name: StaticString, in tag: ArraySlice<UInt8>) -> Double? {
    attribute(name, in: tag).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
      .flatMap { $0.isFinite ? $0 : nil }
  }

  /// The value of `name="…"` in a tag.
  private static func attribute(
    _ name: StaticString, in tag: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard let place = tag.firstPlace(of: name) else { return nil }
    let rest = tag[(place + name.utf8CodeUnitCount)...]
    guard rest.begins(with: "=\"") else { return nil }
    let value = rest.dropFirst(2)
    return value.firstIndex(of: UInt8(ascii: "\"")).map { value[..<$0] }
  }
}
