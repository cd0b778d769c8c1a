/// A word of at most sixteen bytes, ASCII letters in lower case, packed into two integers.
struct WordKey: Hashable, Sendable {
  let low: UInt64
  let high: UInt64

  /// The key of a stretch of bytes without a closing stop ("Sept." = "sept"); nil when it is
  /// longer than sixteen bytes or empty.
  @inline(__always)
  init?(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var end = end
    if end - start > 1, bytes[end - 1] == 0x2E { end -= 1 }
    let count = end - start
    guard count > 0, count <= 16 else { return nil }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for at in start..<end {
      let byte = bytes[at]
      let lower = UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)
      if at - start < 8 {
        low = low << 8 | lower
      } else {
        high = high << 8 | lower
      }
    }
    self.low = low
    self.high = high
  }

  /// The key of a word; longer ones than sixteen bytes have none.
  init?(_ word: some StringProtocol) {
    let bytes = Array(word.utf8)
    self.init(bytes, 0, bytes.count)
  }
}

/// A fixed table from words to entries that is asked by bytes, without making a String.
///
/// Open addressing at most half full; a look-up takes about as long as hashing the word once.
struct WordTable<Entry: Sendable>: Sendable {
  private let slots: [(key: WordKey, entry: Entry)?]
  private let mask: Int

  /// A table of words; of a word given twice the first entry stays.
  init(_ words: [(String, Entry)]) {
    var capacity = 64
    while capacity < words.count * 3 { capacity *= 2 }
    mask = capacity - 1
    var slots: [(key: WordKey, entry: Entry)?] = Array(repeating: nil, count: capacity)
    for (word, entry) in words {
      guard let key = WordKey(word) else {
        preconditionFailure("a word of a table has one to sixteen bytes: \(word)")
      }
      var at = WordTable.slot(of: key, mask)
      while let taken = slots[at], taken.key != key { at = (at + 1) & mask }
      if slots[at] == nil { slots[at] = (key, entry) }
    }
    self.slots = slots
  }

  /// The entry of the word between two byte offsets.
  @inline(__always)
  func entry(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Entry? {
    guard let key = WordKey(bytes, start, end) else { return nil }
    return self[key]
  }

  /// The entry of a key.
  @inline(__always)
  subscript(key: WordKey) -> Entry? {
    var at = WordTable.slot(of: key, mask)
    while let taken = slots[at] {
      if taken.key == key { return taken.entry }
      at = (at + 1) & mask
    }
    return nil
  }

  /// Multiplicative hashing (Knuth, The Art of Computer Programming 3, section 6.4).
  @inline(__always)
  private static func slot(of key: WordKey, _ mask: Int) -> Int {
    let mixed = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40) & mask
  }
}
