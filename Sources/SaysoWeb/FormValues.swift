/// The values of a form as browsers send them (WHATWG URL, application/x-www-form-urlencoded).
struct FormValues: Sendable {
  /// All values.
  var all: [String: String] { values.filter { !$0.value.isEmpty } }

  private let values: [String: String]

  /// Values from the bytes of a body; pairs that are no UTF-8 are left out.
  init(_ body: [UInt8]) {
    var values: [String: String] = [:]
    for pair in body.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, let key = FormValues.decoded(name) else { continue }
      values[key] = parts.count > 1 ? FormValues.decoded(parts[1]) : ""
    }
    self.values = values
  }

  /// The value of a field that is not empty.
  subscript(_ name: String) -> String? {
    guard let value = values[name]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  /// Text without its percent signs and pluses; nil where the bytes are no UTF-8.
  static func decoded(_ text: String) -> String? { decoded(ArraySlice(text.utf8)) }

  /// A part of a path without its percent signs; a plus is a plus there.
  static func decodedPath(_ text: String) -> String? {
    decoded(ArraySlice(text.utf8), plusIsSpace: false)
  }

  private static func decoded(
    _ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = true
  ) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      if byte == UInt8(ascii: "+"), plusIsSpace {
        result.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), place + 2 < bytes.endIndex,
        let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
      {
        result.append(high << 4 | low)
        place += 2
      } else {
        result.append(byte)
      }
      place += 1
    }
    return String(validating: result, as: UTF8.self)
  }

  /// Text as a part of an address: all but letters, digits and "-._~" with percent signs (RFC 3986,
  /// section 2.3).
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
