import SaysoLedger
import SaysoRecords
import Testing

@Suite struct FindStatementsTests {
  /// Three reports: a dated one, a later one of another speaker, and one without a date.
  private func filled(_ folder: TemporaryFolder) throws -> Ledger {
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var second = Sample()
    second.id = "r0"
    second.outlet = "Harl Herald"
    second.published = "2031-05-04"
    second.text = """
      Contractor Nordbau confirmed cracks in two pillars. Opposition leader Łucja Żak urged \
      the mayor's office to close it.
      """
    second.statements = [
      ("Contractor Nordbau", "Nordbau", "confirmed", "cracks in two pillars", .confirms),
      ("Opposition leader Łucja Żak", "Łucja Żak", "urged", "to close it", .urges),
    ]
    second.said = []
    var undated = Sample()
    undated.id = "r3"
    undated.published = nil
    undated.said = []
    let reads = try [Sample().made(), second.made(), undated.made()]
    for result in try ledger.add(reads, stamp: firstModels, now: noon) { _ = try result.get() }
    return ledger
  }

  private func ids(_ query: StatementQuery, in ledger: Ledger) throws -> [String] {
    try ledger.statements(query).map(\.statement.id.text)
  }

  @Test func `statements come by day, report and place, those without a day last`() throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    #expect(
      try ids(StatementQuery(), in: ledger)
        == ["r1-1", "r1-0", "r1-2", "r0-0", "r0-1", "r3-0", "r3-1", "r3-2"])
    let found = try #require(try ledger.statements().first)
    #expect(found.statement == (try Sample().made().statements[1]))
    #expect(found.title == "Bridge closed" && found.outlet == "Varnholm Post")
    #expect(found.url == "https://post.example/r1" && found.version == 1)
    #expect(found.day?.iso == "2031-05-02" && found.published?.iso == "2031-05-03")
    #expect(try ids(StatementQuery(limit: 2), in: ledger) == ["r1-1", "r1-0"])
    #expect(try ids(StatementQuery(limit: 0), in: ledger).isEmpty)
  }

  @Test func `statements are left out at the beginning, and found by outlet and figure`() throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    var query = StatementQuery(limit: 2)
    query.start = 6
    #expect(try ids(query, in: ledger) == ["r3-1", "r3-2"])
    query = StatementQuery()
    query.outlet = "harl herald"
    #expect(try ids(query, in: ledger) == ["r0-0", "r0-1"])
    var sample = Sample()
    sample.id = "r7"
    sample.figures = ["14 pillars"]
    _ = try ledger.add(try sample.made(), stamp: firstModels, now: noon)
    let figure = try #require(try ledger.readReport(ReportID("r7"))?.figures.first?.low)
    query = StatementQuery()
    query.figure = figure
    #expect(try ids(query, in: ledger) == ["r7-1"])
    query.figure = figure + 1000
    #expect(try ids(query, in: ledger).isEmpty)
  }

  @Test func `what a query means is counted by stance and outlet`() throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    var query = StatementQuery(limit: 1)
    var counts = try ledger.counts(of: query)
    #expect(counts.total == 8)
    #expect(counts.stances == [.denies: 2, .asserts: 2, .warns: 2, .confirms: 1, .urges: 1])
    #expect(counts.outlets.map(\.outlet) == ["Varnholm Post", "Harl Herald"])
    #expect(counts.outlets.map(\.count) == [6, 2])
    query.stance = .denies
    counts = try ledger.counts(of: query, outlets: 0)
    #expect(counts.total == 2 && counts.outlets.isEmpty)
    #expect(try ledger.counts(of: StatementQuery(about: "…")).total == 0)
  }

  @Test(arguments: [
    ("muller", ["r1-1", "r1-0", "r3-0", "r3-1"]), ("MÜLL", ["r1-1", "r1-0", "r3-0", "r3-1"]),
    ("müller ilse", ["r1-1", "r1-0", "r3-0", "r3-1"]), ("uller", []), ("zak", ["r0-1"]),
    ("official", ["r1-2", "r3-2"]), ("mayor", ["r1-0", "r3-0"]), ("Nordbau's", []),
  ])
  func `a speaker is found by the beginning of words, without case and accents`(
    by: String, expected: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    #expect(try ids(StatementQuery(by: by), in: ledger) == expected)
  }

  @Test(arguments: [
    ("pillar", ["r1-1", "r0-0", "r3-1"]), ("crack pillars", ["r0-0"]),
    ("\"two pillars\"", ["r0-0"]), ("\"pillars two\"", []), ("pillars two", ["r0-0"]),
    ("denied", []), ("bridge OR cracks", []), ("bridge -unsafe", ["r1-0", "r3-0"]),
  ])
  func `content is found by its words`(about: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    #expect(try ids(StatementQuery(about: about), in: ledger) == expected)
  }

  @Test func `filters narrow each other`() throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    let may3 = try #require(CalendarDate(iso: "2031-05-03"))
    let may4 = try #require(CalendarDate(iso: "2031-05-04"))
    #expect(try ids(StatementQuery(since: may3), in: ledger) == ["r1-0", "r1-2", "r0-0", "r0-1"])
    #expect(try ids(StatementQuery(since: may3, until: may3), in: ledger) == ["r1-0", "r1-2"])
    #expect(try ids(StatementQuery(since: may4, until: may3), in: ledger).isEmpty)
    #expect(try ids(StatementQuery(kind: .direct), in: ledger) == ["r1-1", "r3-1"])
    #expect(try ids(StatementQuery(by: "müller", stance: .denies), in: ledger) == ["r1-0", "r3-0"])
    #expect(
      try ids(StatementQuery(by: "mayor", about: "bridge", since: may3, limit: 5), in: ledger)
        == ["r1-0"])
  }

  @Test(arguments: [
    "\"", "\"\"", "'", "a\"b", "*", "a*", "(", "a AND", "NOT", "NEAR(a b, 2)", "content:x", "^a",
    "{a b}", "a + b", "\u{0}", "a\u{0}b", "", "   ", "—", "🌉", "%", "; DROP TABLE report", "-a",
    "a\\", "\u{301}", "\u{FEFF}", "O'Neil", "{", "col : \"x\" *",
  ])
  func `any text may be asked for`(text: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    _ = try ledger.statements(StatementQuery(by: text))
    _ = try ledger.statements(StatementQuery(about: text))
    _ = try ledger.reports(about: text)
    #expect(try ledger.counts().reports == 3)
  }

  @Test func `random texts may be asked for`() throws {
    let folder = try TemporaryFolder()
    let ledger = try filled(folder)
    var random = SplitMix64(state: GeneratedReports.seed)
    let pieces = ["\"", "*", "a", " ", "(", ")", "OR", ":", "^", "\u{0}", "é", "-", "+", "\u{301}"]
    for _ in 0..<500 {
      let text = (0..<8).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      _ = try ledger.statements(StatementQuery(by: text, about: text))
    }
  }
}
