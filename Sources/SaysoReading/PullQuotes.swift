import SaysoRecords

/// Finds the lines that a page repeats from its own text in large letters.
///
/// A pull quote stands among the paragraphs without its speaker; read with them, it becomes a
/// statement of nobody, or of the wrong one.
enum PullQuotes {
  /// How many parts before and after are looked at: pull quotes stand near what they repeat.
  private static let reach = 12
  /// Longer parts are paragraphs.
  private static let mostBytes = 500

  /// The parts without those whose words stand, in the same order, in a longer part nearby, and
  /// without the lines that name the speakers of those.
  ///
  /// Headings, items of lists and parts of fewer than four words stay.
  static func dropped(from parts: [Part]) -> [Part] {
    let letters = parts.map { words($0.line.bytes) }
    var kept: [Part] = []
    var afterQuote = false
    for (place, part) in parts.enumerated() {
      let around = max(0, place - reach)..<min(parts.count, place + reach + 1)
      let isQuote =
        (part.kind == .paragraph || part.kind == .quotation) && !part.isApart
        && part.bytes.count <= mostBytes && part.line.wordCount(upTo: 4) >= 4
        && around.contains { other in
          other != place && !parts[other].isApart && letters[other].count > letters[place].count
            && contains(letters[other], letters[place])
        }
      let isItsSpeaker =
        afterQuote && part.line.bytes.startsDash && part.line.wordCount(upTo: 9) <= 8
      afterQuote = isQuote
      if !isQuote, !isItsSpeaker { kept.append(part) }
    }
    return kept
  }

  /// Letters and digits of all scripts, those of ASCII made small; what stands between does not count.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      if byte == 0xE2, place + 2 < bytes.endIndex, bytes[place + 1] == 0x80 {
        place += 3  // U+2000 to U+203F are spaces, dashes and quotation marks.
        continue
      }
      if (0x41...0x5A).contains(byte) {
        words.append(byte | 0x20)
      } else if byte >= 0x80 || (0x61...0x7A).contains(byte) || (48...57).contains(byte) {
        words.append(byte)
      }
      place += 1
    }
    return words
  }

  /// Whether `needle` stands in `text`.
  private static func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= text.count else { return false }
    return text.indices.dropLast(needle.count - 1).contains {
      text[$0] == first && text[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a dash stands at the start.
  fileprivate var startsDash: Bool {
    first == UInt8(ascii: "-") || starts(with: [0xE2, 0x80, 0x93])
      || starts(with: [0xE2, 0x80, 0x94])
  }
}
