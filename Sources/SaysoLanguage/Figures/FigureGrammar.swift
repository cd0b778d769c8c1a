import SaysoRecords

/// An amount with what measures it, its ends in tokens.
struct FigureMatch {
  var start: Int
  var end: Int
  var low: Double?
  var high: Double?
  var bound: Figure.Bound
  var unit: String?
  /// The tokens that name what is counted.
  var counts: Range<Int>?
  /// What the figure is a part of.
  var whole: Whole?

  /// Where the whole of a part stands.
  enum Whole {
    /// Before it, at a place in the list of figures ("12,000 troops, with 1,500 of them here").
    case before(Int)
    /// At a token after it ("1,500 of the 12,000").
    case at(Int)
  }
}

/// The grammar of English expressions of quantity over the classes of ``FigureClass``.
///
/// Precision comes first: numbers that are names, scores, list marks, ordinals, bare years and the
/// word "one" without a unit are left out.
struct FigureGrammar {
  let words: [FigureWord]
  let numbers: NumberReader
  /// Whether a token belongs to an expression of time.
  let isTime: [Bool]
  /// The sentence, in tokens.
  var sentence: Range<Int>
  /// The figures before, of this sentence and the one before it: their places in the list.
  var before: [(match: FigureMatch, place: Int)] = []

  init(words: [FigureWord], numbers: NumberReader, isTime: [Bool]) {
    self.words = words
    self.numbers = numbers
    self.isTime = isTime
    self.sentence = 0..<0
  }

  /// The class of a token; a mark outside of the sentence and inside a time.
  func kind(_ index: Int) -> FigureClass {
    sentence.contains(index) && !isTime[index] ? words[index].kind : .mark
  }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    sentence.contains(index) && numbers.isWord(index, sentence.upperBound, word)
  }

  /// Whether a hyphen or en dash without spaces stands at a token.
  func isHyphen(_ index: Int) -> Bool {
    kind(index) == .hyphen && numbers.touches(index)
  }

  /// The figure that starts at a token, hedge and all.
  func match(at index: Int) -> FigureMatch? {
    guard let (bound, at) = hedge(index) else {
      switch kind(index) {
      case .between: return between(index) ?? figure(index, from: index, bound: .exactly)
      case .fold: return fold(index)
      case .minus, .hyphen: return negative(index)
      default: return figure(index, from: index, bound: .exactly)
      }
    }
    if kind(at) == .fold { return hedged(fold(at), index, bound) }
    if kind(at) == .minus { return hedged(negative(at), index, bound) }
    return figure(at, from: index, bound: bound)
  }

  private func hedged(
    _ match: FigureMatch?, _ start: Int, _ bound: Figure.Bound
  ) -> FigureMatch? {
    guard var match else { return nil }
    match.start = start
    apply(bound, &match)
    return match
  }

  /// The bound that words before a number give, and the token after them.
  private func hedge(_ index: Int) -> (Figure.Bound, Int)? {
    switch kind(index) {
    case .about:
      // "about half", "some 300"; "some of" is none.
      let at = kind(index + 1) == .about ? index + 2 : index + 1
      return (.about, at)
    case .close where kind(index + 1) == .to: return (.about, index + 2)
    case .a where isWord(index + 1, "estimated"): return (.about, index + 2)
    case .a where isWord(index + 1, "maximum") && kind(index + 2) == .of: return (.upTo, index + 3)
    case .a where isWord(index + 1, "minimum") && kind(index + 2) == .of:
      return (.atLeast, index + 3)
    case .over: return (.atLeast, index + 1)
    case .under: return (.upTo, index + 1)
    case .up where kind(index + 1) == .to: return (.upTo, index + 2)
    case .compare where kind(index + 1) == .than:
      return (words[index].number == 1 ? .atLeast : .upTo, index + 2)
    case .at where kind(index + 1) == .least: return (.atLeast, index + 2)
    case .at where kind(index + 1) == .most: return (.upTo, index + 2)
    case .at where kind(index + 1) == .the && kind(index + 2) == .most: return (.upTo, index + 3)
    case .no where kind(index + 1) == .compare && kind(index + 2) == .than:
      return (words[index + 1].number == 1 ? .upTo : .atLeast, index + 3)
    case .as where kind(index + 1) == .many && kind(index + 2) == .as:
      return (isWord(index + 1, "few") || isWord(index + 1, "little") ? .atLeast : .upTo, index + 3)
    default: return nil
    }
  }

  /// "between 10,000 and 12,000 soldiers".
  private func between(_ index: Int) -> FigureMatch? {
    guard let low = amount(index + 1), case let join = afterMeasure(low.end), kind(join) == .and,
      let high = amount(join + 1),
      low.value < high.value || high.factor > 1
    else { return nil }
    var match = FigureMatch(
      start: index, end: high.end, low: scaled(low, like: high), high: high.value, bound: .range,
      unit: high.unit ?? low.unit)
    guard match.low ?? 0 < high.value else { return nil }
    measure(&match)
    return match
  }

  /// The token after a measure that the lower end repeats: "5% to 10%", "15 km to 20 km".
  private func afterMeasure(_ index: Int) -> Int {
    switch kind(index) {
    case .percent, .unit: index + 1
    case .stop where isWord(index, "per") && isWord(index + 1, "cent"): index + 2
    default: index
    }
  }

  /// Whether "to" between two numbers tells a change and no range.
  ///
  /// "By 5 to 10" is a change unless the two lie near each other ("by 1 to 1.5 degrees"); "from 5 to
  /// 10" is one after a word of change ("rose from 5 to 10").
  private func isChange(_ index: Int, _ low: Amount, _ high: Amount) -> Bool {
    if isWord(index - 1, "by") {
      return low.unit != nil || high.value > scaled(low, like: high) * 2.5
    }
    guard isWord(index - 1, "from") else { return false }
    return (max(sentence.lowerBound, index - 6)..<index - 1).contains {
      FigureGrammar.changes.contains(lowered($0))
    }
  }

  /// Whether the upper end repeats the measure of the lower one ("5% to 10%"), as it must: "9.4
  /// percent to $84" are two figures.
  private func agree(_ low: Amount, _ join: Int, _ high: Amount) -> Bool {
    guard join > low.end else {
      return low.unit == nil || high.unit == nil || low.unit == high.unit
    }
    let next = isHyphen(high.end) ? high.end + 1 : high.end
    return high.unit == nil && (kind(next) == kind(low.end) || kind(low.end) == .stop)
      && (kind(low.end) != .stop || isWord(next, "per"))
  }

  /// "3.5 to 4 million": the lower number shares the scale of the upper one.
  private func scaled(_ low: Amount, like high: Amount) -> Double {
    low.factor == 1 && high.factor > 1 && low.value < 1000 ? low.value * high.factor : low.value
  }

  /// The figure that starts at a number.
  private func figure(_ index: Int, from start: Int, bound: Figure.Bound) -> FigureMatch? {
    let hedged = index > start
    if let age = age(index) { return age }
    if var match = share(index, bound) ?? vague(index, bound) {
      match.start = start
      return match
    }
    guard !isName(index, hedged: hedged), let amount = amount(index) else { return nil }
    var match = FigureMatch(
      start: start, end: amount.end, low: amount.value, high: amount.value, bound: .exactly,
      unit: amount.unit)
    var isRange = false
    let join = afterMeasure(amount.end)
    if kind(amount.end) == .or, amount.unit == nil, let upper = self.amount(amount.end + 1),
      upper.value == amount.value + 1, upper.unit == nil
    {
      // "three or four years".
      match.high = upper.value
      match.end = upper.end
      match.bound = .range
      isRange = true
    } else if isHyphen(amount.end) || kind(join) == .to,
      amount.unit == nil || kind(join) == .to || kind(amount.end + 1) == .currencySign
        || kind(amount.end + 1) == .digits,
      let upper = self.amount(join + 1),
      kind(join) != .to || !isChange(index, amount, upper) && agree(amount, join, upper)
    {
      let low = scaled(amount, like: upper)
      if low < upper.value {
        match.low = low
        match.high = upper.value
        match.end = upper.end
        match.unit = upper.unit ?? amount.unit
        match.bound = .range
        isRange = true
      } else if kind(amount.end) == .hyphen {
        return nil
      }
    }
    measure(&match)
    rate(&match)
    if isRange {
      // "3-5" alone may be a score.
      return match.unit != nil || match.counts != nil || amount.isLarge ? match : nil
    }
    suffixed(&match, bound)
    if match.unit == nil, match.counts == nil, match.end == amount.end {
      if countsPeople(index, match.end) || isToll(index) { match.unit = "person" }
    }
    part(&match, match.end)
    if match.unit == nil, match.counts == nil, match.end == amount.end {
      leftOut(&match, amount, from: start)
    }
    guard isFigure(match, amount, at: index, hedged: hedged || match.bound != .exactly) else {
      return nil
    }
    return match
  }

  /// Applies the bound, or one that follows the number ("60 or more", "500-odd").
  private func suffixed(_ match: inout FigureMatch, _ bound: Figure.Bound) {
    var bound = bound
    if kind(match.end) == .or, bound == .exactly {
      if kind(match.end + 1) == .so {
        bound = .about
        match.end += 2
      } else if kind(match.end + 1) == .compare {
        bound = words[match.end + 1].number == 1 ? .atLeast : .upTo
        match.end += 2
      }
    }
    apply(bound, &match)
  }

  /// Sets low and high as a bound says.
  func apply(_ bound: Figure.Bound, _ match: inout FigureMatch) {
    guard match.bound != .range, match.bound != .atLeast || bound != .exactly else { return }
    match.bound = bound
    switch bound {
    case .atLeast: match.high = nil
    case .upTo:
      match.high = match.high ?? match.low
      match.low = nil
    default: break
    }
  }

  /// Whether an amount with what was found around it is meant as a quantity.
  private func isFigure(_ match: FigureMatch, _ amount: Amount, at index: Int, hedged: Bool) -> Bool
  {
    if amount.unit != nil || match.unit != nil || match.counts != nil {
      // "one man" is a determiner; "one kilometre" and "at least one man" are quantities.
      if amount.value == 1, !amount.isDigits, !hedged { return isMeasure(match.unit) }
      return true
    }
    if match.end > amount.end { return amount.value != 1 || amount.isDigits }
    if hedged { return amount.value > 1 || amount.isDigits }
    if match.whole != nil { return true }
    return amount.isLarge || amount.isDigits && isTold(amount, at: index)
  }

  private func isMeasure(_ unit: String?) -> Bool { unit != nil && unit != "person" }
}
