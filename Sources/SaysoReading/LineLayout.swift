/// Finds the paragraphs of text that has only line ends for layout.
///
/// Three habits are told apart by the text itself: blank lines between paragraphs with the lines
/// wrapped at a width; a paragraph per line; and both.
struct LineLayout {
  /// The paragraphs, each from its first to its last byte; inner line ends stay inside.
  let paragraphs: [ArraySlice<UInt8>]
  /// Whether lines were joined because the text is wrapped at a width.
  let isWrapped: Bool
  /// Whether most paragraphs stand without a blank line between them.
  let isLinePerParagraph: Bool

  /// Lays out `source`; `links` are the words of the page's links, squashed to letters, where they
  /// are known.
  ///
  /// One pass over the bytes and one over the lines.
  init(_ source: ArraySlice<UInt8>, links: Set<[UInt8]> = []) {
    let chunks = LineLayout.chunks(of: source)
    let wrapped = LineLayout.isWrapped(chunks)
    var paragraphs: [ArraySlice<UInt8>] = []
    var breaks = 0
    for chunk in chunks {
      var current = chunk[0].bytes
      for line in chunk.dropFirst() {
        let before = LineOfText(current)
        if wrapped || LineLayout.goesOn(before, in: line, links) {
          current = source[current.startIndex..<line.bytes.endIndex]
        } else {
          breaks += 1
          paragraphs.append(current)
          current = line.bytes
        }
      }
      paragraphs.append(current)
    }
    self.paragraphs = paragraphs
    isWrapped = wrapped
    isLinePerParagraph = breaks * 2 > paragraphs.count
  }

  /// Whether `line` goes on with what `before` began: some crawlers put each link, and each letter
  /// set large, on a line of its own.
  private static func goesOn(
    _ before: LineOfText, in line: LineOfText, _ links: Set<[UInt8]>
  ) -> Bool {
    if before.endsSentence || before.endsInColon { return false }
    if line.startsSmall { return true }
    if line.isClosingMarks { return true }
    if !links.isEmpty, before.wordCount(upTo: 6) >= 6,
      before.words.last.map(LineOfText.init)?.startsSmall == true,
      links.contains(PageBody.letters(line.bytes)), !links.contains(PageBody.letters(before.bytes))
    {
      return true
    }
    // "We have no plans,” | Mr Oda said.
    return before.endsQuotation
      && LineOfText(before.bytes.trimmedOfQuotes).bytes.last == UInt8(ascii: ",")
      && line.endsSentence && line.wordCount(upTo: 31) <= 30
  }

  /// The runs of lines without a blank line between them.
  private static func chunks(of source: ArraySlice<UInt8>) -> [[LineOfText]] {
    var chunks: [[LineOfText]] = []
    var chunk: [LineOfText] = []
    var place = source.startIndex
    while place < source.endIndex {
      var end = place
      while end < source.endIndex, source[end] != 10, source[end] != 13 { end += 1 }
      let line = LineOfText(source[place..<end])
      if !line.isEmpty {
        chunk.append(line)
      } else if !chunk.isEmpty {
        chunks.append(chunk)
        chunk = []
      }
      place = end + 1
      if end + 1 < source.endIndex, source[end] == 13, source[end + 1] == 10 { place = end + 2 }
    }
    if !chunk.isEmpty { chunks.append(chunk) }
    return chunks
  }

  /// Whether the lines are wrapped: nearly every line that another follows is so long that the
  /// next one's first word would not have fitted into the widest line.
  ///
  /// Widths over 120 bytes are taken for paragraphs. Fewer than three pairs decide nothing.
  private static func isWrapped(_ chunks: [[LineOfText]]) -> Bool {
    let width = chunks.lazy.flatMap { $0 }.map(\.bytes.count).max() ?? 0
    guard (30...120).contains(width) else { return false }
    var pairs = 0
    var full = 0
    for chunk in chunks {
      for (line, next) in zip(chunk, chunk.dropFirst()) {
        pairs += 1
        let word = next.bytes.prefix { $0 > 0x20 }.count
        // Typists and mailers wrap a little unevenly: six columns of grace.
        if line.bytes.count + 1 + word + 6 > width { full += 1 }
      }
    }
    return pairs >= 3 && full * 4 >= pairs * 3
  }
}
