import Foundation
import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct VerifyTests {
  @Test(arguments: [
    ("UPDATE passage SET words = 'admitted' WHERE role = 'cue'", "statement's cue"),
    ("UPDATE passage SET startByte = 0 WHERE role = 'content'", "statement's content"),
    ("UPDATE mention SET endByte = 99999", "words of a mention"),
    ("UPDATE block SET endByte = 99999", "words of a block"),
    ("UPDATE reportVersion SET text = replace(text, '14', '15')", "its digest was made of"),
    ("UPDATE reportVersion SET textDigest = sha256", "its digest was made of"),
    ("UPDATE figure SET wholeEnd = wholeEnd + 1", "a figure is a part of one that is not there"),
    ("UPDATE reportVersion SET isCurrent = 0", "no version of it is current"),
    ("UPDATE analysis SET isCurrent = 0", "no analysis of one of its versions"),
    ("DELETE FROM passage WHERE role = 'content'", "has no content"),
    ("DELETE FROM passage WHERE role = 'speaker'", "without words"),
    ("DELETE FROM analysis", "refers to a row of analysis that is not there"),
    ("UPDATE actor SET name = 'Someone Else'", "search index speakerText"),
    ("DELETE FROM passage WHERE role = 'cue'", "search index statementText"),
    ("UPDATE reportVersion SET title = 'Other news'", "search index reportText"),
    ("UPDATE correction SET words = 'no'", "words of a correction's statement"),
    ("UPDATE correctionPassage SET endByte = 99999", "words of a correction are not"),
    (
      "UPDATE correction SET textDigest = '\(sha("b"))'",
      "a correction was made on a text that is not there"
    ),
  ])
  func `what was tampered with is found`(sql: String, finding: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var sample = Sample()
    sample.figures = ["all 14 pillars", "14 pillars"]
    let read = try sample.made()
    _ = try ledger.add(read, stamp: firstModels, now: noon)
    try ledger.keep(
      .content(read.mentions[0].passage),
      at: KeptCorrection.Place(of: read.statements[0], in: read.report), by: "", now: noon,
      correcting: { read, _ in read })
    #expect(try ledger.verify().isSound)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: folder.file("a.db"), configuration: configuration).write { db in
      try db.execute(sql: sql)
      #expect(db.changesCount > 0)
    }
    let verification = try ledger.verify()
    #expect(verification.findings.contains { $0.description.contains(finding) }, "\(verification)")
  }

  @Test func `asking a tampered ledger is an error, never a crash`() throws {
    for sql in [
      "UPDATE block SET endByte = 99999", "DELETE FROM passage WHERE role = 'content'",
      "DELETE FROM passage WHERE role = 'speaker'", "UPDATE analysis SET isCurrent = 0",
    ] {
      let folder = try TemporaryFolder()
      let ledger = try Ledger(addingTo: folder.file("a.db"))
      _ = try ledger.add(try Sample().made(), stamp: firstModels, now: noon)
      try ledger.database.write { try $0.execute(sql: sql) }
      let error = #expect(throws: LedgerError.self, "\(sql)") {
        try ledger.readReport(ReportID("r1"))
      }
      #expect(error?.kind == .damaged)
    }
  }

  @Test func `a file with broken pages is a finding or an error, never a crash`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var generated = GeneratedReports(seed: 7)
    _ = try ledger.add((0..<40).map { generated.next($0) }, stamp: firstModels, now: noon)
    try ledger.close()
    let whole = try folder.bytes("a.db")
    var random = SplitMix64(state: GeneratedReports.seed)
    for round in 0..<40 {
      var broken = whole
      if round.isMultiple(of: 4) {
        broken = broken.prefix(Int.random(in: 0..<whole.count, using: &random))
      } else {
        let start = Int.random(in: 100..<whole.count - 600, using: &random)
        for offset in start..<start + 600 {
          broken[offset] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try folder.write(broken, to: "b.db")
      do {
        let ledger = try Ledger(asking: folder.file("b.db"))
        _ = try ledger.verify()
        for report in try ledger.reports() { _ = try ledger.readReport(report.id) }
        _ = try ledger.actors()
      } catch let error as LedgerError {
        #expect(!error.description.contains("\n"))
      }
    }
  }
}
