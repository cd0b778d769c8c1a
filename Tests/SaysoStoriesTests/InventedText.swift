import SaysoRecords

@testable import SaysoStories

/// Texts of words that are drawn from a seed, so that two seeds share hardly a run of words.
enum InventedText {
  /// Sentences of twelve words.
  static func sentences(_ seed: UInt64, _ count: Int) -> [String] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(_ most: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(most))
    }
    let syllables = ["ba", "ne", "ti", "ro", "sul", "mar", "den", "ko", "li", "ves", "gan", "ur"]
    return (0..<count).map { _ in
      (0..<12).map { _ in (0..<3).map { _ in syllables[draw(12)] }.joined() }
        .joined(separator: " ") + "."
    }
  }

  /// A report whose paragraphs are these lines.
  static func report(
    _ id: String, _ lines: [String], title: String? = nil, outlet: String? = nil,
    agency: String? = nil, published: PublicationTime? = nil
  ) -> Report {
    var blocks: [TextBlock] = []
    var text = ""
    for line in lines {
      let start = text.utf8.count
      text += line
      blocks.append(TextBlock(.paragraph, TextSpan(start, text.utf8.count)))
      text += "\n\n"
    }
    return Report(
      id: ReportID(id), title: title, outlet: outlet, agency: agency, published: published,
      sha256: SHA256Digest(hex: String(repeating: "0", count: 64)), text: FrozenText(text),
      blocks: blocks)
  }

  /// A day in March, with an hour where one is given.
  static func march(_ day: Int, hour: Int? = nil) -> PublicationTime? {
    CalendarDate(year: 2031, month: 3, day: day).map { date in
      hour.map { PublicationTime(date, timeSuffix: "T" + ($0 < 10 ? "0" : "") + "\($0):00:00Z") }
        ?? PublicationTime(date)
    }
  }
}

/// Adds reports in their order; all links.
func links(_ reports: [Report]) -> [CopyLink] {
  var index = CopyIndex()
  return reports.flatMap { index.add($0.id, ShingleSet($0)) }
}

/// The groups of reports that were added in their order.
func groups(_ reports: [Report]) -> CopyGroups {
  CopyGroups(reports.map { CopiedReport($0, ShingleSet($0)) }, links(reports))
}

/// The ids of each group.
func names(_ groups: CopyGroups) -> [[String]] {
  groups.groups.map { $0.members.map(\.report.id.text) }
}
