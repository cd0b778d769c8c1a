/// Finds the text of XML documents that are not in UTF-8.
enum XMLEncoding {
  /// The text of `bytes` in UTF-8.
  ///
  /// Bytes that are valid UTF-8 or UTF-16 are that, whatever is stated. Of the rest the document's
  /// own declaration tells the encoding, and without one the header that it came with: servers
  /// state a default more often than they state what they send.
  static func text(_ decoded: DecodedText, of bytes: [UInt8], charset: String?) -> [UInt8] {
    guard decoded.encoding == .windows1252 || decoded.encoding == .brokenUTF8 else {
      return decoded.bytes
    }
    guard let name = declared(bytes) ?? charset, !name.lowercased().hasPrefix("utf") else {
      return decoded.bytes
    }
    return MIMECharset.decode(bytes, named: name)
  }

  /// The encoding that an XML declaration names; nil where there is none.
  static func declared(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(256)
    guard let start = head.firstPlace(of: "<?xml "),
      let end = head[start...].firstPlace(of: "?>"),
      let place = head[start..<end].firstPlace(of: "encoding")
    else { return nil }
    let rest = head[(place + 8)..<end].drop {
      $0 <= 32 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
