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
    var hashes: [UInt32] = []
    hashes.reserveCapacity(bytes.count / 4)
    for place in stride(from: 3, to: bytes.count, by: 4) {
      hashes.append(
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
          | UInt32(bytes[place + 3]) << 24)
    }
    let ceiling = ShingleSet.ceiling(halvings)
    guard hashes.allSatisfy({ $0 <= ceiling }), Set(hashes.map { $0 | 1 }).count == hashes.count
    else { throw ShingleSketchError(problem: "the stored shingles are damaged") }
    self.init(hashes: hashes, halvings: halvings)
  }
}
