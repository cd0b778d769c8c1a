package import SaysoRecords

/// Cuts text into tokens after the conventions of the English Web Treebank: clitics ("n't", "'s")
/// and hyphens apart, abbreviations with their stop, numbers whole.
///
/// Tokens are spans of the text, ascending and apart, and between them lies white space only. One
/// pass over the bytes; cost is linear.
package struct Tokenizer: Sendable {
  /// A tokenizer; it has no settings.
  package init() {}

  /// The tokens of one stretch of text.
  package func tokens(of text: FrozenText, in span: TextSpan) -> [TextSpan] {
    var scanner = TokenScanner(bytes: text.bytes, position: span.start, limit: span.end)
    scanner.run()
    return scanner.tokens
  }
}

/// The state of one pass.
private struct TokenScanner {
  let bytes: [UInt8]
  var position: Int
  let limit: Int
  var tokens: [TextSpan] = []

  init(bytes: [UInt8], position: Int, limit: Int) {
    self.bytes = bytes
    self.position = position
    self.limit = limit
    tokens.reserveCapacity((limit - position) / 5 + 1)
  }

  mutating func run() {
    while position < limit {
      let (value, length) = scalar(in: bytes, at: position)
      switch ScalarClass(value) {
      case .space: position += length
      case .letter: word()
      case .digit: number()
      case .plainQuote, .openQuote, .closeQuote: emit(length)
      case .apostrophe: apostrophe(length)
      case .hyphen: hyphens()
      case .dash: emit(length)
      // ".5 percent".
      case .punctuation
      where value == 0x2E && byte(position + 1) &- 48 < 10
        && (position == 0 || bytes[position - 1] == 0x20):
        number()
      case .punctuation, .symbol: punctuation(value, length)
      }
    }
  }

  mutating func emit(_ length: Int) {
    tokens.append(TextSpan(position, position + length))
    position += length
  }

  func classAt(_ offset: Int) -> ScalarClass? {
    offset < limit ? ScalarClass(scalar(in: bytes, at: offset).value) : nil
  }

  func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

  /// End of the run of letters (and combining marks and digits) from `offset` on.
  func endOfLetters(_ offset: Int) -> Int {
    var at = offset
    while at < limit {
      let byte = bytes[at]
      if byte < 0x80 {
        guard (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 else { return at }
        at += 1
        continue
      }
      let (value, length) = scalar(in: bytes, at: at)
      guard case .letter = ScalarClass(value) else { return at }
      at += length
    }
    return at
  }

  /// The ASCII-lower-cased words of a range; others stay as they are.
  func lowered(_ start: Int, _ end: Int) -> String {
    String(
      decoding: bytes[start..<end].map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  // MARK: Words

  mutating func word() {
    let start = position
    if let end = endOfAddress(start) {
      emit(end - start)
      return
    }
    if let length = moneyPrefix(start) {
      emit(length)
      return
    }
    var end = endOfLetters(start)
    // File names and the like: annual_report.pdf.
    while byte(end) == 0x5F, case .letter? = classAt(end + 1) { end = endOfLetters(end + 1) }
    // Initials and abbreviations with inner stops: U.S., a.m., Ph.D., W.Va.
    if byte(end) == 0x2E, let stop = endOfDotted(start, end) {
      emit(stop - start)
      return
    }
    // Names with an inner stop (example.com), a slash or an ampersand (AT&T).
    if byte(end) == 0x26, isUpper(byte(end + 1)), isUpper(byte(end - 1)) {
      end = endOfLetters(end + 1)
    }
    if byte(end) == 0x2E, isLowerOrDigit(byte(end + 1)), end - start > 1 {
      var host = end
      while byte(host) == 0x2E, isLowerOrDigit(byte(host + 1)) { host = endOfLetters(host + 1) }
      emit(host - start)
      return
    }
    // Clitics.
    if let apostrophe = apostropheLength(end) {
      let tail = endOfLetters(end + apostrophe)
      let clitic = lowered(end + apostrophe, tail)
      if clitic == "t", byte(end - 1) | 0x20 == 0x6E, end - start > 1 {
        emit(end - 1 - start)
        emit(tail - position)
        return
      }
      if ["s", "re", "ve", "ll", "d", "m"].contains(clitic) {
        emit(end - start)
        emit(tail - position)
        return
      }
      if tail > end + apostrophe, end - start <= 2 || !clitic.isEmpty {
        // O'Brien, d'Ivoire, ma'am: one word.
        emit(tail - start)
        hyphenTail()
        return
      }
    }
    if byte(end) == 0x2E, keepsStop(start, end) {
      emit(end + 1 - start)
      return
    }
    if (5...6).contains(end - start), let first = TokenScanner.contractions[lowered(start, end)] {
      emit(first)
      emit(end - position)
      return
    }
    // A word broken off, or one that waits for its second half: "pre- and post-war".
    if isHyphen(end), isLowerOrDigit(byte(end - 1)), end - start <= 8,
      case .space? = classAt(end + scalar(in: bytes, at: end).length)
    {
      emit(end + scalar(in: bytes, at: end).length - start)
      return
    }
    if isHyphen(end), Abbreviations.hyphenPrefixes.contains(lowered(start, end)) {
      let next = end + scalar(in: bytes, at: end).length
      if case .letter? = classAt(next) {
        emit(endOfLetters(next) - start)
        hyphenTail()
        return
      }
    }
    emit(end - start)
    hyphenTail()
  }

  /// Length of the letters of a currency that touch its digits: "USD10m", "$US160", "RM79".
  private func moneyPrefix(_ start: Int) -> Int? {
    guard isUpper(byte(start)) else { return nil }
    let digit = (start + 1...start + 3).first { byte($0) &- 48 < 10 }
    guard let digit else { return nil }
    if start > 0, bytes[start - 1] == 0x24 { return digit - start }
    let letters = bytes[start..<digit]
    guard letters.count > 1,
      Abbreviations.moneyPrefixes.contains(String(decoding: letters, as: UTF8.self))
    else { return nil }
    return letters.count
  }

  /// Words written as one that count as two, with the length of the first.
  private static let contractions = ["cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3]

  /// A hyphen between two words is a token of its own.
  mutating func hyphenTail() {
    guard isHyphen(position) else { return }
    let length = scalar(in: bytes, at: position).length
    switch classAt(position + length) {
    case .letter?, .digit?: emit(length)
    default: break
    }
  }

  func isHyphen(_ offset: Int) -> Bool {
    if case .hyphen? = classAt(offset) { return true }
    return false
  }

  func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
  func isLowerOrDigit(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 }

  /// Length in bytes of an apostrophe at `offset`, straight or curly.
  func apostropheLength(_ offset: Int) -> Int? {
    if byte(offset) == 0x27 { return 1 }
    if byte(offset) == 0xE2, byte(offset + 1) == 0x80, byte(offset + 2) == 0x99 { return 3 }
    return nil
  }

  /// Whether the word keeps the stop at `end`: an abbreviation, or a single capital (an initial).
  func keepsStop(_ start: Int, _ end: Int) -> Bool {
    if end - start == 1, isUpper(bytes[start]), bytes[start] != 0x49 || hasCapitalAhead(end + 1) {
      return hasCapitalAhead(end + 1)
    }
    let word = lowered(start, end)
    // "c. 1230"
    if word == "c", case .digit? = classAt(firstNonSpace(end + 1)) { return true }
    guard Abbreviations.titles.contains(word) || Abbreviations.others.contains(word) else {
      return false
    }
    guard Abbreviations.alsoWords.contains(word) else { return true }
    if word == "al", let last = tokens.last, lowered(last.start, last.end) == "et" { return true }
    // Titles are capitalised ("Rep. Smith"), "no. 5" stands before a digit.
    let next = firstNonSpace(end + 1)
    if case .digit? = classAt(next) { return true }
    return isUpper(bytes[start]) && isUpper(byte(next))
      && Abbreviations.titles.contains(word) && word != "no"
      || (isUpper(bytes[start]) && byte(next) == 0x2C)
  }

  func hasCapitalAhead(_ offset: Int) -> Bool {
    let next = firstNonSpace(offset)
    return isUpper(byte(next)) || byte(next) >= 0xC3 && byte(next) < 0xE2
  }

  func firstNonSpace(_ offset: Int) -> Int {
    var at = offset
    while at < limit, case .space = ScalarClass(scalar(in: bytes, at: at).value) {
      at += scalar(in: bytes, at: at).length
    }
    return at
  }

  /// End of letter-stop sequences (U.S., a.m., Ph.D.), the last stop included.
  func endOfDotted(_ start: Int, _ end: Int) -> Int? {
    guard end - start <= 2, byte(end) == 0x2E, (byte(end + 1) | 0x20) &- 97 < 26 else { return nil }
    var at = end
    while byte(at) == 0x2E, (byte(at + 1) | 0x20) &- 97 < 26 {
      let next = endOfLetters(at + 1)
      guard next - at <= 3 else { return nil }
      at = next
    }
    return byte(at) == 0x2E ? at + 1 : (at > end && isUpper(byte(at - 1)) ? at : nil)
  }

  /// End of a web or mail address that starts here.
  func endOfAddress(_ start: Int) -> Int? {
    let head = lowered(start, min(limit, start + 8))
    if head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("www.") {
      return endOfRun(start)
    }
    var at = start
    while at < limit, isAddressByte(bytes[at]) { at += 1 }
    guard byte(at) == 0x40, (byte(at + 1) | 0x20) &- 97 < 26 else { return nil }
    return endOfRun(start)
  }

  func isAddressByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == 0x2E || byte == 0x5F || byte == 0x2B
      || byte == 0x2D
  }

  /// End of the run up to white space, without trailing punctuation.
  func endOfRun(_ start: Int) -> Int {
    var at = start
    while at < limit, bytes[at] > 0x20, bytes[at] < 0x80, bytes[at] != 0x22, bytes[at] != 0x3C,
      bytes[at] != 0x3E, bytes[at] != 0x29, bytes[at] != 0x5D
    {
      at += 1
    }
    while at > start + 1, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27].contains(bytes[at - 1]) {
      at -= 1
    }
    return at
  }

  // MARK: Numbers

  mutating func number() {
    let start = position
    var at = start
    while at < limit {
      let value = bytes[at]
      if value &- 48 < 10 {
        at += 1
      } else if [0x2C, 0x2E, 0x3A].contains(value), byte(at + 1) &- 48 < 10 {
        at += 1
      } else if value == 0x2D || value == 0x2F, isNumericDate(start, at) {
        at += 1
      } else {
        break
      }
    }
    let letters = endOfLetters(at)
    if letters > at {
      let suffix = lowered(at, letters)
      if Abbreviations.numberSuffixes.contains(suffix),
        suffix != "m" || byte(letters) != 0x2E || (byte(letters + 1) | 0x20) &- 97 >= 26
      {
        emit(at - start)
        if byte(position) | 0x20 != 0 { word() }
        return
      }
      emit(letters - start)
      hyphenTail()
      return
    }
    // The 1990's.
    if let apostrophe = apostropheLength(at), byte(at - 1) == 0x30, byte(at + apostrophe) == 0x73,
      endOfLetters(at + apostrophe) == at + apostrophe + 1
    {
      emit(at + apostrophe + 1 - start)
      return
    }
    emit(at - start)
    hyphenTail()
  }

  /// Whether the digits around a separator read as 2024-10-29, 10/29/2024 or 202-555-0143.
  func isNumericDate(_ start: Int, _ at: Int) -> Bool {
    let separator = bytes[at]
    var parts: [Int] = [0]
    var offset = start
    while offset < limit {
      if bytes[offset] &- 48 < 10 {
        parts[parts.count - 1] += 1
      } else if bytes[offset] == separator, byte(offset + 1) &- 48 < 10 {
        parts.append(0)
      } else {
        break
      }
      offset += 1
    }
    return parts == [4, 2, 2] || (separator == 0x2D && parts == [3, 3, 4])
      || (separator == 0x2F && parts.count == 3 && parts[0] <= 2 && parts[1] <= 2
        && (parts[2] == 4 || parts[2] == 2))
  }

  // MARK: Marks

  mutating func apostrophe(_ length: Int) {
    // '' and ’’ are closing quotation marks; 's after a space is a clitic; '90s a year.
    if byte(position) == 0x27, byte(position + 1) == 0x27 {
      emit(2)
      return
    }
    if byte(position + length) &- 48 < 10 {
      let end = endOfLetters(position + length)
      if end - position - length == 3, byte(end - 1) | 0x20 == 0x73 {
        emit(end - position)
        return
      }
    }
    let end = endOfLetters(position + length)
    if ["s", "re", "ve", "ll", "d", "m"].contains(lowered(position + length, end)),
      let last = tokens.last, last.end == position
    {
      emit(end - position)
      return
    }
    emit(length)
  }

  mutating func hyphens() {
    let end = endOfRule(position)
    emit(max(end - position, scalar(in: bytes, at: position).length))
  }

  /// End of a run of hyphens, or of the signs that rules across a page are drawn with.
  func endOfRule(_ start: Int) -> Int {
    var end = start
    while byte(end) == 0x2D { end += 1 }
    if end == start || byte(end) == 0x3D {
      while byte(end) == 0x2D || byte(end) == 0x3D { end += 1 }
      return end - start >= 3 || end == start + 1 ? end : start + 1
    }
    return end
  }

  mutating func punctuation(_ value: UInt32, _ length: Int) {
    var end = position + length
    switch value {
    case 0x2E, 0x60, 0x2A, 0x5F, 0x7E, 0x24, 0x3C, 0x3E:
      // Dots, backticks and * _ ~ $ < > in a row.
      while byte(end) == bytes[position] { end += 1 }
    case 0x3D: end = endOfRule(position)
    case 0x3A, 0x3B: end = endOfFace(position) ?? end
    case 0x40, 0x23:
      // A handle or a tag.
      if case .letter? = classAt(end) {
        end = endOfLetters(end)
        while byte(end) == 0x5F { end = endOfLetters(end + 1) }
      }
    case 0x21, 0x3F:
      while byte(end) == 0x21 || byte(end) == 0x3F { end += 1 }
    default: break
    }
    emit(end - position)
  }

  /// End of a face drawn with marks, as ":-)".
  func endOfFace(_ start: Int) -> Int? {
    if let last = tokens.last, last.end == start { return nil }
    let mouth = byte(start + 1) == 0x2D ? start + 2 : start + 1
    guard [0x29, 0x28, 0x44, 0x50].contains(byte(mouth)), endOfLetters(mouth + 1) == mouth + 1
    else { return nil }
    return mouth + 1
  }
}
