import SaysoRecords

/// A number as it stands in the text.
struct WrittenNumber {
  let value: Double
  /// Index of the token after it.
  let end: Int
  /// Whether it begins with digits.
  let hasDigits: Bool
  /// Whether it holds "hundred", "thousand", "million" or the like.
  let isScaled: Bool
}

/// Reads cardinal numbers: "1,500", "2 1/2", "3.5 million", "twenty-three", "two hundred and six".
struct NumberReader: Sendable {
  private enum Part: Sendable {
    case unit(Double), ten(Double), hundred, scale(Double)
  }

  private static let parts: WordTable<Part> = {
    var words: [(String, Part)] = []
    for (index, word) in small.split(separator: " ").enumerated() {
      words.append((String(word), .unit(Double(index))))
    }
    for (index, word) in tens.split(separator: " ").enumerated() {
      words.append((String(word), .ten(Double(index * 10 + 20))))
    }
    words.append(("hundred", .hundred))
    for (word, factor) in scales { words.append((word, .scale(factor))) }
    return WordTable(words)
  }()

  private static let small =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    + "fifteen sixteen seventeen eighteen nineteen"
  private static let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
  private static let scales: [(String, Double)] = [
    ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("k", 1e3),
    ("mn", 1e6), ("mln", 1e6), ("mil", 1e6), ("bn", 1e9), ("bln", 1e9), ("tn", 1e12), ("lakh", 1e5),
    ("crore", 1e7),
  ]

  let bytes: [UInt8]
  let tokens: [TextSpan]

  private func part(_ index: Int, _ limit: Int) -> Part? {
    guard index < limit else { return nil }
    return NumberReader.parts.entry(bytes, tokens[index].start, tokens[index].end)
  }

  func first(_ index: Int) -> UInt8 { bytes[tokens[index].start] }

  /// Whether the token is one byte long and that byte.
  func isMark(_ index: Int, _ limit: Int, _ byte: UInt8) -> Bool {
    index >= 0 && index < limit && tokens[index].length == 1 && first(index) == byte
  }

  func isHyphen(_ index: Int, _ limit: Int) -> Bool {
    guard index >= 0, index < limit else { return false }
    if tokens[index].length == 1 { return first(index) == 0x2D }
    return tokens[index].length == 3 && first(index) == 0xE2
      && bytes[tokens[index].start + 1] == 0x80
      && (0x90...0x95).contains(bytes[tokens[index].start + 2])
  }

  /// Whether the token follows the one before it without white space.
  func touches(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].end == tokens[index].start
  }

  /// Whether the token is the lower-case ASCII word.
  func isWord(_ index: Int, _ limit: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < limit, tokens[index].length == word.utf8CodeUnitCount else {
      return false
    }
    let start = tokens[index].start
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[start + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Value of a token of digits with commas between groups of three and a decimal point.
  func digits(_ index: Int) -> Double? {
    let span = tokens[index]
    guard bytes[span.start] &- 48 < 10 || bytes[span.start] == 0x2E && span.length > 1 else {
      return nil
    }
    var value = 0.0
    var scale = 0.0
    var grouped = -1
    for at in span.start..<span.end {
      let byte = bytes[at]
      if byte &- 48 < 10 {
        if scale > 0 {
          value += Double(byte - 48) * scale
          scale /= 10
        } else {
          value = value * 10 + Double(byte - 48)
        }
        if grouped >= 0 { grouped += 1 }
      } else if byte == 0x2C, scale == 0, grouped == -1 || grouped == 3 {
        grouped = 0
      } else if byte == 0x2E, scale == 0, grouped == -1 || grouped == 3 {
        scale = 0.1
        grouped = -1
      } else {
        return nil
      }
    }
    guard grouped == -1 || grouped == 3 else { return nil }
    // Decimals are summed in tenths; rounding to twelve places takes the binary dust away.
    return scale > 0 ? (value * 1e6).rounded() / 1e6 : value
  }

  /// The number that starts at a token, longest reading.
  func number(at index: Int, limit: Int) -> WrittenNumber? {
    guard index >= 0, index < limit else { return nil }
    if let value = digits(index) { return digitNumber(value, index, limit) }
    return wordNumber(index, limit)
  }

  private func digitNumber(_ start: Double, _ index: Int, _ limit: Int) -> WrittenNumber {
    var value = start
    var end = index + 1
    if let fraction = fraction(end, limit) {
      value += fraction
      end += 3
    } else if isMark(end, limit, 0x2F), touches(end), end + 1 < limit, let below = digits(end + 1),
      below > 1, below <= 16, value < below
    {
      return WrittenNumber(value: value / below, end: end + 2, hasDigits: true, isScaled: false)
    }
    var scaled = false
    var next = end
    if isHyphen(next, limit), touches(next), next + 1 < limit { next += 1 }
    while let part = part(next, limit) {
      if case .scale(let factor) = part {
        value *= factor
      } else if case .hundred = part {
        value *= 100
      } else {
        break
      }
      scaled = true
      next += 1
      end = next
    }
    // 4.1 million is 4,100,000, not what binary tenths make of it.
    if scaled { value = (value * 1e4).rounded() / 1e4 }
    return WrittenNumber(value: value, end: end, hasDigits: true, isScaled: scaled)
  }

  /// "1/2" as three tokens after a whole number.
  private func fraction(_ index: Int, _ limit: Int) -> Double? {
    guard index + 2 < limit, isMark(index + 1, limit, 0x2F), touches(index + 1),
      let above = digits(index), let below = digits(index + 2), above < below, below <= 16
    else { return nil }
    return above / below
  }

  private func wordNumber(_ index: Int, _ limit: Int) -> WrittenNumber? {
    var total = 0.0
    var group = 0.0
    var lastWasUnit = false
    var lastWasTen = false
    var scaled = false
    var at = index
    var end = index
    loop: while let part = part(at, limit) {
      switch part {
      case .unit(let value):
        if lastWasUnit || (lastWasTen && value >= 10) { break loop }
        group += value
        lastWasUnit = true
      case .ten(let value):
        if lastWasUnit || lastWasTen { break loop }
        group += value
        lastWasTen = true
      case .hundred:
        guard group > 0, group < 100 else { break loop }
        group *= 100
        (lastWasUnit, lastWasTen, scaled) = (false, false, true)
      case .scale(let factor):
        guard group > 0, tokens[at].length > 3 else { break loop }
        total += group * factor
        group = 0
        (lastWasUnit, lastWasTen, scaled) = (false, false, true)
      }
      at += 1
      end = at
      if isHyphen(at, limit), touches(at) {
        at += 1
      } else if scaled, isWord(at, limit, "and"), self.part(at + 1, limit) != nil {
        at += 1
      }
    }
    guard end > index else { return nil }
    return WrittenNumber(value: total + group, end: end, hasDigits: false, isScaled: scaled)
  }
}
