/// A media type with its character encoding, as a header states them (RFC 9110, section 8.3).
struct ContentType: Hashable {
  /// Lower-case, without parameters; nil where the header names none.
  let mediaType: String?
  /// The value of the parameter "charset", without quotation marks; nil where it has none.
  let charset: String?

  init(_ header: String) {
    let parts = header.split(separator: ";").map(ContentType.trimmed)
    let name = parts.first?.lowercased() ?? ""
    mediaType = name.contains("/") ? name : nil
    var charset: String?
    for part in parts.dropFirst() where charset == nil {
      guard let sign = part.firstIndex(of: "="),
        ContentType.trimmed(part[..<sign]).lowercased() == "charset"
      else { continue }
      let value = ContentType.trimmed(part[part.index(after: sign)...])
        .filter { $0 != "\"" && $0 != "'" }
      if !value.isEmpty { charset = value }
    }
    self.charset = charset
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 9 }
    let bytes = Array(text.utf8.drop(while: isSpace))
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
