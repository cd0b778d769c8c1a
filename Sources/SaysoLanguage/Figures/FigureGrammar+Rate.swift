import SaysoRecords

/// Rates, multiples and numbers below nought.
extension FigureGrammar {
  /// "$52 a barrel", "325,000 barrels per day": the unit goes on with " per " and what it is told by.
  func rate(_ match: inout FigureMatch) {
    guard match.unit != nil || match.counts != nil else { return }
    let isPer = isWord(match.end, "per") && !isWord(match.end + 1, "cent")
    guard isPer || isWord(match.end, "a") || isWord(match.end, "an") else { return }
    let noun = lowered(match.end + 1)
    guard FigureLexicon.rates.contains(noun) || isPer && isWord(match.end + 1, "capita") else {
      return
    }
    if !isPer {
      // "40 soldiers a day earlier" is a time.
      guard !["earlier", "later", "ago", "after", "before", "old"].contains(lowered(match.end + 2))
      else { return }
    }
    match.unit = (match.unit.map { $0 + " " } ?? "") + "per " + noun
    match.end += 2
  }

  /// "6.5 times earnings", "10-fold": the factor.
  func times(_ match: inout FigureMatch) -> Bool {
    if isHyphen(match.end), isWord(match.end + 1, "fold") {
      match.end += 2
    } else if isLowerWord(match.end, "times") {
      match.end += 1
    } else {
      return false
    }
    match.unit = "times"
    return true
  }

  private func isLowerWord(_ index: Int, _ word: StaticString) -> Bool {
    isWord(index, word) && numbers.bytes[numbers.tokens[index].start] >= 97
  }

  /// "sixfold", "twice as many", "double the number".
  func fold(_ index: Int) -> FigureMatch? {
    let isBare = ["twice", "double", "triple", "treble", "quadruple"].contains(lowered(index))
    // "twice as many", "twice as large as".
    let isCompared =
      kind(index + 1) == .as && (kind(index + 2) == .many || kind(index + 3) == .as)
    guard !isBare || isCompared || kind(index + 1) == .the || isWord(index + 1, "that") else {
      return nil
    }
    let value = Double(words[index].number)
    return FigureMatch(
      start: index, end: index + 1, low: value, high: value, bound: .exactly, unit: "times")
  }

  /// "minus 20 degrees", "-1.3%": a measure below nought.
  func negative(_ index: Int) -> FigureMatch? {
    let isWritten = isWord(index, "minus")
    guard isWritten || numbers.touches(index + 1) && !numbers.touches(index) else { return nil }
    let at = isWritten && isHyphen(index + 1) ? index + 2 : index + 1
    guard let amount = amount(at), amount.isDigits else { return nil }
    var match = FigureMatch(
      start: index, end: amount.end, low: -amount.value, high: -amount.value, bound: .exactly,
      unit: amount.unit)
    measure(&match)
    return match.unit == nil || match.unit == "person" ? nil : match
  }

  /// Words that tell of a change in what is measured.
  static let changes: Set<String> = Set(
    ("rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing "
      + "increase increases increased increasing decrease decreases decreased decreasing decline "
      + "declines declined declining drop drops dropped dropping climb climbs climbed climbing jump "
      + "jumps jumped go goes went gone going up down soar soared plunge plunged slump slumped slide "
      + "slid cut cuts cutting raise raises raised raising lower lowers lowered reduce reduces "
      + "reduced widen widened narrow narrowed shrink shrank shrunk expand expanded change changed "
      + "move moved improve improved slash slashed swell swelled swollen revise revised surge surged "
      + "upgraded downgraded advance advanced gain gained lose lost slip slipped ease eased")
      .split(separator: " ").map(String.init))
}
