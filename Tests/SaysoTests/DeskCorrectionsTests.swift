import Foundation
import Testing

@testable import Sayso

struct DeskCorrectionsTests {
  private let noon = "2031-05-04T12:00:00Z"

  private func desk(_ folder: TemporaryFolder) throws -> Desk {
    let desk = try Desk(addingTo: folder.file("a.db"))
    _ = try desk.ledger.add(
      CorrectedReadingTests.read(), stamp: ModelStamp("toy 1"), now: noon)
    return desk
  }

  private func statements(_ desk: Desk) throws -> [Statement] {
    try desk.ledger.readReport(ReportID("r"))?.statements ?? []
  }

  @Test func `a statement is put right by words of the report, nearest to it`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    let kept = try desk.correct(
      Correction("s2", .speaker(.text("A port  spokesman"))), by: "Ada", now: noon)
    #expect(kept.number == 1 && kept.by == "Ada" && kept.made == noon)
    _ = try desk.correct(Correction("s2", .content(.text("\"the pier is shut\""))), now: noon)
    let statement = try statements(desk)[1]
    #expect(statement.speaker?.passage.text == "A port spokesman")
    #expect(statement.content.text == "\"the pier is shut\"" && statement.kind == .direct)
    #expect(statement.corrected == [.speaker, .content])
    // Müller stands in what she said, and before it.
    _ = try desk.correct(Correction("s3", .speaker(.text("Müller"))), now: noon)
    #expect(try statements(desk)[2].speaker?.passage.extent.start == 11)
    let spans = [TextSpan(0, 5), TextSpan(11, 18)]
    _ = try desk.correct(Correction("s3", .content(.spans(spans))), now: noon)
    #expect(try statements(desk).first?.content.text == "Mayor … Müller")
    _ = try desk.correct(
      Correction("s3", .content(.text("the Harl bridge … unsafe"))), now: noon)
    #expect(
      try statements(desk).first { $0.id.text == "s3" }?.content.words
        == ["the Harl bridge", "unsafe"])
    #expect(try desk.verify().isSound)
  }

  @Test func `a correction holds for other models and the same report changes nothing`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    _ = try desk.correct(Correction("s1", .stance(.doubts)), now: noon)
    func add(_ read: ReadReport, _ stamp: String) throws -> Addition? {
      var intake = try StoryIntake(desk.ledger)
      var addition: Addition?
      try desk.write(
        [.read(read, place: "r.txt", warnings: [])], stamp: ModelStamp(stamp), now: noon,
        into: &intake
      ) { if case .kept(_, let found, _, _) = $0 { addition = found } }
      return addition
    }
    #expect(try add(CorrectedReadingTests.read(), "toy 1") == .unchanged)
    #expect(try add(CorrectedReadingTests.read(ids: "t"), "toy 2") == .newAnalysis(4))
    #expect(try add(CorrectedReadingTests.read(ids: "t"), "toy 2") == .unchanged)
    #expect(try statements(desk).map(\.id.text) == ["t1", "t2", "t3"])
    #expect(try statements(desk).first?.stance == .doubts)
    #expect(try desk.unmetCorrections() == [])
    _ = try desk.withdraw(correction: 1, now: noon)
    #expect(try statements(desk) == CorrectedReadingTests.read(ids: "t").statements)
    let gone = ReadReport(report: CorrectedReadingTests.read().report, analysed: true)
    _ = try desk.correct(Correction("t1", .dismiss), now: noon)
    #expect(try add(gone, "toy 3") == .newAnalysis(7))
    #expect(try desk.unmetCorrections() == [2])
    #expect(try desk.corrections().map(\.stands) == [false, true])
    #expect(try desk.verify().isSound)
  }

  @Test func `what cannot be done says what, where and what to do instead`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    func problem(_ statement: String, _ action: Correction.Action) throws -> String? {
      let error = #expect(throws: CorrectionError.self) {
        try desk.correct(Correction(statement, action), now: noon)
      }
      return error.map { error in
        #expect(!error.remedy.isEmpty && error.place.hasPrefix(desk.ledger.path))
        return error.problem
      }
    }
    #expect(try problem("x", .dismiss) == "the ledger holds no such statement")
    #expect(try problem("", .dismiss) == "the ledger holds no such statement")
    #expect(try problem("s", .dismiss) == "several statements have ids that begin so")
    #expect(
      try problem("s1", .speaker(.text("a baker")))
        == "the report does not have the words \"a baker\"")
    #expect(
      try problem("s1", .content(.text("Mayor … a baker")))
        == "the report does not have the words \"Mayor … a baker\"")
    for spans in [[], [TextSpan(0, 9999)], [TextSpan(4, 6), TextSpan(0, 2)], [TextSpan(12, 13)]] {
      #expect(
        try problem("s1", .content(.spans(spans)))
          == "the places do not lie in the text of the report")
    }
    #expect(try problem("s1", .align(with: "s1")) == "a statement belongs to its own claim")
    _ = try desk.correct(Correction("s1", .apart), now: noon)
    #expect(throws: CorrectionError.self) { try desk.withdraw(correction: 9, now: noon) }
    _ = try desk.withdraw(correction: 1, now: noon)
    #expect(throws: CorrectionError.self) { try desk.withdraw(correction: 1, now: noon) }
    #expect(throws: LedgerError.self) {
      try Desk(asking: folder.file("a.db")).correct(Correction("s1", .dismiss), now: noon)
    }
  }

  @Test func `corrected statements, corrections and gold fit what is published`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    let actions: [(String, Correction.Action)] = [
      ("s1", .stance(.doubts)), ("s2", .speaker(.text("A port spokesman"))),
      ("s2", .content(.text("\"the pier is shut\""))), ("s2", .align(with: "s1")), ("s1", .apart),
      ("s1", .speakerNamed("Ada Tolv")), ("s3", .speakerUnknown), ("s3", .dismiss),
    ]
    for (statement, action) in actions {
      _ = try desk.correct(Correction(statement, action), by: "Ada", now: noon)
    }
    let unmet = try desk.unmetCorrections()
    #expect(unmet == [])
    for correction in try desk.corrections() {
      let line = ExchangeFormat.line(correction, applies: true)
      #expect(try JSONSchema(named: "corrections").problems(of: line) == [])
    }
    try desk.statements(StatementQuery()) { statement, text in
      let line = ExchangeFormat.line(statement, text: text)
      let problems = try JSONSchema(named: "statements").problems(of: line)
      #expect(problems == [])
      #expect(String(decoding: line, as: UTF8.self).contains("\"corrected\":[\"s"))
    }
    var lines: [String] = []
    try desk.correctedReports {
      lines.append(String(decoding: ExchangeFormat.line($0), as: UTF8.self))
    }
    let digest = CorrectedReadingTests.read().report.text.digest
    #expect(
      lines == [
        """
        {"id":"r","title":"Bridge","published":null,"sha256":"\(digest)","actors":{\
        "a1":{"spans":[[0,17]],"forms":["Ada Tolv"],"named":true},\
        "a2":{"spans":[[57,73]],"forms":[],"named":false}},"statements":[\
        {"id":"s1","speaker":[[0,17]],"actor":"a1","cue":[[18,24]],"content":[[25,55]],\
        "stance":"doubts","chain":[],"said":null,"holds":null,"corrected":["stance","speaker"]},\
        {"id":"s2","speaker":[[57,73]],"actor":"a2","cue":[[111,119]],"content":[[79,97]],\
        "stance":"asserts","chain":[],"said":null,"holds":null,"corrected":["speaker","content"]}],\
        "dismissed":[{"id":"s3","content":[[130,154]]}],"aligned":[{"id":"s2","with":\
        {"report":"r","statement":"s1","words":"that the Harl bridge is unsafe"}}],"apart":["s1"]}

        """
      ])
  }

  @Test func `a brief puts statements where people say they belong, and marks them`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    func claims() throws -> [[String]] {
      try desk.briefs(together: true).flatMap { briefing in
        briefing.brief.claims.map { $0.statements.map(\.text).sorted() }
      }.sorted { ($0.first ?? "") < ($1.first ?? "") }
    }
    #expect(try claims() == [["s1"], ["s2"], ["s3"]])
    _ = try desk.correct(Correction("s3", .align(with: "s1")), now: noon)
    #expect(try claims() == [["s1", "s3"], ["s2"]])
    let briefing = try #require(try desk.briefs(together: true).first)
    #expect(briefing.sources[StatementID("s3")]?.corrected == [.claim])
    let line = ExchangeFormat.line(briefing)
    #expect(try JSONSchema(named: "brief").problems(of: line) == [])
    #expect(String(decoding: line, as: UTF8.self).contains("\"corrected\":[\"claim\"]"))
    _ = try desk.correct(Correction("s3", .apart), now: noon)
    #expect(try claims() == [["s1"], ["s2"], ["s3"]])
    _ = try desk.withdraw(correction: 2, now: noon)
    #expect(try claims() == [["s1", "s3"], ["s2"]])
  }
}
