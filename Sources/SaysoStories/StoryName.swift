package import SaysoRecords
internal import SaysoLearning

/// What a story is called and how far it reaches, made from its reports alone.
package struct StoryName: Hashable, Sendable {
  /// A report as far as names need it.
  package struct Source: Hashable, Sendable {
    /// The report.
    package let id: ReportID
    /// Its headline.
    package let title: String?
    /// The beginning of its text, for reports without a headline.
    package let opening: String
    /// Who published it.
    package let outlet: String?
    /// When.
    package let published: PublicationTime?

    /// A report's parts.
    package init(
      id: ReportID, title: String?, opening: String, outlet: String?, published: PublicationTime?
    ) {
      self.id = id
      self.title = title
      self.opening = opening
      self.outlet = outlet
      self.published = published
    }

    /// The parts of a report; of its text the first line.
    package init(_ report: Report) {
      let line = report.text.bytes.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
      self.init(
        id: report.id, title: report.title, opening: String(decoding: line, as: UTF8.self),
        outlet: report.outlet, published: report.published)
    }
  }

  /// The name: the headline that shares most with the others, shortened; empty where no report has words.
  package let text: String
  /// The first and the last day of publication; nil where no report has one.
  package let span: ClosedRange<CalendarDate>?
  /// The outlets, sorted, none twice.
  package let outlets: [String]

  /// Characters of a name, a sign for what was left out included.
  package static let longest = 80

  /// The name of a story; the order of the reports does not matter.
  ///
  /// The headline is the medoid: the one whose words, weighed by rarity, are found most in the other
  /// headlines, for its length. A report without a headline lends its first line, but only where no
  /// report has one. Ties go to the earlier report.
  package init(_ reports: [Source], background: StoryBackground) {
    let days = reports.compactMap { $0.published?.date }
    span = days.min().flatMap { first in days.max().map { first...$0 } }
    outlets = Set(reports.compactMap(\.outlet)).sorted()
    let ordered = reports.sorted(by: StoryName.isEarlier)
    var lines = ordered.compactMap { StoryName.plain($0.title ?? "") }
    if lines.isEmpty { lines = ordered.compactMap { StoryName.plain($0.opening) } }
    text = StoryName.shortened(StoryName.mostCentral(lines, background) ?? "")
  }

  private static func isEarlier(_ a: Source, _ b: Source) -> Bool {
    switch (a.published?.date, b.published?.date) {
    case (let one?, let other?) where one != other: return one < other
    case (_?, nil): return true
    case (nil, _?): return false
    default: return a.id < b.id
    }
  }

  /// A line with single spaces; nil where it has no word.
  private static func plain(_ line: String) -> String? {
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func mostCentral(_ lines: [String], _ background: StoryBackground) -> String? {
    let words = lines.map { line in
      Set(StoryWords.words(of: Array(line.utf8)).map(\.hash)).sorted()
    }
    var counts: [UInt64: Int] = [:]
    for hash in words.joined() { counts[hash, default: 0] += 1 }
    var best: (line: String, score: Float)?
    for (line, hashes) in zip(lines, words) {
      var shared: Float = 0
      var all: Float = 0
      for hash in hashes {
        let rarity = background.rarity(hash)
        shared += rarity * Float((counts[hash] ?? 1) - 1)
        all += rarity * rarity
      }
      let score = all == 0 ? 0 : shared / all.squareRoot()
      if best.map({ score > $0.score }) ?? true { best = (line, score) }
    }
    return best?.line
  }

  /// A headline without the outlet behind a bar, cut after a clause or between words.
  private static func shortened(_ line: String) -> String {
    var line = line
    if let bar = line.firstRange(of: " | "), bar.lowerBound > line.startIndex {
      line = String(line[..<bar.lowerBound])
    }
    while line.last == ".", !line.hasSuffix("..") { line.removeLast() }
    guard line.count > longest else { return line }
    var kept = ""
    for word in line.split(separator: " ") {
      guard kept.count + word.count + 1 < longest else { break }
      kept += (kept.isEmpty ? "" : " ") + word
    }
    if kept.isEmpty { kept = String(line.prefix(longest - 1)) }
    // A clause that ends late enough reads better than a cut.
    if let end = kept.lastIndex(where: { ",;:—–".contains($0) }),
      kept.distance(from: kept.startIndex, to: end) > longest / 2
    {
      return String(kept[..<end])
    }
    return kept + "…"
  }
}
