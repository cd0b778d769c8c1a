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
      if isWord(index, "between"), let range = between(index) { return range }
      return figure(index, bound: .exactly, hedged: false)
    }
    guard var match = figure(at, bound: bound, hedged: true) else { return nil }
    match.start = index
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

  /// Whether the number stands after "from" or "by", so that "to" tells a change and no range.
  private func isChange(_ index: Int) -> Bool {
    if isWord(index - 1, "by") { return true }
    guard isWord(index - 1, "from") else { return false }
    return !["ranging", "ranged", "ranges", "range", "anywhere", "varying", "run", "runs", "vary"]
      .contains(lowered(index - 2))
  }

  /// "3.5 to 4 million": the lower number shares the scale of the upper one.
  private func scaled(_ low: Amount, like high: Amount) -> Double {
    low.factor == 1 && high.factor > 1 && low.value < 1000 ? low.value * high.factor : low.value
  }

  /// The figure that starts at a number.
  private func figure(_ index: Int, bound: Figure.Bound, hedged: Bool) -> FigureMatch? {
    if let age = age(index) { return age }
    if let share = share(index, bound) { return share }
    if let vague = vague(index, bound) { return vague }
    guard !isName(index, hedged: hedged), let amount = amount(index) else { return nil }
    var match = FigureMatch(
      start: index, end: amount.end, low: amount.value, high: amount.value, bound: .exactly,
      unit: amount.unit)
    var isRange = false
    let join = afterMeasure(amount.end)
    let joins = isHyphen(amount.end) || (kind(join) == .to && !isChange(index))
    if joins,
      amount.unit == nil || kind(join) == .to || kind(amount.end + 1) == .currencySign
        || kind(amount.end + 1) == .digits,
      let upper = self.amount(join + 1)
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
    if isRange {
      // "3-5" alone may be a score.
      return match.unit != nil || match.counts != nil || amount.isLarge ? match : nil
    }
    suffixed(&match, bound)
    if match.unit == nil, match.counts == nil, match.end == amount.end,
      countsPeople(index, match.end)
    {
      match.unit = "person"
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
    if !amount.isDigits { return amount.isLarge }
    if amount.isLarge { return true }
    return false
  }

  private func isMeasure(_ unit: String?) -> Bool { unit != nil && unit != "person" }
}
