import SaysoRecords

/// Expressions that begin with "the", and the business reporter's "year-ago".
extension TimeGrammar {
  /// What may follow "the": every family again, and what needs it.
  func afterThe(_ index: Int) -> TimeMatch? {
    let at = index + 1
    switch kind(at) {
    case .last, .next, .past, .previous, .following, .coming, .current, .latest, .recent, .that:
      return pointing(at, from: index, the: true)
    case .ordinal:
      if kind(at + 1) == .of, var date = dayFirst(at) {
        date.start = index
        return date
      }
      if let match = ordinal(at, from: index) { return match }
      return countedAfterThe(at + 1, from: index)
    case .digits, .cardinal, .vague, .couple: return countedAfterThe(at, from: index)
    case .decade: return TimeMatch(index, at + 1, .date, .fixed(.decade(number(at))))
    case .season: return seasonOfYear(at, from: index)
    case .fiscal: return fiscal(at, from: index)
    case .year: return periodOfYear(at, from: index)
    case .unit: return theUnit(at, from: index)
    case .future: return TimeMatch(index, at + 1, .date, .literal("FUTURE_REF"))
    case .partOfDay: return thePart(at, from: index)
    case .units where kind(at + 1) == .ahead:
      return TimeMatch(index, at + 2, .date, .literal("FUTURE_REF"))
    case .adjective where kind(at + 1) == .unit && number(at + 1) == TimeUnit.year.rawValue:
      return TimeMatch(index, at + 2, .date, .step(.year, 0))
    default:
      // "the near future", "the foreseeable future".
      if kind(at) == .other, kind(at + 1) == .future {
        return TimeMatch(index, at + 2, .date, .literal("FUTURE_REF"))
      }
      return nil
    }
  }

  /// "the nine months", "the first two years": a length.
  private func countedAfterThe(_ index: Int, from start: Int) -> TimeMatch? {
    guard let length = quantity(index), length.kind == .duration else { return nil }
    return TimeMatch(start, length.end, .duration, length.meaning)
  }

  /// "the 1988 second quarter", "the 1988 quarter"; "the 1996 election" leaves the year alone.
  private func periodOfYear(_ index: Int, from start: Int) -> TimeMatch? {
    let year = TimeChoice.of(number(index))
    if kind(index + 1) == .ordinal { return ordinal(index + 1, from: start, in: year) }
    guard kind(index + 1) == .unit else { return nil }
    switch TimeUnit(rawValue: number(index + 1)) {
    case .quarter?, .period?:
      return TimeMatch(start, index + 2, .date, .quarterUnderReport(year))
    default: return nil
    }
  }

  /// "the year 2000", "the year-earlier quarter", "the quarter", "the weekend", "the week of May 3".
  private func theUnit(_ index: Int, from start: Int) -> TimeMatch? {
    guard let unit = TimeUnit(rawValue: number(index)) else { return nil }
    if unit == .year {
      if kind(index + 1) == .year {
        return TimeMatch(start, index + 2, .date, .fixed(.year(number(index + 1))))
      }
      if let year = spokenOrRound(index + 1) {
        return TimeMatch(start, year.end, .date, year.meaning)
      }
    }
    if let match = yearAgo(index, from: start) { return match }
    if kind(index + 1) == .of, unit == .week || unit == .month || unit == .weekend,
      let inner = core(index + 2), inner.kind == .date
    {
      return TimeMatch(start, inner.end, .date, .holding(unit, inner.meaning))
    }
    switch unit {
    case .day where [.earlier, .later].contains(kind(start - 2)):
      return TimeMatch(start, index + 1, .date, .stepFromReference(.day, 0))
    case .year where isEnded(index + 1), .month where isEnded(index + 1):
      return TimeMatch(start, index + 1, .duration, .literal(duration(1, unit)))
    case .year where isBefore(index + 1), .month where isBefore(index + 1),
      .week where isBefore(index + 1), .day where isBefore(index + 1):
      return TimeMatch(start, index + 2, .date, .stepFromReference(unit, -1))
    case .quarter:
      if [.a, .of, .hyphen].contains(kind(index + 1)) { return nil }
      return TimeMatch(start, index + 1, .date, .quarterUnderReport(.nearest))
    case .weekend, .week, .month, .year:
      if kind(index + 1) == .other, isLowerWord(index + 1), unit != .weekend,
        !numbers.isWord(index - 1, sentence.upperBound, "of")
      {
        return [.preposition, .deadline].contains(kind(index - 1))
          ? TimeMatch(start, index + 1, .date, .step(unit, 0)) : nil
      }
      if kind(index + 1) == .hyphen || kind(index + 1) == .ahead { return nil }
      return TimeMatch(start, index + 1, .date, unit == .weekend ? .theWeekend : .step(unit, 0))
    default: return nil
    }
  }

  /// "the year ended March 31".
  private func isEnded(_ index: Int) -> Bool {
    numbers.isWord(index, sentence.upperBound, "ended")
      || numbers.isWord(index, sentence.upperBound, "ending")
  }

  /// "the year before" at the end of a clause.
  private func isBefore(_ index: Int) -> Bool {
    kind(index) == .before && !isWord(index + 1)
  }

  private func isWord(_ index: Int) -> Bool {
    sentence.contains(index) && (numbers.first(index) | 0x20) &- 97 < 26
  }

  /// "the year two thousand".
  private func spokenOrRound(_ index: Int) -> TimeMatch? {
    if let year = spokenYear(index) { return year }
    guard kind(index) == .cardinal,
      let value = numbers.number(at: index, limit: sentence.upperBound),
      (1900...2100).contains(value.value)
    else { return nil }
    return TimeMatch(index, value.end, .date, .fixed(.year(Int(value.value))))
  }

  /// "year-ago", "the year-earlier period", "the year-ago third quarter".
  func yearAgo(_ index: Int, from start: Int) -> TimeMatch? {
    guard kind(index) == .unit, number(index) == TimeUnit.year.rawValue, isHyphen(index + 1),
      kind(index + 2) == .ago || kind(index + 2) == .earlier
    else { return nil }
    let at = index + 3
    if kind(at) == .ordinal, let quarter = ordinal(at, from: start, in: .inYear(-1)) {
      return quarter
    }
    if kind(at) == .unit, start < index {
      return TimeMatch(start, at + 1, .date, .comparable(-1))
    }
    if start < index, let length = quantity(at), length.kind == .duration {
      return TimeMatch(start, length.end, .duration, length.meaning)
    }
    return TimeMatch(start < index ? index : start, at, .date, .comparable(-1))
  }

  /// "the morning", "the night of October 5".
  private func thePart(_ index: Int, from start: Int) -> TimeMatch? {
    if kind(index + 1) == .of || kind(index + 1) == .after, let date = core(index + 2),
      isDay(date.meaning)
    {
      return TimeMatch(start, date.end, .time, date.meaning, clock: part(number(index)))
    }
    guard
      kind(start - 1) == .preposition || kind(start - 1) == .deadline || kind(start - 1) == .early
    else { return nil }
    return TimeMatch(
      start, index + 1, .time, .stepFromReference(.day, 0), clock: part(number(index)))
  }
}
