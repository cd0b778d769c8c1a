import SaysoRecords

/// Parts of a whole, and what a number leaves out because the figure before it has said it.
extension FigureGrammar {
  /// "1,500 of the 12,000", "half of them", "two of whom": the whole of a figure that ends here.
  func part(_ match: inout FigureMatch, _ index: Int) {
    guard match.whole == nil else { return }
    if pronoun(index - 1), kind(index - 2) == .of {
      guard let whole = whole(of: match) else { return }
      match.whole = .before(whole.place)
      take(whole.match, &match)
    } else if kind(index) == .of {
      var at = index + 1
      while kind(at) == .the { at += 1 }
      if pronoun(at), at == index + 1 {
        guard let whole = whole(of: match) else { return }
        match.end = at + 1
        match.whole = .before(whole.place)
        if match.unit == "percent" { match.counts = whole.match.counts }
      } else if at > index + 1, kind(at) == .digits || kind(at) == .cardinal,
        let amount = amount(at), match.unit == "percent" || amount.value > match.low ?? 0
      {
        match.whole = .at(at)
      }
    }
  }

  private func pronoun(_ index: Int) -> Bool {
    isWord(index, "them") || isWord(index, "whom") || isWord(index, "which")
  }

  /// "Of whom 1,500", "including three children", "with 1,500 already there".
  func leadIn(_ match: inout FigureMatch) {
    guard match.whole == nil else { return }
    let at = match.start - 1
    let isOfWhich = pronoun(at) && kind(at - 1) == .of && !isWord(at, "them")
    let isBare = match.counts == nil || match.counts == before.last?.match.counts
    guard isOfWhich || isWord(at, "including") || isWord(at, "with") && isBare else { return }
    guard let whole = whole(of: match), sentence.contains(whole.match.start) else { return }
    guard isOfWhich || match.unit == whole.match.unit || match.counts == nil else { return }
    match.whole = .before(whole.place)
    take(whole.match, &match)
  }

  /// The last figure before a part that counts something and is no smaller.
  private func whole(of part: FigureMatch) -> (match: FigureMatch, place: Int)? {
    before.last {
      guard $0.match.unit == nil || $0.match.unit == "person" || part.unit == $0.match.unit,
        $0.match.counts != nil || $0.match.unit == "person"
      else { return false }
      let most = $0.match.high ?? $0.match.low ?? 0
      return part.unit == "percent" || most >= part.high ?? part.low ?? 0
    }
  }

  private func take(_ whole: FigureMatch, _ match: inout FigureMatch) {
    guard match.unit == nil, match.counts == nil else { return }
    (match.unit, match.counts) = (whole.unit, whole.counts)
  }

  /// "3.9 million headsets, up from 2.4 million": a bare number means what the figure before it in
  /// the sentence counts or measures.
  func leftOut(_ match: inout FigureMatch, _ amount: Amount, from start: Int) {
    // Back over shares, for decimals: "lost 162.31 points, or 2.1%, to end at 7,425.81".
    guard
      let last = before.last(where: { $0.match.unit != "percent" || amount.isWhole })?.match,
      sentence.contains(last.start), last.unit != "percent",
      last.unit != nil || last.counts.map({ isPlural($0.upperBound - 1) }) ?? false
    else { return }
    let isIncluded = isWord(start - 1, "including") && ends(match.end)
    let isJoined =
      (amount.isLarge || !amount.isWhole)
      && (["from", "to", "with", "and", "against", "versus", "than"].contains(lowered(start - 1))
        || kind(start - 1) == .at && !amount.isWhole)
    guard isIncluded || isJoined, ends(match.end) else { return }
    (match.unit, match.counts) = (last.unit, last.counts)
  }

  /// Whether no noun can follow: a mark, a function word, or the end.
  private func ends(_ index: Int) -> Bool {
    if isWord(index, "am") || isWord(index, "pm") { return false }
    switch kind(index) {
    case .mark, .stop, .and, .or, .at, .to, .than, .currencySign: return true
    default: return isTime.indices.contains(index) && isTime[index]
    }
  }

  /// "The death toll rose to 45".
  func isToll(_ index: Int) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let start = max(sentence.lowerBound, index - 6)
    guard (start..<index).contains(where: { isWord($0, "toll") }) else { return false }
    return ["to", "at", "of", "is", "was", "reached", "reaches", "hit", "passed", "topped", "over"]
      .contains(lowered(index - 1)) && ends(index + 1)
  }

  /// Whether the words before a bare number in digits show that it measures something: "an average of
  /// 1500", "fell by 12", "trades at 132.86".
  func isTold(_ amount: Amount, at index: Int) -> Bool {
    guard ends(amount.end), index > sentence.lowerBound else { return false }
    let before = lowered(index - 1)
    let second = lowered(index - 2)
    if before == "of" {
      return ["average", "total", "sum", "maximum", "minimum", "record", "peak", "median"]
        .contains(second) || !amount.isWhole
    }
    if before == "by" || before == "to" {
      return FigureGrammar.changes.contains(second) || !amount.isWhole
    }
    return !amount.isWhole && ["at", "from", "is", "was", "around"].contains(before)
  }
}
