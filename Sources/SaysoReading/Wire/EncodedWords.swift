/// Text in header fields that stands in ASCII disguise (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWords {
  private struct Word {
    let charset: String
    let bytes: [UInt8]
    let end: Int
  }

  /// `source` as UTF-8, its encoded words decoded.
  ///
  /// White space between two of them is left out; neighbours of one character set are put together
  /// before decoding, for some mailers cut letters in two. Bytes over 127 outside of encoded words
  /// are taken for what they look like.
  static func decoded(_ source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var plainStart = 0
    var place = 0
    while place < source.count {
      guard source[place] == UInt8(ascii: "="), let first = word(in: source, at: place) else {
        place += 1
        continue
      }
      result += MIMECharset.decode(Array(source[plainStart..<place]), named: nil)
      var charset = first.charset
      var bytes = first.bytes
      var end = first.end
      while let next = word(in: source, at: afterSpace(source, end)) {
        if next.charset == charset {
          bytes += next.bytes
        } else {
          result += MIMECharset.decode(bytes, named: charset)
          (charset, bytes) = (next.charset, next.bytes)
        }
        end = next.end
      }
      result += MIMECharset.decode(bytes, named: charset)
      place = end
      plainStart = end
    }
    result += MIMECharset.decode(Array(source[plainStart...]), named: nil)
    return result.map { $0 < 32 || $0 == 127 ? 32 : $0 }
  }

  /// `source` without control bytes, for values that are read piece by piece.
  static func unbroken(_ source: [UInt8]) -> [UInt8] { source.map { $0 < 32 ? 32 : $0 } }

  private static func afterSpace(_ source: [UInt8], _ place: Int) -> Int {
    var place = place
    while place < source.count, source[place] == 32 || source[place] == 9 { place += 1 }
    return place
  }

  /// The encoded word that begins at `place`; nil where none does.
  ///
  /// Longer than the 75 bytes that RFC 2047 allows are read as well, up to 2000.
  private static func word(in source: [UInt8], at place: Int) -> Word? {
    let question = UInt8(ascii: "?")
    guard place + 1 < source.count, source[place] == UInt8(ascii: "="),
      source[place + 1] == question
    else { return nil }
    let rest = source[(place + 2)..<min(source.count, place + 2000)]
    guard let first = rest.firstIndex(of: question), first - place <= 60, first + 2 < rest.endIndex,
      rest[first + 2] == question
    else { return nil }
    var end = first + 3
    while end + 1 < rest.endIndex, !(rest[end] == question && rest[end + 1] == UInt8(ascii: "=")) {
      end += 1
    }
    guard end + 1 < rest.endIndex else { return nil }
    let text = rest[(first + 3)..<end]
    let bytes: [UInt8]
    switch rest[first + 1] | 0x20 {
    case UInt8(ascii: "b"): bytes = MIMETransfer.base64(text)
    case UInt8(ascii: "q"): bytes = MIMETransfer.quotedPrintable(text, inEncodedWord: true)
    default: return nil
    }
    // A language may follow the set (RFC 2231, section 5).
    let name = rest[(place + 2)..<first].prefix { $0 != UInt8(ascii: "*") }
    return Word(
      charset: String(decoding: name, as: UTF8.self).lowercased(), bytes: bytes, end: end + 2)
  }
}
