import Foundation
import SaysoEvaluation
import SaysoRecords
import Testing

@Suite struct AttributionScoreTests {
  typealias Attribution = AttributionDocument.Attribution

  private let text = FrozenText("Lind said “it is – open,” and Aune denied that the été was late.")

  private func span(_ words: String) -> TextSpan {
    let bytes = Array(words.utf8)
    let start = text.bytes.indices.first { text.bytes[$0...].starts(with: bytes) } ?? 0
    return TextSpan(start, start + bytes.count)
  }

  private func attribution(_ source: String?, _ cue: String?, _ content: String...) -> Attribution {
    Attribution(
      source: source.map { [span($0)] } ?? [], cue: cue.map { [span($0)] } ?? [],
      content: content.map { span($0) })
  }

  @Test func `equal answers score one in everything`() {
    let gold = [
      attribution("Lind", "said", "“it is", "open,”"),
      attribution("Aune", "denied", "that the été was late"),
    ]
    var score = AttributionScore()
    #expect(score.add(text: text, gold: gold, predicted: gold) == [true, true])
    #expect(score.attribution.f1 == 1)
    #expect(score.tokenMicro.f1 == 1)
    #expect(AttributionScore.Role.allCases.allSatisfy { score.strict($0).f1 == 1 })
  }

  @Test func `a source is wrong when absent, a content when less than half is shared`() {
    let gold = [attribution("Aune", "denied", "that the été was late")]
    var absent = AttributionScore()
    absent.add(text: text, gold: gold, predicted: [attribution(nil, "denied", "the été was late")])
    #expect(absent.matched == 1)
    #expect(absent.correct == 0)
    var short = AttributionScore()
    short.add(text: text, gold: gold, predicted: [attribution("Aune", "denied", "late")])
    #expect(short.matched == 0)
  }

  /// The rules were written down twice; where the reference scorer is at hand the two must agree.
  @Test(.enabled(if: ReferenceScorer.path != nil, "the reference scorer is not here: skipped"))
  func `the measure equals the reference scorer's on mangled answers`() throws {
    let scorer = try #require(ReferenceScorer.path)
    var generator = Seeded(state: 42)
    var gold: [(String, FrozenText, [Attribution])] = []
    var predicted: [[Attribution]] = []
    for number in 0..<25 {
      let words = (0..<60).map { _ in
        ["été", "a", "“so”", "it's", "12,5", "—", "naïve_x", "\u{a0}b", "Ωm", "²", "e\u{301}"]
          .randomElement(using: &generator) ?? "a"
      }
      let own = FrozenText(words.joined(separator: number % 2 == 0 ? " " : "\n"))
      func some(_ count: Int) -> [Attribution] {
        (0..<count).map { _ in
          func spans(_ most: Int) -> [TextSpan] {
            let borders = own.bytes.indices.filter { own.bytes[$0] & 0xC0 != 0x80 }
            return (0..<Int.random(in: 0...most, using: &generator)).map { _ in
              let a = Int.random(in: 0..<borders.count, using: &generator)
              let b = min(borders.count - 1, a + Int.random(in: 0...25, using: &generator))
              return TextSpan(borders[a], borders[b])
            }.sorted()
          }
          return Attribution(source: spans(1), cue: spans(1), content: spans(2))
        }
      }
      let right = some(5)
      gold.append(("r\(number)", own, right))
      predicted.append(Array(right.prefix(Int.random(in: 0...5, using: &generator))) + some(3))
    }
    var score = AttributionScore()
    for (one, answer) in zip(gold, predicted) {
      score.add(text: one.1, gold: one.2, predicted: answer)
    }
    let reference = try ReferenceScorer.run(scorer, gold: gold, predicted: predicted)
    let pairs: [(String, PrecisionRecall)] =
      [
        ("attribution", score.attribution), ("attribution.content_only", score.contentOnly),
        ("token.micro", score.tokenMicro),
      ]
      + AttributionScore.Role.allCases.flatMap {
        [
          ("strict.\($0.name)", score.strict($0)), ("partial.\($0.name)", score.partial($0)),
          ("token.\($0.name)", score.token($0)),
        ]
      }
    for (name, own) in pairs {
      let other = try #require(reference[name] as? [String: Double])
      #expect(abs(own.precision - (other["p"] ?? -1)) < 1e-9, "\(name)")
      #expect(abs(own.recall - (other["r"] ?? -1)) < 1e-9, "\(name)")
      #expect(abs(own.f1 - (other["f1"] ?? -1)) < 1e-9, "\(name)")
    }
    #expect(
      abs(score.sourceGivenContent - (reference["source_given_content"] as? Double ?? -1)) < 1e-9)
    #expect(abs(score.cueGivenContent - (reference["cue_given_content"] as? Double ?? -1)) < 1e-9)
  }
}

/// A repeatable generator.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

/// The scorer that defines the measure, beside the project where it is at hand.
private enum ReferenceScorer {
  static let path: String? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = package.appendingPathComponent("../shared/tools/score_attribution.py").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static func run(
    _ scorer: String, gold: [(String, FrozenText, [AttributionDocument.Attribution])],
    predicted: [[AttributionDocument.Attribution]]
  ) throws -> [String: Any] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sayso-score-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func lines(_ rows: [(String, FrozenText, [AttributionDocument.Attribution])]) throws -> Data {
      var data = Data()
      for (id, text, attributions) in rows {
        func points(_ spans: [TextSpan]) -> [[Int]] {
          spans.map { span in
            [span.start, span.end].map { text.codePointOffsets(ofAscending: [$0])[0] }
          }
        }
        let entries = attributions.map {
          ["source": points($0.source), "cue": points($0.cue), "content": points($0.content)]
        }
        data += try JSONSerialization.data(
          withJSONObject: ["id": id, "text": text.string, "attributions": entries])
        data.append(10)
      }
      return data
    }
    let goldFile = folder.appendingPathComponent("gold.jsonl")
    let ownFile = folder.appendingPathComponent("own.jsonl")
    try lines(gold).write(to: goldFile)
    try lines(zip(gold, predicted).map { ($0.0, $0.1, $1) }).write(to: ownFile)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", scorer, goldFile.path, ownFile.path, "--json"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}
