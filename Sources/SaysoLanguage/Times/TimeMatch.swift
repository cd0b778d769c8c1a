/// Which one of the many days, months or years of a name is meant.
enum TimeChoice: Hashable, Sendable {
  /// The one that tense and nearness speak for.
  case nearest
  case last, this, next
  /// The one before or after the time that was last spoken of.
  case previous, following
  /// In a year: stated, or so many years from the publication.
  case of(Int)
  case inYear(Int)
}

/// What an expression of time means before it is set against a calendar.
indirect enum TimeMeaning: Hashable, Sendable {
  /// A value that needs no calendar: a duration, a set, `PRESENT_REF`.
  case literal(String)
  case fixed(CalendarPeriod)
  case weekday(Int, TimeChoice)
  case monthDay(Int, Int, TimeChoice)
  case month(Int, TimeChoice)
  /// Quarters and halves from 1, seasons from spring 1.
  case quarter(Int, TimeChoice)
  case half(Int, TimeChoice)
  case season(Int, TimeChoice)
  case holiday(Int, TimeChoice)
  /// "the weekend": the last one, unless the tense says otherwise.
  case theWeekend
  /// So many units from the publication, or from the time last spoken of.
  case step(TimeUnit, Int)
  case stepFromReference(TimeUnit, Int)
  /// The same stretch as the quarter or year under report, so many years away.
  case comparable(Int)
  /// The quarter under report, of a year where one is stated.
  case quarterUnderReport(TimeChoice)
  /// The unit that holds another time ("the week of March 6").
  case holding(TimeUnit, TimeMeaning)
}

/// An expression of time that the grammar found, its ends in tokens.
struct TimeMatch: Sendable {
  var start: Int
  var end: Int
  var kind: Kind
  var meaning: TimeMeaning
  /// What follows the day in the value: "TMO", "T19:15".
  var clock: String?

  /// The TIMEX3 types.
  enum Kind: Sendable { case date, time, duration, set }

  init(_ start: Int, _ end: Int, _ kind: Kind, _ meaning: TimeMeaning, clock: String? = nil) {
    self.start = start
    self.end = end
    self.kind = kind
    self.meaning = meaning
    self.clock = clock
  }
}
