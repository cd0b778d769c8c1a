import SaysoRecords

/// Lengths of time, points that are so long ago, and what recurs.
extension TimeGrammar {
  /// A count of units: nil where it is vague ("several").
  private struct Count {
    let value: Double?
    let end: Int
  }

  /// "two years", "a few days ago", "the nine months" (without "the"), "five-year", "12 to 18
  /// months", "2 1/2 years", "a minute and a half", "half an hour", "a year earlier".
  func quantity(_ index: Int) -> TimeMatch? {
    guard let count = count(index) else { return nil }
    var at = count.end
    var value = count.value
    // "12 to 18 months", "two or three days", "two-to-three years".
    if kind(at) == .to || kind(at) == .or || isHyphen(at),
      let upper = self.count(at + 1), upper.value != nil, unit(upper.end) != nil
    {
      at = upper.end
    }
    var hyphen = isHyphen(at)
    if hyphen { at += 1 }
    while kind(at) == .adjective
      || (kind(at) == .compare && numbers.isWord(at, sentence.upperBound, "more"))
      || (kind(at) == .vague && at > count.end)
    {
      at += 1
    }
    guard let unit = unit(at), unit != .period, isLowerWord(at) else { return nil }
    let article = kind(index) == .a && count.end == index + 1
    if unit == .quarter, value == 1 || hyphen || (value != nil && kind(at + 1) == .of) {
      return nil
    }
    if yearAgo(at, from: at) != nil { return nil }
    // "34 years old", "a 6-year-old" are ages: figures, not times.
    if isAge(at + 1) { return nil }
    if kind(at) == .unit, !hyphen, !article, (value ?? 2) > 1, unit == .quarter || unit == .second {
      return nil
    }
    var end = at + 1
    // "a year and a half".
    if kind(end) == .and, kind(end + 1) == .a, kind(end + 2) == .half, let whole = value {
      value = whole + 0.5
      end += 3
    } else if kind(end) == .or, kind(end + 1) == .cardinal, unit.rawValue > 2, article {
      // "a year or two".
      value = nil
      end += 2
    }
    if isHyphen(end), kind(end + 1) == .old {
      hyphen = true
      end += 2
    }
    var match = orSo(TimeMatch(index, end, .duration, .literal(duration(value, unit))))
    if hyphen { return match }
    end = match.end
    switch kind(end) {
    case .ago: return point(index, end + 1, value, unit, -1, fromReference: false)
    case .earlier: return point(index, end + 1, value, unit, -1, fromReference: true)
    case .later: return point(index, end + 1, value, unit, 1, fromReference: true)
    case .hence: return point(index, end + 1, value, unit, 1, fromReference: false)
    case .preposition
    where numbers.isWord(end, sentence.upperBound, "from") && kind(end + 1) == .present:
      return point(index, end + 2, value, unit, 1, fromReference: false)
    default: break
    }
    if article, kind(index) == .a, followsAmount(index) {
      match.kind = .set
      return match
    }
    return match
  }

  private func isAge(_ index: Int) -> Bool {
    let at = isHyphen(index) ? index + 1 : index
    return numbers.isWord(at, sentence.upperBound, "old")
      || numbers.isWord(at, sentence.upperBound, "olds")
  }

  /// The number of units at a token.
  private func count(_ index: Int) -> Count? {
    let limit = sentence.upperBound
    switch kind(index) {
    case .a:
      switch kind(index + 1) {
      case .unit: return Count(value: 1, end: index + 1)
      case .adjective where kind(index + 2) == .unit || kind(index + 2) == .units:
        if kind(index + 2) == .unit { return Count(value: 1, end: index + 1) }
        return nil
      case .vague: return Count(value: nil, end: index + 2)
      case .couple: return Count(value: 2, end: kind(index + 2) == .of ? index + 3 : index + 2)
      case .cardinal where number(index + 1) == 100: return Count(value: 100, end: index + 2)
      case .half: return Count(value: 0.5, end: index + 2)
      case .digits, .cardinal:
        // "a 10-year plan", "another two weeks".
        return nil
      default: return nil
      }
    case .half:
      return kind(index + 1) == .a && kind(index + 2) == .unit
        ? Count(value: 0.5, end: index + 2) : nil
    case .vague: return Count(value: nil, end: index + 1)
    case .couple: return Count(value: 2, end: kind(index + 1) == .of ? index + 2 : index + 1)
    case .digits, .cardinal, .year:
      guard let number = numbers.number(at: index, limit: limit) else { return nil }
      return Count(value: number.value, end: number.end)
    default: return nil
    }
  }

  private func unit(_ index: Int) -> TimeUnit? {
    switch kind(index) {
    case .unit, .units: return TimeUnit(rawValue: number(index))
    case .ordinal where number(index) == 2 && isHyphen(index - 1): return .second
    case .season where numbers.bytes[numbers.tokens[index].end - 1] == 0x73: return .season
    default: return nil
    }
  }

  /// TIMEX3 value of a length: `P3M`, `PT1M30S`, `PXD`.
  func duration(_ value: Double?, _ unit: TimeUnit) -> String {
    let (prefix, factor, letter) = unit.duration
    guard let value else {
      switch unit {
      case .decade: return "PXDE"
      case .century: return "PXCE"
      default: return prefix + "X" + letter
      }
    }
    let scaled = value * Double(factor)
    let whole = scaled.rounded(.down)
    guard whole < 1e9 else { return prefix + "X" + letter }
    let rest = scaled - whole
    let head = whole > 0 ? prefix + String(Int(whole)) + letter : prefix
    if rest == 0 { return whole > 0 ? head : prefix + "0" + letter }
    let finer: (factor: Double, letter: String)? =
      switch unit {
      case .minute: (60, "S")
      case .hour: (60, "M")
      case .year, .decade, .century: (12, "M")
      default: nil
      }
    guard let finer else { return prefix + "\((scaled * 100).rounded() / 100)" + letter }
    return head + String(Int((rest * finer.factor).rounded())) + finer.letter
  }

  private func point(
    _ start: Int, _ end: Int, _ value: Double?, _ unit: TimeUnit, _ sign: Int, fromReference: Bool
  ) -> TimeMatch {
    guard let value, value < 1e6 else {
      return TimeMatch(start, end, .date, .literal(sign < 0 ? "PAST_REF" : "FUTURE_REF"))
    }
    if value == 1, unit == .year, sign < 0, kind(start) == .a {
      return TimeMatch(start, end, .date, .comparable(-1))
    }
    let steps = Int(value.rounded()) * sign
    if unit.rawValue < TimeUnit.day.rawValue {
      return TimeMatch(start, end, .time, .literal(sign < 0 ? "PAST_REF" : "FUTURE_REF"))
    }
    return TimeMatch(
      start, end, .date, fromReference ? .stepFromReference(unit, steps) : .step(unit, steps))
  }

  /// Whether an amount stands before: "$50,000 a year", "three percent a year", "twice a week".
  private func followsAmount(_ index: Int) -> Bool {
    let amounts: [TimeClass] = [.digits, .cardinal, .year]
    if amounts.contains(kind(index - 1)) || kind(index - 1) == .once { return true }
    return kind(index - 1) == .other && amounts.contains(kind(index - 2))
  }

  /// "year-earlier", "year-end", "day-long".
  func bareUnit(_ index: Int) -> TimeMatch? {
    if let match = yearAgo(index, from: index) { return match }
    if number(index) == TimeUnit.year.rawValue {
      if let day = newYear(index) { return day }
      let at = kind(index + 1) == .possessive ? index + 2 : index + 1
      if numbers.isWord(at, sentence.upperBound, "end") {
        return TimeMatch(index, at + 1, .date, .step(.year, 0))
      }
    }
    guard let unit = TimeUnit(rawValue: number(index)), isHyphen(index + 1) else { return nil }
    if numbers.isWord(index + 2, sentence.upperBound, "long") {
      return TimeMatch(index, index + 3, .duration, .literal(duration(1, unit)))
    }
    if kind(index + 2) == .edge, unit == .year {
      return TimeMatch(index, index + 3, .date, .step(.year, 0))
    }
    return nil
  }

  /// "New Year's Day", "New Year's Eve": "New" stands before the token.
  private func newYear(_ index: Int) -> TimeMatch? {
    let limit = sentence.upperBound
    guard numbers.isWord(index - 1, limit, "new"), sentence.contains(index - 1),
      !isLowerWord(index), kind(index + 1) == .possessive
    else { return nil }
    if numbers.isWord(index + 2, limit, "day") {
      return TimeMatch(index - 1, index + 3, .date, .monthDay(1, 1, .nearest))
    }
    guard numbers.isWord(index + 2, limit, "eve") else { return nil }
    return TimeMatch(index - 1, index + 3, .date, .monthDay(12, 31, .nearest))
  }

  /// "for weeks", "years", "months ago", "weeks or months".
  func bareUnits(_ index: Int) -> TimeMatch? {
    guard let unit = TimeUnit(rawValue: number(index)) else { return nil }
    var end = index + 1
    if kind(end) == .or || kind(end) == .and, kind(end + 1) == .units { end += 2 }
    if kind(end) == .ago || kind(end) == .earlier {
      return TimeMatch(index, end + 1, .date, .literal("PAST_REF"))
    }
    if kind(end) == .later { return TimeMatch(index, end + 1, .date, .literal("FUTURE_REF")) }
    if isHyphen(end), kind(end + 1) == .old { end += 2 }
    if unit == .quarter || unit == .second || unit == .minute { return nil }
    return TimeMatch(index, end, .duration, .literal(duration(nil, unit)))
  }

  /// "every day", "each July", "every two weeks", "each Thursday", "per month".
  func every(_ index: Int) -> TimeMatch? {
    let at = index + 1
    switch kind(at) {
    case .unit:
      guard let unit = TimeUnit(rawValue: number(at)), unit != .period else { return nil }
      if kind(index) == .per {
        guard unit.rawValue >= TimeUnit.day.rawValue else { return nil }
        return TimeMatch(index, at + 1, .set, .literal(duration(1, unit)))
      }
      return TimeMatch(index, at + 1, .set, .literal(duration(1, unit)))
    case .weekday where kind(index) == .every:
      let clock = kind(at + 1) == .partOfDay ? part(number(at + 1)) : ""
      return TimeMatch(
        index, clock.isEmpty ? at + 1 : at + 2, .set,
        .literal("XXXX-WXX-\(number(at))" + clock))
    case .month where kind(index) == .every:
      return TimeMatch(index, at + 1, .set, .literal("XXXX-" + padded(number(at), 2)))
    case .season where kind(index) == .every:
      return TimeMatch(
        index, at + 1, .set, .literal("XXXX-" + CalendarPeriod.seasons[number(at) - 1]))
    case .partOfDay where kind(index) == .every:
      return TimeMatch(index, at + 1, .set, .literal("XXXX-XX-XX" + part(number(at))))
    case .digits, .cardinal, .vague, .couple:
      guard let length = quantity(at), length.kind == .duration else { return nil }
      return TimeMatch(index, length.end, .set, length.meaning)
    default: return nil
    }
  }

  /// "daily", "annually".
  func setAdverb(_ index: Int) -> TimeMatch? {
    guard let unit = TimeUnit(rawValue: number(index)) else { return nil }
    return TimeMatch(index, index + 1, .set, .literal(duration(1, unit)))
  }
}
