internal import SaysoLearning
internal import SaysoRecords

/// What the features of all models see of a token: hashes of its forms and affixes, and flags.
///
/// Computed once per text and shared by the stages; the trainers use the same values.
package struct TokenTraits: Sendable {
  /// Hash of the exact word.
  package let form: UInt64
  /// Hash of the word with ASCII letters lower-cased and curly marks made plain.
  package let lower: UInt64
  /// Hash of the shape with runs cut to two ("Xx", "dd,dd", "XX").
  package let shape: UInt64
  /// Hashes of the first one to four bytes of the lower-cased word (whole word when shorter).
  package let prefixes: (UInt64, UInt64, UInt64, UInt64)
  /// Hashes of the last one to four bytes of the lower-cased word.
  package let suffixes: (UInt64, UInt64, UInt64, UInt64)
  /// Yes-or-no properties.
  package let flags: Flags

  /// Yes-or-no properties of a token.
  package struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    package let rawValue: UInt16
    /// From bits.
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Starts with a capital.
    package static let capitalised = Flags(rawValue: 1)
    /// Two letters or more, all capitals.
    package static let allCapitals = Flags(rawValue: 2)
    /// Has a digit.
    package static let digit = Flags(rawValue: 4)
    /// Has a letter.
    package static let letter = Flags(rawValue: 8)
    /// An opening quotation mark (a straight one may be either: see ``QuoteMarks``).
    package static let openQuote = Flags(rawValue: 16)
    /// A closing quotation mark.
    package static let closeQuote = Flags(rawValue: 32)
    /// Neither letters nor digits.
    package static let punctuation = Flags(rawValue: 64)
    /// A capital after the first letter, and a small one.
    package static let mixedCase = Flags(rawValue: 128)
    /// Has a hyphen.
    package static let hyphen = Flags(rawValue: 256)
    /// Has a full stop and a letter.
    package static let stop = Flags(rawValue: 512)
  }

  /// The traits of one token.
  package init(_ bytes: ArraySlice<UInt8>) {
    var lowered: [UInt8] = []
    lowered.reserveCapacity(bytes.count)
    var shape: [UInt8] = []
    var flags: Flags = []
    var letters = 0
    var capitals = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      var kind: UInt8
      switch byte {
      case 65...90:
        kind = 0x58
        capitals += 1
        letters += 1
        lowered.append(byte | 0x20)
      case 97...122:
        kind = 0x78
        letters += 1
        lowered.append(byte)
      case 48...57:
        kind = 0x64
        flags.insert(.digit)
        lowered.append(byte)
      case 0x22:
        kind = byte
        flags.formUnion([.openQuote, .closeQuote])
        lowered.append(byte)
      case 0xE2 where at + 2 < bytes.endIndex && bytes[at + 1] == 0x80:
        // General punctuation: curly marks become plain ones.
        let plain = TokenTraits.plainMark(bytes[at + 2])
        if bytes[at + 2] == 0x9C || bytes[at + 2] == 0x98 { flags.insert(.openQuote) }
        if bytes[at + 2] == 0x9D { flags.insert(.closeQuote) }
        lowered.append(plain)
        kind = plain
        at += 2
      case 0x80...:
        let (value, length) = scalar(in: bytes, at: at)
        if TokenTraits.isUpperLatin(value) {
          kind = 0x58
          capitals += 1
        } else {
          kind = 0x78
        }
        letters += 1
        for offset in 0..<length where at + offset < bytes.endIndex {
          lowered.append(bytes[at + offset])
        }
        at += length - 1
      default:
        if byte == 0x2D { flags.insert(.hyphen) }
        kind = byte
        lowered.append(byte)
      }
      if shape.count < 2 || shape[shape.count - 1] != kind || shape[shape.count - 2] != kind {
        if shape.count < 12 { shape.append(kind) }
      }
      at += 1
    }
    if letters > 0 {
      flags.insert(.letter)
      if shape[0] == 0x58 {
        flags.insert(.capitalised)
        if capitals == letters, letters > 1 { flags.insert(.allCapitals) }
      }
      if capitals > 1, capitals < letters { flags.insert(.mixedCase) }
      if bytes.contains(0x2E) { flags.insert(.stop) }
    } else if !flags.contains(.digit) {
      flags.insert(.punctuation)
    }
    if bytes.elementsEqual([0x27, 0x27]) { flags.insert(.closeQuote) }
    if bytes.elementsEqual([0x60, 0x60]) { flags.insert(.openQuote) }
    self.flags = flags
    self.form = FeatureHash.of(bytes)
    self.lower = FeatureHash.of(lowered[...])
    self.shape = FeatureHash.of(shape[...])
    func prefix(_ count: Int) -> UInt64 {
      lowered.count <= count ? hashWhole(lowered) : FeatureHash.of(lowered[..<count])
    }
    func suffix(_ count: Int) -> UInt64 {
      lowered.count <= count
        ? hashWhole(lowered) : FeatureHash.of(lowered[(lowered.count - count)...])
    }
    prefixes = (prefix(1), prefix(2), prefix(3), prefix(4))
    suffixes = (suffix(1), suffix(2), suffix(3), suffix(4))
  }

  /// The plain mark for the last byte of a general-punctuation scalar.
  private static func plainMark(_ last: UInt8) -> UInt8 {
    switch last {
    case 0x98, 0x99, 0x9A: return 0x27
    case 0x9C, 0x9D, 0x9E: return 0x22
    case 0x93, 0x94, 0x95, 0x90, 0x91, 0x92: return 0x2D
    case 0xA6: return 0x2E
    default: return 0x2A
    }
  }

  /// Whether a scalar is an upper-case letter of Latin-1, Latin Extended-A, Greek or Cyrillic.
  private static func isUpperLatin(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0xDE: return value != 0xD7
    case 0x100...0x137, 0x14A...0x177: return value & 1 == 0
    case 0x139...0x148, 0x179...0x17E: return value & 1 == 1
    case 0x391...0x3A9, 0x400...0x42F: return true
    default: return false
    }
  }
}

private func hashWhole(_ lowered: [UInt8]) -> UInt64 { FeatureHash.of(lowered[...]) }

extension AnnotatedText {
  /// The traits of every token.
  package func traits() -> [TokenTraits] {
    tokens.map { TokenTraits(text.bytes[$0.start..<$0.end]) }
  }
}
