import SaysoRecords

/// Names of the calendar: days, months, years, quarters, seasons, centuries.
extension TimeGrammar {
  /// "2024-10-29", "10/29/2024" (month first, unless the first number cannot be one).
  func numericDate(_ index: Int) -> TimeMatch? {
    let span = numbers.tokens[index]
    let parts = numbers.bytes[span.start..<span.end].split { $0 == 0x2D || $0 == 0x2F }
      .map { $0.reduce(0) { $0 * 10 + Int($1 &- 48) } }
    guard parts.count == 3 else { return nil }
    var (year, month, day) = (parts[0], parts[1], parts[2])
    if kind(index) == .slashDate, year < 1000 {
      (month, day, year) = (parts[0], parts[1], parts[2])
      if month > 12 { swap(&month, &day) }
      if year < 100 { year += year < 50 ? 2000 : 1900 }
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return TimeMatch(index, index + 1, .date, .fixed(.day(date)))
  }

  /// "March 5, 1946", "August 7", "March eighth", "July 1997", "June last year", "October".
  func month(_ index: Int) -> TimeMatch? {
    let month = number(index)
    let next = index + 1
    if let day = dayNumber(next), !isUnit(next + 1) {
      var end = next + 1
      if let (choice, after) = yearAfter(end, comma: true) {
        return monthDay(index, after, month, day, choice)
      }
      // "Oct. 23-25": the first day stands for the stretch.
      if isHyphen(end), dayNumber(end + 1) != nil, kind(end + 1) == .digits {
        if let (choice, after) = yearAfter(end + 2, comma: true) {
          return monthDay(index, after, month, day, choice)
        }
        end = next + 1
      }
      return monthDay(index, end, month, day, .nearest)
    }
    if let (choice, after) = yearAfter(next, comma: true) {
      if case .of(let year) = choice {
        return TimeMatch(index, after, .date, .fixed(.month(year * 12 + month - 1)))
      }
      return TimeMatch(index, after, .date, .month(month, choice))
    }
    guard !isAlsoWord(month) || followsTimeWord(index) else { return nil }
    // "Jan" and "Mar" without a stop or a day are names.
    if numbers.tokens[index].length == 3, month != 5 { return nil }
    return TimeMatch(index, next, .date, .month(month, .nearest))
  }

  private func monthDay(
    _ start: Int, _ end: Int, _ month: Int, _ day: Int, _ choice: TimeChoice
  ) -> TimeMatch? {
    if case .of(let year) = choice {
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return TimeMatch(start, end, .date, .fixed(.day(date)))
    }
    guard day <= CalendarDate.daysIn(month: month, year: 2000) else { return nil }
    return TimeMatch(start, end, .date, .monthDay(month, day, choice))
  }

  /// March, April, May, June, August are words or first names too.
  private func isAlsoWord(_ month: Int) -> Bool { [3, 4, 5, 6, 8].contains(month) }

  /// Whether the word before makes a bare month or year likely.
  func followsTimeWord(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .preposition, .deadline, .of, .to, .and, .or, .early, .mid, .edge, .last, .next, .this,
      .past,
      .before, .after, .every, .month, .ago, .a, .hyphen, .slash, .the, .fiscal, .year, .comma,
      .earlier, .later, .nearly, .recent, .previous, .following, .coming:
      true
    default: false
    }
  }

  /// A day of the month: "5", "5th", "eighth".
  private func dayNumber(_ index: Int) -> Int? {
    guard kind(index) == .digits || kind(index) == .ordinal, (1...31).contains(number(index))
    else { return nil }
    return number(index)
  }

  private func isUnit(_ index: Int) -> Bool { kind(index) == .units || kind(index) == .meridiem }

  /// The second day of "April 24 and 25" or "October 23-25": an expression of its own.
  func nextDay(after match: TimeMatch) -> TimeMatch? {
    let at = match.end + 1
    guard kind(at) == .digits, let day = dayNumber(at), !isUnit(at + 1), match.clock == nil
    else { return nil }
    switch kind(match.end) {
    case .and, .or, .to: break
    case .hyphen where numbers.touches(match.end) && numbers.touches(at): break
    default: return nil
    }
    switch match.meaning {
    case .monthDay(let month, let first, let choice) where first < day:
      return monthDay(at, at + 1, month, day, choice)
    case .fixed(.day(let date)) where date.day < day && kind(match.end - 1) != .isoDate:
      return monthDay(at, at + 1, date.month, day, .of(date.year))
    default: return nil
    }
  }

  /// A year that qualifies what stands before: ", 1999", "of 1999", "last year", "of next year".
  func yearAfter(_ index: Int, comma: Bool = false) -> (TimeChoice, Int)? {
    var at = index
    if kind(at) == .of || (comma && kind(at) == .comma) { at += 1 }
    if kind(at) == .fiscal { at += 1 }
    if kind(at) == .year, !isUnit(at + 1) { return (.of(number(at)), at + 1) }
    if let year = spokenYear(at), case .fixed(.year(let value)) = year.meaning {
      return (.of(value), year.end)
    }
    if kind(at) == .the || kind(at) == .comma { return nil }
    let isYear = kind(at + 1) == .unit && number(at + 1) == TimeUnit.year.rawValue
    switch kind(at) {
    case .this where isYear, .current where isYear: return (.inYear(0), at + 2)
    case .last where isYear: return (.inYear(-1), at + 2)
    case .next where isYear: return (.inYear(1), at + 2)
    default: return nil
    }
  }

  /// "29 October 2024", "the 29th of October", "5 May".
  func dayFirst(_ index: Int) -> TimeMatch? {
    guard let day = dayNumber(index) else { return nil }
    var at = index + 1
    if kind(at) == .of { at += 1 }
    guard kind(at) == .month else { return nil }
    let month = number(at)
    if let (choice, after) = yearAfter(at + 1, comma: true) {
      return monthDay(index, after, month, day, choice)
    }
    return monthDay(index, at + 1, month, day, .nearest)
  }

  /// "Friday", "Saturday, April 25", "Tuesday 29 October".
  func weekday(_ index: Int) -> TimeMatch? {
    if let date = dateAfterWeekday(index + 1, from: index) { return date }
    return TimeMatch(index, index + 1, .date, .weekday(number(index), .nearest))
  }

  /// The day of the month that follows a weekday's name.
  func dateAfterWeekday(_ index: Int, from start: Int) -> TimeMatch? {
    let at = kind(index) == .comma ? index + 1 : index
    var match: TimeMatch?
    if kind(at) == .month {
      match = month(at)
    } else if kind(at) == .digits || kind(at) == .ordinal {
      match = dayFirst(at)
    } else if kind(at) == .the, kind(at + 1) == .ordinal {
      match = dayFirst(at + 1)
    }
    guard var match, isDay(match.meaning) else { return nil }
    match.start = start
    return match
  }

  /// A bare year where the words around speak for one.
  func year(_ index: Int) -> TimeMatch? {
    let value = number(index)
    if numbers.isMark(index - 1, sentence.upperBound, 0x24) { return nil }
    let strong = followsTimeWord(index) && kind(index - 1) != .comma && kind(index - 1) != .the
    guard strong ? value >= 1400 : (1900...2060).contains(value) else { return nil }
    if isHyphen(index + 1), isUnitWord(index + 2) || kind(index + 2) == .other { return nil }
    if isHyphen(index - 1), kind(index - 2) == .digits || kind(index - 2) == .other,
      numbers.touches(index - 1)
    {
      return nil
    }
    if !strong, isPluralNoun(index + 1) { return nil }
    return TimeMatch(index, index + 1, .date, .fixed(.year(value)))
  }

  private func isUnitWord(_ index: Int) -> Bool { kind(index) == .unit || kind(index) == .units }

  /// A lower-case word in "s" or "%": what a number that is no year counts.
  private func isPluralNoun(_ index: Int) -> Bool {
    guard sentence.contains(index), kind(index) == .other || kind(index) == .units else {
      return false
    }
    let span = numbers.tokens[index]
    let last = numbers.bytes[span.end - 1]
    let first = numbers.bytes[span.start]
    return first == 0x25 || (first &- 97 < 26 && last == 0x73 && span.length > 3)
      || kind(index) == .units
  }

  /// "nineteen ninety-six", "two thousand five" after "in" or "the year".
  func spokenYear(_ index: Int) -> TimeMatch? {
    guard kind(index) == .cardinal, (17...20).contains(number(index)) else { return nil }
    guard let rest = numbers.number(at: index + 1, limit: sentence.upperBound), !rest.hasDigits,
      (10...99).contains(rest.value), !rest.isScaled
    else { return nil }
    return TimeMatch(
      index, rest.end, .date, .fixed(.year(number(index) * 100 + Int(rest.value))))
  }

  /// "third quarter", "third-quarter", "the first half of 1990", "20th century", "1998 first half".
  func ordinal(_ index: Int, from start: Int, in year: TimeChoice? = nil) -> TimeMatch? {
    let count = number(index)
    var at = index + 1
    if isHyphen(at) { at += 1 }
    if kind(at) == .half || kind(at) == .unit || kind(at) == .units {
      let (choice, end) = year.map { ($0, at + 1) } ?? yearAfter(at + 1) ?? (.nearest, at + 1)
      if kind(at) == .half, count <= 2 {
        if case .nearest = choice, kind(end) != .of || kind(end + 1) != .the { return nil }
        return TimeMatch(start, end, .date, .half(count, choice))
      }
      if kind(at) == .half { return nil }
      switch TimeUnit(rawValue: number(at)) {
      case .quarter? where count <= 4:
        return TimeMatch(start, end, .date, .quarter(count, choice))
      case .century? where count >= 5:
        return TimeMatch(start, at + 1, .date, .fixed(.century(count - 1)))
      default: return nil
      }
    }
    return nil
  }

  /// "fiscal 1989", "fiscal year 1990", "fiscal first quarter".
  func fiscal(_ index: Int, from start: Int) -> TimeMatch? {
    var at = index + 1
    if isHyphen(at) { at += 1 }
    if kind(at) == .ordinal { return ordinal(at, from: start) }
    if kind(at) == .unit, number(at) == TimeUnit.year.rawValue {
      if kind(at + 1) != .year {
        return start < index ? TimeMatch(start, at + 1, .date, .step(.year, 0)) : nil
      }
      at += 1
    }
    guard kind(at) == .year else { return nil }
    return TimeMatch(start, at + 1, .date, .fixed(.year(number(at))))
  }

  /// "spring 2003", "the winter of 1994", "the summer"; bare seasons are left alone.
  func seasonOfYear(_ index: Int, from start: Int) -> TimeMatch? {
    if let (choice, end) = yearAfter(index + 1) {
      return TimeMatch(start, end, .date, .season(number(index), choice))
    }
    guard start < index || kind(index - 1) == .early || kind(index - 1) == .of else { return nil }
    return TimeMatch(start, index + 1, .date, .season(number(index), .nearest))
  }

  /// "Christmas", "Thanksgiving Day", "Easter Sunday".
  func holiday(_ index: Int, _ choice: TimeChoice, from start: Int) -> TimeMatch? {
    var end = index + 1
    if kind(end) == .unit, number(end) == TimeUnit.day.rawValue {
      end += 1
    } else if number(index) >= 5 {
      return nil
    }
    if kind(end) == .weekday { end += 1 }
    if let (choice, after) = yearAfter(end) {
      return TimeMatch(start, after, .date, .holiday(number(index), choice))
    }
    return TimeMatch(start, end, .date, .holiday(number(index), choice))
  }
}
