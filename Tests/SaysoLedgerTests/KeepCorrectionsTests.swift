import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct KeepCorrectionsTests {
  private func ledger(_ folder: TemporaryFolder) throws -> Ledger {
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    _ = try ledger.add(try Sample().made(), stamp: firstModels, now: noon)
    return ledger
  }

  private func place(_ ordinal: Int, in read: ReadReport) -> KeptCorrection.Place {
    KeptCorrection.Place(of: read.statements[ordinal], in: read.report)
  }

  /// Takes the stances that are given, and dismisses; what Sayso does with care.
  private let correcting: Ledger.Correcting = { read, corrections in
    ReadReport(
      report: read.report,
      statements: read.statements.compactMap { statement in
        corrections.filter { $0.place.statement == statement.id }.reduce(statement) {
          switch $1.action {
          case .stance(let stance):
            $0.map {
              Statement(
                id: $0.id, kind: $0.kind, stance: stance, confidence: Confidence(1),
                speaker: $0.speaker, cue: $0.cue, content: $0.content, said: $0.said,
                corrected: [.stance])
            }
          case .dismiss: nil
          default: $0
          }
        }
      }, mentions: read.mentions, figures: read.figures, analysed: read.analysed)
  }

  @Test func `corrections of each kind come back as they were made, by number`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    let read = try Sample().made()
    let content = read.statements[1].content
    let both = Passage([content.extent, read.statements[2].content.extent], in: read.report.text)
    let actions: [KeptCorrection.Action] = [
      .stance(.doubts), .speaker(.words(read.mentions[0].passage)), .speaker(.name("I.\u{0} M.")),
      .speaker(.unknown), .content(both), .align(place(2, in: read)), .apart, .dismiss,
    ]
    for action in actions {
      let kept = try ledger.keep(
        action, at: place(0, in: read), by: "Ada", now: noon, correcting: correcting)
      #expect(try ledger.corrections().last == kept)
    }
    let again = try Ledger(asking: folder.file("a.db"))
    #expect(try again.corrections().map(\.action) == actions)
    #expect(try again.corrections(of: read.report.id).map(\.number) == Array(1...8))
    #expect(try again.corrections(of: ReportID("none")) == [])
    #expect(try ledger.verify().findings == [])
  }

  @Test func `what corrections make is a reading of its own that every question sees`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    let read = try Sample().made()
    try ledger.keep(
      .stance(.confirms), at: place(0, in: read), by: "", now: noon, correcting: correcting)
    #expect(try ledger.statements(StatementQuery(stance: .denies)).isEmpty)
    let found = try ledger.statements(StatementQuery(by: "muller", stance: .confirms))
    #expect(found.map(\.statement.corrected) == [[.stance]])
    #expect(try ledger.statements(StatementQuery(about: "bridge unsafe")).count == 1)
    #expect(try ledger.uncorrectedReport(read.report.id) == read)
    try ledger.keep(.dismiss, at: place(1, in: read), by: "", now: noon, correcting: correcting)
    #expect(try ledger.statements().map(\.statement.stance) == [.confirms, .warns])
    #expect(try ledger.uncorrectedReport(read.report.id) == read)
    #expect(try ledger.verify().findings == [])
  }

  @Test func `what is withdrawn is as if it had not been made, and stays`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    let read = try Sample().made()
    for (ordinal, stance) in [(0, Stance.confirms), (2, .plans)] {
      try ledger.keep(
        .stance(stance), at: place(ordinal, in: read), by: "", now: noon, correcting: correcting)
    }
    let withdrawn = try ledger.withdraw(1, now: "2031-05-05T12:00:00Z", correcting: correcting)
    #expect(withdrawn?.withdrawn == "2031-05-05T12:00:00Z")
    #expect(try ledger.withdraw(1, now: noon, correcting: correcting) == nil)
    #expect(try ledger.withdraw(9, now: noon, correcting: correcting) == nil)
    let stances = try ledger.readReport(read.report.id)?.statements.map(\.stance)
    #expect(stances == [.denies, .asserts, .plans])
    try ledger.withdraw(2, now: noon, correcting: correcting)
    #expect(try ledger.readReport(read.report.id) == read)
    #expect(try ledger.corrections().map(\.stands) == [false, false])
    let next = try ledger.keep(
      .apart, at: place(0, in: read), by: "", now: noon, correcting: correcting)
    #expect(next.number == 3)
    #expect(try ledger.verify().findings == [])
  }

  @Test func `the same report again changes nothing, and other models' reading is corrected`()
    throws
  {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    let read = try Sample().made()
    try ledger.keep(
      .stance(.confirms), at: place(0, in: read), by: "", now: noon, correcting: correcting)
    func add(_ read: ReadReport, _ stamp: ModelStamp) throws -> Addition {
      try ledger.add(read, stamp: stamp, now: noon, correcting: correcting)
    }
    #expect(try add(read, firstModels) == .unchanged)
    #expect(try add(read, laterModels) == .newAnalysis(4))
    #expect(try add(read, laterModels) == .unchanged)
    #expect(try ledger.readReport(read.report.id)?.statements.first?.stance == .confirms)
    var later = Sample()
    later.title = "Bridge open"
    #expect(try add(try later.made(), laterModels) == .newVersion(2))
    #expect(try ledger.readReport(read.report.id)?.statements.first?.stance == .confirms)
    #expect(try ledger.uncorrectedReport(read.report.id)?.statements.first?.stance == .denies)
    #expect(try ledger.reportsAwaitingStories(most: 9) == [read.report.id])
    #expect(try ledger.verify().findings == [])
  }

  @Test func `a corrected report waits for the index of stories`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    try ledger.database.write { db in try db.execute(sql: "DELETE FROM storyPending") }
    let read = try Sample().made()
    try ledger.keep(.apart, at: place(0, in: read), by: "", now: noon, correcting: correcting)
    #expect(try ledger.reportsAwaitingStories(most: 9) == [])
    try ledger.keep(.dismiss, at: place(0, in: read), by: "", now: noon, correcting: correcting)
    #expect(try ledger.reportsAwaitingStories(most: 9) == [read.report.id])
  }

  @Test func `an unknown report, words that are not there and a ledger for asking are refused`()
    throws
  {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    var other = Sample()
    other.id = "none"
    let unknown = place(0, in: try other.made())
    let read = try Sample().made()
    #expect(throws: LedgerError.self) {
      try ledger.keep(.apart, at: unknown, by: "", now: noon, correcting: correcting)
    }
    #expect(throws: LedgerError.self) {
      try ledger.keep(
        .stance(.plans), at: place(0, in: read), by: "", now: noon,
        correcting: { read, _ in
          let drifted = Passage(stored: [TextSpan(0, 3)], words: ["xyz"])
          let first = read.statements[0]
          return ReadReport(
            report: read.report,
            statements: [
              Statement(
                id: first.id, kind: .direct, stance: .plans, confidence: first.confidence,
                speaker: nil, cue: nil, content: drifted)
            ], analysed: true)
        })
    }
    let asking = try Ledger(asking: folder.file("a.db"))
    #expect(throws: LedgerError.self) {
      try asking.keep(.apart, at: place(0, in: read), by: "", now: noon, correcting: correcting)
    }
    #expect(throws: LedgerError.self) {
      try asking.withdraw(1, now: noon, correcting: correcting)
    }
    #expect(try ledger.corrections() == [])
    #expect(try ledger.readReport(read.report.id) == read)
  }

  @Test func `statements are found by the beginning of their ids`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    func found(_ prefix: String) throws -> [String] {
      var query = StatementQuery()
      query.idPrefix = prefix
      return try ledger.statements(query).map(\.statement.id.text).sorted()
    }
    #expect(try found("r1-") == ["r1-0", "r1-1", "r1-2"])
    #expect(try found("r1-2") == ["r1-2"])
    #expect(try found("r2") == [])
  }
}
