/// What a server's robots.txt asks of one program (RFC 9309).
///
/// The rules of the groups that name the program are taken together; where none does, those of the
/// groups for all. The longest matching rule decides, and of two as long the one that allows.
public struct RobotsRules: Hashable, Sendable {
  /// A line "Allow" or "Disallow" with its path in the form that is compared.
  struct Rule: Hashable, Sendable {
    let allows: Bool
    let path: [UInt8]
  }

  /// The rules in the order of the file.
  let rules: [Rule]
  /// The pause between requests that the file asks for, in seconds ("Crawl-delay" is no part of the
  /// standard, but is often written); nil when it asks for none.
  public let pause: Double?

  /// No rule: everything may be fetched.
  public static let none = RobotsRules(rules: [], pause: nil)

  /// More bytes of a file are not read (RFC 9309, section 2.5).
  static let longest = 500 << 10

  private init(rules: [Rule], pause: Double?) {
    self.rules = rules
    self.pause = pause
  }

  /// The rules in a file for the program called `product` ("sayso").
  public init(_ file: [UInt8], product: String) {
    var text = file.prefix(RobotsRules.longest)
    if text.count < file.count, let end = text.lastIndex(of: 10) { text = text[..<end] }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    let product = Array(product.lowercased().utf8)
    var own = Group()
    var common = Group()
    var addresses: Set<Audience> = []
    var namesAgents = false
    for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      guard let (key, value) = RobotsRules.parts(of: line) else { continue }
      switch key {
      case "user-agent", "useragent":
        if !namesAgents { addresses = [] }
        namesAgents = true
        let token = value.prefix { WebAddress.isLetter($0) || $0 == 0x2D || $0 == 0x5F }
        if value.first == UInt8(ascii: "*") {
          addresses.insert(.all)
        } else if token.map({ RobotsRules.lowered($0) }) == product {
          addresses.insert(.product)
          own.isNamed = true
        }
      case "allow", "disallow", "crawl-delay":
        namesAgents = false
        if addresses.contains(.product) { own.add(key, value) }
        if addresses.contains(.all) { common.add(key, value) }
      default: break
      }
    }
    let group = own.isNamed ? own : common
    self.init(rules: group.rules, pause: group.pause)
  }

  /// Whether the path and query of an address ("/news?page=2") may be fetched.
  public func allows(_ target: String) -> Bool {
    if target == "/robots.txt" { return true }
    let path = RobotsRules.comparable(Array(target.utf8)[...])
    var length = -1
    var allowed = true
    for rule in rules where rule.path.count >= length {
      guard rule.path.count > length || rule.allows, RobotsRules.matches(rule.path, path) else {
        continue
      }
      length = rule.path.count
      allowed = rule.allows
    }
    return allowed
  }

  // MARK: - Reading

  private enum Audience { case product, all }

  private struct Group {
    var rules: [Rule] = []
    var pause: Double?
    var isNamed = false

    mutating func add(_ key: String, _ value: ArraySlice<UInt8>) {
      if key == "crawl-delay" {
        let stated = Double(String(decoding: value, as: UTF8.self))
        if let stated, stated.isFinite, stated >= 0 { pause = max(pause ?? 0, stated) }
      } else if value.first == UInt8(ascii: "/") || value.first == UInt8(ascii: "*") {
        rules.append(Rule(allows: key == "allow", path: RobotsRules.comparable(value)))
      }
    }
  }

  private static func parts(of line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
    let shown = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = shown.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = trimmed(shown[..<colon])
    guard key.count <= 20 else { return nil }
    return (
      String(decoding: key.map(lowered), as: UTF8.self), trimmed(shown[(colon + 1)...])
    )
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 9 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 9 { bytes.removeLast() }
    return bytes
  }

  // MARK: - Comparing

  /// One spelling for paths that mean the same (RFC 9309, section 2.2.2).
  ///
  /// Escapes of unreserved letters are undone, the others have large digits, and bytes outside of
  /// ASCII are escaped.
  private static func comparable(_ path: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = path.startIndex
    while place < path.endIndex {
      let byte = path[place]
      if byte == UInt8(ascii: "%"), place + 2 < path.endIndex,
        let high = hex(path[place + 1]), let low = hex(path[place + 2])
      {
        let value = high << 4 | low
        let isUnreserved =
          WebAddress.isLetter(value) || (0x30...0x39).contains(value)
          || "-._~".utf8.contains(value)
        result += isUnreserved ? [value] : WebAddress.percentEncoded(value)
        place += 3
      } else {
        result += byte > 0x20 && byte < 0x7F ? [byte] : WebAddress.percentEncoded(byte)
        place += 1
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  /// Whether `path` begins as `pattern` says: "*" is any run of bytes, a last "$" the end.
  ///
  /// Each piece between stars is taken where it first fits, so that no choice is ever undone.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isWhole = pattern.last == UInt8(ascii: "$")
    let pieces = (isWhole ? pattern.dropLast() : pattern[...])
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = pieces.first, path.starts(with: first) else { return false }
    var rest = path[first.count...]
    for piece in pieces.dropFirst().dropLast() {
      guard let place = firstPlace(of: piece, in: rest) else { return false }
      rest = rest[(place + piece.count)...]
    }
    guard pieces.count > 1, let last = pieces.last else { return !isWhole || rest.isEmpty }
    if isWhole { return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last) }
    return firstPlace(of: last, in: rest) != nil
  }

  private static func firstPlace(of piece: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard let first = piece.first else { return text.startIndex }
    guard piece.count <= text.count else { return nil }
    for place in text.startIndex...(text.endIndex - piece.count)
    where text[place] == first && text[place...].starts(with: piece) { return place }
    return nil
  }
}
