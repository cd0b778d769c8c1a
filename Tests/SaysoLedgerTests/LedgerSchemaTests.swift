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
      LedgerSchema.migration1.split(separator: ";").contains { table in
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
}
