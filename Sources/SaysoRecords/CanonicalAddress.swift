/// An address of the web in the one form that all addresses of one report share.
///
/// Syntax is normalised after RFC 3986, section 6.2: case, percent-encoding, dot segments, the
/// scheme's port. Then what does not tell reports apart is left out: tracking parameters, the marks
/// of AMP, print and mobile pages, "www.", a closing slash. Where leaving something out could make
/// one of two reports (an id in the query), it stays.
public struct CanonicalAddress: Hashable, Sendable {
  /// Host, path and query without scheme: equal for all variants of an address, and no address.
  public let key: String
  /// An address to show and to open: https, without fragment, tracking and variant marks.
  ///
  /// Where the address names a port of its own, the scheme stays as given.
  public let https: String

  /// Addresses of more bytes are none that a browser or server takes.
  private static let longest = 8192

  /// The canonical form of an http or https address; nil for anything else.
  public init?(_ address: String) { self.init(Array(address.utf8)[...], depth: 0) }

  private init?(_ address: ArraySlice<UInt8>, depth: Int) {
    guard let parts = AddressParts(address.prefix(CanonicalAddress.longest + 1)),
      address.count <= CanonicalAddress.longest
    else { return nil }
    if depth < 3, let inner = AddressVariants.cached(parts),
      let canonical = CanonicalAddress(inner[...], depth: depth + 1)
    {
      self = canonical
      return
    }
    let host = AddressVariants.plainHost(parts.host)
    let path = AddressVariants.plainPath(parts.segments)
    let query = parts.query.filter {
      !TrackingParameter.matches($0) && !AddressVariants.isMark($0, among: parts.query.count)
    }
    let port = parts.port.map { ":" + $0 } ?? ""
    let asked = query.isEmpty ? "" : "?" + query.map(\.text).joined(separator: "&")
    let bang = parts.fragment.map { "#" + $0 } ?? ""
    key = AddressVariants.keyHost(host) + port + AddressVariants.keyPath(path) + asked + bang
    https =
      (parts.port == nil || parts.isSecure ? "https://" : "http://") + host + port + "/"
      + path.joined(separator: "/") + asked + bang
  }
}

/// An http or https address taken apart and normalised (RFC 3986, sections 3 and 6.2.2).
struct AddressParts {
  /// Whether the scheme is https.
  let isSecure: Bool
  /// Lower-case, without user and closing dot.
  let host: String
  /// The port where it is not the scheme's own.
  let port: String?
  /// The path's segments without dot segments; the last is empty where the path ends in a slash.
  let segments: [String]
  /// The parameters of the query, in order.
  let query: [AddressParameter]
  /// The fragment where it starts with "!": pages of scripts keep their path there.
  let fragment: String?

  init?(_ address: ArraySlice<UInt8>) {
    var rest = address.drop { $0 <= 32 }
    while let last = rest.last, last <= 32 { rest.removeLast() }
    let isSecure: Bool
    if let after = rest.dropping("https://") {
      (rest, isSecure) = (after, true)
    } else if let after = rest.dropping("http://") {
      (rest, isSecure) = (after, false)
    } else {
      return nil
    }
    self.isSecure = isSecure
    let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    rest = rest[authority.endIndex...]
    guard let (host, port) = AddressParts.hostAndPort(authority, isSecure: isSecure) else {
      return nil
    }
    (self.host, self.port) = (host, port)
    var fragment: ArraySlice<UInt8>?
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[(hash + 1)...]
      rest = rest[..<hash]
    }
    self.fragment =
      fragment?.first == UInt8(ascii: "!") ? fragment.map(AddressParts.normalized) : nil
    var query: ArraySlice<UInt8> = []
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    segments = AddressParts.segments(rest)
    self.query = query.split(separator: UInt8(ascii: "&")).compactMap(AddressParameter.init)
  }

  /// Host and port of an authority; nil where there is no host, or characters no host has.
  private static func hostAndPort(
    _ authority: ArraySlice<UInt8>, isSecure: Bool
  ) -> (String, String?)? {
    var rest = authority
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(at + 1)...] }
    var port: ArraySlice<UInt8> = []
    let afterLiteral = rest.lastIndex(of: UInt8(ascii: "]")) ?? rest.startIndex
    if let colon = rest[afterLiteral...].lastIndex(of: UInt8(ascii: ":")) {
      port = rest[(colon + 1)...]
      rest = rest[..<colon]
    }
    while rest.last == UInt8(ascii: ".") { rest.removeLast() }
    guard !rest.isEmpty,
      !rest.contains(where: { $0 <= 32 || $0 == 127 || "<>\"".utf8.contains($0) }),
      port.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let host = String(decoding: rest, as: UTF8.self).lowercased()
    let digits = String(decoding: port.drop { $0 == 48 }, as: UTF8.self)
    // Servers give "http://host:443" and "https://host:80" for their own ports, too.
    return (host, ["", "80", "443"].contains(digits) ? nil : digits)
  }

  /// The segments of a path, "." and ".." resolved (RFC 3986, section 5.2.4).
  private static func segments(_ path: ArraySlice<UInt8>) -> [String] {
    var segments: [String] = []
    var endsInSlash = true
    for piece in path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      var segment = normalized(piece)
      if let session = segment.part(before: ";jsessionid=") { segment = session }
      endsInSlash = segment.isEmpty || segment == "." || segment == ".."
      if segment == ".." {
        _ = segments.popLast()
      } else if segment != "." {
        segments.append(segment)
      }
    }
    while segments.last?.isEmpty == true { segments.removeLast() }
    return endsInSlash ? segments + [""] : segments
  }

  /// Escapes in capitals, unreserved characters unescaped, forbidden ones escaped
  /// (RFC 3986, sections 2 and 6.2.2).
  static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func escape(_ byte: UInt8) {
      let digits = Array("0123456789ABCDEF".utf8)
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "%") {
        guard place + 1 < bytes.endIndex, let high = hexadecimal(bytes[place]),
          let low = hexadecimal(bytes[place + 1])
        else {
          escape(byte)
          continue
        }
        place += 2
        let meant = high << 4 | low
        if isUnreserved(meant) { result.append(meant) } else { escape(meant) }
      } else if isUnreserved(byte) || "!$&'()*+,;=:@/?[]".utf8.contains(byte) {
        result.append(byte)
      } else {
        escape(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

/// One parameter of a query, normalised.
struct AddressParameter {
  /// The name in lower case, for tables; without the "amp;" of an address escaped twice.
  let name: String
  /// What follows the first "="; nil where there is none.
  let value: String?
  /// Name and value as they stand in the canonical address.
  let text: String

  init?(_ bytes: ArraySlice<UInt8>) {
    let exact = bytes.dropping("amp;") ?? bytes
    guard !exact.isEmpty else { return nil }
    text = AddressParts.normalized(exact)
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = parts[0].lowercased()
    value = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether the value is a number of several digits, as ids are.
  var holdsNumber: Bool {
    guard let value, value.utf8.count > 1 else { return false }
    return value.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension ArraySlice<UInt8> {
  /// What follows `mark`, which is in lower case, where the slice begins with it in any case.
  fileprivate func dropping(_ mark: StaticString) -> ArraySlice<UInt8>? {
    guard count >= mark.utf8CodeUnitCount else { return nil }
    return mark.withUTF8Buffer { mark in
      for (byte, wanted) in zip(self, mark)
      where (0x41...0x5A).contains(byte) ? byte + 32 != wanted : byte != wanted { return nil }
      return self[(startIndex + mark.count)...]
    }
  }
}

extension String {
  /// What stands before `mark`; nil where it is not there.
  fileprivate func part(before mark: String) -> String? {
    let bytes = Array(utf8)
    let wanted = Array(mark.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for place in 0...(bytes.count - wanted.count)
    where bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
      return String(decoding: bytes[..<place], as: UTF8.self)
    }
    return nil
  }
}
