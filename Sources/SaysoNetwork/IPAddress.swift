#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An address of a machine: IPv4 or IPv6.
public enum IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// Four bytes, the first one highest.
  case v4(UInt32)
  /// Sixteen bytes in two halves, the first byte highest.
  case v6(UInt64, UInt64)

  /// The address that `text` writes in the usual way ("192.0.2.1", "2001:db8::1"); nil for others.
  public init?(_ text: String) {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(four)
      return
    }
    var sixteen = in6_addr()
    guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
    self.init(sixteen)
  }

  /// The IPv4 address that `text` writes in any of the ways that `inet_aton` takes.
  ///
  /// One to four numbers, each decimal, octal after "0" or hexadecimal after "0x"; the last one
  /// fills the bytes that are left ("127.1", "0x7f000001", "017700000001").
  public init?(loose text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var value: UInt64 = 0
    for (place, part) in parts.enumerated() {
      guard let number = IPAddress.number(part) else { return nil }
      let bits = place == parts.count - 1 ? UInt64(8 * (5 - parts.count)) : 8
      guard number < 1 << bits else { return nil }
      value = value << bits | number
    }
    self = .v4(UInt32(truncatingIfNeeded: value))
  }

  init(_ address: in_addr) { self = .v4(UInt32(bigEndian: address.s_addr)) }

  init(_ address: in6_addr) {
    let halves = withUnsafeBytes(of: address) { bytes in
      (
        bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) },
        bytes[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      )
    }
    self = .v6(halves.0, halves.1)
  }

  /// Dotted numbers, or IPv6 in groups with the longest run of zeros left out (RFC 5952).
  public var description: String {
    switch self {
    case .v4(let value):
      return [24, 16, 8, 0].map { String(value >> UInt32($0) & 255) }.joined(separator: ".")
    case .v6(let high, let low):
      let groups = [high, low].flatMap { half in
        [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
      }
      return IPAddress.text(of: groups)
    }
  }

  private static func text(of groups: [UInt16]) -> String {
    var best = 0..<0
    var start = 0
    while start < groups.count {
      var end = start
      while end < groups.count, groups[end] == 0 { end += 1 }
      if end - start > max(1, best.count) { best = start..<end }
      start = end + 1
    }
    func joined(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !best.isEmpty else { return joined(groups[...]) }
    return joined(groups[..<best.lowerBound]) + "::" + joined(groups[best.upperBound...])
  }

  private static func number(_ text: Substring) -> UInt64? {
    guard text.utf8.count <= 24, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else {
      return nil
    }
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      return text.utf8.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16)
    }
    return text.hasPrefix("0") ? UInt64(text, radix: 8) : UInt64(text)
  }
}
