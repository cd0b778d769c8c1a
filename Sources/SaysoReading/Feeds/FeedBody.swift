import SaysoRecords

/// The running text of an entry, and how much of the report it is.
struct FeedBody {
  /// Its parts without the lines that only lead to the page.
  private(set) var parts: [Part] = []
  /// Whether it is the whole report, as far as can be told, or a summary.
  private(set) var extent = ReportExtent.summary

  /// Words under which a text that stops at an ellipsis or leads to "Read more" is a teaser.
  ///
  /// Chosen, not measured: teasers of the feeds at hand have 10 to 80 words.
  private static let teaserWords = 200

  /// Words under which one paragraph with a page of its own is not taken for the whole report.
  private static let fewWords = 40

  /// The text of `entry`: its content, or its summary where there is no more.
  init(_ entry: FeedEntry) {
    let summary = entry.summary.map(FeedBody.teaser(of:))
    guard let content = entry.content.map(FeedBody.teaser(of:)), !content.parts.isEmpty else {
      guard let summary else { return }
      parts = summary.parts
      // RSS 2.0 lets the description carry the whole item; several paragraphs of prose do.
      let isWhole =
        summary.words >= FeedBody.teaserWords && parts.count(where: \.isProse) >= 3
        && !summary.leadsOn && !summary.endsOpen && !summary.isMarkedAsPart
      extent = isWhole ? .full : .summary
      return
    }
    parts = content.parts
    let isTeaser =
      content.isMarkedAsPart
      || (content.words < FeedBody.teaserWords && (content.leadsOn || content.endsOpen))
      || (content.words < FeedBody.teaserWords && FeedBody.same(content, summary))
      || (content.words < FeedBody.fewWords && parts.count == 1 && entry.link != nil)
    extent = isTeaser ? .summary : .full
    if isTeaser, let summary, summary.words > content.words { parts = summary.parts }
  }

  /// Whether a content only says the summary again.
  private static func same(_ content: FeedTeaser, _ summary: FeedTeaser?) -> Bool {
    guard let summary, content.parts.count == summary.parts.count else { return false }
    return zip(content.parts, summary.parts).allSatisfy { PageBody.same($0.bytes, $1.bytes) }
  }

  /// The parts of a text; of a short one in HTML no less than its words.
  ///
  /// The reader of pages leaves out lines of links, so that how a text ends is seen in its plain
  /// form too.
  private static func teaser(of text: FeedText) -> FeedTeaser {
    let plain = FeedTeaser(text.paragraphs.map { Part(kind: .paragraph, bytes: $0) })
    guard text.kind == .html else { return plain }
    var read = FeedTeaser(HTMLReader.fragmentParts(of: text.bytes))
    if plain.words <= shortText, read.words * 2 < plain.words { return plain }
    read.takeMarks(of: plain)
    return read
  }

  /// Words up to which the reader of pages is not trusted to leave out half of a text.
  private static let shortText = 120

  static func count(_ parts: [Part]) -> Int { parts.reduce(0) { $0 + $1.line.wordCount() } }
}

/// A text of a feed without the lines at its end that lead to the page, and what they said.
struct FeedTeaser {
  /// The parts that are left.
  private(set) var parts: [Part]
  /// Whether a line said that there is more ("Read more").
  private(set) var leadsOn = false
  /// Whether the text says outright that it is cut ("[…]", "Continue reading").
  private(set) var isMarkedAsPart = false
  /// Whether the last sentence stops at an ellipsis.
  private(set) var endsOpen = false
  /// How many words are left.
  private(set) var words = 0

  /// Looks at the end of `parts`.
  init(_ parts: [Part]) {
    self.parts = parts
    while let last = self.parts.last, dropLine(last.line) { self.parts.removeLast() }
    if let last = self.parts.last { cutTail(last) }
    if let last = self.parts.last?.line.bytes {
      isMarkedAsPart = isMarkedAsPart || FeedTeaser.cuts.contains { last.ends(with: $0) }
      endsOpen = last.ends(with: "…") || last.ends(with: "...") || last.ends(with: ". . .")
    }
    words = FeedBody.count(self.parts)
  }

  /// Takes what the end of the same text in another form said.
  mutating func takeMarks(of other: FeedTeaser) {
    leadsOn = leadsOn || other.leadsOn
    isMarkedAsPart = isMarkedAsPart || other.isMarkedAsPart
    endsOpen = endsOpen || other.endsOpen
  }

  private static let cuts: [StaticString] = ["[…]", "[...]", "(…)", "(...)", "[..]", "[ … ]"]
  private static let more: [StaticString] = [
    "read more", "see more", "learn more", "find out more",
  ]
  private static let rest: [StaticString] = [
    "continue reading", "keep reading", "read the rest", "read full", "read the full", "read on",
    "full story", "full article", "click here to read", "click here for", "continue to article",
    "read the original", "read entire", "view full", "view the full", "read article", "read story",
  ]
  private static let furniture: [StaticString] = [
    "submitted by", "[link]", "[comments]", "permalink", "comments on",
  ]

  /// Whether a line only leads on or says where it came from; notes what it said.
  private mutating func dropLine(_ line: LineOfText) -> Bool {
    if line.isEmpty { return true }
    let small = FeedTeaser.bare(line)
    let words = LineOfText(small).wordCount(upTo: 41)
    if FeedTeaser.isOrigin(small, words: words) { return true }
    if small.isEmpty {
      // A mark alone: an arrow, an ellipsis.
      isMarkedAsPart = isMarkedAsPart || FeedTeaser.cuts.contains { line.bytes.ends(with: $0) }
      return line.wordCount(upTo: 4) <= 3
    }
    guard words <= 16 else { return false }
    if FeedTeaser.rest.contains(where: { small.begins(with: $0) }) {
      isMarkedAsPart = true
      return true
    }
    if FeedTeaser.more.contains(where: { small.begins(with: $0) })
      || small.elementsEqual("more".utf8)
    {
      leadsOn = true
      return true
    }
    return small.elementsEqual("comments".utf8)
      || FeedTeaser.furniture.contains { small.begins(with: $0) }
  }

  /// Whether a line says where it stood first ("The post Strike appeared first on The Herald").
  private static func isOrigin(_ small: ArraySlice<UInt8>, words: Int) -> Bool {
    let says =
      small.firstPlace(of: "appeared first on ") != nil
      || small.firstPlace(of: "first appeared on ") != nil
      || small.firstPlace(of: "first appeared in ") != nil
      || small.firstPlace(of: "originally published on ") != nil
      || small.firstPlace(of: "originally appeared on ") != nil
    let opens =
      small.begins(with: "the post ") || small.begins(with: "this post ")
      || small.begins(with: "this article ") || small.begins(with: "this story ")
      || small.begins(with: "the article ") || small.begins(with: "originally ")
      || small.firstPlace(of: "appeared first on ") != nil
    return says && opens && words <= 40
  }

  /// The line in small letters from its first letter, `[` or `(`-words included.
  private static func bare(_ line: LineOfText) -> ArraySlice<UInt8> {
    let small = line.lowercased
    let start = small.firstIndex {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "/")
    }
    guard let start else {
      // Letters of other scripts are words too; marks such as arrows and ellipses are not.
      return line.bytes.contains { (0xC3...0xDF).contains($0) || (0xE3...0xED).contains($0) }
        ? small[...] : []
    }
    if start > 0, small[start - 1] == UInt8(ascii: "[") { return small[(start - 1)...] }
    return small[start...]
  }

  /// Cuts "… Read more" and "The post X appeared first on Y." off the end of a last paragraph.
  private mutating func cutTail(_ last: Part) {
    let line = last.line.bytes
    let small = last.line.lowercased
    let from = max(0, small.count - 240)
    let origin: StaticString = "the post "
    for (number, phrase) in ([origin] + FeedTeaser.rest + FeedTeaser.more).enumerated() {
      guard let place = FeedTeaser.lastPlace(of: phrase, in: small[from...]), place > 0 else {
        continue
      }
      let tail = LineOfText(small[place...])
      let head = LineOfText(line.prefix(place))
      let isOrigin = FeedTeaser.isOrigin(tail.bytes, words: tail.wordCount(upTo: 41))
      let leads = number > 0 && tail.wordCount(upTo: 17) <= 16 && FeedTeaser.mayEnd(head)
      guard isOrigin || leads else { continue }
      if !isOrigin {
        if FeedTeaser.rest.contains(where: { tail.bytes.begins(with: $0) }) {
          isMarkedAsPart = true
        } else {
          leadsOn = true
        }
      }
      parts[parts.count - 1].bytes = head.bytes
      if head.isEmpty { parts.removeLast() }
      return
    }
  }

  /// Whether a text can stop here: at the end of a sentence, an ellipsis, a bracket or an arrow.
  private static func mayEnd(_ head: LineOfText) -> Bool {
    head.endsSentence || head.bytes.ends(with: "]") || head.bytes.ends(with: ")")
      || head.bytes.ends(with: ">") || head.bytes.ends(with: "»") || head.bytes.ends(with: "→")
  }

  private static func lastPlace(of words: StaticString, in text: ArraySlice<UInt8>) -> Int? {
    var found: Int?
    var from = text.startIndex
    while let place = text[from...].firstPlace(of: words) {
      found = place
      from = place + 1
    }
    return found
  }
}
