/// The plain text of a message as it was meant to be read: flowed lines joined, quotations of older
/// messages and the signature left out.
struct MailText {
  /// UTF-8, paragraphs parted by blank lines or by lines.
  private(set) var bytes: [UInt8] = []

  private struct Line {
    var bytes: [UInt8]
    let depth: Int
    /// Whether the next line goes on with it (RFC 3676, section 4.1).
    var isFlowed: Bool
  }

  /// Reads `text`, UTF-8.
  ///
  /// - Parameters:
  ///   - isFlowed: whether the part says `format=flowed` (RFC 3676).
  ///   - dropsSpace: whether it says `delsp=yes`.
  init(_ text: [UInt8], isFlowed: Bool = false, dropsSpace: Bool = false) {
    var lines: [Line] = []
    var place = 0
    while place < text.count {
      let (line, next) = MIMEHeader.line(of: text[...], at: place)
      place = next
      if MailText.isSignatureMark(line) { break }
      if line.begins(with: "-----Original Message") || line.begins(with: "-----Ursprüngliche") {
        break
      }
      lines.append(MailText.line(line, isFlowed: isFlowed, dropsSpace: dropsSpace))
    }
    var joined: [Line] = []
    for line in lines {
      if let last = joined.indices.last, joined[last].isFlowed, joined[last].depth == line.depth {
        joined[last].bytes += line.bytes
        joined[last].isFlowed = line.isFlowed
      } else {
        joined.append(line)
      }
    }
    for (place, line) in joined.enumerated() where line.depth == 0 {
      if LineOfText(line.bytes[...]).endsInColon,
        let next = joined[(place + 1)...].first(where: { !LineOfText($0.bytes[...]).isEmpty }),
        next.depth > 0
      {
        // "On Monday … wrote:", whatever the language.
        continue
      }
      let shown = MailText.withoutAddresses(line.bytes)
      if MailText.isItem(shown) { bytes.append(10) }
      bytes += shown
      bytes.append(10)
    }
  }

  private static func line(
    _ source: ArraySlice<UInt8>, isFlowed: Bool, dropsSpace: Bool
  ) -> Line {
    var rest = source
    var depth = 0
    while rest.first == UInt8(ascii: ">") {
      depth += 1
      rest.removeFirst()
      // Outside of flowed text writers put a space after each mark.
      if !isFlowed, rest.first == 32, rest.dropFirst().first == UInt8(ascii: ">") {
        rest.removeFirst()
      }
    }
    guard isFlowed else { return Line(bytes: Array(rest), depth: depth, isFlowed: false) }
    if rest.first == 32 { rest.removeFirst() }
    let goesOn = rest.last == 32
    if goesOn, dropsSpace { rest.removeLast() }
    return Line(bytes: Array(rest), depth: depth, isFlowed: goesOn)
  }

  /// "-- " alone on a line; its space is often lost on the way.
  private static func isSignatureMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8)
  }

  /// Whether a line opens with a bullet.
  private static func isItem(_ bytes: [UInt8]) -> Bool {
    let line = LineOfText(bytes[...]).bytes
    return line.begins(with: "* ") || line.begins(with: "- ") || line.begins(with: "• ")
  }

  private static let longestAddress = 4000

  /// `bytes` without addresses in brackets, which mailers put after the words of a link.
  static func withoutAddresses(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes[...].firstPlace(of: "://") != nil else { return bytes }
    let brackets: [UInt8: UInt8] = [0x3C: 0x3E, 0x28: 0x29, 0x5B: 0x5D]
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let close = brackets[bytes[place]] {
        let inside = bytes[(place + 1)...]
        let start = LineOfText(inside.prefix(12)).bytes
        if start.begins(with: "http://") || start.begins(with: "https://"),
          let end = inside.prefix(longestAddress).firstIndex(of: close)
        {
          while result.last == 32 { result.removeLast() }
          place = end + 1
          continue
        }
      }
      result.append(bytes[place])
      place += 1
    }
    return result
  }
}
