/// Makes edited copies of texts, the same for the same seed.
///
/// An edit has a share of the words that it may touch. Of this share a part that is drawn is taken by
/// dropping whole paragraphs, the rest by single words: a third of them replaced by a word from
/// anywhere in the corpus, a third left out, and before a third another word put in. Half of the copies have their
/// paragraphs in another order, and each has a new first line.
package struct CopyMaker: Sendable {
  private var state: UInt64
  private let words: [Substring]
  private let titles: [Substring]

  /// A maker that takes its words and first lines from some texts.
  package init(seed: UInt64, texts: [String]) {
    state = seed
    words = texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
    titles = texts.compactMap { CopyMaker.paragraphs($0).first }
  }

  /// The paragraphs of a text: its lines that are not blank.
  package static func paragraphs(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// A copy in which up to `share` of the words are touched.
  package mutating func copy(of text: String, share: Double) -> String {
    var paragraphs = CopyMaker.paragraphs(text).dropFirst().map {
      $0.split(whereSeparator: \.isWhitespace)
    }
    let all = paragraphs.reduce(0) { $0 + $1.count }
    let dropped = share * fraction()
    var rest = Int(dropped * Double(all))
    while paragraphs.count > 1 {
      let place = below(paragraphs.count)
      rest -= paragraphs[place].count
      if rest < 0 { break }
      paragraphs.remove(at: place)
    }
    if below(2) == 0 { shuffle(&paragraphs) }
    let lines = paragraphs.map { edited($0, share: share - dropped).joined(separator: " ") }
    return ([String(titles[below(titles.count)])] + lines).joined(separator: "\n\n")
  }

  /// A third of a text: paragraphs in their order until a third of the words is there, from a place
  /// that is drawn, with `share` of the words edited.
  package mutating func third(of text: String, share: Double) -> String {
    let paragraphs = CopyMaker.paragraphs(text).dropFirst().map {
      $0.split(whereSeparator: \.isWhitespace)
    }
    let wanted = paragraphs.reduce(0) { $0 + $1.count } / 3
    var last = paragraphs.count
    var tail = 0
    while last > 0, tail < wanted {
      last -= 1
      tail += paragraphs[last].count
    }
    var lines: [String] = []
    var count = 0
    for paragraph in paragraphs[below(last + 1)...] where count < wanted {
      lines.append(edited(paragraph, share: share).joined(separator: " "))
      count += paragraph.count
    }
    return lines.joined(separator: "\n\n")
  }

  /// A text with another put in between two of its paragraphs.
  package mutating func splice(_ text: String, into host: String) -> String {
    var paragraphs = CopyMaker.paragraphs(host).map(String.init)
    let own = CopyMaker.paragraphs(text).dropFirst().map(String.init)
    paragraphs.insert(contentsOf: own, at: below(paragraphs.count + 1))
    return paragraphs.joined(separator: "\n\n")
  }

  /// A text of sentences drawn from a stock.
  package mutating func recombined(_ sentences: [Substring], count: Int) -> String {
    (0..<count).map { _ in String(sentences[below(sentences.count)]) }.joined(separator: " ")
  }

  private mutating func edited(_ paragraph: [Substring], share: Double) -> [Substring] {
    var result: [Substring] = []
    for word in paragraph {
      guard fraction() < share else {
        result.append(word)
        continue
      }
      switch below(3) {
      case 0: result.append(words[below(words.count)])
      case 1: break
      default:
        result.append(words[below(words.count)])
        result.append(word)
      }
    }
    return result
  }

  // MARK: Drawing

  /// A number of 0..<1.
  package mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A number of 0..<count, which must be positive.
  package mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  private mutating func shuffle<Element>(_ list: inout [Element]) {
    for place in list.indices.reversed() { list.swapAt(place, below(place + 1)) }
  }

  /// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
