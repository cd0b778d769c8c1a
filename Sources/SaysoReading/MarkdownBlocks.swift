import SaysoRecords

/// The blocks of a Markdown text (CommonMark 0.31.2, sections 4 and 5), with their raw lines.
///
/// Code, tables, rules, raw HTML blocks and link definitions are left out. Nesting is flat: an item
/// of an inner list is an item.
struct MarkdownBlocks {
  /// One block: its kind, the raw text, and how deep a heading is.
  struct Block {
    let kind: TextBlock.Kind
    /// The lines of the block, marks of the block itself taken off, joined by line ends.
    let raw: [UInt8]
    /// 1...6 for a heading, 0 elsewhere.
    let level: Int
  }
  /// The blocks in reading order.
  private(set) var blocks: [Block] = []

  private var lines: [UInt8] = []
  private var kind = TextBlock.Kind.paragraph

  init(_ source: ArraySlice<UInt8>) {
    var fence: (mark: UInt8, count: Int)?
    var inComment = false
    for rawLine in source.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 10 }) {
      let line = LineOfText(rawLine)
      let bytes = line.bytes
      if let open = fence {
        let run = bytes.prefix { $0 == open.mark }.count
        if run >= open.count, run == bytes.count { fence = nil }
        continue
      }
      if inComment {
        if bytes.firstPlace(of: "-->") != nil { inComment = false }
        continue
      }
      if bytes.begins(with: "<!--"), bytes.firstPlace(of: "-->") == nil {
        flush()
        inComment = true
        continue
      }
      if line.isEmpty {
        flush()
        continue
      }
      if bytes.begins(with: "```") || bytes.begins(with: "~~~") {
        flush()
        fence = (bytes[bytes.startIndex], bytes.prefix { $0 == bytes[bytes.startIndex] }.count)
        continue
      }
      take(line, isIndented: rawLine.first == 32 || rawLine.first == 9)
    }
    flush()
  }

  private mutating func flush() {
    if !lines.isEmpty { blocks.append(Block(kind: kind, raw: lines, level: 0)) }
    lines = []
    kind = .paragraph
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    if !lines.isEmpty { lines.append(10) }
    lines += bytes
  }

  private mutating func take(_ line: LineOfText, isIndented: Bool) {
    let bytes = line.bytes
    let hashes = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(hashes), hashes == bytes.count || bytes[bytes.startIndex + hashes] <= 32 {
      flush()
      var words = LineOfText(bytes.dropFirst(hashes)).bytes
      while words.last == UInt8(ascii: "#") { words = words.dropLast() }
      blocks.append(Block(kind: .heading, raw: Array(LineOfText(words).bytes), level: hashes))
      return
    }
    if MarkdownBlocks.isRule(bytes) {
      // Under a line of text it marks a heading (setext).
      if !lines.isEmpty, kind == .paragraph, !lines.contains(10), lines.count <= 300,
        bytes.first == UInt8(ascii: "=") || bytes.first == UInt8(ascii: "-"), bytes.count >= 3
      {
        blocks.append(
          Block(kind: .heading, raw: lines, level: bytes.first == UInt8(ascii: "=") ? 1 : 2))
        lines = []
      }
      flush()
      return
    }
    if MarkdownBlocks.isTableRow(bytes) || MarkdownBlocks.isDefinition(bytes) {
      flush()
      return
    }
    if bytes.first == UInt8(ascii: ">") {
      if kind != .quotation { flush() }
      kind = .quotation
      let inner = LineOfText(bytes.drop { $0 == UInt8(ascii: ">") || $0 == 32 })
      if inner.isEmpty {
        flush()
      } else {
        add(inner.bytes)
      }
      return
    }
    if let words = MarkdownBlocks.item(bytes) {
      flush()
      if words.ends(with: " -"), words.count <= 100 {
        // "- Strikes in the north -" is how one agency sets its subheads.
        blocks.append(Block(kind: .heading, raw: Array(words.dropLast(2)), level: 3))
        return
      }
      kind = .listItem
      add(words)
      return
    }
    // A line at the margin goes on with an item only in the middle of a sentence: pages that were
    // put down line by line have no blank line after a list.
    if kind == .quotation || (kind == .listItem && !isIndented && !line.startsSmall) { flush() }
    add(bytes)
  }

  /// The words after a list mark; nil where there is none.
  private static func item(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      guard bytes.count > 1, bytes[bytes.startIndex + 1] <= 32 else { return nil }
      var words = LineOfText(bytes.dropFirst(2)).bytes
      if words.begins(with: "[ ] ") || words.begins(with: "[x] ") { words = words.dropFirst(4) }
      return words
    }
    if bytes.begins(with: "\u{2022}") { return LineOfText(bytes.dropFirst(3)).bytes }
    let digits = bytes.prefix { (48...57).contains($0) }.count
    guard (1...3).contains(digits), bytes.count > digits + 1 else { return nil }
    let mark = bytes[bytes.startIndex + digits]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      bytes[bytes.startIndex + digits + 1] <= 32
    else { return nil }
    return LineOfText(bytes.dropFirst(digits + 2)).bytes
  }

  private static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let mark = bytes.first, "-=_*".utf8.contains(mark) else { return false }
    return bytes.count { $0 == mark } >= 3 && bytes.allSatisfy { $0 == mark || $0 == 32 }
  }

  private static func isTableRow(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.first == UInt8(ascii: "|") { return true }
    return bytes.firstPlace(of: "---") != nil
      && bytes.allSatisfy { "|-: ".utf8.contains($0) } && bytes.contains(UInt8(ascii: "|"))
  }

  /// `[name]: https://…` and `[^1]: note`.
  private static func isDefinition(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "["), let close = bytes.firstPlace(of: "]:") else {
      return false
    }
    return close - bytes.startIndex <= 60
      && (bytes.dropFirst().first == UInt8(ascii: "^")
        || bytes[close...].firstPlace(of: "://") != nil)
  }
}
