import SaysoRecords

/// A number with its scale and currency.
struct Amount {
  var value: Double
  var end: Int
  /// ISO 4217 code, when a sign or a code stands before.
  var unit: String?
  /// What "million" and the like multiply by; 1 without.
  var factor: Double
  var isDigits: Bool
  /// Written with a comma between thousands or a word of scale.
  var isLarge: Bool
  var isWhole: Bool
}

/// Amounts, vague plurals, shares and ages.
extension FigureGrammar {
  /// "1,500", "$3.5 billion", "€20m", "US$300", "twenty-three", "half a million", "two dozen",
  /// "one and a half million".
  func amount(_ index: Int) -> Amount? {
    switch kind(index) {
    case .currencySign:
      var unit = sign(index)
      var at = index + 1
      if kind(at) == .capital, numbers.touches(at), numbers.touches(at + 1) {
        // "$US160 million".
        guard let code = FigureLexicon.dollars[lowered(at)] else { return nil }
        unit = code
        at += 1
      }
      // "$-50.8bn".
      let isNegative = isHyphen(at) && numbers.touches(at + 1)
      guard var amount = plain(isNegative ? at + 1 : at) else { return nil }
      amount.unit = unit
      moneyScale(&amount)
      if isNegative { amount.value = -amount.value }
      return amount
    case .capital, .word:
      // "US$300", "HK $5.4m": the letters belong to the sign.
      guard kind(index + 1) == .currencySign,
        numbers.touches(index + 1) || kind(index) == .capital && numbers.tokens[index].length > 1,
        let code = FigureLexicon.dollars[lowered(index)], var amount = plain(index + 2)
      else { return nil }
      amount.unit = code
      moneyScale(&amount)
      return amount
    case .currencyCode:
      guard var amount = plain(index + 1), kind(index + 1) == .digits else { return nil }
      amount.unit = FigureLexicon.currencies[Int(words[index].number)].code
      moneyScale(&amount)
      return amount
    default: return plain(index)
    }
  }

  private func plain(_ index: Int) -> Amount? {
    let limit = sentence.upperBound
    if kind(index) == .half, kind(index + 1) == .a {
      // "half a million", "half a dozen".
      if kind(index + 2) == .dozen { return dozens(0.5, index + 3) }
      if let scale = scale(index + 2) {
        return Amount(
          value: scale / 2, end: index + 3, factor: scale, isDigits: false, isLarge: true,
          isWhole: true)
      }
      return nil
    }
    if kind(index) == .a {
      if kind(index + 1) == .dozen { return dozens(1, index + 2) }
      guard let scale = scale(index + 1) else { return nil }
      return Amount(
        value: scale, end: index + 2, factor: scale, isDigits: false, isLarge: true, isWhole: true)
    }
    guard kind(index) == .digits || kind(index) == .cardinal,
      let number = numbers.number(at: index, limit: limit)
    else { return nil }
    var amount = Amount(
      value: number.value, end: number.end, factor: 1, isDigits: number.hasDigits,
      isLarge: number.isScaled || hasComma(index), isWhole: number.value == number.value.rounded())
    if number.isScaled, let scale = scale(number.end - 1) { amount.factor = scale }
    if kind(number.end) == .dozen { return dozens(number.value, number.end + 1) }
    // "one and a half million".
    if kind(number.end) == .and, kind(number.end + 1) == .a, kind(number.end + 2) == .half {
      amount.value += 0.5
      amount.end = number.end + 3
      if let scale = scale(amount.end) {
        amount.value *= scale
        amount.factor = scale
        amount.end += 1
        amount.isLarge = true
      }
    }
    return amount
  }

  private func dozens(_ count: Double, _ end: Int) -> Amount {
    Amount(
      value: count * 12, end: end, factor: 12, isDigits: false, isLarge: true, isWhole: true)
  }

  private func scale(_ index: Int) -> Double? {
    if isWord(index, "hundred") { return 100 }
    if isWord(index, "thousand") { return 1e3 }
    if isWord(index, "million") { return 1e6 }
    if isWord(index, "billion") { return 1e9 }
    if isWord(index, "trillion") { return 1e12 }
    return nil
  }

  /// "$20m", "€3bn", "£5k": after a currency one letter is a scale.
  private func moneyScale(_ amount: inout Amount) {
    guard numbers.touches(amount.end), sentence.contains(amount.end) else { return }
    let scale: Double =
      if isWord(amount.end, "m") { 1e6 } else if isWord(amount.end, "b") {
        1e9
      } else if isWord(
        amount.end, "t")
      { 1e12 } else { 1 }
    guard scale > 1 else { return }
    amount.value *= scale
    amount.factor = scale
    amount.end += 1
    amount.isLarge = true
  }

  private func hasComma(_ index: Int) -> Bool {
    let span = numbers.tokens[index]
    return numbers.bytes[span.start..<span.end].contains(0x2C)
  }

  func lowered(_ index: Int) -> String {
    guard sentence.contains(index) else { return "" }
    let span = numbers.tokens[index]
    return String(
      decoding: numbers.bytes[span.start..<span.end].map { $0 &- 65 < 26 ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  private func sign(_ index: Int) -> String? {
    let span = numbers.tokens[index]
    return FigureLexicon.currency(sign: numbers.bytes[span.start..<span.end])
  }

  /// "dozens of containers", "tens of thousands", "a few hundred", "several dozen ships".
  ///
  /// A bare plural means at least one of its unit (dozens 12, thousands 1000) and no upper end, "a few
  /// hundred" at least two.
  func vague(_ index: Int, _ bound: Figure.Bound) -> FigureMatch? {
    var value: Double
    var end: Int
    if kind(index) == .vague {
      value = Double(words[index].number)
      end = index + 1
      if kind(end) == .of, kind(end + 1) == .vague {
        value *= Double(words[end + 1].number)
        end += 2
      } else if isWord(index, "tens") || isWord(index, "scores") && kind(end) != .of {
        return nil
      }
    } else {
      let at = kind(index) == .a ? index + 1 : index
      guard kind(at) == .few || (isWord(at, "few") && at > index) || isWord(at, "many") else {
        return nil
      }
      if kind(at + 1) == .dozen {
        value = 24
      } else if let scale = scale(at + 1) {
        value = scale * 2
      } else if kind(at + 1) == .vague {
        value = Double(words[at + 1].number) * 2
      } else {
        return nil
      }
      end = at + 2
    }
    var match = FigureMatch(
      start: index, end: end, low: value, high: nil, bound: .atLeast, unit: nil)
    measure(&match)
    if match.counts == nil, match.unit == nil, countsPeople(index, match.end) {
      match.unit = "person"
    }
    return match
  }

  /// "15 percent" is a measure; here are "a third", "two-thirds of voters", "half of the town".
  ///
  /// A share is given in percent of the whole, rounded to two places.
  func share(_ index: Int, _ bound: Figure.Bound) -> FigureMatch? {
    var above = 1.0
    var at = index
    if kind(index) == .half {
      guard kind(index + 1) == .of || kind(index + 1) == .the else { return nil }
      return shareMatch(index, index + 1, 50, bound)
    }
    if kind(index) == .a || isWord(index, "one") {
      at += 1
    } else if kind(index) == .cardinal, let number = numbers.number(at: index, limit: index + 1) {
      above = number.value
      at += 1
    } else {
      return nil
    }
    if isHyphen(at) { at += 1 }
    guard kind(at) == .fraction, above < Double(words[at].number) else { return nil }
    // "a third man" is an ordinal, "a third of" a share, "by a third." too.
    guard kind(at + 1) == .of || (kind(at + 1) == .mark && words[at].number == 3) else {
      return nil
    }
    let value = (above / Double(words[at].number) * 10_000).rounded() / 100
    return shareMatch(index, at + 1, value, bound)
  }

  private func shareMatch(
    _ start: Int, _ end: Int, _ value: Double, _ bound: Figure.Bound
  ) -> FigureMatch {
    var match = FigureMatch(
      start: start, end: end, low: value, high: value, bound: .exactly, unit: "percent")
    match.counts = whole(end)
    apply(bound, &match)
    part(&match, end)
    return match
  }

  /// "34-year-old", "34 years old", "aged 34", "Mira Lind, 34, said": figures of unit "year".
  func age(_ index: Int) -> FigureMatch? {
    if kind(index) == .aged, isWord(index, "aged"), let number = years(index + 1) {
      return FigureMatch(
        start: index, end: number.end, low: number.value, high: number.value, bound: .exactly,
        unit: "year")
    }
    guard kind(index) == .digits || kind(index) == .cardinal,
      let number = numbers.number(at: index, limit: sentence.upperBound)
    else { return nil }
    var at = number.end
    if number.value <= 130, isComma(at), isComma(index - 1), kind(index - 2) == .capital,
      number.hasDigits,
      (10...110).contains(number.value), kind(at + 1) != .digits, kind(at + 1) != .capital
    {
      return FigureMatch(
        start: index, end: at, low: number.value, high: number.value, bound: .exactly, unit: "year")
    }
    let hyphen = isHyphen(at)
    if hyphen { at += 1 }
    guard isWord(at, "year") || isWord(at, "years") else { return nil }
    at += 1
    if isHyphen(at) { at += 1 }
    guard isWord(at, "old") || isWord(at, "olds") else { return nil }
    return FigureMatch(
      start: index, end: at + 1, low: number.value, high: number.value, bound: .exactly,
      unit: "year")
  }

  private func isComma(_ index: Int) -> Bool {
    sentence.contains(index) && numbers.isMark(index, sentence.upperBound, 0x2C)
  }

  private func years(_ index: Int) -> WrittenNumber? {
    guard kind(index) == .digits || kind(index) == .cardinal,
      let number = numbers.number(at: index, limit: sentence.upperBound), number.value <= 130
    else { return nil }
    return number
  }
}
