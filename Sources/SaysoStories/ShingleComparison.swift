/// Compares one set of shingles with others, one after another.
///
/// Besides how many shingles two texts share it tells how much of each text's running words is taken
/// up by shared shingles. A share of shingles falls with every single word that was edited, three at a
/// time; a share of words does not, and so tells a text that was edited all over from one that shares
/// a passage. Quotations are left out of it, since independent reports of one speech share them.
struct ShingleComparison: Sendable {
  /// What two texts share.
  struct Overlap: Sendable, Hashable {
    /// Shingles that stand in both, and those of each, in the range that both keep.
    var shared = 0
    var ownCount = 0
    var otherCount = 0
    /// Words outside quotations that shared shingles take up, as shares of each text's.
    var ownTaken = 0.0
    var otherTaken = 0.0
  }

  private var slots: [UInt32] = []
  /// By slot, the place of the hash in the set.
  private var places: [UInt32] = []
  private var mask = 0
  private var own = ShingleSet(hashes: [], halvings: 0)
  /// By place in the set, whether the last text compared has it.
  private var ownShared: [Bool] = []
  private var otherShared: [Bool] = []

  /// A comparison of no set as yet.
  init() {}

  /// Sets the set that the others are compared with.
  mutating func begin(_ set: ShingleSet) {
    own = set
    var size = 64
    while size < set.hashes.count * 2 { size *= 2 }
    if slots.count < size {
      slots = [UInt32](repeating: 0, count: size)
      places = slots
    } else {
      slots.withUnsafeMutableBufferPointer { $0[..<size].update(repeating: 0) }
    }
    mask = size - 1
    for (place, hash) in set.hashes.enumerated() {
      var slot = Int(hash >> 1) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash | 1
      places[slot] = UInt32(place)
    }
  }

  /// What is shared with another text; the shares of words only where so much is shared that it
  /// is worth a link.
  mutating func overlap(with other: ShingleSet) -> Overlap {
    let common = max(own.halvings, other.halvings)
    let ceiling = ShingleSet.ceiling(common)
    clear(&ownShared, own.hashes.count)
    clear(&otherShared, other.hashes.count)
    var overlap = Overlap()
    overlap.shared = markShared(other.hashes, ceiling) << common
    func count(_ set: ShingleSet) -> Int {
      set.halvings == common ? set.hashes.count : set.hashes.count { $0 <= ceiling }
    }
    overlap.ownCount = count(own) << common
    overlap.otherCount = count(other) << common
    let shorter = min(overlap.ownCount, overlap.otherCount)
    guard CopyLink.isWorthIt(shared: overlap.shared, shorter: shorter) else { return overlap }
    overlap.ownTaken = ShingleComparison.taken(own.hashes, ownShared, common)
    overlap.otherTaken = ShingleComparison.taken(other.hashes, otherShared, common)
    return overlap
  }

  private func clear(_ marks: inout [Bool], _ count: Int) {
    if marks.count < count { marks = [Bool](repeating: false, count: count) }
    marks.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: false) }
  }

  /// Marks in both texts what they share; how much.
  private mutating func markShared(_ others: [UInt32], _ ceiling: UInt32) -> Int {
    var shared = 0
    let mask = mask
    slots.withUnsafeBufferPointer { slots in
      ownShared.withUnsafeMutableBufferPointer { ownShared in
        otherShared.withUnsafeMutableBufferPointer { otherShared in
          for (place, hash) in others.enumerated() where hash <= ceiling {
            var slot = Int(hash >> 1) & mask
            while slots[slot] != 0, slots[slot] != hash | 1 { slot = (slot + 1) & mask }
            guard slots[slot] != 0 else { continue }
            shared += 1
            ownShared[Int(places[slot])] = true
            otherShared[place] = true
          }
        }
      }
    }
    return shared
  }

  /// The share of the words outside quotations that shared shingles take up.
  ///
  /// A word is known by the shingle that begins with it. Where shingles were left out neighbours are
  /// not known, and the share of shingles is given, which is smaller.
  private static func taken(_ hashes: [UInt32], _ shared: [Bool], _ halvings: Int) -> Double {
    let reach = halvings == 0 ? ShingleSet.length : 1
    let ceiling = ShingleSet.ceiling(halvings)
    var running = (all: 0, taken: 0)
    var whole = (all: 0, taken: 0)
    var left = 0
    for (place, hash) in hashes.enumerated() where hash <= ceiling {
      left = shared[place] ? reach : left - 1
      let isTaken = left > 0
      whole.all += 1
      if isTaken { whole.taken += 1 }
      if hash & 1 == 0 {
        running.all += 1
        if isTaken { running.taken += 1 }
      }
    }
    let counts = running.all >= max(leastRunning, whole.all / 4) ? running : whole
    return counts.all == 0 ? 0 : Double(counts.taken) / Double(counts.all)
  }

  /// A text with fewer words outside quotations than this, or than a quarter of its words, is
  /// compared with its quotations.
  static let leastRunning = 20
}

extension ShingleSet {
  /// The share of this text's shingles that stand in another text, 0...1; nil where there is none.
  package func share(in other: ShingleSet) -> Double? {
    var comparison = ShingleComparison()
    comparison.begin(self)
    let overlap = comparison.overlap(with: other)
    return overlap.ownCount == 0 ? nil : Double(overlap.shared) / Double(overlap.ownCount)
  }
}
