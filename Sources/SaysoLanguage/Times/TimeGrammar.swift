import SaysoRecords

/// The grammar of English expressions of time over the classes of ``TimeClass``.
///
/// Each rule is a function from a token to the match that starts there; the rules are grouped by
/// family in extensions: calendar, pointing, quantity, clock. Extents follow the TimeML annotation
/// guidelines 1.2.1 (Saurí et al. 2006): determiners and modifiers belong to an expression,
/// prepositions and the possessive do not.
struct TimeGrammar {
  let words: [TimeWord]
  let numbers: NumberReader
  /// The sentence, in tokens.
  var sentence: Range<Int>

  init(words: [TimeWord], numbers: NumberReader) {
    self.words = words
    self.numbers = numbers
    self.sentence = 0..<0
  }

  /// The class of a token; `.other` outside of the sentence.
  func kind(_ index: Int) -> TimeClass {
    sentence.contains(index) ? words[index].kind : .other
  }

  /// The value of a token's class.
  func number(_ index: Int) -> Int { Int(words[index].number) }

  /// Whether nothing but a hyphen without spaces stands at a token.
  func isHyphen(_ index: Int) -> Bool { kind(index) == .hyphen && numbers.touches(index) }

  /// The longest match that starts at a token.
  func match(at index: Int) -> TimeMatch? {
    switch kind(index) {
    case .other, .comma, .hyphen, .slash, .possessive, .meridiem, .zone, .preposition, .deadline,
      .and, .or,
      .to, .so, .of, .than, .least, .hence, .before, .after, .ago, .adjective, .old,
      .futureCue, .pastCue, .ahead, .pronoun:
      return nil
    case .nearly, .compare, .at, .up, .no, .over: return approximate(index)
    default: return modified(index) ?? core(index)
    }
  }

  /// "nearly two years", "more than four hours", "at least 30 days", "around seven o'clock".
  private func approximate(_ index: Int) -> TimeMatch? {
    guard let next = endOfApproximator(index) else { return nil }
    var match = quantity(next) ?? clockTime(next)
    if match == nil {
      switch kind(next) {
      case .month, .decade, .every, .setAdverb: match = core(next)
      case .unit: match = bareUnit(next)
      default: return nil
      }
    }
    if kind(index) == .over, kind(next) == .vague { return nil }
    match?.start = index
    return match
  }

  private func endOfApproximator(_ index: Int) -> Int? {
    switch (kind(index), kind(index + 1), kind(index + 2)) {
    case (.compare, .than, _), (.at, .least, _), (.up, .to, _): index + 2
    case (.no, .compare, .than): index + 3
    case (.nearly, _, _), (.over, _, _): index + 1
    default: nil
    }
  }

  /// "early next year", "the late 1970s", "mid-1996", "the end of the month", "earlier this week".
  private func modified(_ index: Int) -> TimeMatch? {
    var at = kind(index) == .the ? index + 1 : index
    switch kind(at) {
    case .early:
      at += 1
      if isHyphen(at) { at += 1 }
      if kind(at) == .preposition, kind(at + 1) == .the { return nil }
    case .earlier, .later:
      at += 1
      if kind(at) == .preposition, kind(at + 1) == .the { at += 1 }
      switch kind(at) {
      case .this, .that, .the, .last, .next, .day, .weekday, .year, .month: break
      default: return nil
      }
    case .edge, .mid:
      guard kind(at + 1) == .of else { return nil }
      at += 2
    default: return nil
    }
    guard var match = core(at), match.kind == .date || match.kind == .time || kind(index) != .early
    else { return nil }
    if match.kind == .duration || match.kind == .set { return nil }
    match.start = index
    return match
  }

  /// A time without modifiers.
  func core(_ index: Int) -> TimeMatch? {
    let match: TimeMatch? =
      switch kind(index) {
      case .isoDate, .slashDate: numericDate(index)
      case .month: month(index)
      case .weekday: weekday(index)
      case .decade where kind(index - 1) == .pronoun: nil
      case .decade: TimeMatch(index, index + 1, .date, .fixed(.decade(number(index))))
      case .holiday: holiday(index, .nearest, from: index)
      case .year: clockTime(index) ?? quantity(index) ?? year(index)
      case .digits, .cardinal:
        clockTime(index) ?? dayFirst(index) ?? spokenYear(index) ?? quantity(index)
      case .ordinal: dayFirst(index) ?? ordinal(index, from: index)
      case .clock, .noon: clockTime(index)
      case .the: withoutArticle(afterThe(index))
      case .a: withoutArticle(quantity(index))
      case .vague, .couple, .half: quantity(index)
      case .this, .that, .last, .next, .past, .previous, .following, .coming, .current, .latest,
        .recent:
        pointing(index, from: index, the: false)
      case .day: TimeMatch(index, index + 1, .date, .step(.day, number(index)))
      case .night: TimeMatch(index, index + 1, .time, .step(.day, 0), clock: "TNI")
      case .present, .pastAdverb, .futureAdverb: adverb(index)
      case .setAdverb: setAdverb(index)
      case .every, .per: every(index)
      case .once: nil
      case .season: seasonOfYear(index, from: index)
      case .partOfDay: partOfDay(index)
      case .fiscal: fiscal(index, from: index)
      case .unit: bareUnit(index)
      case .units: bareUnits(index)
      default: nil
      }
    return match.map(withPartOfDay)
  }

  /// A hyphenated modifier leaves the article to its noun: "the [two-week] crisis".
  private func withoutArticle(_ match: TimeMatch?) -> TimeMatch? {
    guard var match, isHyphen(match.start + 2), kind(match.end) != .units,
      match.end - match.start >= 4, kind(match.start + 1) != .unit,
      kind(match.start + 1) != .fiscal
    else { return match }
    switch match.meaning {
    case .literal where match.kind == .duration, .quarter:
      match.start += 1
      return match
    default: return match
    }
  }

  /// "Friday morning", "yesterday afternoon", "May 7 at night".
  private func withPartOfDay(_ match: TimeMatch) -> TimeMatch {
    guard match.kind == .date, match.clock == nil, kind(match.end) == .partOfDay,
      isDay(match.meaning)
    else { return match }
    return TimeMatch(
      match.start, match.end + 1, .time, match.meaning, clock: part(number(match.end)))
  }

  /// Whether a meaning is a day, so that a time of day can be joined to it.
  func isDay(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .weekday, .monthDay, .holiday, .fixed(.day), .step(.day, _), .stepFromReference(.day, _):
      true
    default: false
    }
  }

  /// The letters of a part of the day.
  func part(_ number: Int) -> String {
    switch number {
    case 1: "TMO"
    case 2: "TAF"
    case 3: "TEV"
    case 5: "TDT"
    default: "TNI"
    }
  }

  private func adverb(_ index: Int) -> TimeMatch? {
    switch kind(index) {
    case .present: TimeMatch(index, index + 1, .date, .literal("PRESENT_REF"))
    case .pastAdverb: TimeMatch(index, index + 1, .date, .literal("PAST_REF"))
    default: TimeMatch(index, index + 1, .date, .literal("FUTURE_REF"))
    }
  }
}
