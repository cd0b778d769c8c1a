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

  @Test func `a story is shown with its claims, figures and open questions`() async throws {
    let folder = try await seeded()
    for (arguments, name) in [
      (["brief", "--together"], "brief.txt"), (["brief", "--together", "--json"], "brief.jsonl"),
      (["stories"], "stories.txt"),
    ] {
      let run = try SaysoProcess.run(arguments, in: folder.path)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      try Golden.expect(run.output, name)
    }
    let none = try SaysoProcess.run(["brief", "nothing of the kind"], in: folder.path)
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
    #expect(none.errors.contains("`sayso stories` lists them"))
  }

  @Test func `feeds of lists and pages come out as a table, as lines and as a list`() throws {
    let folder = try TemporaryFolder()
    let list = """
      <opml version="2.0"><body><outline text="Ports">
      <outline type="rss" text="The Herald" xmlUrl="https://herald.example/feed"
        htmlUrl="https://herald.example/"/></outline>
      <outline type="rss" text="" xmlUrl="https://quay.example/rss"/></body></opml>
      """
    try list.write(toFile: folder.file("a.opml"), atomically: true, encoding: .utf8)
    for (arguments, name) in [
      ([], "feeds.txt"), (["--json"], "feeds.jsonl"), (["--opml"], "feeds.opml"),
    ] {
      let run = try SaysoProcess.run(["feeds", "a.opml"] + arguments, in: folder.path)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      try Golden.expect(run.output, name)
    }
    let broken = try SaysoProcess.run(["feeds", "a.opml", "none.opml"], in: folder.path)
    #expect(broken.status == 2)
    #expect(broken.output.contains("quay.example"))
    #expect(broken.messages.count == 1)
  }

  @Test func `versions are shown with what changed, statement by statement`() async throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("sayso.db"))
    let first = try await goldRead("01-harbour-strike.txt")
    let later = laterVersion(of: first)
    let stamp = ModelStamp("a careful reader")
    _ = try ledger.add(first, stamp: stamp, now: "2031-03-12T12:00:00Z")
    _ = try ledger.add(later, stamp: stamp, now: "2031-03-13T12:00:00Z")
    try ledger.close()
    let id = first.report.id.text
    for (arguments, name) in [
      ([id], "versions.txt"), (["--json", id], "versions.jsonl"),
      ([String(id.prefix(4))], "versions.txt"),
    ] {
      let run = try SaysoProcess.run(["versions"] + arguments, in: folder.path)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      try Golden.expect(run.output, name)
    }
    let none = try SaysoProcess.run(["versions", "https://nowhere.example/"], in: folder.path)
    #expect(none.status == 1)
    #expect(none.output.isEmpty && none.errors.isEmpty)
  }

  /// The same report with another headline, a line before it, its first statement denied and its
  /// last one gone.
  private func laterVersion(of read: ReadReport) -> ReadReport {
    let report = read.report
    let opening = Array("Updated on Thursday.\n\n".utf8)
    let text = FrozenText(utf8: opening + report.text.bytes)
    func moved(_ passage: Passage) -> Passage {
      Passage(
        passage.spans.map { TextSpan($0.start + opening.count, $0.end + opening.count) }, in: text)
    }
    let statements = read.statements.dropLast().enumerated().map { place, statement in
      Statement(
        id: statement.id, kind: statement.kind, stance: place == 0 ? .denies : statement.stance,
        confidence: statement.confidence,
        speaker: statement.speaker.map {
          Speaker(
            passage: moved($0.passage), actor: $0.actor, named: $0.named, members: $0.members)
        }, cue: statement.cue.map(moved), content: moved(statement.content), said: statement.said)
    }
    return ReadReport(
      report: Report(
        id: report.id, title: "Terminal opens again", url: report.url, outlet: report.outlet,
        published: report.published, language: report.language, sha256: report.sha256, text: text,
        blocks: report.blocks), statements: statements, analysed: true)
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
