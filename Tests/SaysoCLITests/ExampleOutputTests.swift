import Foundation
import Testing

/// What every verb prints on the example reports.
struct ExampleOutputTests {
  private let folder = packageFolder.path

  @Test func `read prints a table`() throws {
    let run = try SaysoProcess.run(["read", "Examples/reports"], in: folder)
    #expect(run.errors.isEmpty)
    try Golden.expect(run.output, "read.txt")
  }

  @Test(arguments: [40, 60, 120, 200])
  func `the table fits its width`(_ width: Int) throws {
    let run = try SaysoProcess.run(
      ["read", "Examples/reports"], in: folder, environment: ["COLUMNS": String(width)])
    for line in run.output.split(separator: "\n") {
      #expect(line.unicodeScalars.count <= width, "\(line)")
    }
  }

  @Test func `read prints JSON`() throws {
    let run = try SaysoProcess.run(["read", "--json", "Examples/reports"], in: folder)
    #expect(run.status == 0)
    try Golden.expect(run.output, "read.jsonl")
  }

  @Test func `read prints comma-separated values`() throws {
    let run = try SaysoProcess.run(["read", "--csv", "Examples/reports"], in: folder)
    try Golden.expect(run.output, "read.csv")
  }

  @Test func `text prints the reports as read`() throws {
    let run = try SaysoProcess.run(["text", "Examples/reports"], in: folder)
    #expect(run.status == 0)
    try Golden.expect(run.output, "text.txt")
    let json = try SaysoProcess.run(["text", "--json", "Examples/reports"], in: folder)
    try Golden.expect(json.output, "text.jsonl")
  }

  @Test func `the ledger answers`() throws {
    let scratch = try TemporaryFolder()
    let ledger = ["--ledger", "story.db"]
    let reports = folder + "/Examples/reports"
    let add = try SaysoProcess.run(["add", reports] + ledger, in: scratch.path)
    #expect(add.errors.isEmpty)
    #expect(add.status == 0)
    try Golden.expect(add.output, "add.txt")
    let again = try SaysoProcess.run(["add", reports] + ledger, in: scratch.path)
    try Golden.expect(again.output, "add-again.txt")
    for (arguments, name) in [
      (["statements"], "statements.txt"), (["statements", "--json"], "statements.jsonl"),
      (["statements", "--csv"], "statements.csv"),
      (["statements", "--by", "vask", "--stance", "denies"], "statements-vask-denies.txt"),
      (["statements", "--about", "memo", "--limit", "3"], "statements-memo.txt"),
      (["actors"], "actors.txt"), (["actors", "--json"], "actors.jsonl"),
      (["verify"], "verify.txt"), (["verify", "--json"], "verify.jsonl"),
    ] {
      let run = try SaysoProcess.run(arguments + ledger, in: scratch.path)
      #expect(run.errors.isEmpty)
      try Golden.expect(run.output, name)
    }
  }
}
