import SaysoRecords

/// The paragraphs of a PDF file: lines joined, words that a line end parted mended, headers, footers
/// and page numbers left out.
///
/// A file holds letters and places, no paragraphs. A new one begins where poppler sees a new block;
/// at a line set in from the left; and after a line that ended although the next word would have
/// fitted. It goes on over the end of a column or page in mid-sentence.
struct PDFText {
  /// The paragraphs, with a mark before the first that begins on a new page.
  private(set) var parts: [Part] = []
  /// The largest heading of the first page.
  private(set) var title: String?
  /// Whether there is a word on any page.
  private(set) var hasWords = false

  /// A paragraph on its way.
  private struct Paragraph {
    var bytes: [UInt8]
    /// Its first and last line.
    let first: PDFPage.Line
    var last: PDFPage.Line
    let page: Int
  }

  /// Where the lines of a block begin and end.
  private struct Extent {
    var left = Double.infinity
    var right = -Double.infinity
    var lines = 0
  }

  private let bodyHeight: Double
  private let extents: [Int: Extent]

  /// Lays out the pages.
  init(_ pages: [PDFPage]) {
    let furniture = PageFurniture(pages)
    let kept = pages.map { furniture.kept(of: $0) }
    var extents: [Int: Extent] = [:]
    for line in kept.joined() {
      var extent = extents[line.block] ?? Extent()
      extent.left = min(extent.left, line.left)
      extent.right = max(extent.right, line.right)
      extent.lines += 1
      extents[line.block] = extent
    }
    self.extents = extents
    bodyHeight = PDFText.commonHeight(kept.joined())
    let words = PartedWords(kept.joined().lazy.map(\.line))
    var paragraphs: [Paragraph] = []
    for (number, lines) in kept.enumerated() {
      for line in lines {
        if let last = paragraphs.indices.last, goesOn(paragraphs[last], line, number + 1) {
          words.join(line.line.bytes, to: &paragraphs[last].bytes)
          paragraphs[last].last = line
        } else {
          paragraphs.append(
            Paragraph(bytes: Array(line.line.bytes), first: line, last: line, page: number + 1))
        }
      }
    }
    add(paragraphs)
  }

  private mutating func add(_ paragraphs: [Paragraph]) {
    var page = 1
    var titleHeight = 0.0
    for paragraph in paragraphs {
      if paragraph.page > page {
        parts.append(Part.pageMark(paragraph.page))
        page = paragraph.page
      }
      let part = part(paragraph)
      hasWords = hasWords || part.line.hasWords
      if part.kind == .heading, page == 1, paragraph.first.height > titleHeight * 1.05,
        part.line.wordCount(upTo: 3) >= 2
      {
        title = part.line.string
        titleHeight = paragraph.first.height
      }
      parts.append(part)
    }
  }

  /// A paragraph by the height of its letters: large ones are headings; small ones notes and
  /// captions, which stand apart.
  private func part(_ paragraph: Paragraph) -> Part {
    let line = LineOfText(paragraph.bytes[...])
    if PDFText.isItem(line) {
      return Part(kind: .listItem, bytes: line.bytes.drop { $0 > 0x20 }.dropFirst())
    }
    var part = Part(kind: .paragraph, bytes: line.bytes)
    let height = paragraph.first.height
    if height >= bodyHeight * 1.15, line.wordCount(upTo: 31) <= 30 {
      part.kind = .heading
    } else if height <= bodyHeight * 0.85 {
      part.isApart = true
    }
    return part
  }

  private static func isItem(_ line: LineOfText) -> Bool {
    ["• ", "▪ ", "‣ ", "◦ ", "● ", "– ", "\u{F0B7} "].contains { line.bytes.begins(with: $0) }
  }

  // MARK: - Lines and paragraphs

  private func goesOn(_ paragraph: Paragraph, _ line: PDFPage.Line, _ page: Int) -> Bool {
    let last = paragraph.last
    guard !PDFText.isItem(line.line), let before = extents[last.block],
      abs(line.height - last.height) <= max(line.height, last.height) * 0.12
    else { return false }
    let text = LineOfText(paragraph.bytes[...])
    let isUnfinished = !text.endsSentence && !text.endsInColon && !text.endsQuotation
    let space = last.height * 0.25
    let fits = last.right + space + line.firstWord < before.right
    guard line.block == last.block else {
      // Over a gap only in mid-sentence: with a small letter, or from column to column and page to
      // page.
      let isFull = !fits && before.lines > 1 || text.wordCount(upTo: 9) >= 9
      let isAcross = line.flow != last.flow && (extents[line.block]?.lines ?? 0) > 1
      return isUnfinished && isFull && (line.line.startsSmall || isAcross)
        && last.height < bodyHeight * 1.15
    }
    if last.height >= bodyHeight * 1.15 { return text.wordCount(upTo: 30) < 30 }
    let isIn = line.left - before.left
    let wasIn = last.left - before.left
    if isIn > last.height * 0.5, isIn < last.height * 6, wasIn < last.height * 0.3 || fits,
      paragraph.first.left <= line.left + last.height * 0.3
    {
      // The lines of an item hang under its first word.
      return PDFText.isItem(LineOfText(paragraph.bytes[...])) || line.line.startsSmall && !fits
    }
    if fits { return isUnfinished && line.line.startsSmall }
    return true
  }

  /// The height of most letters.
  private static func commonHeight(_ lines: some Sequence<PDFPage.Line>) -> Double {
    var weights: [Int: Int] = [:]
    for line in lines where line.height < 1000 {
      weights[Int(line.height * 2), default: 0] += line.text.count
    }
    let most = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(most?.key ?? 20) / 2
  }
}
