/// A stretch of UTF-8 text, usually a line or a paragraph, with the views that layout needs.
///
/// The slice keeps its place in the buffer it was cut from, so that spans can be made from it.
struct LineOfText {
  /// The bytes, without white space at either end.
  let bytes: ArraySlice<UInt8>

  /// The line in `source`, trimmed.
  ///
  /// U+00A0, U+FEFF and U+200B count as white space here.
  init(_ source: ArraySlice<UInt8>) {
    var start = source.startIndex
    var end = source.endIndex
    while start < end {
      let width = LineOfText.spaceWidth(source, at: start, before: end)
      guard width > 0 else { break }
      start += width
    }
    while end > start {
      if source[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, source[end - 2] == 0xC2, source[end - 1] == 0xA0 {
        end -= 2
      } else if end - start >= 3, LineOfText.spaceWidth(source, at: end - 3, before: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    bytes = source[start..<end]
  }

  /// The line of a string, for tables and tests.
  init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// The width in bytes of the white space at `place`; 0 where there is none.
  static func spaceWidth(_ source: ArraySlice<UInt8>, at place: Int, before end: Int) -> Int {
    let byte = source[place]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, place + 1 < end, source[place + 1] == 0xA0 { return 2 }
    guard place + 2 < end else { return 0 }
    if byte == 0xEF, source[place + 1] == 0xBB, source[place + 2] == 0xBF { return 3 }
    if byte == 0xE2, source[place + 1] == 0x80, (0x80...0x8B).contains(source[place + 2]) {
      return 3
    }
    return 0
  }

  /// Whether nothing but white space was there.
  var isEmpty: Bool { bytes.isEmpty }

  /// The line as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Runs of bytes other than ASCII white space.
  var words: [ArraySlice<UInt8>] { bytes.split { $0 <= 0x20 } }

  /// How many words there are, counted up to `limit`.
  ///
  /// In scripts without spaces (kana, Han) each sign counts as one.
  func wordCount(upTo limit: Int = .max) -> Int {
    var count = 0
    var inside = false
    for byte in bytes {
      if byte <= 0x20 {
        inside = false
      } else if (0xE3...0xE9).contains(byte) {
        inside = true
        count += 1
        if count >= limit { break }
      } else if !inside {
        inside = true
        count += 1
        if count >= limit { break }
      }
    }
    return count
  }

  /// The bytes with ASCII capitals made small.
  var lowercased: [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

  /// Whether the line ends a sentence: a stop, a question or exclamation mark (those of East Asia too)
  /// or an ellipsis, with closing quotation marks and brackets after it.
  var endsSentence: Bool {
    var rest = bytes
    while let last = rest.last {
      if last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") || last == UInt8(ascii: ")")
        || last == UInt8(ascii: "]")
      {
        rest = rest.dropLast()
      } else if rest.count >= 3, rest[rest.endIndex - 3] == 0xE2, rest[rest.endIndex - 2] == 0x80,
        last == 0x9D || last == 0x99
      {
        rest = rest.dropLast(3)
      } else {
        break
      }
    }
    guard let last = rest.last else { return false }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") {
      return true
    }
    guard rest.count >= 3 else { return false }
    let three = rest.suffix(3)
    return three.elementsEqual([0xE2, 0x80, 0xA6]) || three.elementsEqual([0xE3, 0x80, 0x82])
      || three.elementsEqual([0xEF, 0xBC, 0x81]) || three.elementsEqual([0xEF, 0xBC, 0x9F])
  }

  /// Whether the line ends in a colon, as one that leads into a quotation or a list does.
  var endsInColon: Bool { bytes.last == UInt8(ascii: ":") }

  /// Whether the first letter is an ASCII small letter and nothing stands before it.
  var startsSmall: Bool { bytes.first.map { (0x61...0x7A).contains($0) } ?? false }

  /// Whether the line opens with a quotation mark.
  var startsQuotation: Bool {
    bytes.first == UInt8(ascii: "\"") || bytes.starts(with: [0xE2, 0x80, 0x9C])
      || bytes.starts(with: [0xE2, 0x80, 0x98]) || bytes.starts(with: [0xC2, 0xAB])
  }

  /// Whether the line ends with a quotation mark.
  var endsQuotation: Bool {
    guard let last = bytes.last else { return false }
    if last == UInt8(ascii: "\"") { return true }
    guard bytes.count >= 3, bytes[bytes.endIndex - 3] == 0xE2, bytes[bytes.endIndex - 2] == 0x80
    else { return false }
    return last == 0x9D || last == 0x99
  }

  /// Whether the line is nothing but marks that end something: a stop, a closing quotation mark.
  var isClosingMarks: Bool {
    var rest = bytes
    while let width = rest.closingMarkWidth { rest = rest.dropFirst(width) }
    return rest.isEmpty && !bytes.isEmpty
  }

  /// Whether some word holds at least two ASCII letters.
  var hasWords: Bool {
    var run = 0
    for byte in bytes {
      run =
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 ? run + 1 : 0
      if run >= 2 { return true }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// The bytes of the mark at the start that closes what stands before it; nil where there is none.
  var closingMarkWidth: Int? {
    guard let first else { return nil }
    if ".,;:!?)]".utf8.contains(first) { return 1 }
    guard count >= 3, first == 0xE2, self[startIndex + 1] == 0x80 else { return nil }
    return [0x99, 0x9D].contains(self[startIndex + 2]) ? 3 : nil
  }

  /// The bytes without the quotation marks at the end.
  var trimmedOfQuotes: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last {
      if last == UInt8(ascii: "\"") {
        rest = rest.dropLast()
      } else if rest.count >= 3, rest[rest.endIndex - 3] == 0xE2, rest[rest.endIndex - 2] == 0x80,
        last == 0x9D || last == 0x99
      {
        rest = rest.dropLast(3)
      } else {
        break
      }
    }
    return rest
  }

  /// Where `words` first stands in the slice.
  func firstPlace(of words: StaticString) -> Int? {
    words.withUTF8Buffer { needle in
      guard let first = needle.first, count >= needle.count else { return nil }
      var place = startIndex
      let last = endIndex - needle.count
      while place <= last {
        if self[place] == first, self[place..<(place + needle.count)].elementsEqual(needle) {
          return place
        }
        place += 1
      }
      return nil
    }
  }

  /// Whether the slice begins with `words`.
  func begins(with words: StaticString) -> Bool {
    words.withUTF8Buffer { starts(with: $0) }
  }

  /// Whether the slice ends with `words`.
  func ends(with words: StaticString) -> Bool {
    words.withUTF8Buffer { count >= $0.count && suffix($0.count).elementsEqual($0) }
  }
}
