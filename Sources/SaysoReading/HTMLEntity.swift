/// Character references of HTML, the few that occur in running text.
enum HTMLEntity {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "\u{2019}",
    "lsquo": "\u{2018}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "mdash": "\u{2014}",
    "ndash": "\u{2013}", "hellip": "\u{2026}", "euro": "\u{20AC}", "pound": "\u{A3}",
    "copy": "\u{A9}", "bull": "\u{2022}", "laquo": "\u{AB}", "raquo": "\u{BB}", "shy": "",
    "thinsp": " ", "ensp": " ", "emsp": " ", "eacute": "\u{E9}", "ouml": "\u{F6}", "uuml": "\u{FC}",
    "auml": "\u{E4}", "deg": "\u{B0}",
  ]

  /// The reference at `place`, which holds "&", and the place after it; nil where there is none.
  static func decode(_ text: ArraySlice<UInt8>, at place: Int) -> (String.UTF8View, Int)? {
    guard
      let end = text[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > place + 1
    else { return nil }
    let name = text[(place + 1)..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, value >= 32, let scalar = Unicode.Scalar(value) else { return nil }
      return (String(Character(scalar)).utf8, end + 1)
    }
    return named[String(decoding: name, as: UTF8.self)].map { ($0.utf8, end + 1) }
  }

  /// `text` with its references resolved, twice encoded ones too ("&amp;quot;").
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var bytes = Array(text.utf8)
    for _ in 0..<2 {
      var result: [UInt8] = []
      var place = 0
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: "&"), let (words, next) = decode(bytes[...], at: place) {
          result += words
          place = next
        } else {
          result.append(bytes[place])
          place += 1
        }
      }
      bytes = result
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
