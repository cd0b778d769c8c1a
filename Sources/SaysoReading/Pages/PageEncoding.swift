/// The text of a page in UTF-8, by the encoding that the server, the page or its bytes tell.
///
/// The order is that of the HTML Living Standard (13.2.3): byte order mark, header, meta element,
/// statistics. Bytes that are valid UTF-8 with signs beyond ASCII are UTF-8 whatever is stated: no other
/// encoding comes out so by chance.
struct PageEncoding {
  /// The text.
  let text: [UInt8]
  /// The encoding's name as stated, or as recognised.
  let name: String
  /// Who told it.
  let origin: String

  /// How far into a page its meta element is looked for, in bytes.
  private static let head = 4096

  /// Decides for a page whose bytes were decoded by their shape alone.
  init(_ file: SourceFile, _ decoded: DecodedText) {
    switch decoded.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      self.init(decoded.bytes, decoded.encoding.rawValue, "by its bytes")
      return
    case .utf8:
      // Seven-bit encodings of East Asia look like ASCII.
      let stated = PageEncoding.stated(file)
      if let stated, stated.name.hasPrefix("iso-2022-"), file.bytes.contains(0x1B) {
        self.init(MIMECharset.decode(file.bytes, named: stated.name), stated.name, stated.origin)
      } else {
        self.init(decoded.bytes, "UTF-8", "by its bytes")
      }
      return
    case .brokenUTF8, .windows1252: break
    }
    if let stated = PageEncoding.stated(file), !stated.name.hasPrefix("utf") {
      self.init(MIMECharset.decode(file.bytes, named: stated.name), stated.name, stated.origin)
    } else if decoded.encoding == .windows1252, let guess = PageEncoding.guess(file.bytes) {
      self.init(MIMECharset.decode(file.bytes, named: guess), guess, "by its letters")
    } else {
      self.init(decoded.bytes, decoded.encoding.rawValue, "by its bytes")
    }
  }

  private init(_ text: [UInt8], _ name: String, _ origin: String) {
    // A zero byte is damage; the parser would end there.
    self.text = text.contains(0) ? text.filter { $0 != 0 } : text
    self.name = name
    self.origin = origin
  }

  /// What the server's header or the page's meta element names.
  private static func stated(_ file: SourceFile) -> (name: String, origin: String)? {
    if let name = file.origin.charset?.lowercased(), !name.isEmpty {
      return (name, "by the header")
    }
    let head = LineOfText(file.bytes.prefix(head)).lowercased[...]
    guard let place = head.firstPlace(of: "charset=") ?? head.firstPlace(of: "encoding=") else {
      return nil
    }
    let rest = head[place...].drop { $0 != UInt8(ascii: "=") }.dropFirst()
      .drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 32 }
    let name = rest.prefix {
      (0x61...0x7A).contains($0) || (48...57).contains($0) || "-_:.".utf8.contains($0)
    }
    return name.isEmpty || name.count > 40
      ? nil : (String(decoding: name, as: UTF8.self), "by its meta element")
  }

  /// Cyrillic by its small letters, which Windows-1251 has at 0xE0 and KOI8-R at 0xC0; nil where most
  /// letters are ASCII.
  private static func guess(_ bytes: [UInt8]) -> String? {
    var ascii = 0
    var low = 0
    var high = 0
    var inTag = false
    for byte in bytes.prefix(200_000) {
      switch byte {
      case UInt8(ascii: "<"): inTag = true
      case UInt8(ascii: ">"): inTag = false
      case 0x41...0x5A, 0x61...0x7A: if !inTag { ascii += 1 }
      case 0xC0...0xDF: low += 1
      case 0xE0...0xFF: high += 1
      default: break
      }
    }
    guard low + high > 200, (low + high) * 4 > ascii else { return nil }
    return high > low * 2 ? "windows-1251" : low > high * 2 ? "koi8-r" : nil
  }
}
