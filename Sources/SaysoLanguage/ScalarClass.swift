/// The classes of Unicode scalars that tokenisation tells apart.
enum ScalarClass {
  case space
  case letter
  case digit
  case openQuote
  case closeQuote
  /// A quotation mark or apostrophe that may be either (`"`, `'`).
  case plainQuote
  case apostrophe
  case hyphen
  case dash
  case punctuation
  case symbol

  /// The class of a scalar, from small tables of our own (General Punctuation, Latin-1, currency
  /// signs); everything else above ASCII counts as a letter.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      self = .space
    case 0x22: self = .plainQuote
    case 0x27: self = .apostrophe
    case 0x2D, 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015: self = .dash
    case 0x2018, 0x201A, 0x201C, 0x201E, 0xAB, 0x2039, 0x300C: self = .openQuote
    case 0x2019: self = .apostrophe
    case 0x201D, 0xBB, 0x203A, 0x300D: self = .closeQuote
    case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E, 0xA2...0xA9, 0xAC, 0xAE...0xB4, 0xD7,
      0xF7, 0x20A0...0x20CF, 0x2100...0x214F, 0x2190...0x2BFF:
      self = .symbol
    case 0x00...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7F, 0x80...0x9F, 0xA1, 0xB6, 0xB7, 0xBF,
      0x2016...0x206F, 0x3001...0x303F, 0xFFFD:
      self = .punctuation
    case 0xAD: self = .letter
    default: self = .letter
    }
  }
}

/// Decodes the scalar at `offset` of valid UTF-8 and its length in bytes.
@inline(__always)
func scalar(in bytes: [UInt8], at offset: Int) -> (value: UInt32, length: Int) {
  scalar(in: bytes[...], at: offset)
}

/// Decodes the scalar at `offset` of valid UTF-8 and its length in bytes.
@inline(__always)
func scalar(in bytes: ArraySlice<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  if first < 0x80 { return (first, 1) }
  func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset + index]) & 0x3F }
  if first < 0xE0, offset + 1 < bytes.endIndex { return ((first & 0x1F) << 6 | tail(1), 2) }
  if first < 0xF0, offset + 2 < bytes.endIndex {
    return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
  }
  if offset + 3 < bytes.endIndex {
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
  return (0xFFFD, 1)
}
