package import SaysoLanguage
internal import SaysoRecords

/// Gold words as annotated text, so that the stages can be run and learned on given tokens.
package enum GoldText {
  /// The sentences of one document, words parted by one space, sentences by a line feed.
  package static func annotated(_ sentences: [[String]]) -> AnnotatedText {
    var bytes: [UInt8] = []
    var tokens: [TextSpan] = []
    var ranges: [Range<Int>] = []
    for sentence in sentences {
      let first = tokens.count
      for word in sentence {
        let start = bytes.count
        bytes += Array(word.utf8)
        tokens.append(TextSpan(start, bytes.count))
        bytes.append(0x20)
      }
      if !bytes.isEmpty { bytes[bytes.count - 1] = 0x0A }
      ranges.append(first..<tokens.count)
    }
    return AnnotatedText(
      text: FrozenText(utf8: bytes), tokens: tokens, sentences: ranges,
      blockOfSentence: Array(ranges.indices))
  }
}
