import Foundation
import Testing

/// A ledger that is damaged, foreign, too new, cut short or out of space.
struct BadLedgerTests {
  private let lines = (1...200).map {
    #"{"id":"r\#($0)","published":"2031-03-10","text":"Minister number \#($0) said it was so."}"#
  }.joined(separator: "\n")

  private func expectWhole(_ ledger: String, in folder: TemporaryFolder) throws {
    let again = try SaysoProcess.run(["add", "--ledger", ledger, "a.jsonl"], in: folder.path)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("200 reports"))
    let verify = try SaysoProcess.run(["verify", "--ledger", ledger], in: folder.path)
    #expect(verify.status == 0, "\(verify.errors)")
    #expect(verify.output.contains("sound: 200 reports in 200 versions"))
  }

  @Test(arguments: [
    ["add", "good.txt"], ["statements"], ["actors"], ["verify"],
  ])
  func `a file that is no database is left as it is`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "The minister said that it was so.\n")
    try folder.write("a.db", "These are my notes, and they are no ledger at all.\n")
    let run = try SaysoProcess.run(arguments + ["--ledger", "a.db"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.messages.count == 1)
    #expect(run.errors.hasPrefix("sayso: a.db: the file is not a database"))
    let kept = try String(contentsOfFile: folder.file("a.db"), encoding: .utf8)
    #expect(kept == "These are my notes, and they are no ledger at all.\n")
  }

  @Test func `a ledger of a newer version is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "The minister said that it was so.\n")
    let made = try SaysoProcess.run(["add", "--ledger", "a.db", "good.txt"], in: folder.path)
    #expect(made.status == 0)
    var bytes = Array(try Data(contentsOf: URL(filePath: folder.file("a.db"))))
    // SQLite's user_version: four bytes from 60, big end first (its file format, section 1.3).
    bytes.replaceSubrange(60..<64, with: [0, 0, 3, 0xE7])
    try folder.write("a.db", bytes)
    for arguments in [["add", "good.txt"], ["statements"], ["verify"]] {
      let run = try SaysoProcess.run(arguments + ["--ledger", "a.db"], in: folder.path)
      #expect(run.status == 2)
      #expect(run.errors.contains("format 999"))
      #expect(run.errors.contains("update sayso"))
    }
    #expect(Array(try Data(contentsOf: URL(filePath: folder.file("a.db")))) == bytes)
  }

  @Test(arguments: ["0.02", "0.1", "0.25", "0.5"])
  func `a run that was killed is completed by the next`(after seconds: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", lines)
    let run = try SaysoProcess.shell(
      """
      "$0" add --ledger a.db a.jsonl & process=$!
      sleep \(seconds); kill -9 $process; wait $process; echo "ended $?"
      """, in: folder.path)
    #expect(run.output.contains("ended"))
    try expectWhole("a.db", in: folder)
  }

  @Test func `a ledger without space keeps what it holds and is completed later`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", lines)
    // A limit on the size of files stands in for the full disk.
    let run = try SaysoProcess.shell(
      "trap '' XFSZ; ulimit -f 300; exec \"$0\" add --ledger a.db a.jsonl", in: folder.path)
    #expect(run.status == 2)
    #expect(run.messages.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix("sayso: a.db: "))
    try expectWhole("a.db", in: folder)
  }

  @Test func `a changed word in the ledger is found`() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "The minister said that it was so.\n")
    _ = try SaysoProcess.run(["add", "--ledger", "a.db", "good.txt"], in: folder.path)
    var bytes = Array(try Data(contentsOf: URL(filePath: folder.file("a.db"))))
    let words = Array("that it was so".utf8)
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: words) }, "the text is in the file")
    bytes.replaceSubrange(place..<place + 4, with: "when".utf8)
    try folder.write("a.db", bytes)
    let run = try SaysoProcess.run(["verify", "--ledger", "a.db"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.output.contains("the text is not the one that its digest was made of"))
    #expect(run.messages.count == 1)
  }

  @Test func `the ledger is the one named, else that of the setting, else sayso.db here`() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "The minister said that it was so.\n")
    let setting = ["SAYSO_LEDGER": "setting.db"]
    _ = try SaysoProcess.run(["add", "good.txt"], in: folder.path)
    _ = try SaysoProcess.run(["add", "good.txt"], in: folder.path, environment: setting)
    _ = try SaysoProcess.run(
      ["add", "good.txt", "--ledger", "named.db"], in: folder.path, environment: setting)
    for name in ["sayso.db", "setting.db", "named.db"] {
      #expect(FileManager.default.fileExists(atPath: folder.file(name)), "\(name)")
    }
  }
}
