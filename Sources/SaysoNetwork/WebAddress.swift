/// An address of the web in the one form that is sent: http or https, ASCII only, no fragment.
///
/// RFC 3986, with the mercy that pages need: characters that may not stand in an address are
/// percent-encoded, host names in other scripts become their ASCII form, and IPv4 addresses in odd
/// spellings the usual one, so that what is checked is what is connected to.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// "http" or "https".
  public let scheme: String
  /// The host, lower-case; an IPv6 address stands in brackets.
  public let host: String
  /// The port; nil for the usual one of the scheme.
  public let port: Int?
  /// The path from "/" on, with the query.
  public let target: String

  /// The address that `text` writes.
  public init(_ text: String) throws(NetworkError) {
    guard text.utf8.count <= WebAddress.longest else {
      throw NetworkError(
        "the address is longer than \(WebAddress.longest) bytes",
        place: String(text.unicodeScalars.prefix(80)) + "…", remedy: "check it")
    }
    let bytes = WebAddress.trimmed(text)
    guard let colon = WebAddress.schemeEnd(bytes),
      bytes[colon...].dropFirst().starts(with: "//".utf8)
    else {
      throw NetworkError(
        "this is no address of the web", place: text, remedy: "give it with http:// or https://")
    }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw NetworkError(
        "addresses that begin with \"\(scheme.prefix(20))\" are not fetched", place: text,
        remedy: "give an address that begins with http:// or https://")
    }
    let rest = bytes[(colon + 3)...]
    let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    let (host, port) = try WebAddress.authority(rest[..<end], of: text)
    self.scheme = scheme
    self.host = host
    self.port = port == (scheme == "http" ? 80 : 443) ? nil : port
    target = WebAddress.target(rest[end...])
  }

  private init(scheme: String, host: String, port: Int?, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// The address that `reference` means on the page under this one (RFC 3986, section 5.2).
  public func resolving(_ reference: String) throws(NetworkError) -> WebAddress {
    let bytes = WebAddress.trimmed(reference)
    if WebAddress.schemeEnd(bytes) != nil { return try WebAddress(reference) }
    if bytes.starts(with: "//".utf8) {
      return try WebAddress(scheme + ":" + String(decoding: bytes, as: UTF8.self))
    }
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return self }
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
    let base: [UInt8]
    switch first {
    case UInt8(ascii: "/"): base = []
    case UInt8(ascii: "?"): base = Array(path)
    default: base = Array(path[...(path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)])
    }
    guard base.count + bytes.count <= WebAddress.longest else {
      throw NetworkError(
        "the address is longer than \(WebAddress.longest) bytes", place: origin, remedy: "check it")
    }
    return WebAddress(
      scheme: scheme, host: host, port: port, target: WebAddress.target((base + bytes)[...]))
  }

  /// The page at another place of the same server; `target` begins with "/".
  func at(_ target: String) -> WebAddress {
    WebAddress(scheme: scheme, host: host, port: port, target: target)
  }

  /// Scheme, host and port: what a robots.txt holds for.
  public var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

  /// The whole address.
  public var description: String { origin + target }

  /// The machine's address where the host is one; nil for a name.
  var numericHost: IPAddress? {
    host.hasPrefix("[") ? IPAddress(String(host.dropFirst().dropLast())) : IPAddress(host)
  }

  // MARK: - Parts

  /// The most bytes of an address; servers take about 8000 (RFC 9110, section 4.1).
  private static let longest = 8192

  /// Without spaces and controls at the ends and without line breaks and tabs inside.
  private static func trimmed(_ text: String) -> [UInt8] {
    var bytes = text.utf8.filter { $0 != 9 && $0 != 10 && $0 != 13 }[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return Array(bytes)
  }

  /// The place of the colon after a scheme; nil where there is no scheme.
  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first, isLetter(first) else { return nil }
    let end = bytes.firstIndex {
      !(isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0))
    }
    guard let end, bytes[end] == UInt8(ascii: ":") else { return nil }
    return end
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func authority(
    _ bytes: ArraySlice<UInt8>, of text: String
  ) throws(NetworkError) -> (host: String, port: Int?) {
    guard !bytes.contains(UInt8(ascii: "@")) else {
      let tail = bytes[(bytes.lastIndex(of: UInt8(ascii: "@")) ?? bytes.startIndex)...].dropFirst()
      throw NetworkError(
        "the address holds a user name or password",
        place: String(decoding: tail, as: UTF8.self), remedy: "give it without them")
    }
    var name = bytes
    var port: Int?
    let afterHost = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
    if let colon = bytes[afterHost...].lastIndex(of: UInt8(ascii: ":")) {
      name = bytes[..<colon]
      let digits = bytes[(colon + 1)...]
      if !digits.isEmpty {
        guard digits.count <= 5, digits.allSatisfy({ (0x30...0x39).contains($0) }),
          let number = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(number)
        else {
          throw NetworkError(
            "the port of the address is no number from 1 to 65535", place: text, remedy: "check it")
        }
        port = number
      }
    }
    guard let host = HostName.ascii(name) else {
      throw NetworkError(
        "the host name in the address is not valid", place: text, remedy: "check its spelling")
    }
    return (host, port)
  }

  /// Path and query, percent-encoded and without dot segments; the fragment is left off.
  private static func target(_ bytes: ArraySlice<UInt8>) -> String {
    let shown = bytes.prefix { $0 != UInt8(ascii: "#") }
    let path = shown.prefix { $0 != UInt8(ascii: "?") }
    var result = encoded(withoutDots(path))
    if path.endIndex < shown.endIndex { result += encoded(shown[path.endIndex...]) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Removes "." and ".." segments (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let slash = UInt8(ascii: "/")
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.split(separator: slash, omittingEmptySubsequences: false)
      .dropFirst(path.first == slash ? 1 : 0)
    for (place, segment) in segments.enumerated() {
      switch String(decoding: segment, as: UTF8.self).lowercased() {
      case ".", "%2e": if place == segments.count - 1 { kept.append([]) }
      case "..", ".%2e", "%2e.", "%2e%2e":
        _ = kept.popLast()
        if place == segments.count - 1 { kept.append([]) }
      default: kept.append(segment)
      }
    }
    return [slash] + kept.joined(separator: CollectionOfOne(slash))
  }

  /// Percent-encodes what may not stand in a path or query; what is encoded already stays.
  private static func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for (place, byte) in zip(bytes.indices, bytes) {
      let isEscape =
        byte == UInt8(ascii: "%") && place + 2 < bytes.endIndex && isHex(bytes[place + 1])
        && isHex(bytes[place + 2])
      if isEscape || isLetter(byte) || (0x30...0x39).contains(byte)
        || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
      {
        result.append(byte)
      } else {
        result += percentEncoded(byte)
      }
    }
    return result
  }

  static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
