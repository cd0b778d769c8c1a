import Sayso
import SaysoRecords
import Testing

@testable import SaysoExport

struct RowTests {
  private func rows(_ selection: ExportSelection) throws -> [JSONTree] {
    var lines: [JSONTree] = []
    _ = try SampleLedger().export.write(.jsonl, of: selection) { lines.append(try JSONTree($0)) }
    return lines
  }

  private func ids(_ query: StatementQuery) throws -> [String] {
    try rows(ExportSelection(.ledger, query)).compactMap { $0["statement"]?.text }
  }

  @Test func `rows stand by publication, report and place`() throws {
    #expect(try ids(StatementQuery()) == ["h.1", "h.2", "h.3", "p.1"])
  }

  @Test func `each row comes by itself`() throws {
    var pieces = 0
    let written = try SampleLedger().export.write(.csv, of: ExportSelection(.ledger)) { _ in
      pieces += 1
    }
    #expect(pieces == 5, "a header and four rows")
    #expect(written.statements == 4)
  }

  @Test func `filters are those of the ledger's questions`() throws {
    #expect(try ids(StatementQuery(stance: .denies)) == ["p.1"])
    #expect(try ids(StatementQuery(kind: .direct)) == ["h.1", "h.3"])
    #expect(try ids(StatementQuery(by: "brandt")) == ["h.1", "p.1"])
    #expect(try ids(StatementQuery(by: "brandt", stance: .denies)) == ["p.1"])
    #expect(try ids(StatementQuery(about: "men", limit: 1)) == ["h.1"])
    #expect(try ids(StatementQuery(until: CalendarDate(iso: "2031-03-13"))) == ["h.1"])
    #expect(try ids(StatementQuery(since: CalendarDate(iso: "2031-03-15"))) == ["p.1"])
    for query in [
      StatementQuery(), StatementQuery(by: "official"), StatementQuery(about: "piers"),
      StatementQuery(stance: .asserts, since: CalendarDate(iso: "2031-03-14")),
    ] {
      let sample = try SampleLedger()
      let found = try sample.export.desk.ledger.statements(query).map(\.statement.id.text)
      #expect(try ids(query).sorted() == found.sorted())
    }
  }

  @Test func `rows at the beginning can be left out`() throws {
    var query = StatementQuery(limit: 2)
    query.start = 1
    #expect(try ids(query) == ["h.2", "h.3"])
    query.start = 9
    #expect(try ids(query).isEmpty)
  }

  @Test func `the outlet of a row can be asked for`() throws {
    var query = StatementQuery()
    query.outlet = "quay news"
    #expect(try ids(query) == ["p.1"])
  }

  @Test func `what a person put right is told`() throws {
    let read = plainRead()
    let statement = read.statements[0]
    let corrected = ReadReport(
      report: read.report,
      statements: [
        Statement(
          id: statement.id, kind: statement.kind, stance: .doubts,
          confidence: statement.confidence, speaker: statement.speaker, cue: statement.cue,
          content: statement.content, corrected: [.stance])
      ], analysed: true)
    let row = try #require(StatementRow.all(of: corrected).first)
    #expect(try JSONTree(JSONRows.line(row))["corrected"]?.items?.compactMap(\.text) == ["stance"])
    #expect(String(decoding: CSVRows.line(row), as: UTF8.self).hasSuffix(",stance\r\n"))
  }

  @Test func `both dates, outlet and digest stand on every row`() throws {
    let first = try rows(ExportSelection(.ledger))[0]
    #expect(first["published"]?.text == "2031-03-14T09:30:00Z")
    #expect(first["said"]?.text == "2031-03-13")
    #expect(first["day"]?.text == "2031-03-13")
    #expect(first["outlet"]?.text == "The Courier: & Co")
    #expect(first["sha256"]?.text == noDigest.hex)
    #expect(first["figures"]?.items?.first?["text"]?.text == "about 12 of our men")
  }

  @Test func `an unknown speaker is null`() throws {
    let lines = try rows(ExportSelection(.ledger))
    #expect(lines[2]["speaker"] == .null && lines[2]["actor"] == .null)
    #expect(lines[2]["named"] == .null)
    #expect(lines[1]["named"] == .bool(false))
    #expect(lines[3]["members"]?.items?.compactMap(\.text) == ["Zoë Brandt", "Harbour Ministry"])
  }

  @Test func `spans count code points`() throws {
    let text = hostileRead().report.text
    let line = try rows(ExportSelection(.ledger))[0]
    let spans = try #require(line["spans"]?.items).map { $0.items?.compactMap(\.number) ?? [] }
    let words = spans.map { points(text, Int($0[0]), Int($0[1])) }
    #expect(words == hostileRead().statements[0].content.words)
    #expect(line["start"]?.number == 2)
    #expect(line["end"]?.number == spans[1][1])
  }

  @Test func `rows of a story name their claims`() throws {
    let lines = try rows(ExportSelection(.together))
    #expect(lines.count == 4)
    #expect(lines.contains { $0["claim"]?.text != nil })
    for line in lines { #expect((line["claim"] == .null) == (line["wording"] == .null)) }
    #expect(try rows(ExportSelection(.ledger)).allSatisfy { $0["claim"] == .null })
  }

  @Test func `a line of JSON has the columns of the sheet`() throws {
    let members = try #require(try rows(ExportSelection(.ledger))[0].members)
    #expect(Set(members.keys).subtracting(["spans"]) == Set(StatementRow.columns))
  }

  // MARK: - Comma-separated values

  /// The cells of a sheet, read as RFC 4180 says.
  private func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        rows[rows.count - 1].append(cell)
        cell = ""
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return Array(rows.dropLast())
  }

  @Test func `a sheet reads back as it was`() throws {
    let sheet = cells(try SampleLedger().text(.csv))
    #expect(sheet[0] == StatementRow.columns)
    #expect(sheet.allSatisfy { $0.count == StatementRow.columns.count })
    #expect(sheet[1][1] == "../r,1\n\"x\"")
    #expect(sheet[1][2] == "A \"title\": <i>one</i>, [[two]] #three\nTY  - BOOK")
    #expect(sheet[1][18] == hostileRead().statements[0].content.text)
    #expect(sheet[3][10] == "" && sheet[3][13] == "")
  }

  @Test func `no cell is a formula`() throws {
    for row in cells(try SampleLedger().text(.csv)) {
      for cell in row {
        let first = cell.unicodeScalars.first
        #expect(first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true, "\(cell)")
      }
    }
    #expect(cells(try SampleLedger().text(.csv))[2][18].hasPrefix("'=2+3 “said”"))
  }
}
