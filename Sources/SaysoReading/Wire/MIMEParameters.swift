/// Reads `token; name=value` with quoted strings, and the split and encoded values of RFC 2231.
enum MIMEParameters {
  /// The value and the parameters of a field.
  static func structured(_ source: [UInt8]) -> MIMEHeader.Structured {
    let pieces = pieces(of: source)
    let value = pieces.first.map { String(decoding: LineOfText($0).lowercased, as: UTF8.self) }
    var plain: [String: String] = [:]
    var split: [String: [(number: Int, isEncoded: Bool, bytes: [UInt8])]] = [:]
    for piece in pieces.dropFirst().prefix(200) {
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
      var name = String(decoding: LineOfText(piece[..<equals]).lowercased, as: UTF8.self)
      let bytes = unquoted(LineOfText(piece[(equals + 1)...]).bytes)
      guard let star = name.firstIndex(of: "*") else {
        if plain[name] == nil { plain[name] = decoded(bytes) }
        continue
      }
      var mark = name[name.index(after: star)...]
      name = String(name[..<star])
      let isEncoded = mark.isEmpty || mark.last == "*"
      if mark.last == "*" { mark.removeLast() }
      split[name, default: []].append((Int(mark) ?? 0, isEncoded, bytes))
    }
    for (name, sections) in split {
      plain[name] = joined(sections.sorted { $0.number < $1.number })
    }
    return MIMEHeader.Structured(value: value ?? "", parameters: plain)
  }

  /// The sections of one value put together; the first names the character set ("utf-8'en'…").
  private static func joined(
    _ sections: [(number: Int, isEncoded: Bool, bytes: [UInt8])]
  ) -> String {
    var charset: String?
    var result: [UInt8] = []
    for (place, section) in sections.enumerated() {
      var bytes = section.bytes[...]
      if section.isEncoded {
        let quote = UInt8(ascii: "'")
        if place == 0, let first = bytes.firstIndex(of: quote),
          let second = bytes[(first + 1)...].firstIndex(of: quote)
        {
          charset = String(decoding: bytes[..<first], as: UTF8.self)
          bytes = bytes[(second + 1)...]
        }
        result += percentDecoded(bytes)
      } else {
        result += bytes
      }
    }
    return String(decoding: MIMECharset.decode(result, named: charset), as: UTF8.self)
  }

  private static func percentDecoded(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = source.startIndex
    while place < source.endIndex {
      if source[place] == UInt8(ascii: "%"), place + 2 < source.endIndex,
        let high = MIMETransfer.hexDigit(source[place + 1]),
        let low = MIMETransfer.hexDigit(source[place + 2])
      {
        result.append(high << 4 | low)
        place += 3
      } else {
        result.append(source[place])
        place += 1
      }
    }
    return result
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    String(decoding: EncodedWords.decoded(bytes), as: UTF8.self)
  }

  /// Parts between semicolons outside of quoted strings and comments; comments are left out.
  private static func pieces(of source: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var piece: [UInt8] = []
    var isQuoted = false
    var depth = 0
    var place = 0
    while place < source.count {
      let byte = source[place]
      if byte == UInt8(ascii: "\\"), place + 1 < source.count {
        if depth == 0 { piece += [byte, source[place + 1]] }
        place += 2
        continue
      }
      if !isQuoted, byte == UInt8(ascii: "(") {
        depth += 1
      } else if !isQuoted, depth > 0, byte == UInt8(ascii: ")") {
        depth -= 1
      } else if depth == 0 {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: ";"), !isQuoted {
          pieces.append(piece[...])
          piece = []
        } else {
          piece.append(byte)
        }
      }
      place += 1
    }
    return pieces + [piece[...]]
  }

  /// The content of a quoted string; other values as they are.
  static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.first == UInt8(ascii: "\"") else { return Array(bytes) }
    var result: [UInt8] = []
    var place = bytes.startIndex + 1
    while place < bytes.endIndex, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.endIndex { place += 1 }
      result.append(bytes[place])
      place += 1
    }
    return result
  }
}
