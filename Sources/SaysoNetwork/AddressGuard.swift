/// Decides which machines may be spoken to, after their names have been resolved.
///
/// A page, a feed or a redirect must not lead into the network that this program runs in (server-side
/// request forgery): what is not on the public internet is refused. The ranges are those of the IANA
/// special-purpose registries (RFC 6890) as they stood in 2025.
public struct AddressGuard: Sendable {
  private let reason: @Sendable (IPAddress) -> String?

  /// A guard that refuses the addresses for which `reason` names what they are.
  public init(_ reason: @escaping @Sendable (IPAddress) -> String?) { self.reason = reason }

  /// Refuses all that is not on the public internet.
  public static let publicOnly = AddressGuard(AddressGuard.kind)

  /// Refuses nothing: for someone who asks for machines of the own network.
  public static let anywhere = AddressGuard { _ in nil }

  /// What the address is ("a private address") where it is refused; nil where it may be used.
  public func refusal(of address: IPAddress) -> String? { reason(address) }

  /// What an address is that is not on the public internet; nil for a public one.
  static func kind(of address: IPAddress) -> String? {
    switch address {
    case .v4(let value):
      return fours.first { value >> (32 - $0.bits) == $0.network >> (32 - $0.bits) }?.what
    case .v6(let high, let low):
      return kind(high, low)
    }
  }

  private static func kind(_ high: UInt64, _ low: UInt64) -> String? {
    func embedded(_ value: UInt64) -> String? {
      kind(of: .v4(UInt32(truncatingIfNeeded: value))).map { $0 + " inside an IPv6 address" }
    }
    if high == 0, low >> 32 == 0xFFFF { return embedded(low) }
    if high == 0x0064_FF9B_0000_0000, low >> 32 == 0 { return embedded(low) }
    if high == 0, low == 0 { return "the unspecified address" }
    if high == 0, low == 1 { return "a loopback address" }
    if let known = sixes.first(where: { high >> (64 - $0.bits) == $0.network >> (64 - $0.bits) }) {
      return known.what
    }
    if high >> 48 == 0x2002 { return embedded(high >> 16) }
    // Only 2000::/3 has been given out for the internet (RFC 4291, section 2.4).
    return high >> 61 == 1 ? nil : "an address outside the public internet"
  }

  /// IPv4: RFC 6890 and the RFCs that added to its registry.
  private static let fours: [(network: UInt32, bits: UInt32, what: String)] = [
    (0x0000_0000, 8, "the unspecified address"),
    (0x0A00_0000, 8, "a private address"),
    (0x6440_0000, 10, "a shared address of a provider"),
    (0x7F00_0000, 8, "a loopback address"),
    (0xA9FE_0000, 16, "a link-local address"),
    (0xAC10_0000, 12, "a private address"),
    (0xC000_0000, 24, "a reserved address"),
    (0xC000_0200, 24, "a documentation address"),
    (0xC058_6300, 24, "a relay address"),
    (0xC0A8_0000, 16, "a private address"),
    (0xC612_0000, 15, "a benchmark address"),
    (0xC633_6400, 24, "a documentation address"),
    (0xCB00_7100, 24, "a documentation address"),
    (0xE000_0000, 4, "a multicast address"),
    (0xF000_0000, 4, "a reserved address"),
  ]

  /// IPv6, the first 64 bits; what lies outside of 2000::/3 is refused without an entry.
  private static let sixes: [(network: UInt64, bits: UInt64, what: String)] = [
    (0x0064_FF9B_0001_0000, 48, "a private address"),
    (0x0100_0000_0000_0000, 64, "a discard address"),
    (0x2001_0000_0000_0000, 23, "a reserved address"),
    (0x2001_0DB8_0000_0000, 32, "a documentation address"),
    (0x3FFF_0000_0000_0000, 20, "a documentation address"),
    (0xFC00_0000_0000_0000, 7, "a private address"),
    (0xFE80_0000_0000_0000, 10, "a link-local address"),
    (0xFEC0_0000_0000_0000, 10, "a private address"),
    (0xFF00_0000_0000_0000, 8, "a multicast address"),
  ]
}
