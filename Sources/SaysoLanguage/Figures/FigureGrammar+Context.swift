import SaysoRecords

/// What the words around a number say of it: a name, a mark, a count of people.
extension FigureGrammar {
  /// "killing 12", "at least 200 died", "40 were wounded": people without a noun.
  func countsPeople(_ start: Int, _ end: Int) -> Bool {
    if FigureGrammar.fates.contains(lowered(end)) { return true }
    if isWord(end, "were") || isWord(end, "was") || isWord(end, "are") {
      return kind(end + 1) == .bare || FigureGrammar.sufferings.contains(lowered(end + 1))
    }
    if isWord(end, "have") || isWord(end, "had"), isWord(end + 1, "been") {
      return kind(end + 2) == .bare || FigureGrammar.sufferings.contains(lowered(end + 2))
    }
    let before = lowered(start - 1)
    return (kind(end) == .mark || kind(end) == .and || kind(end) == .stop)
      && ["killing", "wounding", "injuring", "killed", "wounded", "injured"].contains(before)
  }

  private static let fates: Set<String> = ["died", "perished", "drowned", "fled", "survived"]
  private static let sufferings: Set<String> = [
    "arrested", "detained", "hospitalised", "hospitalized", "evacuated", "rescued", "captured",
    "hurt", "trapped", "sentenced", "kidnapped", "abducted", "freed",
  ]

  /// Whether the number at a token is part of a name or a mark: "Boeing 737", "F-16", "(1)", "1.".
  func isName(_ index: Int, hedged: Bool) -> Bool {
    guard kind(index) == .digits || kind(index) == .cardinal else { return false }
    // "5G".
    if kind(index + 1) == .capital, numbers.touches(index + 1),
      numbers.tokens[index + 1].length == 1, !isWord(index + 1, "m"), !isLetterUnit(index + 1)
    {
      return true
    }
    if hedged { return false }
    if numbers.touches(index), index > sentence.lowerBound {
      let before = kind(index - 1)
      if before == .hyphen, index - 1 > sentence.lowerBound,
        numbers.touches(index - 1) || kind(index - 2) == .capital
      {
        return true
      }
      let byte = numbers.bytes[numbers.tokens[index - 1].end - 1]
      if byte == 0x28, numbers.bytes.count > numbers.tokens[index].end,
        numbers.bytes[numbers.tokens[index].end] == 0x29
      {
        return numbers.tokens[index].length <= 2
      }
      if byte == 0x23 || byte == 0x2F { return true }
    }
    if kind(index - 1) == .numbered { return true }
    if kind(index - 1) == .no, numbers.bytes[numbers.tokens[index - 1].end - 1] == 0x2E {
      return true
    }
    if index == sentence.lowerBound, kind(index + 1) == .mark, numbers.touches(index + 1) {
      return numbers.tokens[index].length <= 2
    }
    // "Euro 2020", "Kherson 12": a short number after a name, unless it counts something.
    if kind(index - 1) == .capital, kind(index) == .digits, numbers.digits(index) ?? 0 < 100_000,
      index - 1 > sentence.lowerBound
    {
      return !isCountable(index + 1)
    }
    return false
  }

  /// Whether what follows a number shows that it counts.
  private func isCountable(_ index: Int) -> Bool {
    switch kind(index) {
    case .percent, .unit, .currencyWord, .person, .cardinal, .square, .bare, .compare: true
    case .word: isPlural(index) || isPlural(index + 1)
    default: false
    }
  }
}
