import Foundation
import SaysoLedger
import SaysoRecords

/// Statements, with the clash of names settled as in the module under test.
typealias Statement = SaysoRecords.Statement

let firstModels = ModelStamp("toy 1")
let laterModels = ModelStamp("toy 2")
let noon = "2031-05-04T12:00:00Z"

/// A folder that is removed when the test lets go of it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sayso-ledger-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: file(name))) }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: URL(filePath: file(name)))
  }
}

/// A report in which marked words become records; every word must occur in the text.
struct Sample {
  var id = "r1"
  var title: String? = "Bridge closed"
  var outlet: String? = "Varnholm Post"
  var published: String? = "2031-05-03"
  var text = """
    Mayor Ilse Müller denied that the Harl bridge is unsafe. "We checked all 14 pillars on \
    Friday," she said. A senior official warned of cracks, state radio reported.
    """
  var statements: [(speaker: String, actor: String?, cue: String, content: String, Stance)] = [
    ("Mayor Ilse Müller", "Ilse Müller", "denied", "that the Harl bridge is unsafe", .denies),
    ("she", "Ilse Müller", "said", "\"We checked all 14 pillars on Friday,\"", .asserts),
    ("A senior official", nil, "warned", "of cracks", .warns),
  ]
  var said: [String?] = [nil, "2031-05-02", nil]
  /// The actors of the groups, by statement.
  var members: [Int: [String]] = [:]
  /// Statements whose speaker is a description, although an actor stands there.
  var unnamed: Set<Int> = []
  /// The words of figures, each a part of the first.
  var figures: [String] = []
  var analysed = true

  func made() throws -> ReadReport {
    let frozen = FrozenText(text)
    func passage(_ words: String) throws -> Passage {
      let bytes = Array(words.utf8)
      let start = (0...(frozen.byteCount - bytes.count)).first {
        frozen.bytes[$0..<$0 + bytes.count].elementsEqual(bytes)
      }
      guard let start else { throw MissingWords(words: words) }
      return Passage([TextSpan(start, start + bytes.count)], in: frozen)
    }
    let made = try statements.enumerated().map { index, part in
      Statement(
        id: StatementID("\(id)-\(index)"), kind: part.content.contains("\"") ? .direct : .indirect,
        stance: part.4, confidence: Confidence(0.75),
        speaker: Speaker(
          passage: try passage(part.speaker), actor: part.actor,
          named: (part.actor ?? members[index]?.first) != nil && !unnamed.contains(index),
          members: members[index] ?? []),
        cue: try passage(part.cue), content: try passage(part.content),
        said: index < said.count ? said[index] : nil)
    }
    return ReadReport(
      report: Report(
        id: ReportID(id), title: title, url: "https://post.example/" + id, outlet: outlet,
        published: published.flatMap { CalendarDate(iso: $0) }.map { PublicationTime($0) },
        language: "en", topics: ["local"], sha256: SHA256Digest(hex: sha("a")), text: frozen,
        blocks: [TextBlock(.paragraph, TextSpan(0, frozen.byteCount))]),
      statements: made,
      mentions: text.contains("Ilse Müller")
        ? [Mention(passage: try passage("Ilse Müller"), type: .person, actor: "Ilse Müller")] : [],
      figures: try figures.map { words in
        Figure(
          passage: try passage(words), low: 14, high: 14, bound: .exactly, unit: nil,
          counts: "pillars", whole: words == figures[0] ? nil : try passage(figures[0]).extent)
      }, analysed: analysed)
  }

  struct MissingWords: Error { let words: String }
}

/// A digest of one repeated digit.
func sha(_ digit: Character) -> String { String(repeating: digit, count: 64) }
