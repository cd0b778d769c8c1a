import Crypto
import Foundation
import SaysoRecords
import Testing

@testable import Sayso
@testable import SaysoEvaluation

struct GoldComparisonTests {
  /// A gold report on an invented text, written where a corpus would lie.
  private func document(
    _ text: String, actors: String = "{}", statements: String, sha256: String? = nil
  ) throws -> GoldDocument {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = "* menu *\n" + text + "\n* more *\n"
    try Data(source.utf8).write(to: folder.appending(path: "page.md"))
    let digest = SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    let json = """
      {"file":"page.md","blocks":[{"kind":"paragraph","pieces":[[9,\(9 + text.unicodeScalars.count)]]}],
       "sha256":"\(sha256 ?? digest)","actors":\(actors),"statements":\(statements)}
      """
    let gold = try JSONDecoder().decode(GoldReport.self, from: Data(json.utf8))
    return try GoldDocument(gold, name: "page", data: folder.path)
  }

  private func passage(_ words: String, in text: FrozenText) -> Passage {
    let range = text.string.range(of: words)
    let start = range.map {
      text.string.utf8.distance(from: text.string.utf8.startIndex, to: $0.lowerBound)
    }
    return Passage([TextSpan(start ?? 0, (start ?? 0) + words.utf8.count)], in: text)
  }

  private func statement(
    _ text: FrozenText, _ speaker: Speaker?, _ cue: String, _ content: String,
    _ stance: Stance = .asserts, chain: [Relay] = []
  ) -> Statement {
    Statement(
      id: StatementID(cue), kind: .indirect, stance: stance, confidence: Confidence(0.9),
      speaker: speaker, cue: passage(cue, in: text), content: passage(content, in: text),
      chain: chain)
  }

  @Test func `the text is the pieces of the corpus text and offsets become bytes`() throws {
    let document = try document(
      "Zoë said it rained.",
      statements:
        #"[{"speaker":[[0,3]],"cue":[[4,8]],"content":[[9,18]],"stance":"asserts","chain":[],"figures":[]}]"#
    )
    let text = document.report.text
    #expect(text.string == "Zoë said it rained.")
    #expect(document.entries[0].content.map { text.words($0) } == ["it rained"])
    #expect(document.entries[0].speaker.map { text.words($0) } == ["Zoë"])
  }

  @Test func `a changed corpus text is refused`() {
    #expect(throws: EvaluationError.self) {
      try document("It rained.", statements: "[]", sha256: String(repeating: "0", count: 64))
    }
  }

  @Test func `a statement inside another finds its own gold`() throws {
    let words = "Her office said that Vask told aides that the pier was shut."
    let document = try document(
      words,
      statements: """
        [{"speaker":[[0,10]],"cue":[[11,15]],"content":[[16,59]],"stance":"asserts","chain":[],"figures":[]},
         {"speaker":[[21,25]],"cue":[[26,30]],"content":[[37,59]],"stance":"asserts",
          "chain":[{"spans":[[0,10]]}],"figures":[]}]
        """)
    let text = document.report.text
    let office = passage("Her office", in: text)
    let read = ReadReport(
      report: document.report,
      statements: [
        statement(
          text, Speaker(passage: passage("Vask", in: text), actor: "Vask", named: true), "told",
          "that the pier was shut", chain: [Relay(passage: office, actor: nil)]),
        statement(
          text, Speaker(passage: office, actor: nil, named: false), "said",
          "that Vask told aides that the pier was shut"),
      ], analysed: true)
    let comparison = GoldComparison(document, read)
    #expect(comparison.pairs.count == 2)
    #expect(comparison.pairs.allSatisfy { $0.hasChain && $0.hasContent && $0.hasSpeaker })
    var score = GoldScore()
    score.add(comparison)
    #expect(
      score.chains
        == {
          var share = GoldScore.Share(); share.right = 1; share.all = 1; return share
        }())
    #expect(score.statements.f1 == 1)
  }

  @Test func `a denial that is no denial costs precision, found or not`() throws {
    let document = try document(
      "Vask said it rained.",
      statements:
        #"[{"speaker":[[0,4]],"cue":[[5,9]],"content":[[10,19]],"stance":"asserts","chain":[],"figures":[]}]"#
    )
    let text = document.report.text
    let read = ReadReport(
      report: document.report,
      statements: [statement(text, nil, "said", "it rained", .denies)], analysed: true)
    var score = GoldScore()
    score.add(GoldComparison(document, read))
    #expect(score.answers.predicted == 1)
    #expect(score.answers.correct == 0)
    #expect(score.stances.value == 0)
  }

  private let actors: [String: GoldDocument.Actor] = [
    "A": .init(["President Mira Teldane", "Teldane"], kind: "person"),
    "B": .init(["a senior official at the ministry"], kind: "person", isNamed: false),
    "C": .init(["Northland", "Harrow"], kind: "state"),
    "G": .init(["Teldane and Harrow"], kind: "group", members: ["A", "C"]),
  ]

  @Test(
    arguments: [
      ("Mira Teldane", true, "A", .right),
      ("Teldane", true, "A", .right), ("Northland", true, "A", .wrong),
      (nil, false, "A", .unknown), ("the president", false, "A", .unknown),
      ("Harrow", true, "C", .right), ("North", true, "C", .wrong),
      ("a senior official at the ministry", false, "B", .right), ("Teldane", true, "B", .wrong),
    ] as [(String?, Bool, String, GoldComparison.Resolution)])
  func `an actor is right by any of its forms and a person by part of a name`(
    actor: String?, named: Bool, gold: String, expected: GoldComparison.Resolution
  ) {
    let text = FrozenText("he")
    let speaker = Speaker(
      passage: Passage([TextSpan(0, 2)], in: text), actor: actor, named: named)
    #expect(GoldActors(actors).resolution(of: speaker, gold: gold) == expected)
  }

  @Test func `a group is right when its members are`() {
    let text = FrozenText("Teldane and Harrow")
    let passage = Passage([TextSpan(0, 18)], in: text)
    func resolution(_ members: [String]) -> GoldComparison.Resolution {
      let speaker = Speaker(
        passage: passage, actor: "Teldane and Harrow", named: true, members: members)
      return GoldActors(actors).resolution(of: speaker, gold: "G")
    }
    #expect(resolution(["Mira Teldane", "Northland"]) == .right)
    #expect(resolution(["Mira Teldane"]) == .wrong)
  }
}
