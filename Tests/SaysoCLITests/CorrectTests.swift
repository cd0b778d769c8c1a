import Foundation
import Sayso
import Testing

struct CorrectTests {
  private func seeded() async throws -> (TemporaryFolder, [Statement]) {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("sayso.db"))
    let read = try await goldRead("01-harbour-strike.txt")
    _ = try ledger.add(read, stamp: ModelStamp("a careful reader"), now: "2031-03-20T12:00:00Z")
    try ledger.close()
    return (folder, read.statements)
  }

  @Test func `a statement is put right, shown as corrected, listed, exported and put back`()
    async throws
  {
    let (folder, statements) = try await seeded()
    let id = statements[0].id.text
    func run(_ arguments: String...) throws -> SaysoProcess {
      try SaysoProcess.run(arguments, in: folder.path)
    }
    let before = try run("statements", "--json").output
    #expect(try run("correct", "--list").status == 1)
    #expect(try run("correct", "--export").status == 1)
    #expect(try run("statements", "--ids").output.contains(id.prefix(12)))
    let made = try run("correct", id, "--stance", "doubts", "--by", "Ada Tolv")
    #expect(made.status == 0 && made.output.hasPrefix("1 "))
    #expect(made.output.contains(" Ada Tolv: stance is doubts · \(id)"))
    #expect(try run("statements", "--stance", "doubts").output.contains("corrected"))
    #expect(try run("statements", "--json").output.contains("\"corrected\":[\"stance\"]"))
    #expect(try run("brief", "--all").output.contains(" · corrected\n"))
    #expect(try run("verify").status == 0)
    #expect(try run("correct", id, "--dismiss").status == 0)
    #expect(
      try run("statements", "--json").output.split(separator: "\n").count == statements.count - 1)
    #expect(try run("correct", "--list").output.split(separator: "\n").count == 2)
    #expect(try run("correct", "--list", "--json").output.hasPrefix("{\"number\":1,"))
    #expect(try run("correct", "--export").output.contains("\"dismissed\":[{\"id\":\"\(id)\""))
    #expect(try run("correct", "--undo", "2").output.hasPrefix("taken back: 2 "))
    #expect(try run("correct", "--undo", "1").status == 0)
    #expect(try run("statements", "--json").output == before)
    #expect(try run("correct", "--list").output.contains("withdrawn"))
    #expect(try run("verify").status == 0)
  }

  @Test func `adding tells of corrections that find their statement no more`() throws {
    let folder = try TemporaryFolder()
    func add(_ text: String) throws -> SaysoProcess {
      try SaysoProcess.shell(
        "echo \"$1\" | \"$0\" add -", [#"{"id":"r","text":"\#(text)"}"#], in: folder.path)
    }
    #expect(try add("Mayor Ada Tolv said that the pier is shut.").status == 0)
    let found = try Desk(asking: folder.file("sayso.db")).ledger.statements()
    let id = try #require(found.first?.statement.id.text)
    #expect(
      try SaysoProcess.run(["correct", id, "--stance", "warns"], in: folder.path).status == 0)
    #expect(try add("At noon, Mayor Ada Tolv said that the pier is shut.").errors.isEmpty)
    let kept = try Desk(asking: folder.file("sayso.db")).ledger.statements()
    #expect(kept.map(\.statement.stance) == [.warns])
    let gone = try add("Nobody spoke to reporters.")
    #expect(gone.status == 0 && gone.errors.contains("a correction does not find its statement"))
    let list = try SaysoProcess.run(["correct", "--list"], in: folder.path)
    #expect(list.output.contains("does not apply"))
  }

  @Test func `a claim shared with a statement of another story is kept and told`() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "Mayor Ada Tolv said that the pier is shut. She said that the ferry sails.",
      "Governor Sten Aldby said that the rate of Corvane is low. He said that the bank waits.",
    ]
    for (place, text) in texts.enumerated() {
      let line = #"{"id":"r\#(place)","title":"\#(text.prefix(20))","text":"\#(text)"}"#
      let added = try SaysoProcess.shell("echo \"$1\" | \"$0\" add -", [line], in: folder.path)
      #expect(added.status == 0)
    }
    let ledger = try Desk(asking: folder.file("sayso.db")).ledger
    func ids(_ report: String) throws -> [String] {
      try ledger.readReport(ReportID(report))?.statements.map(\.id.text) ?? []
    }
    let (first, second) = (try ids("r0"), try ids("r1"))
    try #require(first.count > 1 && !second.isEmpty)
    func join(_ statement: String) throws -> SaysoProcess {
      try SaysoProcess.run(["correct", first[0], "--same-claim", statement], in: folder.path)
    }
    #expect(try join(first[1]).errors.isEmpty)
    let across = try join(second[0])
    #expect(across.status == 0 && across.output.contains("same claim as \(second[0])"))
    #expect(across.errors.contains("different stories") && across.errors.contains("--undo 2"))
  }

  @Test func `wrong use is told, and what is not there is an error`() async throws {
    let (folder, statements) = try await seeded()
    let id = statements[0].id.text
    func status(_ arguments: String...) throws -> Int32 {
      try SaysoProcess.run(["correct"] + arguments, in: folder.path).status
    }
    #expect(try status() == 64)
    #expect(try status(id) == 64)
    #expect(try status("--dismiss") == 64)
    #expect(try status(id, "--dismiss", "--apart") == 64)
    #expect(try status(id, "--list") == 64)
    #expect(try status(id, "--dismiss", "--json") == 64)
    #expect(try status(id, "--stance", "laughs") == 64)
    #expect(try status("none", "--dismiss") == 2)
    #expect(try status(id, "--speaker", "nobody of this name") == 2)
    #expect(try status("--undo", "7") == 2)
    #expect(try status(id, "--dismiss", "--ledger", "none.db") == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.file("none.db")))
  }
}
