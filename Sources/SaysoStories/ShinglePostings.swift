/// Which reports have a shingle: an inverted index from hashes to report numbers.
///
/// Nearly all shingles stand in one report, so that a slot of the table holds that report's number
/// itself; from the second on it holds the place of a list in one arena, whose size doubles. A list
/// keeps the first ``capacity`` reports and no more: what stands in so many is boilerplate, or a text
/// that so many copies already link to. 8 bytes a slot, two to four slots a shingle at most 2/3 full.
struct ShinglePostings: Sendable {
  /// Most reports that are kept for one shingle.
  static let capacity = 31

  private var keys: [UInt32] = []
  private var values: [UInt32] = []
  private var used = 0
  /// Lists of 4, 8, 16 or 32 words; the first word is the count.
  private var arena: [UInt32] = []
  /// Free lists by size class (4 words is class 0).
  private var free: [[UInt32]] = Array(repeating: [], count: 4)
  private let listBit: UInt32 = 1 << 31

  init() {}

  /// Where the reports of a hash are kept: a number itself, or a list.
  struct Entry: Sendable {
    /// How many reports.
    let count: Int
    fileprivate let value: UInt32
  }

  /// Appends the entries of those hashes that are known.
  ///
  /// The slots are read in a loop of their own, since no read waits for another there.
  func find(_ hashes: [UInt32], in entries: inout [Entry]) {
    guard !keys.isEmpty else { return }
    let mask = keys.count - 1
    keys.withUnsafeBufferPointer { keys in
      values.withUnsafeBufferPointer { values in
        arena.withUnsafeBufferPointer { arena in
          for hash in hashes {
            var slot = ShinglePostings.slot(hash, mask)
            while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
            guard keys[slot] != 0 else { continue }
            let value = values[slot]
            let count = value & listBit == 0 ? 1 : Int(arena[Int(value & ~listBit)])
            entries.append(Entry(count: count, value: value))
          }
        }
      }
    }
  }

  /// Counts each report of some entries once per entry, and notes which were counted.
  func tally(
    _ entries: ArraySlice<Entry>, into tallies: inout [UInt16], touched: inout [UInt32]
  ) {
    tallies.withUnsafeMutableBufferPointer { tallies in
      arena.withUnsafeBufferPointer { arena in
        func count(_ report: UInt32) {
          let old = tallies[Int(report)]
          if old == 0 { touched.append(report) }
          tallies[Int(report)] = old &+ 1
        }
        for entry in entries {
          if entry.value & listBit == 0 {
            count(entry.value)
          } else {
            let list = Int(entry.value & ~listBit)
            for place in (list + 1)...(list + entry.count) { count(arena[place]) }
          }
        }
      }
    }
  }

  /// Notes that a report, whose number is not below any before, has these hashes, each once.
  mutating func insert(_ hashes: [UInt32], report: UInt32) {
    if (used + hashes.count) * 3 > keys.count * 2 { grow(for: used + hashes.count) }
    let mask = keys.count - 1
    for hash in hashes {
      var slot = ShinglePostings.slot(hash, mask)
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
      if keys[slot] == 0 {
        keys[slot] = hash
        values[slot] = report
        used += 1
      } else {
        values[slot] = list(values[slot], adding: report)
      }
    }
  }

  private mutating func list(_ value: UInt32, adding report: UInt32) -> UInt32 {
    guard value & listBit != 0 else {
      let list = newList(0)
      arena[list] = 2
      arena[list + 1] = value
      arena[list + 2] = report
      return UInt32(list) | listBit
    }
    let list = Int(value & ~listBit)
    let count = Int(arena[list])
    guard count < ShinglePostings.capacity else { return value }
    // A list of 4, 8 … words is full where its count and the count's own word fill it.
    let isFull = count >= 3 && (count + 1) & count == 0
    guard isFull else {
      arena[list + count + 1] = report
      arena[list] += 1
      return value
    }
    let sizeClass = (count + 1).trailingZeroBitCount - 2
    let larger = newList(sizeClass + 1)
    for place in 0...count { arena[larger + place] = arena[list + place] }
    arena[larger + count + 1] = report
    arena[larger] += 1
    free[sizeClass].append(UInt32(list))
    return UInt32(larger) | listBit
  }

  private mutating func newList(_ sizeClass: Int) -> Int {
    if let list = free[sizeClass].popLast() { return Int(list) }
    let list = arena.count
    precondition(list < Int(listBit), "the index of shingles is full")
    arena.append(contentsOf: repeatElement(0, count: 4 << sizeClass))
    return list
  }

  private mutating func grow(for count: Int) {
    var size = max(1024, keys.count)
    while count * 3 > size * 2 { size *= 2 }
    let oldKeys = keys
    let oldValues = values
    keys = [UInt32](repeating: 0, count: size)
    values = [UInt32](repeating: 0, count: size)
    let mask = size - 1
    for (place, key) in oldKeys.enumerated() where key != 0 {
      var slot = ShinglePostings.slot(key, mask)
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = oldValues[place]
    }
  }

  /// The first slot to look at; the multiplication spreads hashes that are all small.
  @inline(__always)
  private static func slot(_ hash: UInt32, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
