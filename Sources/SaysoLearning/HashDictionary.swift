/// A read-only map from hashed words to small numbers, laid out as one table of slots so that it
/// loads by copying memory.
///
/// Keys are 32 bits of the word's hash. A word that is not in the map is taken for one that is in
/// about one case of `slots / 2^32`.
package struct HashDictionary: Sendable, Equatable {
  /// Keys by slot; 0 where the slot is free.
  ///
  /// A power of two long.
  @usableFromInline let keys: [UInt32]
  /// Values by slot.
  @usableFromInline let values: [UInt16]

  /// A map of hashes to values, which must not be 0; of two values for one hash the first is kept.
  package init(_ entries: [(hash: UInt64, value: UInt16)]) {
    var slots = 16
    while slots < entries.count * 2 { slots *= 2 }
    var keys = [UInt32](repeating: 0, count: slots)
    var values = [UInt16](repeating: 0, count: slots)
    for (hash, value) in entries {
      precondition(value != 0, "0 stands for absent words")
      let key = HashDictionary.key(hash)
      var slot = Int(truncatingIfNeeded: hash) & (slots - 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (slots - 1) }
      if keys[slot] == 0 {
        keys[slot] = key
        values[slot] = value
      }
    }
    self.keys = keys
    self.values = values
  }

  /// A map from its slots; nil when they cannot be one.
  package init?(keys: [UInt32], values: [UInt16]) {
    guard keys.count >= 16, keys.count & (keys.count - 1) == 0, keys.count == values.count,
      keys.contains(0)
    else { return nil }
    self.keys = keys
    self.values = values
  }

  /// The value of a hashed word; 0 when it is absent.
  @inlinable
  package subscript(hash: UInt64) -> UInt16 {
    let key = HashDictionary.key(hash)
    var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  @inlinable
  static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }
}

extension ModelFile {
  /// Stores a map under a prefix.
  package mutating func set(_ prefix: String, dictionary: HashDictionary) {
    sections[prefix + ".keys"] = ModelFile.littleEndian(dictionary.keys)
    sections[prefix + ".values"] = ModelFile.littleEndian(dictionary.values)
  }

  /// Reads a map back.
  package func dictionary(_ prefix: String) throws -> HashDictionary {
    let keys: [UInt32] = ModelFile.integers(try section(prefix + ".keys"))
    let values: [UInt16] = ModelFile.integers(try section(prefix + ".values"))
    guard let result = HashDictionary(keys: keys, values: values) else {
      throw ModelError(
        problem: "the map '\(prefix)' has an impossible shape", place: prefix,
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    return result
  }

  /// The little-endian bytes of integers.
  static func littleEndian<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
    values.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  /// Integers from their little-endian bytes; a rest that is no whole integer is left out.
  static func integers<Value: FixedWidthInteger>(_ bytes: [UInt8]) -> [Value] {
    let width = MemoryLayout<Value>.size
    return [Value](unsafeUninitializedCapacity: bytes.count / width) { target, count in
      count = bytes.count / width
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[..<(count * width)]))
      }
      if Value(1).littleEndian != 1 {
        for index in 0..<count { target[index] = Value(littleEndian: target[index]) }
      }
    }
  }
}
