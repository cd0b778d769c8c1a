import SaysoRecords

/// Sorts tokens into the classes of the grammar of times, by bytes alone.
struct TimeScanner {
  let bytes: [UInt8]

  /// The class of every token.
  func words(_ tokens: [TextSpan]) -> [TimeWord] {
    var result: [TimeWord] = []
    result.reserveCapacity(tokens.count)
    for token in tokens { result.append(word(token)) }
    return result
  }

  private func word(_ token: TextSpan) -> TimeWord {
    let first = bytes[token.start]
    if first &- 48 < 10 { return number(token) }
    if (first | 0x20) &- 97 < 26 {
      guard let word = TimeLexicon.words.entry(bytes, token.start, token.end) else {
        return first >= 97 && isPast(token) ? TimeWord(.pastCue) : TimeWord(.other)
      }
      return checked(word, token, capital: first < 97)
    }
    switch first {
    case 0x2C: return TimeWord(.comma)
    case 0x2D: return TimeWord(.hyphen)
    case 0x2F: return TimeWord(.slash)
    case 0x27: return apostrophe(token, from: 1)
    case 0xE2 where token.length >= 3 && bytes[token.start + 1] == 0x80:
      let third = bytes[token.start + 2]
      if third == 0x99 || third == 0x98 { return apostrophe(token, from: 3) }
      return TimeWord((0x90...0x95).contains(third) ? .hyphen : .other)
    default: return TimeWord(.other)
    }
  }

  /// A word's class, given its case.
  ///
  /// Month and weekday names stand with a capital; short ones with a stop or a digit's company are
  /// left to the grammar. "may" without one is an auxiliary.
  private func checked(_ word: TimeWord, _ token: TextSpan, capital: Bool) -> TimeWord {
    switch word.kind {
    case .month where !capital && token.length > 3 && bytes[token.start + 3] == 0x2D: return word
    case .month where !capital:
      return word.number == 5 ? TimeWord(.futureCue) : TimeWord(.other)
    case .month where token.length == 3 && word.number != 5 && bytes[token.start + 1] < 97:
      return TimeWord(.other)
    case .weekday where token.length <= 3 || !capital:
      return capital && token.length == 3 || token.length > 4 ? word : TimeWord(.other)
    case .setAdverb where capital: return TimeWord(.other)
    case .zone where bytes[token.end - 1] >= 97: return TimeWord(.other)
    case .holiday where !capital: return TimeWord(.other)
    default: return word
    }
  }

  /// A word in "-ed" that is longer than "need"; names ("United") are none.
  private func isPast(_ token: TextSpan) -> Bool {
    token.length > 4 && bytes[token.end - 1] == 0x64 && bytes[token.end - 2] == 0x65
  }

  private func apostrophe(_ token: TextSpan, from offset: Int) -> TimeWord {
    let rest = token.length - offset
    let start = token.start + offset
    if rest == 1, bytes[start] | 0x20 == 0x73 { return TimeWord(.possessive) }
    if rest == 0 { return TimeWord(.possessive) }
    if rest == 3, bytes[start] &- 48 < 10, bytes[start + 1] == 48, bytes[start + 2] == 0x73 {
      return TimeWord(.decade, 190 + Int(bytes[start] - 48))
    }
    if rest == 2, bytes[start] | 0x20 == 0x6C { return TimeWord(.futureCue) }
    return TimeWord(.other)
  }

  private func number(_ token: TextSpan) -> TimeWord {
    var value = 0
    var at = token.start
    while at < token.end, bytes[at] &- 48 < 10, at - token.start < 9 {
      value = value * 10 + Int(bytes[at] - 48)
      at += 1
    }
    let count = at - token.start
    if at == token.end {
      return TimeWord(count == 4 && (1400...2100).contains(value) ? .year : .digits, value)
    }
    switch bytes[at] {
    case 0x3A where count <= 2 && token.end - at == 3 && value < 24:
      let minutes = Int(bytes[at + 1] &- 48) * 10 + Int(bytes[at + 2] &- 48)
      return minutes < 60 ? TimeWord(.clock, value * 60 + minutes) : TimeWord(.other)
    case 0x2D where count == 4 && token.length == 10: return TimeWord(.isoDate)
    case 0x2F where count <= 2: return TimeWord(.slashDate)
    case 0x73 where token.end - at == 1 && value % 10 == 0:
      if count == 4, value >= 1000 { return TimeWord(.decade, value / 10) }
      return count == 2 ? TimeWord(.decade, 190 + value / 10) : TimeWord(.other)
    case 0x2C, 0x2E: return TimeWord(.digits, -1)
    default:
      let suffix = token.end - at == 2 && count <= 2
      let isOrdinal =
        suffix
        && ["st", "nd", "rd", "th"].contains(
          String(decoding: bytes[at..<token.end], as: UTF8.self).lowercased())
      return isOrdinal ? TimeWord(.ordinal, value) : TimeWord(.other)
    }
  }
}
