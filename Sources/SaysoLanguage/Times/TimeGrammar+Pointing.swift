import SaysoRecords

/// Expressions that point from the publication or from the time last spoken of.
extension TimeGrammar {
  /// "last week", "this coming Sunday, March 8", "the past two months", "these days", "that year".
  func pointing(_ index: Int, from start: Int, the: Bool) -> TimeMatch? {
    let pointer = kind(index)
    var at = index + 1
    if pointer == .this, [.coming, .past, .last, .current].contains(kind(at)) { at += 1 }
    if pointer == .that, kind(at) == .that { at += 1 }
    if [.this, .last, .next, .past, .coming].contains(pointer), kind(at) == .adjective,
      kind(at + 1) == .unit || kind(at + 1) == .units
    {
      at += 1
    }
    switch kind(at) {
    case .weekday, .month, .season, .holiday:
      return pointedName(at, choice(pointer, the: the), from: start)
    case .partOfDay: return pointedPart(at, pointer, the: the, from: start)
    case .fiscal where pointer != .past:
      guard kind(at + 1) == .unit else { return nil }
      return pointedUnit(at + 1, pointer, the: the, from: start)
    case .unit: return pointedUnit(at, pointer, the: the, from: start)
    case .units: return pointedUnits(at, pointer, from: start)
    case .decade where pointer == .last || pointer == .past: return nil
    case .ordinal where pointer != .that: return ordinal(at, from: start)
    case .half where pointer == .last:
      guard let (choice, end) = yearAfter(at + 1) else { return nil }
      return TimeMatch(start, end, .date, .half(2, choice))
    case .digits, .cardinal, .vague, .couple, .year:
      guard pointer != .that, pointer != .recent, let length = quantity(at),
        length.kind == .duration
      else { return nil }
      return TimeMatch(start, length.end, .duration, length.meaning)
    default: break
    }
    if pointer == .current {
      return the ? nil : TimeMatch(start, at, .date, .literal("PRESENT_REF"))
    }
    if pointer == .recent, !the { return TimeMatch(start, at, .date, .literal("PAST_REF")) }
    // "in the past", "the past," but not "the past chairman" or "past the post".
    if pointer == .past, the,
      kind(at) != .other || !isLowerWord(at) || numbers.isWord(index - 2, sentence.upperBound, "in")
    {
      return TimeMatch(start, at, .date, .literal("PAST_REF"))
    }
    return nil
  }

  func isLowerWord(_ index: Int) -> Bool {
    sentence.contains(index) && numbers.first(index) &- 97 < 26
  }

  private func choice(_ pointer: TimeClass, the: Bool) -> TimeChoice {
    switch pointer {
    case .last, .past: .last
    case .next, .coming: .next
    case .previous: .previous
    case .following: .following
    case .that: .nearest
    default: .this
    }
  }

  /// "last Friday", "this coming Sunday, March eighth", "next May", "last fall".
  private func pointedName(_ index: Int, _ choice: TimeChoice, from start: Int) -> TimeMatch? {
    switch kind(index) {
    case .weekday:
      if let date = dateAfterWeekday(index + 1, from: start) { return date }
      return TimeMatch(start, index + 1, .date, .weekday(number(index), choice))
    case .month:
      guard let named = month(index) else {
        return TimeMatch(start, index + 1, .date, .month(number(index), choice))
      }
      var match = named
      match.start = start
      if case .month(let month, .nearest) = named.meaning { match.meaning = .month(month, choice) }
      if case .monthDay(let month, let day, .nearest) = named.meaning {
        match.meaning = .monthDay(month, day, choice)
      }
      return match
    case .season: return TimeMatch(start, index + 1, .date, .season(number(index), choice))
    default: return holiday(index, choice, from: start)
    }
  }

  /// "this morning", "last night", "the next morning", "that evening".
  private func pointedPart(
    _ index: Int, _ pointer: TimeClass, the: Bool, from start: Int
  ) -> TimeMatch? {
    let meaning: TimeMeaning
    switch pointer {
    case .this, .current: meaning = .step(.day, 0)
    case .last: meaning = .step(.day, -1)
    case .next where !the: meaning = .step(.day, 1)
    case .next, .following: meaning = .stepFromReference(.day, 1)
    case .previous: meaning = .stepFromReference(.day, -1)
    case .that: meaning = .stepFromReference(.day, 0)
    default: return nil
    }
    return TimeMatch(start, index + 1, .time, meaning, clock: part(number(index)))
  }

  /// "last week", "the previous year", "this year's third quarter", "the latest quarter".
  private func pointedUnit(
    _ index: Int, _ pointer: TimeClass, the: Bool, from start: Int
  ) -> TimeMatch? {
    guard let unit = TimeUnit(rawValue: number(index)), unit.rawValue >= TimeUnit.day.rawValue,
      isLowerWord(index)
    else { return nil }
    let steps: Int? =
      switch pointer {
      case .this, .current: 0
      case .last, .past: -1
      case .next, .coming: 1
      default: nil
      }
    if unit == .period {
      guard pointer == .latest else { return nil }
      return TimeMatch(start, index + 1, .date, .quarterUnderReport(.nearest))
    }
    if let steps {
      // "this year's third quarter", "last year's quarter".
      if unit == .year, kind(index + 1) == .possessive {
        if kind(index + 2) == .ordinal,
          let match = ordinal(index + 2, from: start, in: .inYear(steps))
        {
          return match
        }
        if kind(index + 2) == .unit, number(index + 2) == TimeUnit.quarter.rawValue {
          return TimeMatch(start, index + 3, .date, .quarterUnderReport(.inYear(steps)))
        }
      }
      if the, pointer == .next, unit == .day {
        return TimeMatch(start, index + 1, .date, .stepFromReference(unit, 1))
      }
      return orSo(TimeMatch(start, index + 1, .date, .step(unit, steps)))
    }
    switch pointer {
    case .latest where unit == .quarter:
      return TimeMatch(start, index + 1, .date, .quarterUnderReport(.nearest))
    case .latest: return TimeMatch(start, index + 1, .date, .step(unit, -1))
    case .previous: return TimeMatch(start, index + 1, .date, .stepFromReference(unit, -1))
    case .following: return TimeMatch(start, index + 1, .date, .stepFromReference(unit, 1))
    case .that: return TimeMatch(start, index + 1, .date, .stepFromReference(unit, 0))
    default: return nil
    }
  }

  /// "recent years", "the coming months", "these days", "past years".
  private func pointedUnits(_ index: Int, _ pointer: TimeClass, from start: Int) -> TimeMatch? {
    var end = index + 1
    if kind(end) == .and || kind(end) == .or, kind(end + 1) == .units { end += 2 }
    let value: String
    switch pointer {
    case .recent, .past, .last, .previous: value = "PAST_REF"
    case .coming, .next, .following: value = "FUTURE_REF"
    case .this where number(index) == TimeUnit.day.rawValue: value = "PRESENT_REF"
    default: return nil
    }
    return TimeMatch(start, end, .date, .literal(value))
  }

  /// "or so" after a length or a unit belongs to it.
  func orSo(_ match: TimeMatch) -> TimeMatch {
    guard kind(match.end) == .or, kind(match.end + 1) == .so else { return match }
    var match = match
    match.end += 2
    return match
  }

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

  /// "the morning", "the night of Oct. 5".
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
