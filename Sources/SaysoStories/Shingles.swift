internal import SaysoLearning
package import SaysoRecords

/// The word runs of one text, each once, by which texts are compared (Broder, "On the resemblance and
/// containment of documents", 1997).
///
/// A shingle is a run of ``length`` words (see `WordHashes`) and is kept as 31 bits of its hash. A
/// minimum-hash sketch of fixed size is not used, since it cannot tell how much of a short text stands
/// in a long one; instead all shingles are kept up to ``limit``, and of a longer text those in the
/// lower half, quarter … of the hash range, so that two sets can be compared in the range that both
/// keep (the scaled sketch of Irber et al., "Lightweight compositional analysis of metagenomes with
/// FracMinHash and minimum metagenome covers", 2022). For any usual report the comparison is thus
/// exact but for hash collisions: two texts of 1,000 shingles share 0.0005 of one by chance.
package struct ShingleSet: Sendable, Hashable {
  /// Words in a shingle.
  ///
  /// With runs of three words all 204 pairs of BASIL's independent reports share less than 0.19 of the
  /// shorter one's shingles outside quotations (two: 0.30, four: 0.16), and 99 of 100 copies of
  /// PolNeAR train with up to 40 % of their words edited 0.30 or more (0.50, 0.19): the gap is
  /// widest at two, but runs of two words are common words, and fill the index with them.
  package static let length = 3
  /// Most shingles that are kept of a text: 64 KiB, a book's chapter.
  package static let limit = 16_384

  /// The kept hashes, each once, in the order of the text; bit 0 says that the whole shingle stands
  /// in a quotation.
  package let hashes: [UInt32]
  /// How often the range was halved to keep within the limit; 0 for any usual report.
  package let halvings: Int

  /// Hashes as they were kept, which must lie in the range.
  init(hashes: [UInt32], halvings: Int) {
    self.hashes = hashes
    self.halvings = halvings
  }

  /// The shingles of parts of a text, read on as if they were one.
  package init(_ text: FrozenText, _ spans: [TextSpan]) {
    var shingler = Shingler()
    self = shingler.shingles(of: text, spans)
  }

  /// The shingles of a report's running text: its blocks without the headings.
  package init(_ report: Report) {
    var shingler = Shingler()
    self = shingler.shingles(of: report)
  }

  /// How many shingles the text has, by estimate where some are left out.
  package var count: Int { hashes.count << halvings }

  /// Whether the text has no word.
  package var isEmpty: Bool { hashes.isEmpty }

  /// Kept hashes are at most this after `halvings`.
  static func ceiling(_ halvings: Int) -> UInt32 { UInt32.max >> UInt32(halvings) }
}

/// Makes the shingles of text after text, its memory used again.
package struct Shingler: Sendable {
  private var words = WordHashes()
  private var table = ShingleTable()

  /// A shingler without memory as yet.
  package init() {}

  /// The shingles of a report's running text: its blocks without the headings.
  package mutating func shingles(of report: Report) -> ShingleSet {
    shingles(of: report.text, report.blocks.filter { $0.kind != .heading }.map(\.span))
  }

  /// The shingles of parts of a text, read on as if they were one; a text of fewer words than a
  /// shingle has is one shingle.
  package mutating func shingles(of text: FrozenText, _ spans: [TextSpan]) -> ShingleSet {
    words.removeAll()
    text.bytes.withUnsafeBufferPointer { bytes in
      for span in spans { words.add(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])) }
    }
    let count = words.count
    guard count > 0 else { return ShingleSet(hashes: [], halvings: 0) }
    let length = min(ShingleSet.length, count)
    let places = count - length + 1
    table.reset(for: places)
    let hashes = words.hashes.withUnsafeBufferPointer { words in
      [UInt32](unsafeUninitializedCapacity: places) { target, kept in
        kept = table.withSlots { slots, mask in
          Shingler.write(words, count, length, to: target, slots, mask)
        }
      }
    }
    guard hashes.count > ShingleSet.limit else { return ShingleSet(hashes: hashes, halvings: 0) }
    var halvings = 0
    var rest = hashes
    while rest.count > ShingleSet.limit {
      halvings += 1
      let ceiling = ShingleSet.ceiling(halvings)
      rest.removeAll { $0 > ceiling }
    }
    return ShingleSet(hashes: rest, halvings: halvings)
  }

  /// Writes the hash of each shingle that is new to the table; how many.
  ///
  /// The hash of a run is the polynomial of its words' hashes, which rolls on from word to word.
  private static func write(
    _ words: UnsafeBufferPointer<UInt64>, _ count: Int, _ length: Int,
    to target: UnsafeMutableBufferPointer<UInt32>, _ slots: UnsafeMutableBufferPointer<UInt32>,
    _ mask: Int
  ) -> Int {
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var leaving: UInt64 = 1
    for _ in 0..<length { leaving = leaving &* base }
    var rolling: UInt64 = 0
    var quotedRun = 0
    var kept = 0
    for place in 0..<count {
      let word = words[place]
      rolling = rolling &* base &+ (word & ~1)
      quotedRun = word & 1 == 0 ? 0 : quotedRun + 1
      if place >= length { rolling = rolling &- (words[place - length] & ~1) &* leaving }
      if place < length - 1 { continue }
      let hash = UInt32(truncatingIfNeeded: FeatureHash.finish(rolling) >> 32)
      if ShingleTable.insert(hash | 1, slots, mask) {
        target[kept] = hash & ~1 | (quotedRun >= length ? 1 : 0)
        kept += 1
      }
    }
    return kept
  }
}

/// A set of odd hashes in one table of slots, whose memory is used again.
struct ShingleTable: Sendable {
  private var slots: [UInt32] = []
  private var mask = 0

  /// Empties the table and makes room for `count` hashes.
  mutating func reset(for count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    if slots.count < size {
      slots = [UInt32](repeating: 0, count: size)
    } else {
      slots.withUnsafeMutableBufferPointer { $0[..<size].update(repeating: 0) }
    }
    mask = size - 1
  }

  /// Lends the slots and the mask of places in them.
  mutating func withSlots<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt32>, Int) -> Result
  ) -> Result {
    let mask = mask
    return slots.withUnsafeMutableBufferPointer { body($0, mask) }
  }

  /// Puts an odd hash in; whether it was new.
  @inline(__always)
  static func insert(
    _ hash: UInt32, _ slots: UnsafeMutableBufferPointer<UInt32>, _ mask: Int
  ) -> Bool {
    var slot = Int(hash >> 1) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    return true
  }
}
