/// What is wrong with the stored shingles of a report.
package struct ShingleSketchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  package let problem: String
  /// What to do about it.
  package let remedy = "make the shingles of the report again from its text"
  /// One line: problem and remedy.
  package var description: String { "\(problem); \(remedy)" }
}

extension ShingleSet {
  /// The version that `encoded` writes: another way of reading words, hashing or keeping needs another.
  package static let sketchVersion: UInt8 = 1

  /// The set as bytes for a ledger, so that the index can be filled again without reading the text:
  /// version, words in a shingle, halvings, then four bytes a hash, the lowest first.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 + hashes.count * 4)
    bytes += [ShingleSet.sketchVersion, UInt8(ShingleSet.length), UInt8(halvings)]
    for hash in hashes {
      for shift in [0, 8, 16, 24] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: hash >> shift))
      }
    }
    return bytes
  }

  /// A set from the bytes that `encoded` gave.
  package init(encoded bytes: [UInt8]) throws {
    guard bytes.count >= 3 else {
      throw ShingleSketchError(problem: "the stored shingles are cut off")
    }
    guard bytes[0] == ShingleSet.sketchVersion else {
      throw ShingleSketchError(
        problem: "the stored shingles are of version \(bytes[0]), not \(ShingleSet.sketchVersion)")
    }
    guard bytes[1] == UInt8(ShingleSet.length) else {
      throw ShingleSketchError(
        problem: "the stored shingles have \(bytes[1]) words, not \(ShingleSet.length)")
    }
    let halvings = Int(bytes[2])
    guard halvings < 32, (bytes.count - 3).isMultiple(of: 4) else {
      throw ShingleSketchError(problem: "the stored shingles are cut off or damaged")
    }
    let hashes = bytes.withUnsafeBytes { bytes in
      (0..<(bytes.count - 3) / 4).map { place in
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 3 + place * 4, as: UInt32.self))
      }
    }
    let ceiling = ShingleSet.ceiling(halvings)
    var table = ShingleTable()
    table.reset(for: hashes.count)
    let isWhole = table.withSlots { slots, mask in
      hashes.allSatisfy { $0 <= ceiling && ShingleTable.insert($0 | 1, slots, mask) }
    }
    guard isWhole else { throw ShingleSketchError(problem: "the stored shingles are damaged") }
    self.init(hashes: hashes, halvings: halvings)
  }
}
