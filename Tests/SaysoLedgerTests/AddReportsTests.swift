import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct AddReportsTests {
  @Test func `adding twice changes nothing`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let read = try Sample().made()
    #expect(try ledger.add(read, stamp: firstModels, now: noon) == .added)
    let before = try ledger.database.read(rowCounts)
    #expect(try ledger.add(read, stamp: firstModels, now: "2031-06-01") == .unchanged)
    #expect(try ledger.database.read(rowCounts) == before)
  }

  @Test func `a page fetched again with another snapshot is unchanged`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let first = try Sample().made()
    let report = first.report
    let again = ReadReport(
      report: Report(
        id: report.id, title: report.title, url: report.url, outlet: report.outlet,
        published: report.published, language: report.language, topics: report.topics,
        sha256: SHA256Digest(hex: sha("c")), text: report.text, blocks: report.blocks),
      analysed: true)
    _ = try ledger.add(first, stamp: firstModels, now: noon)
    #expect(try ledger.add(again, stamp: firstModels, now: noon) == .unchanged)
    #expect(try ledger.readReport(report.id) == first)
  }

  /// The sample as a summary, a stub or the whole, under an address.
  private func sample(
    _ extent: ReportExtent, url: String = "https://post.example/r1", provenance: Provenance? = nil,
    subtitle: String? = nil
  ) throws -> ReadReport {
    let made = try Sample().made()
    let report = made.report
    return ReadReport(
      report: Report(
        id: report.id, title: report.title, subtitle: subtitle, url: url, outlet: report.outlet,
        published: report.published, extent: extent, provenance: provenance,
        language: report.language, topics: report.topics, sha256: report.sha256, text: report.text,
        blocks: report.blocks), statements: made.statements, mentions: made.mentions,
      analysed: true)
  }

  @Test func `what tells less never replaces what tells more, and the reverse is a version`() throws
  {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var shorter = Sample()
    shorter.text = "A senior official warned of cracks."
    shorter.statements = [("A senior official", nil, "warned", "of cracks", .warns)]
    let summary = try shorter.made()
    let steps: [(ReadReport, Addition)] = [
      (try sample(.summary), .added), (try sample(.summary), .unchanged),
      (try sample(.stub), .newVersion(2)), (try sample(.summary, subtitle: "New"), .unchanged),
      (try sample(.full), .newVersion(3)), (try sample(.stub), .unchanged),
      (try sample(.summary), .unchanged), (summary, .newVersion(4)),
    ]
    for (read, addition) in steps {
      #expect(try ledger.add(read, stamp: firstModels, now: noon) == addition)
    }
    // Not even other models read the summary of a report that is held whole.
    #expect(try ledger.add(try sample(.summary), stamp: laterModels, now: noon) == .unchanged)
    #expect(try ledger.readReport(ReportID("r1"), version: 3) == sample(.full))
    #expect(
      try ledger.versions(of: ReportID("r1")).map(\.isCurrent) == [false, false, false, true])
    #expect(try ledger.verify().findings == [])
  }

  @Test func `another address of the same report and another way to it are no new version`() throws
  {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    #expect(try ledger.add(try sample(.full), stamp: firstModels, now: noon) == .added)
    for url in ["http://www.post.example/r1/", "https://post.example/r1/amp?utm_source=x"] {
      let again = try sample(
        .full, url: url, provenance: Provenance(address: url, retrieved: noon))
      #expect(try ledger.add(again, stamp: firstModels, now: noon) == .unchanged)
    }
    let moved = try sample(.full, url: "https://post.example/r2")
    #expect(try ledger.add(moved, stamp: firstModels, now: noon) == .newVersion(2))
    let told = try sample(.full, url: "https://post.example/r2", subtitle: "Since Friday")
    #expect(try ledger.add(told, stamp: firstModels, now: noon) == .newVersion(3))
  }

  @Test(arguments: ["text", "title", "published"])
  func `a changed report is a new version, and the old one is kept`(part: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let old = try Sample().made()
    var changed = Sample()
    switch part {
    case "text": changed.text += " The harbour stayed open."
    case "title": changed.title = "Correction: bridge open"
    default: changed.published = "2031-05-04"
    }
    let new = try changed.made()
    _ = try ledger.add(old, stamp: firstModels, now: noon)
    #expect(try ledger.add(new, stamp: firstModels, now: noon) == .newVersion(2))
    #expect(try ledger.readReport(old.report.id) == new)
    #expect(try ledger.readReport(old.report.id, version: 1) == old)
    #expect(try ledger.statements().count == new.statements.count)
    #expect(try ledger.counts().superseded == old.statements.count)
    #expect(try ledger.add(old, stamp: firstModels, now: noon) == .newVersion(3))
    #expect(try ledger.verify().findings == [])
  }

  @Test func `other models make a new analysis that names the one it replaces`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let old = try Sample().made()
    var sample = Sample()
    sample.statements.removeLast()
    let new = try sample.made()
    _ = try ledger.add(old, stamp: firstModels, now: noon)
    #expect(try ledger.add(new, stamp: laterModels, now: noon) == .newAnalysis(2))
    #expect(try ledger.add(new, stamp: laterModels, now: noon) == .unchanged)
    #expect(try ledger.readReport(old.report.id) == new)
    #expect(try ledger.statements(StatementQuery(about: "cracks")).isEmpty)
    #expect(try ledger.counts().superseded == 3)
    let rows = try ledger.database.read { db in
      try Row.fetchAll(db, sql: "SELECT engine, replaces, isCurrent FROM analysis ORDER BY key")
        .map { [$0[0] as String, "\($0[1] as Int? ?? 0)", "\($0[2] as Int)"] }
    }
    #expect(rows == [["toy 1", "0", "0"], ["toy 2", "1", "1"]])
    #expect(try ledger.verify().findings == [])
  }

  @Test func `a refused report costs only itself`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let good = try Sample().made()
    var other = Sample()
    other.id = "r2"
    let drifted = ReadReport(
      report: Report(
        id: ReportID("drifted"), sha256: SHA256Digest(hex: sha("d")), text: FrozenText("short"),
        blocks: []),
      mentions: [
        Mention(
          passage: Passage(stored: [TextSpan(1, 3)], words: ["xx"]), type: .person, actor: nil)
      ], analysed: true)
    let digest = ReadReport(
      report: Report(
        id: ReportID("digest"), sha256: SHA256Digest(hex: "none"), text: FrozenText(""), blocks: []),
      analysed: true)
    let results = try ledger.add(
      [good, drifted, digest, other.made()], stamp: firstModels, now: noon)
    #expect(results.map { (try? $0.get()) } == [.added, nil, nil, .added])
    #expect(try ledger.reports().map(\.id.text) == ["r1", "r2"])
    let sentences = results.compactMap { result -> String? in
      guard case .failure(let error) = result else { return nil }
      #expect(error.kind == .refused)
      return error.description
    }
    #expect(sentences.count == 2)
    #expect(sentences.first?.contains("bytes 1 to 3") == true)
    #expect(sentences.last?.contains("report digest") == true)
    #expect(try ledger.verify().findings == [])
  }

  @Test func `the same reports give the same rows`() throws {
    let folder = try TemporaryFolder()
    let dumps = try ["a.db", "b.db"].map { name in
      let ledger = try Ledger(addingTo: folder.file(name))
      var generated = GeneratedReports(seed: GeneratedReports.seed)
      _ = try ledger.add((0..<20).map { generated.next($0) }, stamp: firstModels, now: noon)
      return try ledger.database.read { db in
        try tables(db).map { "\($0): \(try Row.fetchAll(db, sql: "SELECT * FROM \($0)"))" }
      }
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test func `a full disk is said, nothing is half written, and a later run completes it`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    _ = try ledger.add(try Sample().made(), stamp: firstModels, now: noon)
    var generated = GeneratedReports(seed: GeneratedReports.seed)
    let reads = (0..<200).map { generated.next($0) }
    let pages = try ledger.database.read { db in
      try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    }
    try ledger.database.inDatabase { db in
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 10)")
    }
    let error = #expect(throws: LedgerError.self) {
      try ledger.add(reads, stamp: firstModels, now: noon)
    }
    #expect(error?.kind == .full)
    #expect(try ledger.counts().reports == 1)
    #expect(try ledger.verify().findings == [])
    try ledger.database.inDatabase { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    let results = try ledger.add(reads, stamp: firstModels, now: noon)
    #expect(results.allSatisfy { (try? $0.get()) == .added })
    #expect(try ledger.verify().findings == [])
  }

  @Test func `a ledger that another process writes to is said to be in use`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"), patience: 0.05)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: folder.file("a.db"), configuration: configuration)
    let read = try Sample().made()
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = #expect(throws: LedgerError.self) {
      try ledger.add(read, stamp: firstModels, now: noon)
    }
    #expect(error?.kind == .locked)
    #expect(try Ledger(asking: folder.file("a.db")).statements().isEmpty)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(try ledger.add(read, stamp: firstModels, now: noon) == .added)
  }
}

/// The tables that hold rows of ours, without SQLite's and the search index's own.
func tables(_ db: Database) throws -> [String] {
  try String.fetchAll(
    db,
    sql: """
      SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
        AND name NOT LIKE 'sqlite_%' ORDER BY name
      """)
}

func rowCounts(_ db: Database) throws -> [Int] {
  try tables(db).map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
}
