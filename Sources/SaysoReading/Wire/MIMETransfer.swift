/// Undoes the transfer encodings of RFC 2045, section 6.
///
/// Both decoders take what they can and never fail: mail is cut and mended by many hands.
enum MIMETransfer {
  /// The bytes that `body` stands for under the encoding `name`; an unknown one leaves them as is.
  static func decode(_ body: ArraySlice<UInt8>, encoding name: String) -> [UInt8] {
    switch name {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Base64: bytes outside the alphabet are passed over; padding ends a run, not the text.
  static func base64(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in source {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="):
        (bits, count) = (0, 0)
        continue
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
    return result
  }

  /// Quoted-printable: soft line breaks joined, white space at line ends left out, a stray "=" kept.
  ///
  /// In an encoded word an underscore stands for a space (RFC 2047, section 4.2).
  static func quotedPrintable(
    _ source: ArraySlice<UInt8>, inEncodedWord: Bool = false
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var place = source.startIndex
    /// How far the bytes of this line reach that are no white space, in `result`.
    var solid = 0
    while place < source.endIndex {
      let byte = source[place]
      if byte == UInt8(ascii: "=") {
        if place + 2 < source.endIndex, let high = hexDigit(source[place + 1]),
          let low = hexDigit(source[place + 2])
        {
          result.append(high << 4 | low)
          solid = result.count
          place += 3
          continue
        }
        if let next = softBreak(source, after: place) {
          solid = result.count
          place = next
          continue
        }
      } else if byte == 10 || byte == 13 {
        result.removeLast(result.count - solid)
      }
      result.append(inEncodedWord && byte == UInt8(ascii: "_") ? 32 : byte)
      if inEncodedWord || (byte != 32 && byte != 9) { solid = result.count }
      place += 1
    }
    return result
  }

  /// The place after a soft line break whose "=" stands at `place`; nil where there is none.
  private static func softBreak(_ source: ArraySlice<UInt8>, after place: Int) -> Int? {
    var next = place + 1
    while next < source.endIndex, source[next] == 32 || source[next] == 9 { next += 1 }
    guard next < source.endIndex else { return next }
    if source[next] == 10 { return next + 1 }
    guard source[next] == 13 else { return nil }
    return next + 1 < source.endIndex && source[next + 1] == 10 ? next + 2 : next + 1
  }

  /// The value of a hexadecimal digit; nil for other bytes.
  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
