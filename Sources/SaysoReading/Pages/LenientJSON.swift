/// JSON as pages have it, made fit for the strict reader: what script templates do to it is undone.
///
/// Comment and CDATA marks around it go, raw line ends and tabs inside strings become spaces, commas
/// before a closing bracket go, escapes that JSON lacks lose their backslash, values that follow each
/// other without a comma are taken one by one.
enum LenientJSON {
  /// The values in the text of a script; none where it cannot be mended.
  static func values(_ script: [UInt8]) -> [JSONValue] {
    guard script.count <= 4 << 20 else { return [] }
    var text = LineOfText(script[...]).bytes
    for mark in ["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA["]
      as [StaticString]
    where text.begins(with: mark) {
      text = LineOfText(text.dropFirst(mark.utf8CodeUnitCount)).bytes
    }
    for mark in ["-->", "//]]>", "// ]]>", "/*]]>*/", "]]>", "//"] as [StaticString]
    where text.ends(with: mark) {
      text = LineOfText(text.dropLast(mark.utf8CodeUnitCount)).bytes
    }
    if let value = try? JSONValue(text) { return [value] }
    if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
      let mended = mended(text)
      let found = sequence(mended[...])
      if !found.isEmpty { return found }
    }
    guard text.begins(with: "{&quot;") || text.begins(with: "[{&quot;") else { return [] }
    return sequence(
      mended(Array(HTMLEntity.decoded(String(decoding: text, as: UTF8.self)).utf8)[...])[...])
  }

  /// The values that stand one after the other; the rest is given up at the first broken one.
  private static func sequence(_ text: ArraySlice<UInt8>) -> [JSONValue] {
    var scanner = JSONScanner(text)
    var values: [JSONValue] = []
    while !scanner.isAtEnd(), values.count < 64 {
      guard let (value, _) = try? scanner.element() else { break }
      values.append(value)
      while scanner.take(UInt8(ascii: ",")) || scanner.take(UInt8(ascii: ";")) {}
    }
    return values
  }

  private static func mended(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var inString = false
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      if inString {
        if byte == UInt8(ascii: "\\"), place + 1 < text.endIndex {
          let next = text[place + 1]
          if "\"\\/bfnrtu".utf8.contains(next) { result.append(byte) }
          result.append(max(next, 32))
          place += 2
          continue
        }
        if byte == UInt8(ascii: "\"") { inString = false }
        result.append(max(byte, 32))
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        while let last = result.last, last <= 32 { result.removeLast() }
        if result.last == UInt8(ascii: ",") { result.removeLast() }
        result.append(byte)
      } else if text[place...].begins(with: "/*") {
        place += 2
        while place < text.endIndex, !text[place...].begins(with: "*/") { place += 1 }
        place = min(place + 2, text.endIndex)
        continue
      } else {
        if byte == UInt8(ascii: "\"") { inString = true }
        result.append(byte)
      }
      place += 1
    }
    return result
  }
}
