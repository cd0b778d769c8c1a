import Foundation
import Sayso
import Testing

struct ExportVerbTests {
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

  @Test func `formats without a time are as agreed`() async throws {
    let folder = try await seeded()
    for (arguments, name) in [
      (["csv"], "export.csv"), (["jsonl", "--together", "--stance", "denies"], "export.jsonl"),
      (["ris", "--together"], "export.ris"),
    ] {
      let run = try SaysoProcess.run(["export"] + arguments, in: folder.path)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      try Golden.expect(run.output, name)
    }
  }

  @Test(arguments: ["html", "docx", "jsonld", "annotations", "prov", "csl", "ftm", "csv"])
  func `a file is the same as what goes to standard output`(_ format: String) async throws {
    let folder = try await seeded()
    let run = try SaysoProcess.shell(
      """
      "$0" export \(format) --together | sed 's/20[0-9-]*T[0-9:]*Z//g' > a &&
      "$0" export \(format) --together --out b && sed 's/20[0-9-]*T[0-9:]*Z//g' b > c && \
      { [ \(format) = docx ] || cmp a c; } && [ -s b ] && [ ! -e b.part ]
      """, in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test func `a folder is written anew, and what is not ours stays`() async throws {
    let folder = try await seeded()
    let command = ["export", "markdown", "--together", "--out", "vault"]
    #expect(try SaysoProcess.run(command, in: folder.path).status == 0)
    let list = folder.file("vault/.sayso-export")
    let notes = try String(contentsOfFile: list, encoding: .utf8)
    try folder.write("vault/mine.md", "mine")
    try folder.write("vault/claims/gone-0.md", "an earlier claim")
    try folder.write("outside.md", "not ours")
    try folder.write("vault/.sayso-export", notes + "claims/gone-0.md\n../outside.md\nmine.MD\n")
    #expect(try SaysoProcess.run(command, in: folder.path).status == 0)
    #expect(try String(contentsOfFile: list, encoding: .utf8) == notes)
    let files = FileManager.default
    #expect(files.fileExists(atPath: folder.file("vault/mine.md")))
    #expect(!files.fileExists(atPath: folder.file("vault/claims/gone-0.md")))
    #expect(files.fileExists(atPath: folder.file("outside.md")))
  }

  @Test func `a folder of others is left alone unless forced`() async throws {
    let folder = try await seeded()
    try files(in: folder)
    let command = ["export", "markdown", "--together", "--out", "mine"]
    let run = try SaysoProcess.run(command, in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.errors
        == "sayso: mine: the folder holds other things; name an empty or a new one, or use --force "
        + "to write into it\n")
    #expect(try SaysoProcess.run(command + ["--force"], in: folder.path).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.file("mine/brief.md")))
    #expect(FileManager.default.fileExists(atPath: folder.file("mine/letter.txt")))
  }

  private func files(in folder: TemporaryFolder) throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("mine"), withIntermediateDirectories: true)
    try folder.write("mine/letter.txt", "dear")
  }

  @Test func `finding nothing leaves an older file as it is`() async throws {
    let folder = try await seeded()
    try folder.write("old.html", "old")
    let run = try SaysoProcess.run(
      ["export", "html", "nothing of the kind", "--out", "old.html"], in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("`sayso stories` lists them"))
    #expect(try String(contentsOfFile: folder.file("old.html"), encoding: .utf8) == "old")
    let rows = try SaysoProcess.run(["export", "jsonl", "--by", "nobody"], in: folder.path)
    #expect(rows.status == 1 && rows.output.isEmpty && rows.errors.isEmpty)
  }

  @Test(arguments: [
    (["markdown"], "name it with --out"), (["html", "--by", "x"], "csv and jsonl only"),
    (["csv", "x", "--together"], "name no story"), (["csv", "--force"], "--force is for folders"),
    (["pdf"], "ftm"),
  ])
  func `wrong usage is told in one line`(_ arguments: [String], _ words: String) throws {
    let folder = try TemporaryFolder()
    let run = try SaysoProcess.run(["export"] + arguments, in: folder.path)
    #expect(run.status == 64)
    #expect(run.messages.count == 1)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func `a folder that is not there is told`() async throws {
    let folder = try await seeded()
    let run = try SaysoProcess.run(
      ["export", "csv", "--out", "none/here.csv"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("sayso: none/here.csv: the file cannot be made"))
  }
}
