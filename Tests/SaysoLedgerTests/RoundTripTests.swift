import SaysoLedger
import SaysoRecords
import Testing

@Suite struct RoundTripTests {
  @Test func `what is added is read back equal`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var generated = GeneratedReports(seed: GeneratedReports.seed)
    let reads = (0..<150).map { generated.next($0) }
    for read in reads {
      let seed: Comment = "SAYSO_SEED=\(GeneratedReports.seed), \(read.report.id)"
      #expect(try ledger.add(read, stamp: firstModels, now: noon) == .added, seed)
      let back = try #require(try ledger.readReport(read.report.id), seed)
      #expect(back == read, seed)
      #expect(back.passages.allSatisfy { $0.matches(read.report.text) }, seed)
      #expect(try ledger.report(read.report.id) == read.report, seed)
    }
    #expect(try ledger.counts().reports == reads.count)
    let verification = try ledger.verify()
    #expect(verification.findings == [])
    #expect(verification.versions == reads.count)
    #expect(
      verification.spans
        == reads.reduce(0) {
          $0 + $1.report.blocks.count + $1.passages.reduce(0) { $0 + $1.spans.count }
        })
  }

  @Test func `a text keeps its every byte, zero bytes and unnormalised letters too`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let text = FrozenText("one\u{0}two e\u{301} é\r\n\u{FEFF}end")
    let read = ReadReport(
      report: Report(
        id: ReportID("zero\u{0}byte"), title: "a\u{0}b", sha256: SHA256Digest(hex: sha("b")),
        text: text, blocks: []), analysed: false)
    #expect(try ledger.add(read, stamp: firstModels, now: noon) == .added)
    #expect(try ledger.add(read, stamp: firstModels, now: noon) == .unchanged)
    let back = try #require(try ledger.readReport(ReportID("zero\u{0}byte")))
    #expect(back.report.text.bytes == text.bytes)
    #expect(back.report.title.map { Array($0.utf8) } == Array("a\u{0}b".utf8))
  }

  @Test func `a part of a figure that is not there is refused`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let text = FrozenText("12 of 40 boats")
    let stray = Figure(
      passage: Passage([TextSpan(0, 2)], in: text), low: 12, high: 12, bound: .exactly, unit: nil,
      counts: nil, whole: TextSpan(6, 14))
    let report = Report(
      id: ReportID("r"), sha256: SHA256Digest(hex: sha("b")), text: text, blocks: [])
    let read = ReadReport(report: report, figures: [stray], analysed: true)
    let error = #expect(throws: LedgerError.self) {
      try ledger.add(read, stamp: firstModels, now: noon)
    }
    #expect(error?.kind == .refused)
  }

  @Test func `a report that is not there is nil`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    #expect(try ledger.readReport(ReportID("none")) == nil)
    #expect(try ledger.report(ReportID("none"), version: 3) == nil)
  }
}
