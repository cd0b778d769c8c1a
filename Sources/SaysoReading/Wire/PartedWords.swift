/// Mends words that a line end parted ("compensa-" / "tion"), and leaves compounds their hyphen
/// ("state-" / "owned"), by what the rest of the document writes.
struct PartedWords {
  private var seen: Set<ArraySlice<UInt8>> = []

  /// First parts of compounds that keep their hyphen where the document does not tell; syllables
  /// that many words begin with ("pro", "co", "ex") are none.
  private static let firsts: Set<String> = [
    "non", "self", "anti", "cross", "well", "high", "low", "long", "short", "full", "half", "two",
    "three", "four", "five", "six", "north", "south", "east", "west", "state", "government",
    "cease", "vice",
  ]
  /// Endings that make one word of them all the same: "state-ment", "north-ern", "high-way".
  private static let endings: Set<String> = [
    "ment", "ments", "ly", "less", "hood", "ern", "erner", "ward", "wards", "al", "age", "ages",
    "er", "ers", "ing", "ed", "way", "ways", "est", "ness", "en", "side", "s", "es",
  ]

  /// Learns the words of `lines`.
  init(_ lines: some Sequence<LineOfText>) {
    for line in lines { for word in line.words { seen.insert(PartedWords.bare(word)) } }
  }

  /// Adds a line to a paragraph: after a space, or at a hyphen without one.
  func join(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    if bytes.suffix(2).elementsEqual([0xC2, 0xAD]) {
      bytes.removeLast(2)
    } else if bytes.last == UInt8(ascii: "-"), let before = bytes.dropLast().last,
      (0x61...0x7A).contains(before | 0x20) || before >= 0x80
    {
      let start = bytes.lastIndex(of: 32).map { $0 + 1 } ?? 0
      if !keepsHyphen(bytes[start...], line.prefix { $0 > 0x20 }) { bytes.removeLast() }
    } else {
      bytes.append(32)
    }
    bytes += line
  }

  private func keepsHyphen(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    guard let next = second.first, (0x61...0x7A).contains(next) || next >= 0x80 else { return true }
    if seen.contains(PartedWords.bare(first + second)) { return true }
    if seen.contains(PartedWords.bare(first.dropLast() + second)) { return false }
    let tail = String(decoding: PartedWords.bare(second), as: UTF8.self)
    if PartedWords.endings.contains(tail) { return false }
    let head = PartedWords.bare(first)
    return head.contains(UInt8(ascii: "-"))
      || PartedWords.firsts.contains(String(decoding: head, as: UTF8.self))
  }

  /// The word in small letters without the marks around it.
  private static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isMark(_ byte: UInt8) -> Bool {
      byte < 0x80 && !(0x61...0x7A).contains(byte) && !(48...57).contains(byte)
    }
    var word = LineOfText(word).lowercased[...]
    while let first = word.first, isMark(first) { word.removeFirst() }
    while let last = word.last, isMark(last) { word.removeLast() }
    return word
  }
}
