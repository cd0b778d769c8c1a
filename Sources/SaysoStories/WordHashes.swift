/// The words of texts as 64-bit hashes, for comparing texts word by word.
///
/// A word is a run of letters and digits; case, punctuation, dashes and white space do not count, so
/// that a text set in another house's style gives the same words. Letters are folded to lower case in
/// the ASCII, Latin-1, Greek and Russian alphabets; a letter written as two scalars ("e" and a
/// combining accent) differs from the one-scalar letter. Bit 0 of a hash says whether the word stands
/// inside double quotation marks; quotations end with their line.
///
/// One pass over the bytes; `WordHashesTests` holds it against a plain reading by scalars.
struct WordHashes: Sendable {
  /// The hashes, in the order of the text; those from `count` on are old.
  private(set) var hashes: [UInt64] = []
  /// How many words there are.
  private(set) var count = 0

  private let folded: [UInt8] = WordHashes.foldedBytes

  /// Forgets the words, keeping the memory.
  mutating func removeAll() { count = 0 }

  /// Adds the words in some bytes, which are a paragraph or several lines.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let most = count + (bytes.count + 1) / 2
    if hashes.count < most {
      hashes.append(contentsOf: repeatElement(0, count: max(most, 4096) - hashes.count))
    }
    let start = count
    count = hashes.withUnsafeMutableBufferPointer { hashes in
      folded.withUnsafeBufferPointer { folded in
        WordHashes.read(bytes, folded, into: hashes, from: start)
      }
    }
  }

  /// Writes the words from a place on; the place after the last.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>,
    into hashes: UnsafeMutableBufferPointer<UInt64>, from start: Int
  ) -> Int {
    var count = start
    var quoted: UInt64 = 0
    var place = 0
    let end = bytes.count
    while place < end {
      // What stands between words.
      let byte = bytes[place]
      if folded[Int(byte)] == 0 {
        if byte == 0x22 { quoted ^= 1 } else if byte == 0x0A { quoted = 0 }
        place += 1
        continue
      }
      if byte >= 0x80, let mark = Mark(bytes, place) {
        if let opens = mark.opensQuotation { quoted = opens ? 1 : 0 }
        place += mark.length
        continue
      }
      // A word.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while place < end {
        let byte = bytes[place]
        let letter = folded[Int(byte)]
        if letter == 0 { break }
        if byte < 0x80 {
          hash = (hash ^ UInt64(letter)) &* prime
          place += 1
          continue
        }
        if Mark(bytes, place) != nil { break }
        let (lead, next) = lowered(byte, place + 1 < end ? bytes[place + 1] : 0)
        hash = (hash ^ UInt64(lead)) &* prime
        place += 1
        if next != 0 {
          hash = (hash ^ UInt64(next)) &* prime
          place += 1
        }
      }
      hashes[count] = hash & ~1 | quoted
      count += 1
    }
    return count
  }

  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// By byte: the lower-case letter or digit, the byte itself past ASCII, 0 for what parts words.
  private static let foldedBytes: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: UInt8(byte)
    case 0x41...0x5A: UInt8(byte + 32)
    case 0x80...: UInt8(byte)
    default: 0
    }
  }

  /// A scalar past ASCII that parts words.
  private struct Mark {
    let length: Int
    /// Whether it opens or closes a quotation, where it is a quotation mark.
    let opensQuotation: Bool?

    /// The mark at a place, nil for a letter: U+0080 to U+00BF without ª, µ and º; × and ÷; the
    /// punctuation, symbols and arrows of U+2000 to U+2BFF, the marks of U+3000 to U+303F, and the
    /// byte-order mark.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch bytes[place] {
      case 0xC2:
        guard next != 0xAA, next != 0xB5, next != 0xBA else { return nil }
        length = 2
        opensQuotation = next == 0xAB ? true : next == 0xBB ? false : nil
      case 0xC3:
        guard next == 0x97 || next == 0xB7 else { return nil }
        length = 2
        opensQuotation = nil
      case 0xE2:
        guard next < 0xB0 else { return nil }
        length = 3
        let last = place + 2 < bytes.count && next == 0x80 ? bytes[place + 2] : 0
        opensQuotation = last == 0x9C || last == 0x9E ? true : last == 0x9D ? false : nil
      case 0xE3 where next == 0x80, 0xEF where next == 0xBB:
        length = 3
        opensQuotation = nil
      default: return nil
      }
    }
  }

  /// The first two bytes of a letter in lower case; the second is 0 where it is to be read by itself.
  @inline(__always)
  private static func lowered(_ lead: UInt8, _ next: UInt8) -> (UInt8, UInt8) {
    switch (lead, next) {
    case (0xC3, 0x80...0x9E): (0xC3, next + 0x20)  // À…Þ
    case (0xCE, 0x91...0x9F): (0xCE, next + 0x20)  // Α…Ο
    case (0xCE, 0xA0...0xA9): (0xCF, next - 0x20)  // Π…Ω
    case (0xD0, 0x90...0x9F): (0xD0, next + 0x20)  // А…П
    case (0xD0, 0xA0...0xAF): (0xD1, next - 0x20)  // Р…Я
    case (0xD0, 0x80...0x8F): (0xD1, next + 0x10)  // Ѐ…Џ
    default: (lead, 0)
    }
  }
}
