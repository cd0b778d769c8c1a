internal import Foundation
internal import SaysoLearning
package import SaysoRecords

/// A set of reports whose stories are known.
package struct StoryCorpus: Sendable {
  /// One report with its gold.
  package struct Item: Sendable {
    /// The report; its id is a hash of the corpus's, since those name the story and stand in its order.
    package let report: Report
    /// The corpus's own id.
    package let source: String
    /// The story.
    package let story: String
    /// What several like stories share: ECB+'s topic; elsewhere the story.
    package let topic: String
    /// ECB+'s "train" or "dev"; empty elsewhere.
    package let split: String
  }

  /// The sets.
  package enum Name: String, CaseIterable, Sendable {
    case basil, allsides, ecbplus, neus

    /// Its files below the data folder.
    package var paths: [String] {
      switch self {
      case .basil: ["stories-basil/basil.jsonl"]
      case .allsides: ["stories-allsides/roundups.jsonl"]
      case .ecbplus: ["ecbplus/ecbplus.jsonl"]
      case .neus: ["stories-neus/train.jsonl", "stories-neus/val.jsonl"]
      }
    }
  }

  /// Which it is.
  package let name: Name
  /// The reports.
  package let items: [Item]

  /// Reads a set below a data folder.
  ///
  /// The address that begins many an ECB+ text is left out: it names the event. Of NeuS the stories that
  /// AllSides has too, by title, are left out.
  package init(_ name: Name, data: String) throws {
    self.name = name
    switch name {
    case .basil:
      items = try StoryCorpus.lines(name, data, as: BasilLine.self).map { line in
        StoryCorpus.item(line.id, line.title, line.text, day: line.date, story: line.story)
      }
    case .allsides:
      items = try StoryCorpus.lines(name, data, as: AllSidesLine.self).map { line in
        StoryCorpus.item(line.id, line.title, line.text, day: line.storyDate, story: line.story)
      }
    case .ecbplus:
      items = try StoryCorpus.lines(name, data, as: ECBLine.self).map { line in
        StoryCorpus.item(
          line.doc, nil, StoryCorpus.withoutAddress(line.text), day: nil, story: line.subtopic,
          topic: "t\(line.topic)", split: line.split)
      }
    case .neus:
      let other = Set(
        try StoryCorpus.lines(.allsides, data, as: AllSidesLine.self).map {
          StoryCorpus.letters($0.title ?? "")
        })
      items = try StoryCorpus.lines(name, data, as: NeusLine.self)
        .filter { line in
          !line.articles.contains { other.contains(StoryCorpus.letters($0.title)) }
        }
        .flatMap { line in
          line.articles.enumerated().map { number, article in
            StoryCorpus.item(
              "\(line.story)-\(number)", article.title, article.text, day: nil, story: line.story)
          }
        }
    }
  }

  private struct BasilLine: Decodable {
    let id: String
    let story: String
    let title: String?
    let text: String
    let date: String?
  }
  private struct AllSidesLine: Decodable {
    let id: String
    let story: String
    let title: String?
    let text: String
    let storyDate: String?
    enum CodingKeys: String, CodingKey {
      case id, story, title, text
      case storyDate = "story_date"
    }
  }
  private struct ECBLine: Decodable {
    let doc: String
    let topic: Int
    let subtopic: String
    let split: String
    let text: String
  }
  private struct NeusLine: Decodable {
    struct Article: Decodable {
      let title: String
      let text: String
    }
    let story: String
    let articles: [Article]
  }

  private static func lines<Line: Decodable>(
    _ name: Name, _ data: String, as type: Line.Type
  ) throws -> [Line] {
    let decoder = JSONDecoder()
    return try name.paths.flatMap { path in
      try CorpusFile.bytes(path, in: data).split(separator: 0x0A).map { line in
        try decoder.decode(type, from: Data(line))
      }
    }
  }

  private static func withoutAddress(_ text: String) -> String {
    let first = text.prefix { $0 != "\n" }.drop { $0 == " " }
    guard first.hasPrefix("http") || first.hasPrefix("www") else { return text }
    return String(text.drop { $0 != "\n" }.dropFirst())
  }

  private static func letters(_ title: String) -> String {
    title.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// A report whose paragraphs are the lines of a text.
  private static func item(
    _ id: String, _ title: String?, _ text: String, day: String?, story: String,
    topic: String? = nil, split: String = ""
  ) -> Item {
    let frozen = FrozenText(text)
    var blocks: [TextBlock] = []
    var start = 0
    for line in frozen.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      if end > start { blocks.append(TextBlock(.paragraph, TextSpan(start, end))) }
      start = end + 1
    }
    let digest = String(FeatureHash.of(id), radix: 16)
    let report = Report(
      id: ReportID(digest), title: title,
      published: day.flatMap { CalendarDate(iso: $0.prefix(10)) }.map { PublicationTime($0) },
      language: "en", sha256: SHA256Digest(hex: String(repeating: "0", count: 64)), text: frozen,
      blocks: blocks)
    return Item(report: report, source: id, story: story, topic: topic ?? story, split: split)
  }
}
