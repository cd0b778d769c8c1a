internal import SaysoLearning

/// Cuts a text into the words that stories are compared by: stems without function words.
///
/// Not the tokens of the language layer: a clitic or a hyphen is of no use here, a headline must give
/// the same words as a text, and the cost must stay far below a microsecond a word.
package struct StoryWords: Sendable {
  /// One word of the text.
  package struct Word: Sendable {
    /// Hash of the stem.
    package let hash: UInt64
    /// Where the word lies in the bytes given.
    package let range: Range<Int>
    /// Whether it begins with a digit.
    package let isNumber: Bool
  }

  /// The words of some UTF-8 text, in order; function words and single letters are left out.
  package static func words(of bytes: some Collection<UInt8>) -> [Word] {
    let bytes = Array(bytes)
    var result: [Word] = []
    result.reserveCapacity(bytes.count / 8)
    var stem: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard isWordByte(bytes, at) else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, isWordByte(bytes, at) || joins(bytes, at) { at += 1 }
      stem.removeAll(keepingCapacity: true)
      let isNumber = bytes[start] &- 48 < 10
      for byte in bytes[start..<at] where byte != 0x2C && (byte != 0x2E || isNumber) {
        stem.append(byte &- 65 < 26 ? byte | 0x20 : byte)
      }
      skipClitic(bytes, &at)
      if stem.count < 2 && !isNumber { continue }
      if FunctionWords.contains(stem) { continue }
      StoryStem.cut(&stem)
      result.append(Word(hash: FeatureHash.of(stem[...]), range: start..<at, isNumber: isNumber))
    }
    return result
  }

  /// ASCII letters and digits, and all of what lies beyond ASCII but general punctuation
  /// (U+2000…U+206F) and the marks of Latin-1 (U+00A0…U+00BF).
  private static func isWordByte(_ bytes: [UInt8], _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 }
    if byte == 0xE2 { return at + 1 >= bytes.count || bytes[at + 1] > 0x81 }
    if byte == 0xC2 { return false }
    // The second and third bytes of what was refused above.
    if byte < 0xC0 {
      if at >= 1, bytes[at - 1] == 0xC2 { return false }
      if at >= 1, bytes[at - 1] == 0xE2, byte <= 0x81 { return false }
      if at >= 2, bytes[at - 2] == 0xE2, bytes[at - 1] <= 0x81 { return false }
    }
    return true
  }

  /// A stop or comma between digits ("12,000"), a stop inside an abbreviation ("U.S").
  private static func joins(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at > 0, at + 1 < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x2C else { return false }
    let (before, after) = (bytes[at - 1], bytes[at + 1])
    if before &- 48 < 10 && after &- 48 < 10 { return true }
    return bytes[at] == 0x2E && before &- 65 < 26 && after &- 65 < 26
      && (at < 2 || bytes[at - 2] == 0x2E || !isWordByte(bytes, at - 2))
  }

  /// Steps over "'s", "'t", "'re", "’s" and their like.
  private static func skipClitic(_ bytes: [UInt8], _ at: inout Int) {
    var end = at
    if end < bytes.count, bytes[end] == 0x27 {
      end += 1
    } else if end + 2 < bytes.count, bytes[end] == 0xE2, bytes[end + 1] == 0x80,
      bytes[end + 2] == 0x99
    {
      end += 3
    } else {
      return
    }
    let start = end
    while end < bytes.count, (bytes[end] | 0x20) &- 97 < 26 { end += 1 }
    if (1...2).contains(end - start) { at = end }
  }
}

/// Words that say nothing about an event, and the verbs of every report.
private enum FunctionWords {
  static func contains(_ word: [UInt8]) -> Bool { table.contains(word) }

  private static let table = Set(
    """
    a an the of in on at by for with from and or but nor so if as is are was were be been being am do
    does did done has have had having he she it they we you him her them us his hers its their ours
    your my me this that these those there here who whom which what when where why how not no than
    then too very can could will would shall should may might must about into over after before under
    again further once all any both each few more most other some such only own same up down out off
    above below between through during against while because until also just now said say says saying
    told mr mrs ms dr per via re ve ll
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}

/// Cuts the ending off an English word: a light stemmer of plurals and of "-ed", "-ing", "-ly".
///
/// After the first step of M. F. Porter, "An algorithm for suffix stripping" (1980), without its
/// later steps, which join words that tell events apart ("nation", "national"). "US" and "us" are
/// told apart nowhere; the stop list takes both.
package enum StoryStem {
  /// Cuts a lower-case word in place; words of three letters and words with other bytes than ASCII
  /// letters stay.
  package static func cut(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy({ $0 &- 97 < 26 }) else { return }
    if ends(word, "ies"), word.count > 4 {
      word.removeLast(3)
      word.append(y)
    } else if ends(word, "sses") {
      word.removeLast(2)
    } else if ends(word, "es"), word.count > 4, "shxz".utf8.contains(word[word.count - 3]) {
      word.removeLast(2)
    } else if ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), !ends(word, "is") {
      word.removeLast()
    }
    if ends(word, "ing"), word.count > 5, hasVowel(word.dropLast(3)) {
      word.removeLast(3)
      undouble(&word)
    } else if ends(word, "ed"), word.count > 4, hasVowel(word.dropLast(2)) {
      word.removeLast(2)
      undouble(&word)
    } else if ends(word, "ly"), word.count > 5 {
      word.removeLast(2)
    }
    if ends(word, "e"), word.count > 4 { word.removeLast() }
    if word.last == y, word.count > 3 { word[word.count - 1] = UInt8(ascii: "i") }
  }

  private static let y = UInt8(ascii: "y")

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    for offset in 0..<count
    where word[word.count - count + offset] != ending.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func hasVowel(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.contains { "aeiouy".utf8.contains($0) }
  }

  /// "stopp" becomes "stop"; "fall", "pass" and "buzz" stay.
  private static func undouble(_ word: inout [UInt8]) {
    guard word.count > 2, let last = word.last, word[word.count - 2] == last,
      !"lsz".utf8.contains(last)
    else { return }
    word.removeLast()
  }
}
