import SaysoRecords

/// A stretch of the calendar: a day, a week, a month and so on up to a century.
enum CalendarPeriod: Hashable, Sendable {
  case day(CalendarDate)
  /// A week or weekend, by a day in it.
  case week(CalendarDate)
  case weekend(CalendarDate)
  /// Months, quarters, halves counted from year 0.
  case month(Int)
  case quarter(Int)
  case half(Int)
  /// Seasons counted from year 0: spring, summer, autumn, winter. Winter is that of the year in
  /// which it ends only by the words of the text ("the winter of 1994" is 1994-WI).
  case season(Int)
  case year(Int)
  /// 198 is the 1980s.
  case decade(Int)
  /// 19 is the 20th century.
  case century(Int)

  /// The period of a unit that a day lies in; nil for units shorter than a day and for "period".
  init?(_ unit: TimeUnit, holding date: CalendarDate) {
    switch unit {
    case .second, .minute, .hour, .period, .millennium: return nil
    case .day: self = .day(date)
    case .weekend: self = .weekend(date)
    case .week: self = .week(date)
    case .month: self = .month(date.year * 12 + date.month - 1)
    case .quarter: self = .quarter(date.year * 4 + (date.month - 1) / 3)
    case .half: self = .half(date.year * 2 + (date.month - 1) / 6)
    case .season: self = .season(date.year * 4 + (date.month + 9) % 12 / 3)
    case .year: self = .year(date.year)
    case .decade: self = .decade(date.year / 10)
    case .century: self = .century(date.year / 100)
    }
  }

  /// The period `steps` further on.
  func advanced(by steps: Int) -> CalendarPeriod {
    switch self {
    case .day(let date): .day(date.adding(days: steps))
    case .week(let date): .week(date.adding(days: steps * 7))
    case .weekend(let date): .weekend(date.adding(days: steps * 7))
    case .month(let index): .month(index + steps)
    case .quarter(let index): .quarter(index + steps)
    case .half(let index): .half(index + steps)
    case .season(let index): .season(index + steps)
    case .year(let year): .year(year + steps)
    case .decade(let decade): .decade(decade + steps)
    case .century(let century): .century(century + steps)
    }
  }

  /// The same stretch `years` later.
  func adding(years: Int) -> CalendarPeriod {
    switch self {
    case .day(let date): .day(date.adding(months: years * 12))
    case .week(let date): .week(date.adding(days: years * 364))
    case .weekend(let date): .weekend(date.adding(days: years * 364))
    case .month: advanced(by: years * 12)
    case .quarter, .season: advanced(by: years * 4)
    case .half: advanced(by: years * 2)
    case .year: advanced(by: years)
    case .decade: advanced(by: years / 10)
    case .century: advanced(by: years / 100)
    }
  }

  /// The year that it lies in, the first one of longer periods.
  var year: Int {
    switch self {
    case .day(let date), .week(let date), .weekend(let date): date.year
    case .month(let index): index / 12
    case .quarter(let index), .season(let index): index / 4
    case .half(let index): index / 2
    case .year(let year): year
    case .decade(let decade): decade * 10
    case .century(let century): century * 100
    }
  }

  /// A day in it, near its start; nil for years out of range.
  var anchor: CalendarDate? {
    switch self {
    case .day(let date), .week(let date), .weekend(let date): date
    case .month(let index): CalendarDate(year: year, month: index % 12 + 1, day: 1)
    case .quarter(let index): CalendarDate(year: year, month: index % 4 * 3 + 1, day: 1)
    case .half(let index): CalendarDate(year: year, month: index % 2 * 6 + 1, day: 1)
    case .season(let index): CalendarDate(year: year, month: min(12, index % 4 * 3 + 4), day: 1)
    case .year, .decade, .century: CalendarDate(year: max(1, year), month: 1, day: 1)
    }
  }

  /// The period of a unit that holds this one's anchor.
  func period(_ unit: TimeUnit) -> CalendarPeriod? {
    anchor.flatMap { CalendarPeriod(unit, holding: $0) }
  }

  /// TIMEX3 value: `2024-10-25`, `2024-W43`, `2024-W43-WE`, `2024-Q3`, `2024-H1`, `2024-SU`, `199`.
  var value: String {
    switch self {
    case .day(let date): return date.iso
    case .week(let date): return CalendarPeriod.week(of: date)
    case .weekend(let date): return CalendarPeriod.week(of: date) + "-WE"
    case .month(let index): return padded(year, 4) + "-" + padded(index % 12 + 1, 2)
    case .quarter(let index): return padded(year, 4) + "-Q\(index % 4 + 1)"
    case .half(let index): return padded(year, 4) + "-H\(index % 2 + 1)"
    case .season(let index):
      return padded(year, 4) + "-" + CalendarPeriod.seasons[index % 4]
    case .year: return padded(year, 4)
    case .decade(let decade): return padded(decade, 3)
    case .century(let century): return padded(century, 2)
    }
  }

  /// The letters of the seasons from spring on.
  static let seasons = ["SP", "SU", "FA", "WI"]

  private static func week(of date: CalendarDate) -> String {
    let (year, week) = date.isoWeek
    return padded(year, 4) + "-W" + padded(week, 2)
  }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
