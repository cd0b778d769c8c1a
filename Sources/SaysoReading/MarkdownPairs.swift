/// Which bracket closes which in a line of Markdown, by one pass.
///
/// A backslash hides the byte after it. Parentheses do not reach over a blank line.
struct MarkdownPairs {
  /// For each byte of the line where what it opens is closed, counted from the start; 0 elsewhere.
  private var closes: [Int32] = []
  private let start: Int

  /// Pairs the brackets and parentheses of a line; of neither there is no cost but the look.
  init(_ source: ArraySlice<UInt8>) {
    start = source.startIndex
    guard source.contains(UInt8(ascii: "[")), source.count < Int(Int32.max) else { return }
    closes = [Int32](repeating: 0, count: source.count)
    var brackets: [Int] = []
    var parentheses: [Int] = []
    var place = source.startIndex
    while place < source.endIndex {
      switch source[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): brackets.append(place)
      case UInt8(ascii: "("): parentheses.append(place)
      case UInt8(ascii: "]"): close(brackets.popLast(), place)
      case UInt8(ascii: ")"): close(parentheses.popLast(), place)
      case 10 where place + 1 < source.endIndex && source[place + 1] == 10: parentheses = []
      default: break
      }
      place += 1
    }
  }

  /// Where what the byte at `place` opens is closed; nil where it opens nothing.
  func close(of place: Int) -> Int? {
    guard !closes.isEmpty, closes[place - start] > 0 else { return nil }
    return start + Int(closes[place - start])
  }

  private mutating func close(_ opened: Int?, _ place: Int) {
    if let opened { closes[opened - start] = Int32(place - start) }
  }
}
