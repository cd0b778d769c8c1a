/// Words of reports in Markdown (CommonMark 0.31, and what GitHub and Obsidian add to it): always text,
/// never a sign.
enum MarkdownText {
  /// One line of text.
  static func line(_ words: some StringProtocol) -> String {
    var result = ""
    var isAtStart = true
    var number = ""
    for scalar in words.unicodeScalars {
      if scalar.value < 33 || (0x7F...0xA0).contains(scalar.value) || separators.contains(scalar) {
        number = ""
        if !isAtStart, !result.hasSuffix(" ") { result.append(" ") }
        continue
      }
      let isNumber = (48...57).contains(scalar.value)
      // "1." and "1)" at the beginning would open a list, as would a hyphen or a plus sign.
      let opensList =
        isAtStart && (scalar == "-" || scalar == "+")
        || !number.isEmpty && (scalar == "." || scalar == ")")
      if signs.contains(scalar) || opensList { result.append("\\") }
      result.unicodeScalars.append(scalar)
      number = isNumber && (isAtStart || !number.isEmpty) ? number + String(scalar) : ""
      isAtStart = false
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }

  /// Each line of a text as a paragraph of its own, inside a block quotation.
  static func quotation(_ text: String) -> String {
    text.split { $0.isNewline }.map { line($0) }.filter { !$0.isEmpty }
      .map { "> " + $0 + "\n" }.joined(separator: ">\n")
  }

  /// An address as the target of a link; nil for one that a browser would run or cannot open.
  static func target(_ address: String?) -> String? {
    WebLink.address(address).map { link in
      link.unicodeScalars.reduce(into: "") { text, scalar in
        switch scalar {
        case "(": text += "%28"
        case ")": text += "%29"
        case "\\": text += "%5C"
        case "*": text += "%2A"
        case "[": text += "%5B"
        case "]": text += "%5D"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
  }

  private static let signs: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "=", "$", "^", "{", "}", "!", "%", "&",
  ]
  private static let separators: Set<Unicode.Scalar> = ["\u{2028}", "\u{2029}", "\u{FEFF}"]
}

/// Addresses that may become links.
enum WebLink {
  /// An address of the web without white space, quotation marks or angle brackets; nil for any other, such as
  /// `javascript:`.
  static func address(_ address: String?) -> String? {
    guard let address else { return nil }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https", address.dropFirst(scheme.count).hasPrefix("://")
    else { return nil }
    var link = ""
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"):
        link += PercentCode.of(byte)
      default: link.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return link
  }
}

/// Bytes as RFC 3986 writes them in addresses.
enum PercentCode {
  /// A byte as "%4A".
  static func of(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// Text in which all but letters, digits, "-", "." and "_" is so written (RFC 3986, section 2.3).
  static func text(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += of(byte)
      }
    }
  }
}
