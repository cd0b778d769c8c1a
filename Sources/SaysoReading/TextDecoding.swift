/// Bytes as UTF-8 text, with the encoding they turned out to be in.
struct DecodedText {
  /// The encodings that are understood.
  enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    /// UTF-8 in which a few sequences are broken; each became U+FFFD.
    case brokenUTF8 = "UTF-8 with broken sequences"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
  }
  /// Valid UTF-8 without byte order mark.
  let bytes: [UInt8]
  /// What it was decoded from.
  let encoding: Encoding

  /// Decodes `source`; nil when it is no text (a picture, an archive, a program).
  ///
  /// A byte order mark decides; then zero bytes, which text in UTF-16 has in every other place
  /// and text in UTF-8 has not; then validity as UTF-8. What is left is either UTF-8 with damage or
  /// a one-byte encoding: sequences of several bytes that are whole are next to impossible in the
  /// latter, so UTF-8 is taken when they outnumber the broken ones.
  init?(_ source: [UInt8]) {
    if source.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(withoutMark: Array(source.dropFirst(3)))
    } else if source.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: source.dropFirst(2), littleEndian: true)
    } else if source.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: source.dropFirst(2), littleEndian: false)
    } else {
      let sample = source.prefix(4096)
      var zeros = (even: 0, odd: 0)
      for (place, byte) in sample.enumerated() where byte == 0 {
        if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      }
      let half = max(1, sample.count / 2)
      if zeros.odd * 10 > half * 4, zeros.even * 20 < half {
        self.init(utf16: source[...], littleEndian: true)
      } else if zeros.even * 10 > half * 4, zeros.odd * 20 < half {
        self.init(utf16: source[...], littleEndian: false)
      } else {
        self.init(withoutMark: source)
      }
    }
  }

  private init?(utf16 source: ArraySlice<UInt8>, littleEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(source.count / 2)
    var place = source.startIndex
    while place + 1 < source.endIndex {
      let first = UInt16(source[place])
      let second = UInt16(source[place + 1])
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
      place += 2
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    guard DecodedText.looksLikeText(text) else { return nil }
    bytes = text
    encoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
  }

  private init?(withoutMark bytes: [UInt8]) {
    guard DecodedText.looksLikeText(bytes) else { return nil }
    // A stray zero byte in a text is damage: nobody wrote it.
    let source = bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
    let census = UTF8Census(source[...])
    if census.broken == 0 {
      self.bytes = source
      encoding = .utf8
    } else if census.whole > census.broken {
      self.bytes = Array(String(decoding: source, as: UTF8.self).utf8)
      encoding = .brokenUTF8
    } else {
      self.bytes = Windows1252.utf8(source)
      encoding = .windows1252
    }
  }

  /// Whether the first 64 KB hold at most one zero byte in a thousand and one control byte in a
  /// hundred.
  ///
  /// Tab, line ends, form feed and escape count as text. Compressed data has about one control byte
  /// in ten, and pictures begin with a mark and zero bytes.
  static func looksLikeText(_ source: [UInt8]) -> Bool {
    for mark in [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x25, 0x50, 0x44, 0x46, 0x2D]]
      as [[UInt8]]
    where source.starts(with: mark) { return false }
    if source.starts(with: "GIF8".utf8) || source.starts(with: "PK\u{3}\u{4}".utf8) { return false }
    let sample = source.prefix(65_536)
    var control = 0
    var zeros = 0
    for byte in sample {
      if byte == 0 { zeros += 1 }
      if byte < 0x20, !(9...13).contains(byte), byte != 0x1B { control += 1 }
    }
    return control * 100 <= sample.count && zeros * 1000 <= sample.count
  }
}

/// How many sequences of several bytes are whole and how many are broken, read as UTF-8.
struct UTF8Census {
  /// Well-formed sequences of two to four bytes.
  private(set) var whole = 0
  /// Places where no well-formed sequence starts.
  private(set) var broken = 0

  /// Counts; well-formedness is the table 3-7 of the Unicode Standard.
  init(_ source: ArraySlice<UInt8>) {
    source.withUnsafeBufferPointer { buffer in
      var place = 0
      while place < buffer.count {
        let lead = buffer[place]
        if lead < 0x80 {
          place += 1
          continue
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(lead), place + length <= buffer.count,
          (1..<length).allSatisfy({ buffer[place + $0] & 0xC0 == 0x80 }),
          UTF8Census.second(buffer[place + 1], fits: lead)
        else {
          broken += 1
          place += 1
          continue
        }
        whole += 1
        place += length
      }
    }
  }

  private static func second(_ byte: UInt8, fits lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0
    case 0xED: byte <= 0x9F
    case 0xF0: byte >= 0x90
    case 0xF4: byte <= 0x8F
    default: true
    }
  }
}
