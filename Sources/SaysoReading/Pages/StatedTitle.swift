/// Chooses the headline among the titles that a page gives itself.
///
/// What the page shows counts before what it tells machines, but only a heading that the stated
/// titles vouch for is the report's: the first heading of many pages is the outlet's name. In 58
/// German and other pages whose JSON-LD headline and first heading differed the heading was right in
/// 32, the headline in 22, most of these where the heading began with a kicker or was the outlet's.
struct StatedTitle {
  /// The headline.
  let title: String
  /// What gave it.
  let source: String
  /// The heading that shows it; nil where none does.
  let place: HTMLTree.Place?

  /// A title that the page states outside its headings.
  struct Stated {
    let source: String
    let text: String
    /// Whether the outlet's name and sections may stand around it.
    let mayBeWrapped: Bool
  }

  /// Chooses; nil where the page has neither a title nor a heading.
  ///
  /// - Parameters:
  ///   - stated: titles that the page states, the most trusted first.
  ///   - headings: the headings in order, with their words.
  ///   - outlets: keys of the names that the outlet goes by.
  init?(
    stated: [Stated], headings: [(place: HTMLTree.Place, level: Int, text: String)],
    outlets: Set<[UInt8]>
  ) {
    var best:
      (score: Int, heading: (place: HTMLTree.Place, level: Int, text: String), source: String)?
    for heading in headings {
      let key = TitleKey.key(heading.text)
      guard key.count >= 3, !outlets.contains(key) else { continue }
      let score = StatedTitle.score(heading, key, stated)
      if score > best?.score ?? 0 {
        best = (score, heading, heading.level == 1 ? "h1" : "h\(heading.level)")
      }
    }
    if let best, best.score > 1 {
      let key = TitleKey.key(best.heading.text)
      // A heading that begins with its kicker: the rest is a stated title, with nothing that joins.
      if let bare = stated.first(where: {
        !$0.mayBeWrapped && StatedTitle.isKickered(best.heading.text, key, $0.text)
      }) {
        self.init(bare.text, bare.source, best.heading.place)
      } else {
        self.init(best.heading.text, best.source, best.heading.place)
      }
      return
    }
    if let first = stated.first(where: { !outlets.contains(TitleKey.key($0.text)) }) {
      let text = first.source == "title" ? StatedTitle.cut(first.text) : first.text
      self.init(text, first.source, nil)
      return
    }
    if let only = headings.first(where: { $0.level == 1 }) ?? headings.first {
      self.init(only.text, "h\(only.level)", only.place)
      return
    }
    guard let first = stated.first else { return nil }
    self.init(first.text, first.source, nil)
  }

  private init(_ title: String, _ source: String, _ place: HTMLTree.Place?) {
    self.title = title
    self.source = source
    self.place = place
  }

  private static func score(
    _ heading: (place: HTMLTree.Place, level: Int, text: String), _ key: [UInt8], _ stated: [Stated]
  ) -> Int {
    var best = 0
    for title in stated {
      let other = TitleKey.key(title.text)
      guard other.count >= 3 else { continue }
      if key == other {
        best = max(best, heading.level == 1 ? 8 : 7)
      } else if title.mayBeWrapped, isPiece(heading.text, of: title.text) {
        // What stands last, after a bar, and is the shorter part is the site's name.
        let isTail = other.count > key.count * 2 && other.suffix(key.count) == key[...]
        best = max(
          best,
          isTail && !title.text.contains("»")
            ? 1 : min(6, 2 + key.count / 6) - (heading.level == 1 ? 0 : 1))
      } else if heading.level == 1 {
        let ours = TitleKey.words(heading.text)
        let theirs = TitleKey.words(title.text)
        let shared = ours.intersection(theirs).count
        if shared >= 2, shared * 2 >= min(ours.count, theirs.count) { best = max(best, 4) }
      }
    }
    return best
  }

  private static let bars: [Character] = [
    "|", "-", "–", "—", "·", "•", "»", "«", ":", "/", "›", "‹", "~",
  ]

  /// Whether `text` stands in `title` between bars or at an end.
  private static func isPiece(_ text: String, of title: String) -> Bool {
    let title = title.lowercased()
    let text = text.lowercased()
    guard let range = range(of: text, in: title) else { return false }
    let before = title[..<range.lowerBound].last { $0 != " " }
    let after = title[range.upperBound...].first { $0 != " " }
    return (before.map(bars.contains) ?? true)
      && (after.map { bars.contains($0) || $0 == "(" } ?? true)
  }

  private static func range(of text: String, in title: String) -> Range<String.Index>? {
    let needle = Array(text.utf8)
    let bytes = Array(title.utf8)
    guard !needle.isEmpty, needle.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - needle.count)
    where bytes[start] == needle[0] && bytes[start..<(start + needle.count)].elementsEqual(needle) {
      let from = title.utf8.index(title.startIndex, offsetBy: start)
      return from..<title.utf8.index(from, offsetBy: needle.count)
    }
    return nil
  }

  private static func isKickered(_ heading: String, _ key: [UInt8], _ title: String) -> Bool {
    let bare = TitleKey.key(title)
    guard bare.count >= 12, bare.count < key.count, key.suffix(bare.count) == bare[...],
      let range = range(of: title, in: heading)
    else { return false }
    return heading[..<range.lowerBound].last { $0 != " " } != ":"
  }

  /// A page's title without the short piece after its last bar.
  private static func cut(_ title: String) -> String {
    for bar in [" | ", " » ", " « ", " – ", " — ", " · ", " - "] {
      let pieces = title.split(separator: bar)
      guard pieces.count > 1, let longest = pieces.max(by: { $0.utf8.count < $1.utf8.count }) else {
        continue
      }
      return LineOfText(String(longest)).string
    }
    return title
  }
}
