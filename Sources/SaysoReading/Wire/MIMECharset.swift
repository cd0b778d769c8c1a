internal import CLibXML2

/// Turns text in the character sets that mail names into UTF-8.
///
/// UTF-8, ASCII, Latin-1, Windows-1252 and UTF-16 are decoded here; the rest by the converters that
/// libxml2 holds, which are those of the system's iconv. A set that nobody knows is guessed from
/// the bytes, as is a set that is not named.
enum MIMECharset {
  /// Names that mail uses for a set whose converter goes by another name, or a set that is read as
  /// its superset, after the WHATWG Encoding Standard.
  private static let aliases = [
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874", "tis-620": "windows-874", "iso-8859-8-i": "iso-8859-8",
    "x-mac-roman": "macintosh", "x-gbk": "gb18030", "x-mac-cyrillic": "mac-cyrillic",
  ]

  /// `bytes` as valid UTF-8; broken sequences become U+FFFD.
  ///
  /// - Parameter name: the set as it was stated, in any case; nil where none was.
  static func decode(_ bytes: [UInt8], named name: String?) -> [UInt8] {
    var name = (name ?? "").lowercased()
    name = aliases[name] ?? name
    switch name {
    case "utf-8", "utf8": return String(decoding: withoutMark(bytes), as: UTF8.self).utf8Array
    case "iso-8859-1", "latin1", "windows-1252", "cp1252": return Windows1252.utf8(bytes)
    case "utf-16", "utf-16le", "utf-16be": return utf16(bytes, named: name)
    case "", "us-ascii", "ascii": return guessed(bytes)
    default: return converted(bytes, named: name) ?? guessed(bytes)
    }
  }

  /// Text of a set that is not known: UTF-8 where it is valid, or has few faults, else Windows-1252.
  private static func guessed(_ bytes: [UInt8]) -> [UInt8] {
    let census = UTF8Census(bytes[...])
    return census.broken == 0 || census.whole > census.broken
      ? String(decoding: withoutMark(bytes), as: UTF8.self).utf8Array : Windows1252.utf8(bytes)
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  /// A mark or the name tells the order of the bytes; else where the zero bytes stand.
  private static func utf16(_ bytes: [UInt8], named name: String) -> [UInt8] {
    var rest = bytes[...]
    let littleEndian: Bool
    if bytes.starts(with: [0xFF, 0xFE]) {
      littleEndian = true
      rest = rest.dropFirst(2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      littleEndian = false
      rest = rest.dropFirst(2)
    } else if name == "utf-16" {
      let sample = bytes.prefix(4096).enumerated()
      littleEndian =
        sample.count { $0.element == 0 && $0.offset % 2 == 1 }
        > sample.count { $0.element == 0 && $0.offset % 2 == 0 }
    } else {
      littleEndian = name == "utf-16le"
    }
    let units = stride(from: rest.startIndex, to: rest.endIndex - 1, by: 2).map { place in
      let (first, second) = (UInt16(rest[place]), UInt16(rest[place + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self).utf8Array
  }

  /// Text through libxml2's converter; nil where it has none of that name.
  private static func converted(_ bytes: [UInt8], named name: String) -> [UInt8]? {
    let isName = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (48...57).contains($0) || "-_.:".utf8.contains($0)
    }
    guard isName, name.utf8.count <= 40, name != "html", bytes.count < 1 << 30,
      let handler = xmlFindCharEncodingHandler(name)
    else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    // What it cannot convert it would tell on standard error.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let output = xmlBufferCreate() else { return nil }
    defer { xmlBufferFree(output) }
    var result: [UInt8] = []
    var place = 0
    var broken = 0
    // The converter takes a piece at a time and says by what it leaves where it stopped.
    while place < bytes.count {
      let end = min(bytes.count, place + 16_384)
      guard let input = xmlBufferCreateSize(end - place) else { return nil }
      defer { xmlBufferFree(input) }
      _ = bytes[place..<end].withUnsafeBufferPointer {
        xmlBufferAdd(input, $0.baseAddress, Int32($0.count))
      }
      _ = xmlCharEncInFunc(handler, output, input)
      let taken = end - place - Int(xmlBufferLength(input))
      if let content = xmlBufferContent(output) {
        result += UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output)))
      }
      xmlBufferEmpty(output)
      place += max(0, taken)
      if taken <= 0 {
        broken += 1
        // Every byte a fault: the name was wrong, and byte by byte would take for ever.
        if broken > 1000, broken * 4 > place { return nil }
        result += [0xEF, 0xBF, 0xBD]
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self).utf8Array
  }
}

extension String {
  fileprivate var utf8Array: [UInt8] { Array(utf8) }
}
