import SaysoRecords

/// Finds the running text among the lines of a whole page, menus and teasers included.
///
/// For text that a crawler wrote line by line without the page's markup, where only the shape of the
/// lines tells. After the idea of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection
/// using Shallow Text Features" (2010): short lines without sentences are furniture, and what
/// stands between long ones belongs to them.
struct PageBody {
  /// Indices of the parts to keep, ascending.
  let kept: [Int]
  /// Indices of the parts just before the running text, nearest last: dates and bylines stand there.
  let preamble: Range<Int>
  /// Indices of the few parts just after it; some pages put the date there.
  let postamble: Range<Int>

  /// Lines without sentences that may stand between two paragraphs of one report.
  private static let widestGap = 14

  /// Whether `parts` look like a whole page: at least ten fragments, and half of all parts.
  static func isPage(_ parts: [Part]) -> Bool {
    let fragments = parts.count { $0.isFragment }
    return fragments >= 10 && fragments * 2 >= parts.count
  }

  /// Looks for the running text; headings are kept where `isHeading` knows them.
  init(_ parts: [Part], title: String?, isHeading: (Part) -> Bool) {
    let prose = parts.map { $0.isProse && Furniture.role(of: $0.line) == .body }
    let headline = title.map { PageBody.letters(Array($0.utf8)[...]) } ?? []
    let titles = parts.indices.filter { place in
      !headline.isEmpty && parts[place].bytes.count < 1000
        && PageBody.letters(parts[place].bytes) == headline
    }
    var clusters: [Range<Int>] = []
    for place in parts.indices where prose[place] {
      if let last = clusters.last, place - last.upperBound <= PageBody.widestGap,
        !titles.contains(where: { last.upperBound <= $0 && $0 < place })
      {
        clusters[clusters.count - 1] = last.lowerBound..<(place + 1)
      } else {
        clusters.append(place..<(place + 1))
      }
    }
    // A cluster under the headline counts three times: teasers of other reports can be longer.
    func weight(_ cluster: Range<Int>) -> Int {
      let bytes = cluster.reduce(0) { $0 + (prose[$1] ? parts[$1].bytes.count : 0) }
      let underTitle = titles.contains { $0 < cluster.lowerBound && cluster.lowerBound - $0 <= 20 }
      return bytes * (underTitle ? 3 : 1)
    }
    let weights = clusters.map(weight)
    guard let best = weights.indices.max(by: { (weights[$0], $1) < (weights[$1], $0) }) else {
      kept = []
      preamble = 0..<0
      postamble = 0..<0
      return
    }
    let cluster = clusters[best]
    let above = titles.last { $0 < cluster.lowerBound } ?? max(0, cluster.lowerBound - 15)
    preamble = max(above, cluster.lowerBound - 60)..<cluster.lowerBound
    postamble = cluster.upperBound..<min(parts.count, cluster.upperBound + 2)
    var seen: Set<ArraySlice<UInt8>> = []
    var kept: [Int] = []
    for place in cluster {
      let part = parts[place]
      if prose[place] {
        if seen.insert(part.bytes).inserted { kept.append(place) }
      } else if isHeading(part) {
        let next = cluster.contains(place + 1) && prose[place + 1]
        if next, seen.insert(part.bytes).inserted { kept.append(place) }
      } else if !part.isFragment, place > cluster.lowerBound, prose[place - 1] || prose[place + 1],
        part.line.endsSentence || part.line.endsQuotation, part.line.wordCount(upTo: 2) == 2
      {
        if seen.insert(part.bytes).inserted { kept.append(place) }
      }
    }
    self.kept = kept
  }

  /// Whether two titles are the same but for case, punctuation and kind of quotation marks.
  static func same(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let first = letters(a)
    return !first.isEmpty && first == letters(b)
  }

  /// The ASCII letters, made small, and digits.
  static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 48...57, 0xC3...0xDF: byte
      default: nil
      }
    }
  }
}
