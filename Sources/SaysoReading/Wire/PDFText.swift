import SaysoRecords

/// The paragraphs of a paginated text: lines joined, words that a line end parted mended, headers,
/// footers and page numbers left out.
struct PDFText {
  /// The paragraphs, with a mark before the first that begins on a new page.
  private(set) var parts: [Part] = []
  /// Whether there is a word on any page.
  private(set) var hasWords = false

  /// A paragraph on its way.
  private struct Paragraph {
    var bytes: [UInt8]
    /// Bytes of its last line.
    var lastWidth: Int
    /// The width of the lines around it.
    let width: Int
    let page: Int
  }

  /// Lays out `source`, UTF-8 with a form feed at the end of each page, as pdftotext writes it.
  init(_ source: ArraySlice<UInt8>) {
    var pages = source.split(separator: 12, omittingEmptySubsequences: false).map { page in
      page.split(separator: 10, omittingEmptySubsequences: false).map { LineOfText($0) }
    }
    if let last = pages.last, last.allSatisfy(\.isEmpty) { pages.removeLast() }
    let furniture = PageFurniture(pages)
    let words = PDFText.Words(pages)
    var paragraphs: [Paragraph] = []
    for (number, page) in pages.enumerated() {
      for chunk in furniture.kept(of: page).split(whereSeparator: \.isEmpty) {
        PDFText.add(Array(chunk), page: number + 1, words, to: &paragraphs)
      }
    }
    hasWords = paragraphs.contains { LineOfText($0.bytes[...]).hasWords }
    var page = 1
    for paragraph in paragraphs {
      if paragraph.page > page {
        parts.append(Part.pageMark(paragraph.page))
        page = paragraph.page
      }
      parts.append(PDFText.part(paragraph.bytes))
    }
  }

  private static func part(_ bytes: [UInt8]) -> Part {
    let line = LineOfText(bytes[...]).bytes
    for bullet in ["• ", "▪ ", "‣ ", "◦ ", "● ", "– "] as [StaticString]
    where line.begins(with: bullet) {
      return Part(kind: .listItem, bytes: line.dropFirst(bullet.utf8CodeUnitCount))
    }
    return Part(kind: .paragraph, bytes: line)
  }

  /// Adds the lines of a run without a blank one.
  private static func add(
    _ lines: [LineOfText], page: Int, _ words: Words, to paragraphs: inout [Paragraph]
  ) {
    let width = lines.map(\.bytes.count).max() ?? 0
    for (place, line) in lines.enumerated() {
      let isBullet = part(Array(line.bytes)).kind == .listItem
      guard let last = paragraphs.indices.last, !isBullet,
        place > 0 ? goesOn(paragraphs[last], line) : runsOver(paragraphs[last], line)
      else {
        paragraphs.append(
          Paragraph(
            bytes: Array(line.bytes), lastWidth: line.bytes.count, width: width, page: page))
        continue
      }
      words.join(line.bytes, to: &paragraphs[last].bytes)
      paragraphs[last].lastWidth = line.bytes.count
    }
  }

  /// Whether `line`, right under a paragraph's last one, belongs to it.
  ///
  /// It does unless the last line ended early: the next word would have fitted with room to spare,
  /// a sixth of the width for letters of uneven breadth. After an early end only a small letter goes
  /// on.
  private static func goesOn(_ paragraph: Paragraph, _ line: LineOfText) -> Bool {
    let before = LineOfText(paragraph.bytes[...])
    let word = line.bytes.prefix { $0 > 0x20 }.count
    let fits = paragraph.lastWidth + 1 + word + max(4, paragraph.width / 6) <= paragraph.width
    if line.startsSmall { return true }
    if before.endsSentence || before.endsInColon { return !fits }
    return !fits && paragraph.width >= 30
  }

  /// Whether a paragraph goes on after a gap, a column's or page's end: in mid-sentence.
  private static func runsOver(_ paragraph: Paragraph, _ line: LineOfText) -> Bool {
    let before = LineOfText(paragraph.bytes[...])
    let isFull = paragraph.lastWidth * 3 >= paragraph.width * 2 && before.wordCount(upTo: 5) >= 5
    return line.startsSmall && isFull && !before.endsSentence && !before.endsInColon
  }

  /// The words of the document, which tell how to mend those that a line end parted.
  private struct Words {
    private var seen: Set<ArraySlice<UInt8>> = []

    /// First parts of compounds that keep their hyphen where the document does not tell.
    private static let firsts: Set<String> = [
      "non", "self", "ex", "all", "cross", "well", "high", "low", "long", "short", "full", "part",
      "one", "two", "three", "four", "five", "six", "ten", "half", "so", "state", "pro", "anti",
      "vice", "co", "mid", "north", "south", "east", "west", "air", "cease", "government", "us", "eu",
    ]

    init(_ pages: [[LineOfText]]) {
      for line in pages.joined() { for word in line.words { seen.insert(Words.bare(word)) } }
    }

    private static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (48...57).contains(byte)
      }
      var word = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
      while let first = word.first, first < 0x80, !isLetter(first) { word.removeFirst() }
      while let last = word.last, last < 0x80, !isLetter(last) { word.removeLast() }
      return word
    }

    /// Adds a line to a paragraph: with a space, or at a hyphen without one or without both.
    func join(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
      if bytes.suffix(2).elementsEqual([0xC2, 0xAD]) {
        bytes.removeLast(2)
      } else if bytes.last == UInt8(ascii: "-"), let before = bytes.dropLast().last,
        (0x61...0x7A).contains(before | 0x20) || before >= 0x80, let next = line.first,
        next != 0x20
      {
        let lastWord = bytes[(bytes.lastIndex(of: 32).map { $0 + 1 } ?? 0)...]
        if !keepsHyphen(lastWord, line.prefix { $0 > 0x20 }) { bytes.removeLast() }
      } else {
        bytes.append(32)
      }
      bytes += line
    }

    private func keepsHyphen(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
      guard let next = second.first, (0x61...0x7A).contains(next) || next >= 0x80 else { return true }
      let whole = Words.bare(Array(first + second)[...])
      if seen.contains(whole) { return true }
      if seen.contains(Words.bare(Array(first.dropLast() + second)[...])) { return false }
      let head = Words.bare(first)
      return head.contains(UInt8(ascii: "-"))
        || Words.firsts.contains(String(decoding: head, as: UTF8.self))
    }
  }
}
