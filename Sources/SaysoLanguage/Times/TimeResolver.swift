import SaysoRecords

/// Sets meanings against the calendar: the publication's day, the time last spoken of and the
/// quarter under report.
struct TimeResolver {
  /// The day of publication; nil leaves whatever depends on it unresolved.
  let published: CalendarDate?
  /// The time that the text last spoke of.
  private var reference: CalendarPeriod?
  /// The quarter that the text last spoke of, counted from year 0.
  private var quarter: Int?

  init(published: CalendarDate?) { self.published = published }

  /// TIMEX3 value of a match; nil where it cannot be resolved.
  mutating func value(of match: TimeMatch, direction: () -> TimeDirection) -> String? {
    if case .literal(let value) = match.meaning { return value }
    guard let period = period(match.meaning, direction: direction) else {
      guard let partial = partial(match.meaning) else { return nil }
      return partial + (match.clock ?? "")
    }
    note(period, of: match.meaning)
    if !isToday(match.meaning) { reference = period }
    guard let clock = match.clock else { return period.value }
    guard case .day = period else { return nil }
    return period.value + clock
  }

  /// Remembers the quarter under report; a quarter of comparison is none.
  private mutating func note(_ period: CalendarPeriod, of meaning: TimeMeaning) {
    guard case .quarter(let index) = period else { return }
    switch meaning {
    case .comparable, .stepFromReference, .quarter(_, .inYear(-1)), .quarterUnderReport(.inYear):
      return
    default: quarter = max(index, quarter ?? index)
    }
  }

  /// "today" and "this year" are no new time to speak of.
  private func isToday(_ meaning: TimeMeaning) -> Bool {
    if case .step(_, 0) = meaning { return true }
    return false
  }

  /// Month and day stay known without a year.
  private func partial(_ meaning: TimeMeaning) -> String? {
    switch meaning {
    case .monthDay(let month, let day, .nearest):
      "XXXX-" + padded(month, 2) + "-" + padded(day, 2)
    case .month(let month, .nearest): "XXXX-" + padded(month, 2)
    default: nil
    }
  }

  private func period(_ meaning: TimeMeaning, direction: () -> TimeDirection) -> CalendarPeriod? {
    switch meaning {
    case .literal: return nil
    case .fixed(let period): return period
    case .step(let unit, let steps):
      return published.flatMap { CalendarPeriod(unit, holding: $0) }?.advanced(by: steps)
    case .stepFromReference(let unit, let steps):
      let base = reference ?? published.map { .day($0) }
      return base?.period(unit)?.advanced(by: steps)
    case .theWeekend:
      guard let published else { return nil }
      let isLast = published.weekday < 6 && direction() != .future
      return .weekend(published.adding(days: isLast ? -7 : 0))
    case .comparable(let years):
      if let quarter { return .quarter(quarter).adding(years: years) }
      return published.map { .year($0.year + years) }
    case .holding(let unit, let inner):
      return period(inner, direction: direction)?.period(unit)
    case .weekday(let weekday, let choice):
      return self.weekday(weekday, choice, direction: direction)
    case .monthDay(let month, let day, let choice):
      return chosen(choice, sure: 90, direction: direction) { year in
        CalendarDate(year: year, month: month, day: day).map { (.day($0), $0.dayNumber) }
      } current: {
        $0.dayNumber
      }
    case .month(let month, let choice):
      return chosen(choice, sure: 1, direction: direction) { year in
        (.month(year * 12 + month - 1), year * 12 + month - 1)
      } current: {
        $0.year * 12 + $0.month - 1
      }
    case .quarter(let number, let choice):
      return chosen(choice, sure: 1, direction: direction) { year in
        (.quarter(year * 4 + number - 1), year * 4 + number - 1)
      } current: {
        $0.year * 4 + ($0.month - 1) / 3
      }
    case .quarterUnderReport(let choice): return quarterUnderReport(choice)
    case .half(let number, let choice):
      return chosen(choice, direction: direction) { year in
        (.half(year * 2 + number - 1), year * 2 + number - 1)
      } current: {
        $0.year * 2 + ($0.month - 1) / 6
      }
    case .season(let number, let choice):
      return chosen(choice, direction: direction) { year in
        (.season(year * 4 + number - 1), year * 4 + number - 1)
      } current: {
        $0.year * 4 + ($0.month + 9) % 12 / 3 - ($0.month <= 2 ? 4 : 0)
      }
    case .holiday(let number, let choice):
      return chosen(choice, direction: direction) { year in
        Holidays.date(number, year: year).map { (.day($0), $0.dayNumber) }
      } current: {
        $0.dayNumber
      }
    }
  }

  /// The period of one of three years: the choice of the words, or of the tense, or the nearest.
  ///
  /// `place` gives a year's period and its place on a scale, `current` the publication's place.
  /// Within `sure` places nearness beats the tense ("payable Dec. 15", printed in November):
  /// 90 days, a month and a quarter did best on TimeBank and AQUAINT (value F1 77.5 to 78.8).
  private func chosen(
    _ choice: TimeChoice, sure: Int = 0, direction: () -> TimeDirection,
    place: (Int) -> (CalendarPeriod, Int)?, current: (CalendarDate) -> Int
  ) -> CalendarPeriod? {
    if case .of(let year) = choice { return place(year)?.0 }
    guard let published else { return nil }
    if case .inYear(let steps) = choice { return place(published.year + steps)?.0 }
    if choice == .this { return place(published.year)?.0 }
    let now = current(published)
    let near = (-1...1).compactMap { place(published.year + $0) }
    func before(_ inclusive: Bool) -> CalendarPeriod? {
      near.last { $0.1 < now || (inclusive && $0.1 == now) }?.0
    }
    func after(_ inclusive: Bool) -> CalendarPeriod? {
      near.first { $0.1 > now || (inclusive && $0.1 == now) }?.0
    }
    switch choice {
    case .last, .previous: return before(false)
    case .next, .following: return after(false)
    default: break
    }
    let nearest = near.min { abs($0.1 - now) < abs($1.1 - now) }
    if let nearest, abs(nearest.1 - now) <= sure { return nearest.0 }
    switch direction() {
    case .past: return before(true)
    case .future: return after(true)
    case .unknown: return nearest?.0
    }
  }

  private func weekday(
    _ weekday: Int, _ choice: TimeChoice, direction: () -> TimeDirection
  ) -> CalendarPeriod? {
    guard let published else { return nil }
    func back(_ from: CalendarDate) -> Int { (from.weekday - weekday + 7) % 7 }
    switch choice {
    case .last:
      let days = back(published)
      return .day(published.adding(days: days == 0 ? -7 : -days))
    case .previous:
      let from = reference?.anchor ?? published
      let days = back(from)
      return .day(from.adding(days: days == 0 ? -7 : -days))
    case .next: return .day(published.adding(days: 7 - back(published)))
    case .following:
      let from = reference?.anchor ?? published
      return .day(from.adding(days: 7 - back(from)))
    case .this: return .day(published.adding(days: weekday - published.weekday))
    default:
      let days = back(published)
      return .day(
        published.adding(days: direction() == .future && days > 0 ? 7 - days : -days))
    }
  }

  private func quarterUnderReport(_ choice: TimeChoice) -> CalendarPeriod? {
    let latest = quarter ?? published.map { $0.year * 4 + ($0.month - 1) / 3 - 1 }
    switch choice {
    case .of(let year): return latest.map { .quarter(year * 4 + $0 % 4) } ?? .year(year)
    case .inYear(let steps):
      guard let latest, let published else { return nil }
      return .quarter((published.year + steps) * 4 + latest % 4)
    default: return latest.map { .quarter($0) }
    }
  }
}

/// Days of holidays by year.
enum Holidays {
  /// The day of a holiday of the lexicon, numbered as there; nil where it has no fixed rule.
  static func date(_ number: Int, year: Int) -> CalendarDate? {
    switch number {
    case 1: return CalendarDate(year: year, month: 12, day: 25)
    case 2:
      // The fourth Thursday of November (United States).
      guard let first = CalendarDate(year: year, month: 11, day: 1) else { return nil }
      return first.adding(days: (4 - first.weekday + 7) % 7 + 21)
    case 3: return easter(year)
    case 4: return CalendarDate(year: year, month: 10, day: 31)
    case 5:
      // The Tuesday after the first Monday of November (United States).
      guard let first = CalendarDate(year: year, month: 11, day: 1) else { return nil }
      return first.adding(days: (1 - first.weekday + 7) % 7 + 1)
    case 6:
      guard let first = CalendarDate(year: year, month: 9, day: 1) else { return nil }
      return first.adding(days: (1 - first.weekday + 7) % 7)
    case 7:
      guard let last = CalendarDate(year: year, month: 5, day: 31) else { return nil }
      return last.adding(days: 1 - last.weekday)
    case 8: return CalendarDate(year: year, month: 11, day: 11)
    case 9: return CalendarDate(year: year, month: 12, day: 26)
    default: return nil
    }
  }

  /// Easter Sunday after the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991,
  /// chapter 8).
  private static func easter(_ year: Int) -> CalendarDate? {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)
  }
}
