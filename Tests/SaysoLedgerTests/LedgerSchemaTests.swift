import Foundation
import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct LedgerSchemaTests {
  @Test func `every table and column is explained in docs/ledger.md, and nothing else is`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let real = try ledger.database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
          WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual')
            AND t.name NOT LIKE 'sqlite_%'
          """)
    }
    #expect(Set(try explainedColumns()).symmetricDifference(real) == [])
  }

  /// `table.column` for each row of each table under a heading of the page.
  private func explainedColumns() throws -> [String] {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/ledger.md")
    var table = ""
    var columns: [String] = []
    for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      if line.hasPrefix("### `") { table = String(parts[1]) }
      if line.hasPrefix("| `") { columns.append(table + "." + parts[1]) }
    }
    return columns
  }

  @Test func `the choices of the records and of the schema are the same`() throws {
    func isAllowed(_ names: [String], in column: String) -> Bool {
      (LedgerSchema.migration1 + LedgerSchema.migration3).split(separator: ";").contains { table in
        guard let start = table.range(of: "CHECK (\(column) IN (")?.upperBound else { return false }
        let list = table[start...].prefix { $0 != ")" }
        return Set(
          list.split(separator: "'").filter { $0.contains { $0.isLetter } }.map(String.init))
          == Set(names)
      }
    }
    #expect(isAllowed(Stance.allCases.map(\.rawValue), in: "stance"))
    #expect(isAllowed(StatementKind.allCases.map(\.rawValue), in: "kind"))
    #expect(isAllowed(TextBlock.Kind.allCases.map(\.rawValue), in: "kind"))
    #expect(isAllowed(TimeExpression.Kind.allCases.map(\.rawValue), in: "kind"))
    #expect(isAllowed(NameType.allCases.map(\.rawValue), in: "type"))
    #expect(isAllowed(ReportExtent.allCases.map(\.rawValue), in: "extent"))
    #expect(isAllowed(Figure.Bound.allCases.map(\.rawValue), in: "bound"))
  }

  @Test func `a ledger of format 1 opens, is asked, verified and added to`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(sql: ledgerOfFormat1)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    let read = try #require(try ledger.readReport(ReportID("old-1")))
    #expect(read.passages.allSatisfy { $0.matches(read.report.text) })
    #expect(read.statements.map(\.stance) == [.denies])
    #expect(read.statements.first?.speaker?.actor == "Ilse Müller")
    #expect(read.mentions.count == 1 && read.dates.count == 1 && read.figures.count == 1)
    #expect(try ledger.statements(StatementQuery(by: "muller", about: "piers")).count == 1)
    #expect(try ledger.reports(about: "pier").count == 1)
    #expect(try ledger.add(read, stamp: ModelStamp("toy 0"), now: noon) == .unchanged)
    #expect(try ledger.add(try Sample().made(), stamp: firstModels, now: noon) == .added)
    #expect(try ledger.verify().findings == [])
  }

  @Test func `a ledger of format 2 opens, is asked, verified and added to`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(sql: ledgerOfFormat1 + ledgerOfFormat2)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    let read = try #require(try ledger.readReport(ReportID("old-2")))
    #expect(read.passages.allSatisfy { $0.matches(read.report.text) })
    #expect(read.statements.first?.holds == "2031-03")
    #expect(read.statements.first?.speaker?.members == ["Harl", "Nordbau"])
    #expect(read.figures.map(\.whole) == [read.figures.last?.span, nil])
    #expect(try ledger.statements(StatementQuery(by: "nordbau")).count == 1)
    #expect(try ledger.statements(StatementQuery(by: "muller")).count == 1)
    #expect(try ledger.actors().map(\.name) == ["Harl", "Ilse Müller", "Nordbau"])
    #expect(try ledger.add(read, stamp: ModelStamp("toy 0"), now: noon) == .unchanged)
    #expect(try ledger.add(try Sample().made(), stamp: firstModels, now: noon) == .added)
    #expect(try ledger.verify().findings == [])
  }

  @Test func `a ledger of format 3 opens, is asked, verified and added to`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(sql: ledgerOfFormat1 + ledgerOfFormat2 + ledgerOfFormat3)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    #expect(try ledger.report(ReportID("old-1"))?.extent == .full)
    #expect(try ledger.report(ReportID("old-1"))?.provenance == nil)
    let report = try #require(try ledger.report(ReportID("old-3")))
    #expect(report.subtitle == "No trains before noon")
    #expect(report.modified?.iso == "2031-01-07T08:00:00Z")
    #expect(report.section == "Traffic" && report.caption == "The line at Harl")
    #expect(report.extent == .summary)
    #expect(
      report.provenance
        == Provenance(
          address: "https://post.example/feed", retrieved: "2031-01-07T09:00:00Z",
          container: "feed.xml", statedDigest: "sha1:ABC"))
    let kept = try #require(try ledger.newestRetrieval(of: "https://post.example/feed"))
    #expect(kept.retrieval.headers == [Retrieval.Header("ETag", "\"7\"")])
    #expect(try ledger.retrievals(of: ReportID("old-3")) == [kept])
    let read = try #require(try ledger.readReport(ReportID("old-3")))
    #expect(try ledger.add(read, stamp: ModelStamp("toy 0"), now: noon) == .unchanged)
    // The file of the snapshot was not copied with this ledger.
    #expect(try ledger.verify().findings.map(\.problem) == ["a kept snapshot is not there"])
  }

  @Test func `the reports of an older ledger wait for the index of stories`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(sql: ledgerOfFormat1 + ledgerOfFormat2 + ledgerOfFormat3)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    #expect(try ledger.storyState().stamp == nil)
    #expect(
      try ledger.reportsAwaitingStories(most: 9).map(\.text) == ["old-1", "old-2", "old-3"])
  }

  @Test func `a ledger of format 4 opens with its stories`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(
        sql: ledgerOfFormat1 + ledgerOfFormat2 + ledgerOfFormat3 + ledgerOfFormat4)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    #expect(try ledger.storyState() == StoryState(stamp: "toy", generation: 2, pending: 1))
    #expect(try ledger.reportsAwaitingStories(most: 9) == [ReportID("old-2")])
    #expect(try ledger.storyHeads().map(\.name) == ["Piers stand"])
    let story = try #require(try ledger.stories(["00000000000000aa"]).first)
    #expect(story.outlets == ["Varnholm Post"])
    #expect(story.reports.map(\.text) == ["old-1", "old-3"])
    let indexed = try ledger.indexedReports()
    #expect(indexed.map(\.sketch.features) == [[1, 2], [3]])
    #expect(
      indexed.map(\.links) == [[], [KeptStoryLink(earlier: ReportID("old-1"), odds: 1.5)]])
    let links = try ledger.copyLinks(around: [ReportID("old-3")], least: 0.5)
    #expect(links.map(\.shared) == [4])
    #expect(try ledger.verify().findings.map(\.problem) == ["a kept snapshot is not there"])
  }

  @Test func `a ledger of format 5 opens with its decisions, and is corrected`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(
        sql: ledgerOfFormat1 + ledgerOfFormat2 + ledgerOfFormat3 + ledgerOfFormat4
          + ledgerOfFormat5)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    #expect(
      try ledger.actorDecisions().map(\.action) == [
        .split("Harl", report: ReportID("old-2")), .rename("Harl", to: "the town of Harl"),
      ])
    #expect(try ledger.keep(.merge("a", "b"), now: noon).number == 4)
    let read = try #require(try ledger.readReport(ReportID("old-1")))
    #expect(try ledger.uncorrectedReport(ReportID("old-1")) == read)
    #expect(read.statements.allSatisfy { $0.corrected.isEmpty })
    try ledger.keep(
      .dismiss, at: KeptCorrection.Place(of: read.statements[0], in: read.report), by: "Ada",
      now: noon,
      correcting: { read, _ in ReadReport(report: read.report, analysed: read.analysed) })
    #expect(try ledger.readReport(ReportID("old-1"))?.statements == [])
    #expect(try ledger.uncorrectedReport(ReportID("old-1")) == read)
    #expect(try ledger.verify().findings.map(\.problem) == ["a kept snapshot is not there"])
  }

  @Test func `a ledger of format 6 opens with its corrections, and has no meanings`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(
        sql: ledgerOfFormat1 + ledgerOfFormat2 + ledgerOfFormat3 + ledgerOfFormat4
          + ledgerOfFormat5 + ledgerOfFormat6)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    let statements = try ledger.statements(StatementQuery()).map(\.statement)
    #expect(statements.contains { $0.corrected == [.stance] })
    #expect(statements.allSatisfy { $0.meaning == nil })
    #expect(try ledger.verify().findings.map(\.problem) == ["a kept snapshot is not there"])
  }

  @Test func `a report that an older program named after its address as given stays one`() throws {
    let folder = try TemporaryFolder()
    try DatabaseQueue(path: folder.file("old.db")).inDatabase { db in
      try db.execute(sql: ledgerOfFormat1 + ledgerOfFormat2 + reportUnderOlderID)
    }
    let ledger = try Ledger(addingTo: folder.file("old.db"))
    let older = ReportID("a4c1c03b19995e2a")
    let held = try #require(try ledger.readReport(older))
    let report = held.report
    let again = ReadReport(
      report: Report(
        id: ReportID("7a46071d8b56fe95"), url: report.url, published: report.published,
        language: report.language, sha256: report.sha256, text: report.text,
        blocks: report.blocks), analysed: true)
    #expect(try ledger.heldID(of: again.report) == older)
    #expect(try ledger.add(again, stamp: ModelStamp("toy 0"), now: noon) == .unchanged)
    #expect(try ledger.reports(named: "http://post.example/line/?utm_source=x") == [older])
    #expect(try ledger.counts().reports == 3)
  }
}
