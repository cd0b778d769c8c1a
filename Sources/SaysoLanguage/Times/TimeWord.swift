/// What a token can be in an expression of time.
enum TimeClass: UInt8, Sendable {
  case other, comma, hyphen, slash, possessive
  /// Cardinal: digits (`number` is the value, -1 when it is no small whole number) or a word.
  case digits, cardinal
  /// Four digits that can be a year; "1990s", "'90s", "nineties"; "19th", "third".
  case year, decade, ordinal
  /// "7:15" (`number` in minutes); 2024-10-29; 10/29/2024.
  case clock, isoDate, slashDate
  case month, weekday, season, holiday, partOfDay, meridiem, zone
  /// A unit in the singular, and in the plural.
  case unit, units
  case the, a, this, that, pronoun
  /// Words that point: `number` is the step from the reference.
  case last, next, past, previous, following, coming, current, latest, recent
  /// "few", "several": no number; "couple".
  case vague, couple
  case ago, earlier, later, before, after, hence
  case early, mid, edge, of, preposition, deadline, and, or, to, so, ahead
  case every, per, once
  /// "nearly"; "more" and "less"; "than", "at", "least", "up", "no", "over".
  case nearly, compare, than, at, least, up, no, over
  /// Whole expressions: "today" (`number` days away), "now", "recently", "soon", "daily".
  case day, night, present, pastAdverb, futureAdverb, setAdverb
  case fiscal, half, old, noon, future, adjective
  /// Auxiliaries and the like that show which way a bare weekday or month points.
  case futureCue, pastCue
}

/// Units of the calendar and the clock, coarser ones later.
enum TimeUnit: Int, Sendable {
  case second, minute, hour, day, weekend, week, month, season, quarter, half, year, decade
  case century, millennium, period

  /// The letters of a TIMEX3 duration, and how many of that unit one of these is.
  var duration: (prefix: String, factor: Int, letter: String) {
    switch self {
    case .second: ("PT", 1, "S")
    case .minute: ("PT", 1, "M")
    case .hour: ("PT", 1, "H")
    case .day: ("P", 1, "D")
    case .weekend: ("P", 1, "WE")
    case .week: ("P", 1, "W")
    case .month: ("P", 1, "M")
    case .season: ("P", 3, "M")
    case .quarter: ("P", 1, "Q")
    case .half: ("P", 6, "M")
    case .year: ("P", 1, "Y")
    case .decade: ("P", 10, "Y")
    case .century: ("P", 100, "Y")
    case .millennium: ("P", 1000, "Y")
    case .period: ("P", 1, "X")
    }
  }
}

/// One token as the grammar of times sees it.
struct TimeWord: Sendable {
  let kind: TimeClass
  let number: Int32

  init(_ kind: TimeClass, _ number: Int = 0) {
    self.kind = kind
    self.number = Int32(truncatingIfNeeded: number)
  }
}
