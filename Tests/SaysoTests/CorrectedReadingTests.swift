import Foundation
import Testing

@testable import Sayso

struct CorrectedReadingTests {
  static let text = """
    Mayor Ilse Müller denied that the Harl bridge is unsafe. A port spokesman said "the pier is \
    shut", state radio reported. She said that Müller would resign. She said no more.
    """

  /// Three statements of one report: the mayor's, one that came over the radio, hers again.
  static func read(
    _ text: String = CorrectedReadingTests.text, ids: String = "s"
  ) -> ReadReport {
    let text = FrozenText(text)
    func statement(
      _ number: Int, _ speaker: String, _ actor: String?, _ cue: String, _ content: String,
      _ stance: Stance, chain: [Relay] = []
    ) -> Statement {
      Statement(
        id: StatementID("\(ids)\(number)"), kind: .indirect, stance: stance,
        confidence: Confidence(0.6),
        speaker: Speaker(
          passage: passage(speaker, in: text), actor: actor, named: actor != nil),
        cue: passage(cue, in: text), content: passage(content, in: text), chain: chain)
    }
    let radio = Relay(passage: passage("state radio", in: text), actor: "state radio")
    return ReadReport(
      report: Report(
        id: ReportID("r"), title: "Bridge", language: "en", sha256: noDigest, text: text,
        blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))]),
      statements: [
        statement(
          1, "Mayor Ilse Müller", "Ilse Müller", "denied", "that the Harl bridge is unsafe",
          .denies),
        statement(2, "state radio", "state radio", "reported", "the pier is shut", .asserts),
        statement(
          3, "She", "Ilse Müller", "said that", "that Müller would resign", .asserts,
          chain: [radio]),
      ],
      mentions: [
        Mention(
          passage: passage("Ilse Müller", in: text), type: .person, actor: "Ilse Müller"),
        Mention(passage: passage("Harl", in: text), type: .location, actor: "Harl"),
      ], analysed: true)
  }

  static func correction(
    _ ordinal: Int, _ action: KeptCorrection.Action, in read: ReadReport, number: Int = 1,
    withdrawn: String? = nil
  ) -> KeptCorrection {
    KeptCorrection(
      number: number,
      place: KeptCorrection.Place(of: read.statements[ordinal], in: read.report), action: action,
      by: "", made: "2031-05-04", withdrawn: withdrawn)
  }

  private func words(_ words: String, in read: ReadReport) -> Passage {
    passage(words, in: read.report.text)
  }

  /// What a correction makes of a statement, which must stay the only one that changes.
  private func corrected(_ ordinal: Int, _ action: KeptCorrection.Action) throws -> Statement {
    let read = CorrectedReadingTests.read()
    let reading = CorrectedReading(
      read, [CorrectedReadingTests.correction(ordinal, action, in: read)])
    #expect(reading.met == [1])
    #expect(reading.read.statements.count == read.statements.count)
    for place in read.statements.indices where place != ordinal {
      #expect(reading.read.statements[place] == read.statements[place])
    }
    return reading.read.statements[ordinal]
  }

  @Test func `a stance is the person's, sure and marked; all else stays`() throws {
    let statement = try corrected(0, .stance(.doubts))
    let before = CorrectedReadingTests.read().statements[0]
    #expect(statement.stance == .doubts && statement.corrected == [.stance])
    #expect(statement.confidence == Confidence(1))
    #expect(statement.id == before.id && statement.speaker == before.speaker)
    #expect(statement.content == before.content && statement.cue == before.cue)
  }

  @Test(arguments: [
    ("Mayor Ilse Müller", "Ilse Müller", true), ("Ilse Müller", "Ilse Müller", true),
    ("She", "Ilse Müller", true), ("Harl", "Harl", true),
    ("the Harl bridge", "the Harl bridge", false), ("A port spokesman", "A port spokesman", false),
  ])
  func `the words of a speaker mean whom the report means by them`(
    _ speaker: String, _ actor: String, _ named: Bool
  ) throws {
    let read = CorrectedReadingTests.read()
    let statement = try corrected(1, .speaker(.words(words(speaker, in: read))))
    #expect(statement.speaker?.passage.text == speaker)
    #expect(statement.speaker?.actor == actor)
    #expect(statement.speaker?.named == named)
    #expect(statement.corrected == [.speaker])
  }

  @Test func `a name keeps the words that stand for it, and an unknown speaker has none`() throws {
    let named = try corrected(2, .speaker(.name("Ada Tolv")))
    #expect(named.speaker?.passage.text == "She" && named.speaker?.actor == "Ada Tolv")
    #expect(try corrected(2, .speaker(.unknown)).speaker == nil)
  }

  @Test func `who speaks does not relay`() throws {
    let read = CorrectedReadingTests.read()
    #expect(
      try corrected(2, .speaker(.words(words("state radio", in: read)))).chain.isEmpty)
  }

  @Test(arguments: [
    ("\"the pier is shut\"", StatementKind.direct), ("A port spokesman", .indirect),
    ("said \"the pier", .mixed),
  ])
  func `a content has the words of the person and is as much quoted as they are`(
    _ content: String, _ kind: StatementKind
  ) throws {
    let read = CorrectedReadingTests.read()
    let statement = try corrected(1, .content(words(content, in: read)))
    #expect(statement.content.text == content)
    #expect(statement.kind == kind)
    #expect(statement.corrected == [.content])
  }

  @Test func `statements stay in reading order when contents move`() {
    let read = CorrectedReadingTests.read()
    let reading = CorrectedReading(
      read,
      [CorrectedReadingTests.correction(2, .content(words("Mayor", in: read)), in: read)])
    #expect(reading.read.statements.map(\.id.text) == ["s3", "s1", "s2"])
  }

  @Test func `corrections of several fields add up, the later of one field holds`() {
    let read = CorrectedReadingTests.read()
    let corrections = [
      CorrectedReadingTests.correction(0, .stance(.plans), in: read),
      CorrectedReadingTests.correction(0, .speaker(.unknown), in: read, number: 2),
      CorrectedReadingTests.correction(0, .stance(.urges), in: read, number: 3),
      CorrectedReadingTests.correction(
        0, .stance(.warns), in: read, number: 4, withdrawn: "2031-05-05"),
    ]
    let reading = CorrectedReading(read, corrections)
    let statement = reading.read.statements[0]
    #expect(statement.stance == .urges && statement.speaker == nil)
    #expect(statement.corrected == [.stance, .speaker])
    #expect(reading.met == [1, 2, 3])
  }

  @Test func `what is no statement is gone, and claims do not change a reading`() {
    let read = CorrectedReadingTests.read()
    let reading = CorrectedReading(
      read,
      [
        CorrectedReadingTests.correction(1, .dismiss, in: read),
        CorrectedReadingTests.correction(0, .apart, in: read, number: 2),
      ])
    #expect(reading.read.statements == [read.statements[0], read.statements[2]])
    #expect(reading.dismissed == [read.statements[1]])
    #expect(reading.met == [1, 2])
    #expect(CorrectedReading(read, []).read == read)
  }

  @Test func `other ids are found by place, another text by words, and what is gone waits`() {
    let read = CorrectedReadingTests.read()
    let words = passage("Mayor Ilse Müller", in: read.report.text)
    let corrections = [
      CorrectedReadingTests.correction(0, .stance(.plans), in: read),
      CorrectedReadingTests.correction(2, .speaker(.words(words)), in: read, number: 2),
    ]
    let renamed = CorrectedReading(CorrectedReadingTests.read(ids: "t"), corrections)
    #expect(renamed.met == [1, 2])
    #expect(renamed.read.statements[0].stance == .plans)
    let later = CorrectedReadingTests.read("Updated.\n\n" + CorrectedReadingTests.text)
    let moved = CorrectedReading(later, corrections)
    #expect(moved.met == [1, 2])
    #expect(
      moved.read.statements[2].speaker?.passage
        == passage("Mayor Ilse Müller", in: later.report.text))
    #expect(moved.read.passages.allSatisfy { $0.matches(later.report.text) })
    let twice = CorrectedReadingTests.read(
      CorrectedReadingTests.text + " Again: that the Harl bridge is unsafe.")
    #expect(CorrectedReading(twice, corrections).met == [2])
    let gone = ReadReport(report: read.report, analysed: true)
    #expect(CorrectedReading(gone, corrections).met == [])
  }
}
