import SaysoRecords

/// Times of the day.
extension TimeGrammar {
  /// Clock times with what follows them.
  ///
  /// "7:15 p.m.", "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon Thursday", "1500 GMT",
  /// "4 in the morning".
  func clockTime(_ index: Int) -> TimeMatch? {
    guard var (minutes, end) = minutes(index) else { return nil }
    if kind(end) == .zone { end += 1 }
    if numbers.isWord(end, sentence.upperBound, "local"),
      numbers.isWord(end + 1, sentence.upperBound, "time")
    {
      end += 2
    }
    var meaning = TimeMeaning.step(.day, 0)
    var at = end
    if kind(at) == .comma { at += 1 }
    if kind(at) == .preposition, numbers.isWord(at, sentence.upperBound, "on") { at += 1 }
    if let date = dateOfClock(at) {
      meaning = date.meaning
      end = date.end
    }
    minutes = min(minutes, 1440)
    let clock = "T" + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    return TimeMatch(index, end, .time, meaning, clock: clock)
  }

  private func dateOfClock(_ index: Int) -> TimeMatch? {
    switch kind(index) {
    case .weekday, .month, .day, .digits, .ordinal, .this:
      guard kind(index) == .this ? kind(index + 1) == .partOfDay : true else { return nil }
      let date: TimeMatch? =
        switch kind(index) {
        case .weekday: weekday(index)
        case .month: month(index)
        case .day: TimeMatch(index, index + 1, .date, .step(.day, number(index)))
        case .digits, .ordinal: dayFirst(index)
        default: nil
        }
      return date.flatMap { isDay($0.meaning) ? $0 : nil }
    default: return nil
    }
  }

  /// Minutes after midnight, and the token after them.
  private func minutes(_ index: Int) -> (Int, Int)? {
    switch kind(index) {
    case .noon:
      guard isLowerWord(index) || index == sentence.lowerBound else { return nil }
      return (number(index), index + 1)
    case .clock:
      let value = number(index)
      if kind(index + 1) == .meridiem {
        guard value / 60 <= 12 else { return nil }
        return (value % 720 + number(index + 1) * 60, index + 2)
      }
      // Without "p.m." a clock time needs a word of time, else it may be a score.
      let follows = [.preposition, .deadline, .at, .nearly, .to, .before, .after, .and].contains(
        kind(index - 1))
      return follows || kind(index + 1) == .zone
        || numbers.isWord(index + 1, sentence.upperBound, "local")
        ? (value, index + 1) : nil
    case .digits, .cardinal, .year:
      let value = number(index)
      if kind(index + 1) == .meridiem, (1...12).contains(value) {
        return (value % 12 * 60 + number(index + 1) * 60, index + 2)
      }
      if kind(index + 1) == .zone, numbers.tokens[index].length == 4, value >= 0, value < 2400,
        value % 100 < 60
      {
        return (value / 100 * 60 + value % 100, index + 1)
      }
      // "4 in the morning".
      if (1...12).contains(value), numbers.isWord(index + 1, sentence.upperBound, "in"),
        kind(index + 2) == .the, kind(index + 3) == .partOfDay
      {
        return (value % 12 * 60 + (number(index + 3) == 1 ? 0 : 720), index + 4)
      }
      if (1...12).contains(value), numbers.isWord(index + 1, sentence.upperBound, "o'clock") {
        return (value * 60, index + 2)
      }
      return nil
    default: return nil
    }
  }

  /// "mid-afternoon yesterday", "mornings" and bare "night" are left alone but before a day.
  func partOfDay(_ index: Int) -> TimeMatch? {
    let at = kind(index + 1) == .of ? index + 2 : index + 1
    switch kind(at) {
    case .day, .weekday, .month:
      guard numbers.bytes[numbers.tokens[index].start] >= 97, let date = dateOfClock(at) else {
        return nil
      }
      return TimeMatch(index, date.end, .time, date.meaning, clock: part(number(index)))
    default:
      guard numbers.tokens[index].length > 10 || kind(index - 1) == .early else { return nil }
      return TimeMatch(
        index, index + 1, .time, .stepFromReference(.day, 0), clock: part(number(index)))
    }
  }
}
