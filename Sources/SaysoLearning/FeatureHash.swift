/// Hashes of strings and of combinations: the features of all linear models (Weinberger et al.,
/// "Feature Hashing for Large Scale Multitask Learning", 2009, without the sign hash).
///
/// The functions are part of the model-file format: a change of one changes what every row of every
/// shipped model means.
package enum FeatureHash {
  /// A well-mixed hash of bytes (FNV-1a, then a finaliser).
  @inlinable
  package static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { of($0) }
  }

  /// A well-mixed hash of bytes.
  @inlinable
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return finish(hash)
  }

  /// A well-mixed hash of a string's UTF-8.
  @inlinable
  package static func of(_ string: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in string.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return finish(hash)
  }

  /// Spreads the bits of a hash (the finaliser of MurmurHash3).
  @inlinable
  package static func finish(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }

  /// One hash of a template's number and a value.
  @inlinable
  package static func combine(_ template: UInt64, _ a: UInt64) -> UInt64 {
    var hash = (a ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    return hash &* 0xC4CE_B9FE_1A85_EC53
  }

  /// One hash of a template's number and two values, in their order.
  @inlinable
  package static func combine(_ template: UInt64, _ a: UInt64, _ b: UInt64) -> UInt64 {
    combine(template, combine(template &+ 0x51ED, a) ^ (b &* 0x2545_F491_4F6C_DD1D))
  }

  /// One hash of a template's number and three values, in their order.
  @inlinable
  package static func combine(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    combine(template, combine(template &+ 0x3A7F, a, b), c)
  }
}

/// The rows of a hashed table that are on: a set of active features, gathered per item.
package struct FeatureRows: Sendable {
  /// Row numbers, below `1 << bits`.
  package private(set) var rows: [UInt32] = []
  /// For each item, where its rows end in `rows`.
  package private(set) var ends: [Int] = []
  /// Base-two logarithm of the table's row count.
  package let bits: Int
  @usableFromInline let shift: UInt64

  /// No items yet, over a table of `1 << bits` rows (`bits` 1...32).
  package init(bits: Int) {
    precondition((1...32).contains(bits), "a table has 2 to 2^32 rows")
    self.bits = bits
    self.shift = UInt64(64 - bits)
  }

  /// Adds a feature to the open item.
  @inline(__always)
  package mutating func add(_ hash: UInt64) {
    rows.append(UInt32(truncatingIfNeeded: hash >> shift))
  }

  /// Closes the open item.
  package mutating func endItem() { ends.append(rows.count) }

  /// Number of closed items.
  package var count: Int { ends.count }

  /// The rows of one item.
  @inline(__always)
  package func range(_ item: Int) -> Range<Int> {
    (item == 0 ? 0 : ends[item - 1])..<ends[item]
  }

  /// Makes room ahead of time.
  package mutating func reserve(items: Int, each: Int) {
    rows.reserveCapacity(items * each)
    ends.reserveCapacity(items)
  }

  /// Empties it, keeping the memory.
  package mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
