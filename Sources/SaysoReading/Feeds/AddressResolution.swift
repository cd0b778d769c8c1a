/// Resolves references to addresses (RFC 3986, section 5).
enum AddressResolution {
  /// `reference` as an address of its own, by the address that it stands under; as it is where that
  /// cannot be told.
  static func resolve(_ reference: String, against base: String?) -> String {
    let reference = LineOfText(reference).string
    if scheme(reference) != nil { return reference }
    guard let base, let parts = Parts(base) else {
      return reference.hasPrefix("//") ? "https:" + reference : reference
    }
    if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
    let head = parts.scheme + "://" + parts.authority
    if reference.isEmpty { return head + parts.path + parts.query }
    if reference.hasPrefix("#") { return head + parts.path + parts.query + reference }
    if reference.hasPrefix("?") { return head + parts.path + reference }
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let path = String(reference[..<end])
    let folder = parts.path.lastIndex(of: "/").map { String(parts.path[...$0]) } ?? "/"
    return head + withoutDots(path.hasPrefix("/") ? path : folder + path) + reference[end...]
  }

  /// The scheme of an address, lower-case; nil for a reference without one.
  private static func scheme(_ address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = address.utf8[..<colon]
    guard let first = name.first, (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first),
      name.allSatisfy({
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    return String(Substring(name)).lowercased()
  }

  /// An address with an authority, cut into its parts.
  private struct Parts {
    let scheme: String
    let authority: String
    let path: String
    /// With its question mark; empty where there is none.
    let query: String

    init?(_ address: String) {
      guard let scheme = AddressResolution.scheme(address) else { return nil }
      let rest = address.dropFirst(scheme.utf8.count + 1)
      guard rest.hasPrefix("//") else { return nil }
      let whole = rest.dropFirst(2).prefix { $0 != "#" }
      let end = whole.firstIndex { $0 == "/" || $0 == "?" } ?? whole.endIndex
      let mark = whole[end...].firstIndex(of: "?") ?? whole.endIndex
      self.scheme = scheme
      authority = String(whole[..<end])
      path = mark == end ? "/" : String(whole[end..<mark])
      query = String(whole[mark...])
      guard !authority.isEmpty else { return nil }
    }
  }

  /// A path without the segments `.` and `..` (section 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for segment in segments {
      switch segment {
      case ".": break
      case "..": _ = kept.popLast()
      default: kept.append(segment)
      }
    }
    if segments.last == "." || segments.last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/")
  }
}
