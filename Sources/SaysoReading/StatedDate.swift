package import SaysoRecords

/// Reads the dates that reports state: ISO 8601, RFC 2822 and the habits of English-language pages.
///
/// A date without a year, or one in which day and month could be exchanged ("02/03/2026"), is none.
package enum StatedDate {
  /// The time that `text` states, if that is all it states.
  ///
  /// Weekdays, "at", "on", "updated" and the like may stand around it; any other word makes it
  /// something else than a date.
  package static func parse(_ text: String) -> PublicationTime? {
    let tokens = tokenize(text)
    guard (1...24).contains(tokens.count) else { return nil }
    return isoTime(tokens) ?? writtenTime(tokens)
  }

  /// A full day in the path of an address: `/2026/02/26/` or `/2026-02-26/`.
  package static func inAddress(_ address: String) -> CalendarDate? {
    let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let parts = path.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    for (place, part) in parts.enumerated() {
      if part.utf8.count >= 10, let date = CalendarDate(iso: part.prefix(10)), plausible(date.year)
      {
        return date
      }
      guard place + 2 < parts.count, part.utf8.count == 4, let year = number(part),
        plausible(year), let month = number(parts[place + 1]), let day = number(parts[place + 2]),
        parts[place + 1].utf8.count <= 2, parts[place + 2].utf8.count <= 2
      else { continue }
      if let date = CalendarDate(year: year, month: month, day: day) { return date }
    }
    return nil
  }

  // MARK: - Tokens

  private enum Token: Equatable {
    case digits(String)
    case word(String)
    case mark(UInt8)
  }

  private static func tokenize(_ text: String) -> [Token] {
    guard text.utf8.count <= 120 else { return [] }
    var tokens: [Token] = []
    var run = ""
    var runIsDigits = false
    func flush() {
      guard !run.isEmpty else { return }
      tokens.append(runIsDigits ? .digits(run) : .word(run.lowercased()))
      run = ""
    }
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      if isDigit || isLetter {
        if isDigit != runIsDigits { flush() }
        runIsDigits = isDigit
        run.unicodeScalars.append(scalar)
        continue
      }
      flush()
      switch scalar {
      case " ", "\t", "\u{A0}", "\u{202F}", ",", "|", "•", "·", "(", ")": break
      case "\u{2212}", "–", "—": tokens.append(.mark(UInt8(ascii: "-")))
      default: tokens.append(.mark(scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0))
      }
    }
    flush()
    return tokens
  }

  private static func number(_ digits: String) -> Int? {
    digits.utf8.count <= 9 && digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
  }

  /// Whether a year can be that of a report or of what one is about.
  static func plausible(_ year: Int) -> Bool { (1600...2200).contains(year) }

  // MARK: - ISO 8601

  private static func isoTime(_ tokens: [Token]) -> PublicationTime? {
    var rest = tokens[...]
    guard case .digits(let first)? = rest.popFirst() else { return nil }
    let date: CalendarDate?
    if first.utf8.count == 8, let value = number(first) {
      date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    } else if first.utf8.count == 4, let year = number(first),
      case .mark(let mark)? = rest.popFirst(),
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
      case .digits(let second)? = rest.popFirst(), second.utf8.count <= 2,
      rest.popFirst() == .mark(mark), case .digits(let third)? = rest.popFirst(),
      third.utf8.count <= 2, let month = number(second), let day = number(third)
    {
      date = CalendarDate(year: year, month: month, day: day)
    } else {
      return nil
    }
    guard let date, plausible(date.year) else { return nil }
    if rest.isEmpty { return PublicationTime(date) }
    if rest.first == .word("t") { rest.removeFirst() }
    if case .digits(let packed)? = rest.first, packed.utf8.count == 6 || packed.utf8.count == 4 {
      rest.removeFirst()
      let digits = Array(packed).map(String.init)
      var pieces: [Token] = []
      for pair in stride(from: 0, to: digits.count, by: 2) {
        if pair > 0 { pieces.append(.mark(UInt8(ascii: ":"))) }
        pieces.append(.digits(digits[pair] + digits[pair + 1]))
      }
      rest = (pieces + rest)[...]
    }
    guard let clock = Clock(&rest), rest.isEmpty else { return nil }
    return PublicationTime(date, timeSuffix: clock.suffix)
  }

  // MARK: - Written dates

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let fullMonths: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "sept",
  ]
  private static let passing: Set<String> = [
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "at", "on", "of", "the", "published",
    "updated", "posted", "first", "last", "modified", "date", "st", "nd", "rd", "th", "h", "hrs",
    "local", "time",
  ]

  /// The number of the month that `word` names, in full or shortened; nil for other words.
  static func month(_ word: String) -> Int? {
    guard fullMonths.contains(word) || months.contains(word) else { return nil }
    return months.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
  }

  private static func writtenTime(_ tokens: [Token]) -> PublicationTime? {
    if let dotted = dottedTime(tokens) { return dotted }
    var month: Int?
    var numbers: [Int] = []
    var year: Int?
    var clock: Clock?
    var rest = tokens[...]
    while let token = rest.first {
      if clock == nil, month != nil || year != nil || rest.count >= 4 {
        var trial = rest
        if let read = Clock(&trial) {
          clock = read
          rest = trial
          continue
        }
      }
      rest.removeFirst()
      switch token {
      case .word(let word):
        if month == nil, let named = StatedDate.month(word) {
          month = named
        } else if !passing.contains(word) {
          return nil
        }
      case .digits(let digits):
        guard let value = number(digits) else { return nil }
        if digits.utf8.count == 4, year == nil, plausible(value) {
          year = value
        } else if digits.utf8.count <= 2 {
          numbers.append(value)
        } else {
          return nil
        }
      case .mark(let mark):
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":")
        else { return nil }
      }
    }
    guard let month, let year, numbers.count == 1,
      let date = CalendarDate(year: year, month: month, day: numbers[0])
    else { return nil }
    return clock.map { PublicationTime(date, timeSuffix: $0.suffix) } ?? PublicationTime(date)
  }

  /// `27.02.2026` and, where day and month cannot be exchanged, `27/02/2026` and `02/27/2026`.
  private static func dottedTime(_ tokens: [Token]) -> PublicationTime? {
    guard tokens.count >= 5, case .digits(let a) = tokens[0], case .mark(let mark) = tokens[1],
      case .digits(let b) = tokens[2], tokens[3] == .mark(mark), case .digits(let c) = tokens[4],
      a.utf8.count <= 2, b.utf8.count <= 2, c.utf8.count == 4, let first = number(a),
      let second = number(b), let year = number(c), plausible(year)
    else { return nil }
    let date: CalendarDate?
    if mark == UInt8(ascii: ".") || (mark == UInt8(ascii: "/") && (first > 12 || first == second)) {
      date = CalendarDate(year: year, month: second, day: first)
    } else if mark == UInt8(ascii: "/"), second > 12 {
      date = CalendarDate(year: year, month: first, day: second)
    } else {
      date = nil
    }
    guard let date else { return nil }
    var rest = tokens[5...]
    while rest.first == .mark(UInt8(ascii: ".")) || rest.first == .mark(UInt8(ascii: "-"))
      || rest.first == .word("at")
    { rest.removeFirst() }
    if rest.isEmpty { return PublicationTime(date) }
    guard let clock = Clock(&rest),
      rest.allSatisfy({ if case .word(let word) = $0 { passing.contains(word) } else { false } })
    else { return nil }
    return PublicationTime(date, timeSuffix: clock.suffix)
  }

  // MARK: - Time of day

  /// A time of day with its zone, as the end of an ISO 8601 text.
  private struct Clock {
    let suffix: String

    /// Takes a clock off the front of `tokens`; nil, and `tokens` as it was, where there is none.
    init?(_ tokens: inout ArraySlice<Token>) {
      var rest = tokens
      guard case .digits(let first)? = rest.popFirst(), first.utf8.count <= 2,
        var hour = number(first), let separator = rest.popFirst(),
        separator == .mark(UInt8(ascii: ":")) || separator == .mark(UInt8(ascii: ".")),
        case .digits(let second)? = rest.popFirst(), second.utf8.count == 2,
        let minute = number(second), minute < 60
      else { return nil }
      var text = ":" + second
      if rest.first == .mark(UInt8(ascii: ":")), case .digits(let third)? = rest.dropFirst().first,
        third.utf8.count == 2, let seconds = number(third), seconds <= 60
      {
        rest.removeFirst(2)
        text += ":" + third
        if rest.first == .mark(UInt8(ascii: ".")), case .digits? = rest.dropFirst().first {
          rest.removeFirst(2)
        }
      } else if separator == .mark(UInt8(ascii: ".")), case .mark? = rest.first {
        return nil
      }
      if let half = Clock.half(&rest) {
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (half == "p" ? 12 : 0)
      }
      guard hour < 24 else { return nil }
      suffix = "T" + (hour < 10 ? "0" : "") + String(hour) + text + (Clock.zone(&rest) ?? "")
      tokens = rest
    }

    /// `am`, `p.m.` and so on: "a" or "p".
    private static func half(_ tokens: inout ArraySlice<Token>) -> String? {
      guard case .word(let word)? = tokens.first else { return nil }
      if word == "am" || word == "pm" {
        tokens.removeFirst()
        if tokens.first == .mark(UInt8(ascii: ".")) { tokens.removeFirst() }
        return String(word.prefix(1))
      }
      guard word == "a" || word == "p" else { return nil }
      let dotted = Array(tokens.prefix(4))
      let stop = Token.mark(UInt8(ascii: "."))
      guard dotted.count >= 3, dotted[1] == stop, dotted[2] == .word("m") else { return nil }
      tokens.removeFirst(dotted.count == 4 && dotted[3] == stop ? 4 : 3)
      return word
    }

    /// Abbreviations that RFC 2822 defines, and those of Europe and East Asia that mean one thing.
    private static let zones = [
      "z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
      "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
      "et": "", "ct": "", "pt": "", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
      "eest": "+03:00", "msk": "+03:00", "kst": "+09:00", "jst": "+09:00",
    ]

    private static func zone(_ tokens: inout ArraySlice<Token>) -> String? {
      var name: String?
      if case .word(let word)? = tokens.first, let known = zones[word] {
        tokens.removeFirst()
        name = known
      }
      guard name == nil || name == "Z", case .mark(let sign)? = tokens.first,
        sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
        case .digits(let digits)? = tokens.dropFirst().first
      else { return name }
      let prefix = sign == UInt8(ascii: "+") ? "+" : "-"
      if digits.utf8.count == 4 {
        tokens.removeFirst(2)
        return prefix + digits.prefix(2) + ":" + digits.suffix(2)
      }
      guard digits.utf8.count <= 2 else { return name }
      let hours = digits.utf8.count == 1 ? "0" + digits : digits
      let after = Array(tokens.dropFirst(2).prefix(2))
      if after.count == 2, after[0] == .mark(UInt8(ascii: ":")),
        case .digits(let minutes) = after[1],
        minutes.utf8.count == 2
      {
        tokens.removeFirst(4)
        return prefix + hours + ":" + minutes
      }
      tokens.removeFirst(2)
      return prefix + hours + ":00"
    }
  }
}
