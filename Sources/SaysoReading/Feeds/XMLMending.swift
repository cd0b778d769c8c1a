internal import CLibXML2

/// Mends the text of an XML document before it is parsed, in one pass.
///
/// Feeds in the wild have words before the declaration, `&` that begin no reference, references of
/// HTML, control characters and `<` in running text, all of which XML 1.0 forbids. Declarations,
/// comments, processing instructions and the document type are left out: no entity is ever
/// declared, so that none can grow, and the encoding stated no longer matters.
struct XMLMending {
  /// The mended document; begins with the first tag.
  private(set) var bytes: [UInt8] = []
  /// What had to be cut off; nil when nothing.
  private(set) var problem: String?

  private let source: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var hasDocumentType = false
  private var hasEndlessInstruction = false
  /// Tags whose quotation marks do not close; after many of them marks no longer count.
  private var brokenTags = 0

  /// Longest tag, in bytes, and the most attributes of one; others are taken for text.
  ///
  /// libxml2 before 2.12 compares each attribute with all the others.
  private static let longestTag = 65_536
  private static let mostAttributes = 256

  /// Mends `text`, which must be valid UTF-8.
  static func mended(_ text: [UInt8]) -> (bytes: [UInt8], problem: String?) {
    text.withUnsafeBufferPointer { buffer in
      var mending = XMLMending(buffer)
      mending.run()
      return (mending.bytes, mending.problem)
    }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    bytes.reserveCapacity(source.count + source.count / 16 + 16)
  }

  private mutating func run() {
    place = start()
    while place < source.count {
      let from = place
      while place < source.count, !XMLMending.isSpecial(source[place]) { place += 1 }
      bytes.append(contentsOf: source[from..<place])
      guard place < source.count else { break }
      switch source[place] {
      case UInt8(ascii: "&"): reference()
      case UInt8(ascii: "<"): markup()
      default: character()
      }
    }
  }

  /// Where the document begins: at its declaration, though words stand before, or at the first tag.
  private func start() -> Int {
    let head = source.prefix(8192)
    if let declaration = (0..<head.count).first(where: { starts(with: "<?xml ", at: $0) }) {
      return declaration
    }
    return source.firstIndex(of: UInt8(ascii: "<")) ?? source.count
  }

  /// Bytes that need a look: `&`, `<`, controls, and the first of U+FFFE and U+FFFF.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == 0xEF
      || (byte < 0x20 && byte != 9 && byte != 10 && byte != 13)
  }

  /// Takes one byte that is no mark: controls become spaces, U+FFFE and U+FFFF nothing.
  private mutating func character() {
    let byte = source[place]
    if byte < 0x20 {
      bytes.append(32)
    } else if starts(with: "\u{FFFE}", at: place) || starts(with: "\u{FFFF}", at: place) {
      place += 2
    } else {
      bytes.append(byte)
    }
    place += 1
  }

  // MARK: - References

  private mutating func reference() {
    let from = place + 1
    guard
      let end = source[from..<min(from + 32, source.count)].firstIndex(of: UInt8(ascii: ";")),
      end > from
    else {
      bytes += "&amp;".utf8
      place += 1
      return
    }
    let name = String(decoding: source[from..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
      bytes.append(contentsOf: source[place...end])
    } else if let value = XMLMending.number(name) {
      XMLMending.append(value, to: &bytes)
    } else if let value = XMLMending.letter(name) {
      XMLMending.append(value, to: &bytes)
    } else {
      bytes += "&amp;".utf8
      place += 1
      return
    }
    place = end + 1
  }

  /// The number of a reference without its `&` and `;` ("#38", "#x26"); nil for a name.
  private static func number(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, (0x80...0x9F).contains(value) else { return value }
    // Numbers of Windows-1252, as browsers read them (HTML Standard, 13.2.5.80).
    let letter = Windows1252.utf8([UInt8(value)])
    return String(decoding: letter, as: UTF8.self).unicodeScalars.first?.value
  }

  /// The letter that a name of HTML 4 means; nil where there is none.
  static func letter(_ name: String) -> UInt32? {
    let entity = name.withCString { pointer in
      pointer.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) {
        htmlEntityLookup($0)
      }
    }
    return entity?.pointee.value
  }

  /// Adds a character by number; one that XML forbids becomes a space, a mark of XML a reference.
  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), value >= 32 || value == 9 || value == 10,
      value != 0xFFFE, value != 0xFFFF
    else {
      bytes.append(32)
      return
    }
    if value < 64 { bytes += "&#\(value);".utf8 } else { bytes += UTF8.encode(scalar) ?? .init() }
  }

  // MARK: - Markup

  private mutating func markup() {
    guard place + 1 < source.count else {
      place += 1
      return
    }
    let next = source[place + 1]
    if next == UInt8(ascii: "?") {
      skipInstruction()
    } else if next == UInt8(ascii: "!") {
      declaration()
    } else if XMLMending.startsName(next)
      || (next == UInt8(ascii: "/") && place + 2 < source.count
        && XMLMending.startsName(source[place + 2]))
    {
      tag()
    } else {
      escapeMark()
    }
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private mutating func escapeMark() {
    bytes += "&lt;".utf8
    place += 1
  }

  private mutating func skipInstruction() {
    if !hasEndlessInstruction, let end = find("?>", from: place + 2) {
      place = end + 2
    } else {
      hasEndlessInstruction = true
      place = find(">", from: place).map { $0 + 1 } ?? source.count
    }
  }

  private mutating func declaration() {
    if starts(with: "<!--", at: place) {
      if let end = find("-->", from: place + 4) { place = end + 3 } else { cut("a comment") }
    } else if starts(with: "<![CDATA[", at: place) {
      section()
    } else if !hasDocumentType, starts(with: "<!DOCTYPE", at: place) {
      hasDocumentType = true
      skipDocumentType()
    } else {
      escapeMark()
    }
  }

  /// Takes a CDATA section, as text.
  private mutating func section() {
    let from = place + 9
    let end = find("]]>", from: from)
    if end == nil { problem = problem ?? "a CDATA section has no end" }
    let stop = end ?? source.count
    bytes += "<![CDATA[".utf8
    place = from
    while place < stop {
      let run = place
      while place < stop,
        source[place] == UInt8(ascii: "&") || source[place] == UInt8(ascii: "<")
          || !XMLMending.isSpecial(source[place])
      { place += 1 }
      bytes.append(contentsOf: source[run..<place])
      if place < stop { character() }
    }
    bytes += "]]>".utf8
    place = min(stop + 3, source.count)
  }

  /// Leaves out the document type with its declarations.
  private mutating func skipDocumentType() {
    var at = place + 9
    var quote: UInt8?
    var depth = 0
    while at < source.count {
      let byte = source[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        place = at + 1
        return
      }
      at += 1
    }
    escapeMark()
  }

  private mutating func cut(_ what: String) {
    problem = problem ?? "\(what) has no end"
    place = source.count
  }

  /// Copies a tag; one without an end is text, and at the end of the document nothing.
  private mutating func tag() {
    guard let end = tagEnd() else { return }
    let start = place
    while place <= end {
      let run = place
      while place <= end, place == start || !XMLMending.isSpecial(source[place]) { place += 1 }
      bytes.append(contentsOf: source[run..<place])
      guard place <= end else { break }
      switch source[place] {
      case UInt8(ascii: "&"): reference()
      case UInt8(ascii: "<"): escapeMark()
      default: character()
      }
    }
  }

  /// Where the tag at `place` ends; nil, and what to do about it done, where it has no end.
  private mutating func tagEnd() -> Int? {
    let limit = min(source.count, place + XMLMending.longestTag)
    var at = place + 1
    var quote: UInt8?
    var values = 0
    while at < limit {
      let byte = source[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        if values <= XMLMending.mostAttributes { return at }
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if brokenTags < 64 { quote = byte }
      } else if byte == UInt8(ascii: "=") {
        values += 1
      } else if byte == UInt8(ascii: "<") {
        break
      }
      at += 1
    }
    if quote != nil {
      // A mark that closes nowhere: the tag ends at the first `>` all the same.
      brokenTags += 1
      let rest = source[place..<limit]
      if let end = rest.firstIndex(of: UInt8(ascii: ">")),
        source[place...end].count(where: { $0 == UInt8(ascii: "=") }) <= XMLMending.mostAttributes
      {
        return end
      }
    }
    if at == source.count {
      cut("a tag")
    } else {
      problem = problem ?? "a tag has no end"
      escapeMark()
    }
    return nil
  }

  // MARK: - Searching

  private func starts(with words: StaticString, at place: Int) -> Bool {
    let count = words.utf8CodeUnitCount
    guard place + count <= source.count else { return false }
    return words.withUTF8Buffer { needle in
      (0..<count).allSatisfy { at in source[place + at] == needle[at] }
    }
  }

  private func find(_ words: StaticString, from start: Int) -> Int? {
    guard start < source.count else { return nil }
    let first = words.withUTF8Buffer { $0[0] }
    var place = start
    while place < source.count {
      if source[place] == first, starts(with: words, at: place) { return place }
      place += 1
    }
    return nil
  }
}
