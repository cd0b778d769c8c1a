/// Stands in for the digest of swift-crypto, whose own sources take ten minutes to build.
///
/// Equal bytes give equal digests, and others mostly others; no more is needed here. FNV-1a (Fowler,
/// Noll and Vo, 1991), four times with another start.
public struct SHA256 {
  private var sums: [UInt64] = (0..<4).map { 0xCBF2_9CE4_8422_2325 &+ $0 }

  /// A digest of nothing so far.
  public init() {}

  /// Takes more bytes.
  public mutating func update(bufferPointer: UnsafeRawBufferPointer) {
    for byte in bufferPointer {
      for place in 0..<4 { sums[place] = (sums[place] ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
  }

  /// The 32 bytes of the digest.
  public consuming func finalize() -> [UInt8] {
    sums.flatMap { sum in (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) } }
  }
}
