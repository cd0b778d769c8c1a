import SaysoRecords

/// The text of a page line by line: what stands between two block elements.
struct PageSegments {
  /// One line or paragraph.
  struct Segment {
    var kind: TextBlock.Kind
    /// Its words in `PageSegments.words`.
    var lower: Int
    var upper: Int
    /// Bytes other than white space, those inside links, those in italics or bold, those in bold.
    var visible = 0
    var linked = 0
    var emphasised = 0
    var bold = 0
    /// The node of its first text.
    var place: Int
    /// The innermost block element around it.
    var holder: Int
    /// Whether an element says that it is the line under the headline.
    var isDeck = false
    /// Whether it is one row of a table.
    var isRow = false
    /// The level of a heading.
    var level = 0
    /// Whether nothing but pictures stands between it and the line before.
    var isUnderPicture = false
  }

  private(set) var segments: [Segment] = []
  private(set) var words: [UInt8] = []

  /// What an open element means for the text inside it.
  private struct Open {
    var end: Int
    var place: Int
    var kind: TextBlock.Kind
    var isBlock: Bool
    var isLink: Bool
    var isEmphasis: Bool
    var isBold: Bool
    var isDeck: Bool
    var isRow: Bool
    var keepsLines: Bool
    var level: Int
  }

  /// The text of `tree` without what `outline` leaves out.
  init(_ tree: HTMLTree, _ outline: PageOutline) {
    var open: [Open] = [
      Open(
        end: tree.nodes.count, place: 0, kind: .paragraph, isBlock: true, isLink: false,
        isEmphasis: false, isBold: false, isDeck: false, isRow: false, keepsLines: false, level: 0)
    ]
    var holder = 0
    var place = 1
    while place < tree.nodes.count {
      while let last = open.last, last.end <= place, open.count > 1 {
        if last.isBlock { flush() }
        open.removeLast()
        if last.isBlock { holder = open.last { $0.isBlock }?.place ?? 0 }
      }
      let node = tree.nodes[place]
      guard let around = open.last else { break }
      if node.tag == .text {
        add(tree.text[Int(node.lower)..<Int(node.upper)], at: place, holder, around)
        place += 1
        continue
      }
      if outline.isSilent[place] || outline.furniture[place] != nil
        || node.tag == .sup && outline.visible[place] <= 4
      {
        // A picture or a form parts what stands around it; a script in a sentence does not.
        if outline.furniture[place] != nil, node.tag.isBlock { flush() }
        if current == nil, node.tag == .img || node.tag == .picture || node.tag == .figure {
          isUnderPicture = true
        }
        place = Int(node.end)
        continue
      }
      switch node.tag {
      case .br:
        if words.last == 10, let last = current, last.upper > last.lower {
          flush()
        } else if let last = current {
          breaks.append(Break(after: last, place: nil))
          words.append(10)
          current?.upper = words.count
        }
        place += 1
        continue
      case .hr: flush()
      case .img, .picture, .figure: if current == nil { isUnderPicture = true }
      default: break
      }
      var inner = around
      inner.end = Int(node.end)
      inner.place = place
      inner.isBlock = node.tag.isBlock
      if node.tag == .tr, isDataRow(place, tree, outline) {
        inner.isRow = true
      } else if around.isRow, node.tag == .td || node.tag == .th || node.tag.isBlock {
        inner.isBlock = false
        if current != nil, node.tag == .td || node.tag == .th { separate() }
      }
      if inner.isBlock {
        flush()
        holder = place
        inner.level = node.tag.headingLevel ?? around.level
        inner.kind = PageSegments.kind(node.tag, in: around.kind)
        if node.tag == .pre { inner.keepsLines = true }
      }
      if node.tag == .a { inner.isLink = true }
      if node.tag == .em || node.tag == .i || node.tag == .b || node.tag == .strong {
        inner.isEmphasis = true
      }
      if node.tag == .b || node.tag == .strong { inner.isBold = true }
      if outline.labels[place]?.isDeck == true, outline.prose[place] < 600 { inner.isDeck = true }
      open.append(inner)
      place += 1
    }
    flush()
  }

  private var current: Segment?
  private var isUnderPicture = false
  private var breaks: [Break] = []

  /// A line break inside the current segment: what stood before it, and the text that follows.
  private struct Break {
    let after: Segment
    var place: Int?
  }

  private mutating func add(
    _ text: ArraySlice<UInt8>, at place: Int, _ holder: Int, _ around: Open
  ) {
    var count = 0
    for byte in text where byte > 32 { count += 1 }
    if current == nil {
      guard count > 0 else { return }
      current = Segment(
        kind: around.kind, lower: words.count, upper: words.count, place: place, holder: holder,
        isDeck: around.isDeck, isRow: around.isRow, level: around.level,
        isUnderPicture: isUnderPicture)
      isUnderPicture = false
    } else if count > 0 {
      if let last = breaks.indices.last, breaks[last].place == nil { breaks[last].place = place }
      // A kicker is parted from its headline by the page's style alone.
      if around.level > 0, isGlued(to: text) { words.append(32) }
    }
    for byte in text { words.append(byte == 10 && !around.keepsLines ? 32 : byte) }
    current?.upper = words.count
    current?.visible += count
    if around.isLink { current?.linked += count }
    if around.isEmphasis { current?.emphasised += count }
    if around.isBold { current?.bold += count }
  }

  /// Parts two cells of a row.
  private mutating func separate() {
    words += Array(" | ".utf8)
    current?.upper = words.count
  }

  /// Whether `text` begins with a capital right after a small letter.
  private func isGlued(to text: ArraySlice<UInt8>) -> Bool {
    guard let last = words.last, let first = text.first else { return false }
    return (0x61...0x7A).contains(last) && (0x41...0x5A).contains(first)
  }

  private mutating func flush() {
    guard let segment = current else { return }
    for part in parted(segment)
    where LineOfText(words[part.lower..<part.upper]).hasSigns { segments.append(part) }
    current = nil
    breaks.removeAll(keepingCapacity: true)
  }

  /// Paragraphs that a page parts by a line break alone: after a bold line, and between sentences of
  /// some length.
  private func parted(_ segment: Segment) -> [Segment] {
    guard !breaks.isEmpty, segment.level == 0, !segment.isRow else { return [segment] }
    // pieces[k] stands between the breaks k - 1 and k.
    var pieces: [Segment] = []
    var start = segment
    func piece(from start: Segment, place: Int, to end: Segment) -> Segment {
      var piece = start
      piece.place = place
      piece.upper = end.upper
      piece.visible = end.visible - start.visible
      piece.linked = end.linked - start.linked
      piece.emphasised = end.emphasised - start.emphasised
      piece.bold = end.bold - start.bold
      return piece
    }
    start.visible = 0
    start.linked = 0
    start.emphasised = 0
    start.bold = 0
    var place = segment.place
    for gap in breaks {
      guard let next = gap.place else { continue }
      pieces.append(piece(from: start, place: place, to: gap.after))
      start.lower = gap.after.upper
      start.visible = gap.after.visible
      start.linked = gap.after.linked
      start.emphasised = gap.after.emphasised
      start.bold = gap.after.bold
      place = next
    }
    pieces.append(piece(from: start, place: place, to: segment))
    var result = [pieces[0]]
    for (before, next) in zip(pieces, pieces.dropFirst()) {
      if isParagraphBreak(before, next) {
        var next = next
        next.isDeck = false
        // A line above its own paragraph is a subhead.
        next.isUnderPicture = false
        result[result.count - 1].isUnderPicture = false
        result.append(next)
      } else {
        let last = result.count - 1
        result[last].upper = next.upper
        result[last].visible += next.visible
        result[last].linked += next.linked
        result[last].emphasised += next.emphasised
        result[last].bold += next.bold
      }
    }
    return result
  }

  private func isParagraphBreak(_ before: Segment, _ next: Segment) -> Bool {
    guard next.visible >= PageSegments.leastParagraph else { return false }
    let line = LineOfText(bytes(before))
    if before.emphasised * 10 >= before.visible * 9, next.emphasised * 2 < next.visible,
      line.wordCount(upTo: 2) == 2
    {
      return true
    }
    return before.visible >= PageSegments.leastParagraph
      && (line.endsSentence || line.endsQuotation)
  }

  /// Shorter lines are verses and addresses, in bytes without white space.
  private static let leastParagraph = 60

  /// Whether a row belongs to a table of data: several short cells, and no paragraphs in them.
  private func isDataRow(_ row: Int, _ tree: HTMLTree, _ outline: PageOutline) -> Bool {
    var cells = 0
    for cell in tree.children(of: row)
    where tree.nodes[cell].tag == .td || tree.nodes[cell].tag == .th {
      cells += 1
      if outline.visible[cell] > 240 { return false }
      for inner in cell..<Int(tree.nodes[cell].end) {
        switch tree.nodes[inner].tag {
        case .table, .h1, .h2, .h3, .article: return false
        default: continue
        }
      }
    }
    return cells >= 2
  }

  private static func kind(_ tag: HTMLTag, in outer: TextBlock.Kind) -> TextBlock.Kind {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li, .dd, .dt, .tr: .listItem
    case .blockquote: .quotation
    // Paragraphs inside a heading are text that an unclosed heading ran over.
    case .p where outer == .heading: .paragraph
    default: outer
    }
  }

  /// The words of a segment.
  func bytes(_ segment: Segment) -> ArraySlice<UInt8> { words[segment.lower..<segment.upper] }
}

extension LineOfText {
  /// Whether there is a letter or a digit.
  var hasSigns: Bool {
    bytes.contains {
      (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        || $0 >= 0xC3
    }
  }
}
