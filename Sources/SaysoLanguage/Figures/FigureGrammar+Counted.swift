import SaysoRecords

/// What follows a number: its unit and what it counts.
extension FigureGrammar {
  /// Longest noun phrase that is taken for what is counted, in tokens.
  private static let reach = 5

  /// Reads unit and counted noun after the number of a match and moves its end past them.
  func measure(_ match: inout FigureMatch) {
    if match.unit != nil {
      match.counts = nil
      return
    }
    var at = match.end
    if isMark(at, 0x2B) { at += 1; match.end = at; match.bound = .atLeast; match.high = nil }
    let hyphen = isHyphen(at)
    let next = hyphen ? at + 1 : at
    if hyphen, kind(next) == .strong {
      if isWord(next, "plus") { match.bound = .atLeast; match.high = nil }
      if isWord(next, "odd") { match.bound = .about }
      strong(&match, after: next + 1, people: isWord(next, "strong"))
      return
    }
    if times(&match) || unit(&match, next, hyphen: hyphen) { return }
    if adjective(&match, next) || hyphen { return }
    if kind(at) == .of {
      of(&match, at)
      return
    }
    // "20 more soldiers", "12 others", "35 dead".
    if kind(at) == .compare, isWord(at, "more") {
      at += 1
      if kind(at) == .than { return }
    }
    while isWord(at, "other") || isWord(at, "such") { at += 1 }
    guard let (range, isPerson) = nounPhrase(at) else {
      if kind(at) == .bare {
        match.counts = at..<at + 1
        match.unit = "person"
        match.end = at + 1
      } else if kind(at) == .capital, numbers.tokens[at].length <= 4, isDecimal(match.end - 1),
        numbers.bytes[numbers.tokens[at].start..<numbers.tokens[at].end]
          .allSatisfy({ $0 &- 65 < 26 })
      {
        // "0.5 WAR": capitals after a decimal are a unit, whatever it is.
        match.counts = at..<at + 1
        match.end = at + 1
      }
      return
    }
    match.end = range.upperBound
    if kind(range.upperBound - 1) == .currencyWord {
      // "10 New Zealand dollars".
      let code = FigureLexicon.currencies[Int(words[range.upperBound - 1].number)].code
      let adjective = lowered(range.upperBound - 2)
      match.unit = code == "USD" ? FigureLexicon.dollars[adjective] ?? code : code
      return
    }
    match.counts = range
    match.unit = isPerson ? "person" : nil
  }

  private func isDecimal(_ index: Int) -> Bool {
    let span = numbers.tokens[index]
    return kind(index) == .digits && numbers.bytes[span.start..<span.end].contains(0x2E)
  }

  private func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    sentence.contains(index) && numbers.isMark(index, sentence.upperBound, byte)
      && numbers.touches(index)
  }

  /// "12-member panel", "a 12 page document": the number and its noun in the singular.
  private func adjective(_ match: inout FigureMatch, _ index: Int) -> Bool {
    guard kind(match.end - 1) == .digits, FigureLexicon.adjectival.contains(lowered(index)),
      isHyphen(match.end) || kind(index + 1) == .word || kind(index + 1) == .person
    else { return false }
    match.counts = index..<index + 1
    match.end = index + 1
    if ["man", "woman", "person"].contains(lowered(index)) { match.unit = "person" }
    return true
  }

  /// A unit of one letter that touches its number, or stands apart as a capital ("5 W").
  func isLetterUnit(_ index: Int) -> Bool {
    guard sentence.contains(index), numbers.tokens[index].length == 1,
      FigureLexicon.unit(letter: numbers.first(index)) != nil
    else { return false }
    return numbers.touches(index) || ["W", "V"].contains(UnicodeScalar(numbers.first(index)))
  }

  /// "1,500-strong contingent".
  private func strong(_ match: inout FigureMatch, after index: Int, people: Bool) {
    match.end = index
    if people { match.unit = "person" }
    guard let (range, isPerson) = nounPhrase(index, singular: true) else { return }
    match.counts = range
    match.end = range.upperBound
    if isPerson { match.unit = "person" }
  }

  /// A unit of measure, percent or currency at a token.
  private func unit(_ match: inout FigureMatch, _ index: Int, hyphen: Bool) -> Bool {
    switch kind(index) {
    case .percent:
      percent(&match, index)
      return true
    case .stop where isWord(index, "per") && isWord(index + 1, "cent"):
      percent(&match, index + 1)
      return true
    case .currencyWord:
      let code = FigureLexicon.currencies[Int(words[index].number)].code
      // "won" and the like are words too: a scale must stand before.
      if code == "KRW" || code == "ZAR" || code == "RON", !followsScale(index) { return false }
      match.unit = code
      match.end = index + 1
      return true
    case .currencyCode:
      match.unit = FigureLexicon.currencies[Int(words[index].number)].code
      match.end = index + 1
      return true
    case .unit:
      var name = FigureLexicon.units[Int(words[index].number)].name
      if name == "pound", followsScale(index) || isWord(index + 1, "sterling") { name = "GBP" }
      if name == "nautical mile" || name == "milliwatt", isCapital(index) { name = "newton metre" }
      match.unit = name
      match.end = isWord(index + 1, "sterling") ? index + 2 : index + 1
      if name == "pound", isHyphen(match.end),
        ["ft", "foot", "feet"].contains(lowered(match.end + 1))
      {
        match.unit = "pound-foot"
        match.end += 2
        return true
      }
      if isWord(match.end, "per") && isWord(match.end + 1, "hour") {
        match.unit = name + " per hour"
        match.end += 2
      } else if isMark(match.end, 0x2F), isWord(match.end + 1, "h") || isWord(match.end + 1, "hr") {
        match.unit = name + " per hour"
        match.end += 2
      } else if name == "degree", isWord(match.end, "celsius") || isWord(match.end, "fahrenheit") {
        match.unit = isWord(match.end, "celsius") ? "degree Celsius" : "degree Fahrenheit"
        match.end += 1
      } else if kind(match.end) == .of, name != "cent" {
        match.counts = whole(match.end)
      }
      return true
    case .square where isWord(index + 1, "m"):
      match.unit = words[index].number == 0 ? "square metre" : "cubic metre"
      match.end = index + 2
      return true
    case .square where kind(index + 1) == .unit:
      let name = FigureLexicon.units[Int(words[index + 1].number)].name
      match.unit = (words[index].number == 0 ? "square " : "cubic ") + name
      match.end = index + 2
      return true
    case .word, .capital:
      // "m" after a number: metres, unless it counts ("50m people").
      if isWord(index, "m"), numbers.touches(index) {
        if let (range, isPerson) = nounPhrase(index + 1) {
          scale(&match, 1e6)
          match.counts = range
          match.end = range.upperBound
          match.unit = isPerson ? "person" : nil
        } else if kind(index + 1) == .unit {
          scale(&match, 1e6)
          return unit(&match, index + 1, hyphen: false)
        } else if kind(index + 1) == .word, !isDimension(index + 1) {
          scale(&match, 1e6)
          match.end = index + 1
        } else {
          match.unit = "metre"
          match.end = index + 1
        }
        return true
      }
      if isLetterUnit(index) {
        let values = ["480", "720", "1080", "1440", "2160"]
        guard !values.contains(lowered(index - 1)) else { return false }
        match.unit = FigureLexicon.unit(letter: numbers.first(index))
        match.end = index + 1
        return true
      }
      // "10 million Canadian dollars".
      if kind(index + 1) == .currencyWord,
        FigureLexicon.currencies[Int(words[index + 1].number)].code == "USD",
        let code = FigureLexicon.dollars[lowered(index)]
      {
        match.unit = code
        match.end = index + 2
        return true
      }
      return false
    case .mark where numbers.tokens.indices.contains(index) && sentence.contains(index):
      // "30°C".
      let span = numbers.tokens[index]
      guard span.length == 2, numbers.bytes[span.start] == 0xC2,
        numbers.bytes[span.start + 1] == 0xB0
      else { return false }
      // A bare degree sign is a place on the map more often than a temperature.
      guard isWord(index + 1, "c") || isWord(index + 1, "f") else { return false }
      match.unit = isWord(index + 1, "c") ? "degree Celsius" : "degree Fahrenheit"
      match.end = index + 2
      return true
    default: return false
    }
  }

  private func isDimension(_ index: Int) -> Bool {
    ["high", "long", "wide", "tall", "deep", "thick", "apart", "race"].contains(lowered(index))
  }

  private func scale(_ match: inout FigureMatch, _ factor: Double) {
    match.low = match.low.map { $0 * factor }
    match.high = match.high.map { $0 * factor }
  }

  private func followsScale(_ index: Int) -> Bool {
    ["million", "billion", "trillion", "thousand", "bn", "mn"].contains(lowered(index - 1))
  }

  private func percent(_ match: inout FigureMatch, _ index: Int) {
    match.unit = "percent"
    match.end = index + 1
    if isWord(index + 1, "point") || isWord(index + 1, "points") {
      match.unit = "percentage point"
      match.end += 1
    }
    if kind(match.end) == .of { match.counts = whole(match.end) }
  }

  /// What stands after "of" or before a share's noun: "15 percent [of the population]".
  func whole(_ index: Int) -> Range<Int>? {
    var at = kind(index) == .of ? index + 1 : index
    while kind(at) == .the { at += 1 }
    return nounPhrase(at, singular: true)?.0
  }

  /// "10 of them", "20 of the soldiers", "thousands of containers".
  private func of(_ match: inout FigureMatch, _ index: Int) {
    var at = index + 1
    while kind(at) == .the { at += 1 }
    if isWord(at, "them") || isWord(at, "us") || isWord(at, "whom") || isWord(at, "which") {
      match.end = at + 1
      return
    }
    // "1,500 of the 12,000": the whole is a figure of its own.
    if at > index + 1, kind(at) == .digits || kind(at) == .cardinal { return }
    if kind(at) == .currencyWord {
      match.unit = FigureLexicon.currencies[Int(words[at].number)].code
      match.end = at + 1
      return
    }
    guard
      let (range, isPerson) = nounPhrase(
        at, singular: match.bound == .atLeast, possessor: true)
    else { return }
    match.counts = range
    match.end = range.upperBound
    match.unit = isPerson ? "person" : nil
  }

  /// The noun phrase at a token, and whether its head names people.
  ///
  /// It runs up to its first plural noun in lower case, a person noun, or, where `singular` allows
  /// it, to the last word before a function word. Without tags a verb in "-s" after a singular noun
  /// may be taken for the head.
  func nounPhrase(
    _ index: Int, singular: Bool = false, possessor: Bool = false
  ) -> (Range<Int>, Bool)? {
    var at = index
    while at < index + FigureGrammar.reach {
      switch kind(at) {
      case .person:
        // "Japanese soldiers", "police officers": a later head wins.
        if kind(at + 1) == .person { break }
        if kind(at + 1) == .word, isPlural(at + 1), isCapital(at) || isWord(at, "police") {
          return (index..<at + 2, false)
        }
        return (index..<at + 1, true)
      case .word:
        // "three times" multiplies.
        if isWord(at, "times") { return nil }
        if isPlural(at) {
          if kind(at + 1) == .person { break }
          return (index..<at + 1, false)
        }
        if at > index, isVerbForm(at), singular { return (index..<at, false) }
      case .capital:
        // "of the territory ISIL held": a name after a noun begins a clause.
        if singular, at > index, kind(at - 1) == .word { return (index..<at, false) }
      case .stop where isHyphen(at - 1): break
      // "two of Harl's deputies".
      case .stop where possessor && at > index && numbers.touches(at): break
      case .and where at > index && joins(at): break
      case .bare where at == index || !singular: break
      case .hyphen where at > index && numbers.touches(at): break
      case .half, .strong, .numbered, .close, .fold, .square, .unit, .fraction, .under,
        .currencyWord:
        if isPlural(at), at > index || kind(at) != .unit { return (index..<at + 1, false) }
        if kind(at) == .unit || kind(at) == .under { return stopped(index, at, singular) }
      default: return stopped(index, at, singular)
      }
      at += 1
    }
    return nil
  }

  private func stopped(_ start: Int, _ end: Int, _ singular: Bool) -> (Range<Int>, Bool)? {
    guard end > start else { return nil }
    // A name in the plural heads a phrase: "12 Americans", "four Bradleys".
    if kind(end - 1) == .capital, isPlural(end - 1) || singular {
      let span = numbers.tokens[end - 1]
      return (
        start..<end,
        numbers.bytes[max(span.start, span.end - 3)..<span.end]
          .elementsEqual("ans".utf8)
      )
    }
    return singular ? (start..<end, false) : nil
  }

  /// Whether "and" joins two words before one plural ("Kia and Hyundai vehicles").
  private func joins(_ index: Int) -> Bool {
    guard kind(index - 1) == .word || kind(index - 1) == .capital, !isPlural(index - 1) else {
      return false
    }
    func isWordPart(_ index: Int) -> Bool { kind(index) == .word || kind(index) == .capital }
    func isHead(_ index: Int) -> Bool {
      kind(index) == .person || kind(index) == .word && isPlural(index)
    }
    return isHead(index + 1) || isWordPart(index + 1) && isHead(index + 2)
  }

  private func isCapital(_ index: Int) -> Bool {
    numbers.bytes[numbers.tokens[index].start] &- 65 < 26
  }

  /// "armed", "fighting": after a noun these begin a clause.
  private func isVerbForm(_ index: Int) -> Bool {
    let span = numbers.tokens[index]
    guard span.length > 4 else { return false }
    let tail = numbers.bytes[span.end - 3..<span.end]
    return tail.elementsEqual("ing".utf8) || tail.dropFirst().elementsEqual("ed".utf8)
  }

  /// A word in "-s" that is not "-ss", "-us", "-is"; or an irregular plural.
  func isPlural(_ index: Int) -> Bool {
    guard sentence.contains(index), !isTime[index] else { return false }
    let span = numbers.tokens[index]
    guard span.length > 2 else { return false }
    let last = numbers.bytes[span.end - 1]
    let before = numbers.bytes[span.end - 2]
    // "EVs".
    guard span.length > 3 || before &- 65 < 26 else { return false }
    if last == 0x73 { return before != 0x73 && before != 0x75 && before != 0x69 && before != 0x27 }
    return FigureGrammar.irregular.contains(lowered(index))
  }

  private static let irregular: Set<String> = [
    "aircraft", "spacecraft", "warcraft", "watercraft", "cattle", "sheep", "fish", "teeth", "mice",
    "geese", "feet", "series", "species", "crises", "barracks", "criteria", "phenomena",
  ]
}
