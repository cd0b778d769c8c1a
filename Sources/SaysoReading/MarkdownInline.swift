/// The words of a line of Markdown: without marks, link targets, images, notes and HTML tags.
///
/// Follows CommonMark 0.31.2, section 6, as far as news pages need it; delimiter runs are dropped
/// rather than matched, because the marks have no meaning here.
struct MarkdownInline {
  /// The plain words.
  private(set) var bytes: [UInt8] = []
  /// Whether every word stands in a link, and there is one.
  private(set) var isOnlyLinks = false
  /// Whether the line held an image.
  private(set) var hasImage = false
  /// Whether one pair of emphasis marks encloses the whole line.
  private(set) var isEmphasised = false

  private let source: ArraySlice<UInt8>
  /// Where each bracket and parenthesis that opens is closed, in one pass: looking for each by itself
  /// takes thousands of steps for every byte of a line of brackets.
  private let pairs: MarkdownPairs
  /// Up to where a search for the end of a tag has found none.
  private var tagless = 0
  private var linkBytes = 0
  private var links = 0

  /// Reads one paragraph or line.
  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    pairs = MarkdownPairs(source)
    isEmphasised = MarkdownInline.isEnclosed(LineOfText(source).bytes)
    read(source, depth: 0, inLink: false)
    let visible = bytes.count { $0 > 0x20 && $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: ",") }
    isOnlyLinks = links > 0 && linkBytes >= visible
  }

  private static func isEnclosed(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, mark == UInt8(ascii: "_") || mark == UInt8(ascii: "*"),
      line.last == mark, line.count > 4
    else { return false }
    let inner = line.drop { $0 == mark }
    return !inner.isEmpty && !inner.prefix { $0 != mark }.isEmpty
      && line.reversed().drop { $0 == mark }.prefix { $0 != mark }.count
        == inner.prefix { $0 != mark }.count
      && line[line.startIndex + 1] != 0x20
  }

  private mutating func append(_ byte: UInt8, inLink: Bool) {
    bytes.append(byte)
    if inLink, byte > 0x20 { linkBytes += 1 }
  }

  private mutating func read(_ text: ArraySlice<UInt8>, depth: Int, inLink: Bool) {
    var place = text.startIndex
    let end = text.endIndex
    while place < end {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "\\")
      where place + 1 < end && MarkdownInline.isPunctuation(text[place + 1]):
        append(text[place + 1], inLink: inLink)
        place += 2
      case UInt8(ascii: "\\") where place + 1 < end && text[place + 1] == 10:
        place += 1
      case UInt8(ascii: "!") where place + 1 < end && text[place + 1] == UInt8(ascii: "["):
        guard let image = bracket(text, at: place + 1) else {
          append(byte, inLink: inLink)
          place += 1
          continue
        }
        hasImage = true
        place = target(text, after: image.upperBound + 1) ?? image.upperBound + 1
      case UInt8(ascii: "["):
        place = readLink(text, at: place, depth: depth, inLink: inLink)
      case UInt8(ascii: "<"):
        place = readAngle(text, at: place, inLink: inLink)
      case UInt8(ascii: "`"):
        place += 1
      case UInt8(ascii: "*"):
        let run = text[place...].prefix { $0 == byte }.count
        let before = bytes.last ?? 32
        let after = place + run < end ? text[place + run] : 32
        // A closing and an opening mark that touch stood around two words.
        if run >= 4, MarkdownInline.isLetter(before), MarkdownInline.isLetter(after) {
          append(32, inLink: false)
        } else if run == 1, before <= 32, after <= 32 {
          append(byte, inLink: inLink)
        }
        place += run
      case UInt8(ascii: "_"), UInt8(ascii: "~"):
        let run = text[place...].prefix { $0 == byte }.count
        let before = bytes.last ?? 32
        let after = place + run < end ? text[place + run] : 32
        let isInside = MarkdownInline.isLetter(before) && MarkdownInline.isLetter(after)
        let isLoose = before <= 32 && after <= 32
        if (byte == UInt8(ascii: "_") && isInside) || isLoose
          || (byte == UInt8(ascii: "~") && run == 1)
        {
          for _ in 0..<run { append(byte, inLink: inLink) }
        }
        place += run
      case UInt8(ascii: "&"):
        if let (decoded, next) = HTMLEntity.decode(text, at: place) {
          for byte in decoded { append(byte, inLink: inLink) }
          place = next
        } else {
          append(byte, inLink: inLink)
          place += 1
        }
      default:
        append(byte, inLink: inLink)
        place += 1
      }
    }
  }

  /// A link, a note or a plain bracket at `place`; gives the place after it.
  private mutating func readLink(
    _ text: ArraySlice<UInt8>, at place: Int, depth: Int, inLink: Bool
  ) -> Int {
    guard depth < 8, let inner = bracket(text, at: place) else {
      append(text[place], inLink: inLink)
      return place + 1
    }
    let after = inner.upperBound + 1
    let words = text[inner]
    // `[^1]` and, with a target, `[[i]](…)` or `[12](…)` are notes: they stand in no sentence.
    if words.first == UInt8(ascii: "^") { return after }
    if words.first == UInt8(ascii: "["), words.last == UInt8(ascii: "]") {
      let name = words.dropFirst().dropLast()
      if let next = target(text, after: after) {
        if name.count <= 6 { return next }
        links += 1
        read(name, depth: depth + 1, inLink: true)
        return next
      }
      if !name.contains(UInt8(ascii: "[")) {
        links += 1
        let shown = name.lastIndex(of: UInt8(ascii: "|")).map { name[($0 + 1)...] } ?? name
        read(shown, depth: depth + 1, inLink: true)
        return after
      }
    }
    guard let next = target(text, after: after) else {
      append(text[place], inLink: inLink)
      return place + 1
    }
    if words.allSatisfy({ (48...57).contains($0) }), words.count <= 3, !words.isEmpty {
      return next
    }
    links += 1
    read(words, depth: depth + 1, inLink: true)
    return next
  }

  /// What stands between a bracket at `place` and the one that closes it, at most 2,000 bytes on.
  private func bracket(_ text: ArraySlice<UInt8>, at place: Int) -> Range<Int>? {
    guard let close = pairs.close(of: place), close < min(text.endIndex, place + 2000) else {
      return nil
    }
    return (place + 1)..<close
  }

  /// The place after `(target)` or `[reference]` at `place`; nil where none stands there.
  private func target(_ text: ArraySlice<UInt8>, after place: Int) -> Int? {
    guard place < text.endIndex else { return nil }
    if text[place] == UInt8(ascii: "[") {
      return bracket(text, at: place).map { $0.upperBound + 1 }
    }
    guard text[place] == UInt8(ascii: "(") else { return nil }
    guard let close = pairs.close(of: place), close < min(text.endIndex, place + 4000) else {
      return nil
    }
    return close + 1
  }

  /// A tag, a comment or an address in angle brackets: left out; `<br>` becomes a space.
  private mutating func readAngle(_ text: ArraySlice<UInt8>, at place: Int, inLink: Bool) -> Int {
    let rest = text[place...]
    if rest.begins(with: "<!--") {
      return rest.prefix(20_000).firstPlace(of: "-->").map { $0 + 3 } ?? text.endIndex
    }
    guard place + 1 < text.endIndex,
      MarkdownInline.isLetter(text[place + 1]) || text[place + 1] == UInt8(ascii: "/"),
      let close = tagEnd(rest.prefix(4000))
    else {
      append(text[place], inLink: inLink)
      return place + 1
    }
    let small = LineOfText(text[(place + 1)..<close]).lowercased
    if small.starts(with: "br".utf8) || small.starts(with: "p".utf8)
      || small.starts(with: "/p".utf8)
    {
      append(32, inLink: false)
    }
    if small.starts(with: "img".utf8) { hasImage = true }
    return close + 1
  }

  /// The next ">"; what was looked through in vain is not looked through again.
  private mutating func tagEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard tagless < text.endIndex else { return nil }
    let close = text[max(text.startIndex, tagless)...].firstIndex(of: UInt8(ascii: ">"))
    if close == nil { tagless = text.endIndex }
    return close
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte >= 0xC3
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
      || (123...126).contains(byte)
  }
}
