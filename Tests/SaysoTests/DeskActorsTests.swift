import Foundation
import Testing

@testable import Sayso

struct DeskActorsTests {
  private let noon = "2031-03-20T12:00:00Z"

  /// A report in which each speaker says one thing.
  private func read(_ id: String, _ speakers: [String]) -> ReadReport {
    let text = FrozenText(speakers.map { "\($0) said it rains." }.joined(separator: "\n"))
    return ReadReport(
      report: Report(
        id: ReportID(id), published: CalendarDate(iso: "2031-03-14").map { PublicationTime($0) },
        language: "en", sha256: noDigest, text: text, blocks: []),
      statements: speakers.enumerated().map { number, name in
        Statement(
          id: StatementID("\(id).\(number)"), kind: .indirect, stance: .asserts,
          confidence: Confidence(1),
          speaker: Speaker(passage: passage(name, in: text), actor: name, named: true), cue: nil,
          content: passage("it rains", in: text))
      },
      mentions: speakers.map {
        Mention(passage: passage($0, in: text), type: .person, actor: $0)
      }, analysed: true)
  }

  private func desk(_ folder: TemporaryFolder) throws -> Desk {
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    for read in [
      read("r1", ["Taras Velynsky"]), read("r2", ["Taras Velynskyy", "Marta Olsk"]),
      read("r3", ["Velynsky"]),
    ] {
      _ = try ledger.add(read, stamp: ModelStamp("toy"), now: noon)
    }
    try ledger.close()
    return try Desk(addingTo: path)
  }

  @Test func `an actor is told once for all reports, and fits the schema`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    let actors = try desk.actors()
    #expect(actors.map(\.statements) == [3, 1])
    let first = try #require(actors.first)
    #expect(first.reports == 3 && first.kind == "person" && first.first?.iso == "2031-03-14")
    #expect(first.evidence.map(\.rule).contains("transliteration"))
    for actor in actors {
      #expect(try JSONSchema(named: "actors").problems(of: ExchangeFormat.line(actor)) == [])
    }
    #expect(
      try desk.names(of: "velynsky") == ["Taras Velynsky", "Taras Velynskyy", "Velynsky"])
    #expect(try desk.names(of: "Nobody") == [])
  }

  @Test func `a decision holds, also for a report that is read again or added later`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    _ = try desk.decide(.split("Velynsky", report: nil), now: noon)
    #expect(try desk.actors().map(\.statements) == [2, 1, 1])
    _ = try desk.decide(.merge("marta olsk", "Velynsky"), now: noon)
    #expect(try desk.actors().map(\.statements) == [2, 2])
    _ = try desk.decide(.rename("Marta Olsk", to: "the mayor"), now: noon)
    _ = try desk.ledger.add(read("r3", ["Velynsky"]), stamp: ModelStamp("later"), now: noon)
    _ = try desk.ledger.add(read("r4", ["Marta Olsk"]), stamp: ModelStamp("later"), now: noon)
    #expect(try desk.actors().map(\.name) == ["the mayor", "Taras Velynskyy"])
    #expect(try desk.actors().map(\.statements) == [3, 2])
  }

  @Test func `a split in one report leaves the others`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    _ = try desk.decide(.split("Taras Velynsky", report: ReportID("r1")), now: noon)
    #expect(try desk.actors().map(\.statements) == [2, 1, 1])
  }

  @Test func `a name that is not there is an error that tells the nearest`() throws {
    let folder = try TemporaryFolder()
    let desk = try desk(folder)
    let error = #expect(throws: ActorError.self) {
      try desk.decide(.rename("Marta Olks", to: "x"), now: noon)
    }
    #expect(error?.description.contains("nearest are \"Marta Olsk\"") == true)
    #expect(throws: ActorError.self) {
      try desk.decide(.split("Marta Olsk", report: ReportID("r1")), now: noon)
    }
    #expect(throws: ActorError.self) {
      try desk.decide(.split("Marta Olsk", report: ReportID("nowhere")), now: noon)
    }
    #expect(try desk.ledger.actorDecisions().isEmpty)
  }

  @Test func `one name stands for all reports; a speaker without a name keeps its words`() {
    let names = ActorNames([read("r1", ["Taras Velynsky"]), read("r2", ["Taras Velynskyy"])])
    #expect(
      names.name(ReportID("r1"), "Taras Velynsky") == names.name(ReportID("r2"), "Taras Velynskyy"))
    #expect(names.name(ReportID("r1"), "the senior official") == "senior official")
  }
}
