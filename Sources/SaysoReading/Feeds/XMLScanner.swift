/// Cuts the text of an XML document into tags and text, left to right and whatever it holds.
///
/// Words before the declaration, `&` that begin no reference, references of HTML, control
/// characters, `<` in running text and attributes without quotation marks are all forbidden by XML
/// 1.0 and all found in feeds. Comments, processing instructions and the document type are left out.
struct XMLScanner {
  /// A piece of a document.
  enum Event {
    /// Running text, references resolved; two can follow each other.
    case text([UInt8])
    /// A start tag with its name as written, and whether it closes itself.
    case start(String, [XMLNode.Attribute], isEmpty: Bool)
    /// An end tag.
    case end(String)
  }

  /// What was broken first; nil where nothing was.
  private(set) var problem: String?

  private let source: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var hasDocumentType = false
  private var hasEndlessInstruction = false
  /// Quotation marks that do not occur again.
  private var spentQuotes: Set<UInt8> = []

  /// Attributes of one tag beyond these are left out.
  private static let mostAttributes = 256

  /// A scanner of valid UTF-8, which must outlive it.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    place = start()
  }

  /// The next piece; nil at the end.
  mutating func next() -> Event? {
    while place < source.count {
      if source[place] == UInt8(ascii: "<") {
        switch markup() {
        case .event(let event): return event
        case .nothing: continue
        case .text: break
        }
      }
      let text = runningText()
      if !text.isEmpty { return .text(text) }
    }
    return nil
  }

  /// A qualified name as its prefix and its local name.
  static func split(_ name: String) -> (prefix: String?, name: String) {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), colon != name.startIndex,
      name.utf8.index(after: colon) != name.endIndex
    else { return (nil, name) }
    return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
  }

  /// Where the document begins: at its declaration, though words stand before, or at the first tag.
  private func start() -> Int {
    let head = min(source.count, 8192)
    return (0..<head).first { starts(with: "<?xml ", at: $0) }
      ?? source.firstIndex(of: UInt8(ascii: "<")) ?? source.count
  }

  // MARK: - Text

  /// Takes the text up to the next mark; a mark at the start is taken for text.
  private mutating func runningText() -> [UInt8] {
    let from = place
    place += 1
    while place < source.count, source[place] != UInt8(ascii: "<") { place += 1 }
    return XMLText.resolved(source[from..<place])
  }

  // MARK: - Markup

  /// What a `<` turned out to begin.
  private enum Markup {
    case event(Event)
    /// Something that was left out.
    case nothing
    /// Text.
    case text
  }

  private mutating func markup() -> Markup {
    guard place + 1 < source.count else { return cut("a tag") }
    let next = source[place + 1]
    if next == UInt8(ascii: "?") {
      skipInstruction()
      return .nothing
    }
    if next == UInt8(ascii: "!") { return declaration() }
    if next == UInt8(ascii: "/"), place + 2 < source.count, startsName(at: place + 2) {
      return endTag()
    }
    return startsName(at: place + 1) ? startTag() : .text
  }

  private func startsName(at place: Int) -> Bool {
    let byte = source[place]
    return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func cut(_ what: String) -> Markup {
    problem = problem ?? "\(what) has no end"
    place = source.count
    return .nothing
  }

  private mutating func skipInstruction() {
    if !hasEndlessInstruction, let end = find("?>", from: place + 2) {
      place = end + 2
    } else {
      hasEndlessInstruction = true
      place = find(">", from: place).map { $0 + 1 } ?? source.count
    }
  }

  private mutating func declaration() -> Markup {
    if starts(with: "<!--", at: place) {
      guard let end = find("-->", from: place + 4) else { return cut("a comment") }
      place = end + 3
      return .nothing
    }
    if starts(with: "<![CDATA[", at: place) {
      let from = place + 9
      let end = find("]]>", from: from)
      if end == nil { problem = problem ?? "a CDATA section has no end" }
      place = min((end ?? source.count) + 3, source.count)
      return .event(.text(XMLText.cleaned(source[from..<(end ?? source.count)])))
    }
    if !hasDocumentType,
      starts(with: "<!DOCTYPE", at: place) || starts(with: "<!doctype", at: place)
    {
      hasDocumentType = true
      return skipDocumentType()
    }
    return .text
  }

  /// Leaves out the document type with its declarations.
  private mutating func skipDocumentType() -> Markup {
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
        return .nothing
      }
      at += 1
    }
    return .text
  }

  // MARK: - Tags

  private mutating func endTag() -> Markup {
    place += 2
    let name = name()
    while place < source.count, source[place] != UInt8(ascii: ">"),
      source[place] != UInt8(ascii: "<")
    { place += 1 }
    if place < source.count, source[place] == UInt8(ascii: ">") { place += 1 }
    return .event(.end(name))
  }

  private mutating func startTag() -> Markup {
    place += 1
    let name = name()
    var attributes: [XMLNode.Attribute] = []
    while true {
      while place < source.count, source[place] <= 32 { place += 1 }
      guard place < source.count else { return cut("a tag") }
      switch source[place] {
      case UInt8(ascii: ">"):
        place += 1
        return .event(.start(name, attributes, isEmpty: false))
      case UInt8(ascii: "<"): return .event(.start(name, attributes, isEmpty: false))
      case UInt8(ascii: "/"):
        place += 1
        if place < source.count, source[place] == UInt8(ascii: ">") {
          place += 1
          return .event(.start(name, attributes, isEmpty: true))
        }
      default:
        if let attribute = attribute(), attributes.count < XMLScanner.mostAttributes {
          attributes.append(attribute)
        }
      }
    }
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<")
  }

  private mutating func name() -> String {
    let from = place
    while place < source.count, !endsName(source[place]) { place += 1 }
    return String(decoding: source[from..<place], as: UTF8.self)
  }

  /// Takes an attribute; nil for a mark that belongs to none.
  private mutating func attribute() -> XMLNode.Attribute? {
    let qualified = name()
    while place < source.count, source[place] <= 32 { place += 1 }
    var value = ""
    if place < source.count, source[place] == UInt8(ascii: "=") {
      place += 1
      while place < source.count, source[place] <= 32 { place += 1 }
      value = String(decoding: XMLText.resolved(attributeValue()), as: UTF8.self)
    }
    guard !qualified.isEmpty else { return nil }
    let (prefix, name) = XMLScanner.split(qualified)
    return XMLNode.Attribute(name: name, prefix: prefix, value: value)
  }

  /// Takes a value with or without quotation marks.
  private mutating func attributeValue() -> Slice<UnsafeBufferPointer<UInt8>> {
    guard place < source.count else { return source[place..<place] }
    let quote = source[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let from = place
      while place < source.count, source[place] > 32, source[place] != UInt8(ascii: ">"),
        source[place] != UInt8(ascii: "<")
      { place += 1 }
      return source[from..<place]
    }
    let from = place + 1
    var at = from
    var tagEnd: Int?
    var hasMark = false
    if !spentQuotes.contains(quote) {
      while at < source.count, source[at] != quote {
        if source[at] == UInt8(ascii: ">"), tagEnd == nil, !hasMark { tagEnd = at }
        if source[at] == UInt8(ascii: "<") {
          hasMark = true
          // `href="x>text<`: the mark was never closed, and the tag ends where it seems to.
          if let tagEnd {
            place = tagEnd
            return source[from..<tagEnd]
          }
        }
        at += 1
      }
      if at < source.count {
        place = at + 1
        return source[from..<at]
      }
      spentQuotes.insert(quote)
    }
    place = source[from...].firstIndex(of: UInt8(ascii: ">")) ?? source.count
    return source[from..<place]
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
