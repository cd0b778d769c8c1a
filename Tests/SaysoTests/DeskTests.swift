import Foundation
import Testing

@testable import Sayso

struct DeskTests {
  private func add(_ path: String, to ledger: String) async throws -> [String] {
    let desk = try Desk(addingTo: ledger)
    var seen: [String] = []
    try await desk.add(
      Batch([path], jobs: 2), through: try Pipeline(engine: .fast), now: "2031-03-20T12:00:00Z"
    ) { added in
      switch added {
      case .kept(let read, let addition, _, _): seen.append("\(read.report.id) \(addition)")
      case .notChanged, .notFetched, .listed: Issue.record("nothing was fetched")
      case .unreadable(let error): seen.append("unreadable: \(error.problem)")
      case .refused(let error, _): seen.append("refused: \(error.problem)")
      }
    }
    return seen
  }

  @Test func `adding twice is adding once, and a broken report costs only itself`() async throws {
    let folder = try TemporaryFolder()
    let lines = (1...40).map { #"{"id":"r\#($0)","text":"Number \#($0) said so."}"# }
    let file = try folder.write("a.jsonl", lines.joined(separator: "\n") + "\n{\"id\":\"x\"}\n")
    let ledger = folder.file("a.db")
    let first = try await add(file, to: ledger)
    let second = try await add(file, to: ledger)
    let failure = "unreadable: the JSON object has no \"text\""
    #expect(first == (1...40).map { "r\($0) added" } + [failure])
    #expect(second == (1...40).map { "r\($0) unchanged" } + [failure])
    let verification = try Desk(verifying: ledger).verify()
    #expect(verification.isSound)
    #expect(verification.reports == 40)
    #expect(verification.searchChecked)
  }

  @Test func `what the ledger answers fits the schemas`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let read = sampleRead()
    _ = try Ledger(addingTo: path).add(read, stamp: ModelStamp("toy"), now: "2031-03-20T12:00:00Z")
    let desk = try Desk(asking: path)
    let schema = try JSONSchema(named: "statements")
    var found = 0
    try desk.statements(StatementQuery()) { statement, text in
      found += 1
      let line = ExchangeFormat.line(statement, text: text)
      let problems = try schema.problems(of: line)
      #expect(problems == [])
      let inRead = String(decoding: ExchangeFormat.line(read), as: UTF8.self)
      let members = String(decoding: line, as: UTF8.self).prefix { $0 != "}" }
      #expect(inRead.contains(members), "a statement reads alike in both outputs")
    }
    #expect(found == 2)
    let actors = try desk.actors()
    #expect(actors.map(\.name) == ["Zoë Brandt"])
    for actor in actors {
      #expect(try JSONSchema(named: "actors").problems(of: ExchangeFormat.line(actor)) == [])
    }
    let line = ExchangeFormat.line(try desk.verify())
    #expect(try JSONSchema(named: "verify").problems(of: line) == [])
  }

  @Test func `a ledger that is not there cannot be asked or verified`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: LedgerError.self) { try Desk(asking: folder.file("a.db")) }
    #expect(throws: LedgerError.self) { try Desk(verifying: folder.file("a.db")) }
    #expect(!FileManager.default.fileExists(atPath: folder.file("a.db")))
  }
}
