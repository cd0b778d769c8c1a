import Foundation
import Sayso
import Testing

/// What the ledger's verbs print when it holds what a careful reader found.
struct LedgerOutputTests {
  /// A folder with a ledger of the gold.
  private func seeded() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("sayso.db"))
    for file in ["01-harbour-strike.txt", "03-report-cites-memo.md", "07-inquiry.txt"] {
      _ = try ledger.add(
        try await goldRead(file), stamp: ModelStamp("a careful reader"), now: "2031-03-20T12:00:00Z"
      )
    }
    try ledger.close()
    return folder
  }

  @Test func `the verbs print what the ledger holds`() async throws {
    let folder = try await seeded()
    for (arguments, name) in [
      (["statements"], "gold-statements.txt"), (["statements", "--json"], "gold-statements.jsonl"),
      (["statements", "--csv"], "gold-statements.csv"),
      (["statements", "--by", "vask", "--stance", "doubts"], "gold-vask-doubts.txt"),
      (["statements", "--since", "2031-03-18", "--kind", "direct"], "gold-direct.txt"),
      (["actors"], "gold-actors.txt"), (["actors", "--json"], "gold-actors.jsonl"),
      (["verify"], "gold-verify.txt"),
    ] {
      let run = try SaysoProcess.run(arguments, in: folder.path)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      try Golden.expect(run.output, name)
    }
  }

  @Test func `filters leave out what they should`() async throws {
    let folder = try await seeded()
    func count(_ arguments: String...) throws -> Int {
      let run = try SaysoProcess.run(["statements", "--json"] + arguments, in: folder.path)
      return run.output.split(separator: "\n").count
    }
    let all = try count()
    #expect(all == 25)
    #expect(try count("--limit", "4") == 4)
    #expect(try count("--until", "2031-03-13") + count("--since", "2031-03-14") == 17)
    let byStance = try Stance.allCases.map { try count("--stance", $0.rawValue) }
    #expect(byStance.reduce(0, +) == all)
    let byKind = try StatementKind.allCases.map { try count("--kind", $0.rawValue) }
    #expect(byKind.reduce(0, +) == all)
  }
}
