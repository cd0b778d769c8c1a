import Foundation
import Sayso
import Testing

struct ActorDecisionsTests {
  @Test func `decisions are made, listed and taken back`() async throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("sayso.db"))
    _ = try ledger.add(
      try await goldRead("01-harbour-strike.txt"), stamp: ModelStamp("a careful reader"),
      now: "2031-03-20T12:00:00Z")
    try ledger.close()
    func run(_ arguments: String...) throws -> SaysoProcess {
      try SaysoProcess.run(["actors"] + arguments, in: folder.path)
    }
    let names = try Desk(asking: folder.file("sayso.db")).actors().map(\.name)
    #expect(names.count > 1)
    #expect(try run("decisions").status == 1)
    #expect(try run("rename", names[0], "Somebody Else").status == 0)
    #expect(try run().output.contains("Somebody Else"))
    let merged = try run("--ledger", "sayso.db", "merge", names[0], names[1])
    #expect(merged.status == 0 && merged.output.hasPrefix("2 "))
    #expect(try run("--json").output.split(separator: "\n").count == names.count - 1)
    #expect(try run("decisions").output.split(separator: "\n").count == 2)
    #expect(try run("undo").output.hasPrefix("taken back: 2 "))
    #expect(try run("undo", "1").status == 0)
    #expect(try run("undo").status == 2)
    let unknown = try run("split", names[0] + "x")
    #expect(unknown.status == 2 && unknown.errors.contains("nearest are \"\(names[0])\""))
    #expect(try run("merge", "one").status == 64)
    #expect(try run("rename", names[0], " ").status == 64)
  }

  @Test func `statements under an actor's other names are found where they are asked for`()
    async throws
  {
    let folder = try TemporaryFolder()
    let wrong = try SaysoProcess.run(["statements", "--aliases"], in: folder.path)
    #expect(wrong.status == 64 && wrong.errors.contains("--aliases needs --by"))
  }
}
