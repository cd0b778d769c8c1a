internal import CLibXML2

/// Running text of XML documents: references resolved, characters that XML forbids taken out.
enum XMLText {
  /// `text` with the references of XML and HTML 4 resolved once; others stay as they are.
  static func resolved(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      let from = place
      while place < text.endIndex, !isSpecial(text[place]), text[place] != UInt8(ascii: "&") {
        place += 1
      }
      result.append(contentsOf: text[from..<place])
      guard place < text.endIndex else { break }
      if text[place] != UInt8(ascii: "&") {
        place += takeCharacter(text[place...], into: &result)
      } else if let (letter, length) = reference(text[place...]) {
        result += UTF8.encode(letter) ?? .init()
        place += length
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }

  /// `text` without characters that XML forbids; references stay as they are.
  static func cleaned(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      let from = place
      while place < text.endIndex, !isSpecial(text[place]) { place += 1 }
      result.append(contentsOf: text[from..<place])
      if place < text.endIndex { place += takeCharacter(text[place...], into: &result) }
    }
    return result
  }

  /// `text` with its references resolved once.
  static func resolved(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { resolved(Slice(base: $0, bounds: 0..<$0.count)) }
  }

  /// Controls, and the first byte of U+FFFE and U+FFFF.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0xEF || (byte < 0x20 && byte != 9 && byte != 10 && byte != 13)
  }

  /// Takes the character that begins the slice: controls become spaces, U+FFFE and U+FFFF nothing.
  private static func takeCharacter(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, into result: inout [UInt8]
  ) -> Int {
    if text[text.startIndex] < 0x20 {
      result.append(32)
      return 1
    }
    if text.starts(with: [0xEF, 0xBF, 0xBE]) || text.starts(with: [0xEF, 0xBF, 0xBF]) { return 3 }
    result.append(text[text.startIndex])
    return 1
  }

  /// The character that a reference at the start of the slice means, and its length in bytes.
  static func reference(_ text: some Collection<UInt8>) -> (Unicode.Scalar, Int)? {
    let name = text.dropFirst().prefix(32).prefix { $0 != UInt8(ascii: ";") }
    guard !name.isEmpty, name.endIndex != text.endIndex, text[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    let words = String(decoding: name, as: UTF8.self)
    guard let value = number(words) ?? letter(words) else { return nil }
    let isAllowed = value >= 32 || value == 9 || value == 10 || value == 13
    let scalar = isAllowed && value != 0xFFFE && value != 0xFFFF ? Unicode.Scalar(value) : nil
    return (scalar ?? " ", name.count + 2)
  }

  /// The number of a reference without its `&` and `;` ("#38", "#x26"); nil for a name.
  private static func number(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, (0x80...0x9F).contains(value) else { return value }
    // Numbers of Windows-1252, as browsers read them (HTML Standard, 13.2.5.80).
    let letter = Windows1252.utf8([UInt8(value)])
    return String(decoding: letter, as: UTF8.self).unicodeScalars.first?.value
  }

  /// The letter that a name of XML or HTML 4 means; nil where there is none.
  private static func letter(_ name: String) -> UInt32? {
    if name == "apos" { return 39 }
    guard name.utf8.allSatisfy({ $0 > 0x2F && $0 < 0x7F }) else { return nil }
    return name.withCString(encodedAs: UTF8.self) { htmlEntityLookup($0)?.pointee.value }
  }
}
