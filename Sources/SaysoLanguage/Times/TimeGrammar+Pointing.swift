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
}
