/// Text as it shows on a terminal: how wide it is, where it breaks, and what must not reach it.
enum DisplayText {
  /// `text` on one line: white space as single spaces, and without what could steer a terminal.
  ///
  /// Words of a report are data. Control characters could move the cursor or set a title, marks of
  /// writing direction could reorder a line; they are left out.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var space = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        space = !line.isEmpty
      } else if !isHostile(scalar) {
        if space { line.append(" ") }
        space = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// The columns that `text` takes.
  static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns of one character: two for East Asian wide ones and emoji (Unicode Annex 11).
  static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, self.width(of: scalar))
    }
    return width
  }

  /// `text` broken at spaces into lines of at most `width` columns; a longer word is broken inside.
  static func wrap(_ text: String, to width: Int) -> [String] {
    precondition(width >= 2, "a line needs room for a wide character")
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in oneLine(text).split(separator: " ") {
      var rest = String(word)
      var columns = self.width(of: rest)
      if used > 0, used + 1 + columns <= width {
        line += " " + rest
        used += 1 + columns
        continue
      }
      if used > 0 { lines.append(line) }
      while columns > width {
        let head = prefix(of: rest, columns: width)
        lines.append(head)
        rest = String(rest.dropFirst(head.count))
        columns = self.width(of: rest)
      }
      line = rest
      used = columns
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  private static func prefix(of text: String, columns: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      let width = width(of: character)
      if used + width > columns { break }
      result.append(character)
      used += width
    }
    return result
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if narrow.contains(where: { $0.contains(value) }) { return 0 }
    return wide.contains(where: { $0.contains(value) }) ? 2 : 1
  }

  /// Marks that stand on the character before them (general categories Mn, Me, Cf).
  private static let narrow: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x6D6...0x6DC,
    0x93A...0x93A, 0x941...0x948, 0x94D...0x94D, 0xE31...0xE31, 0xE34...0xE3A, 0xE47...0xE4E,
    0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200C...0x200D, 0x20D0...0x20FF, 0x302A...0x302D,
    0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF,
  ]

  /// East Asian Width W and F (EastAsianWidth.txt of Unicode 15.1, neighbouring ranges joined).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
    0x2614...0x2615, 0x2648...0x2653, 0x26A1...0x26A1, 0x26BD...0x26BE, 0x2705...0x2705,
    0x274C...0x274C, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C,
    0x2B50...0x2B50, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004,
    0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
    0x1F32D...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
