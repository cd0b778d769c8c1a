import SaysoLedger
import SaysoRecords
import Testing

@Suite struct DecideActorsTests {
  private func ledger(_ folder: TemporaryFolder) throws -> Ledger {
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    _ = try ledger.add(try Sample().made(), stamp: firstModels, now: noon)
    return ledger
  }

  @Test func `decisions are kept in their order, each with what it names`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    let report = try #require(try ledger.reports().first).id
    let actions: [KeptActorDecision.Action] = [
      .merge("Ilse Müller", "I. Mueller"), .split("Harl", report: nil),
      .split("Harl", report: report), .rename("Harl", to: "the town of Harl"),
    ]
    for action in actions { try ledger.keep(action, now: noon) }
    let again = try Ledger(asking: folder.file("a.db"))
    #expect(try again.actorDecisions().map(\.action) == actions)
    #expect(try again.actorDecisions().map(\.number) == [1, 2, 3, 4])
    #expect(try again.actorDecisions().allSatisfy { $0.decided == noon })
  }

  @Test func `the last decision is taken back, or the one of a number, and no number comes twice`()
    throws
  {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    for name in ["A", "B", "C"] { try ledger.keep(.split(name, report: nil), now: noon) }
    #expect(try ledger.takeBackActorDecision()?.number == 3)
    #expect(try ledger.takeBackActorDecision(1)?.action == .split("A", report: nil))
    #expect(try ledger.takeBackActorDecision(1) == nil)
    #expect(try ledger.keep(.split("D", report: nil), now: noon).number == 4)
    #expect(try ledger.actorDecisions().map(\.number) == [2, 4])
  }

  @Test func `an unknown report, an empty name and a ledger for asking are refused`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    #expect(throws: LedgerError.self) {
      try ledger.keep(.split("Harl", report: ReportID("none")), now: noon)
    }
    #expect(throws: LedgerError.self) { try ledger.keep(.rename("Harl", to: ""), now: noon) }
    let asking = try Ledger(asking: folder.file("a.db"))
    #expect(throws: LedgerError.self) { try asking.keep(.merge("A", "B"), now: noon) }
    #expect(throws: LedgerError.self) { try asking.takeBackActorDecision() }
    #expect(try ledger.actorDecisions() == [])
  }

  @Test func `statements are also found by the exact names of actors`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(folder)
    var query = StatementQuery(by: "nobody")
    #expect(try ledger.statements(query).isEmpty)
    query.orActors = ["a \"b\" \\c", "Ilse Müller"]
    #expect(try ledger.statements(query).count == 2)
    query.orActors = ["Müller"]
    #expect(try ledger.statements(query).isEmpty)
  }
}
