import SaysoLedger
import SaysoRecords
import Testing

@Suite struct ListTests {
  @Test func `actors are counted over current reports, unknown speakers are not`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var other = Sample()
    other.id = "r2"
    other.published = "2031-06-01"
    other.said = []
    var council = Sample()
    council.id = "r3"
    council.text = "The council of Harl condemned the delay."
    council.statements = [
      ("The council of Harl", "Harl council", "condemned", "the delay", .condemns)
    ]
    for sample in [Sample(), other, council] {
      _ = try ledger.add(try sample.made(), stamp: firstModels, now: noon)
      _ = try ledger.add(try sample.made(), stamp: laterModels, now: noon)
    }
    let actors = try ledger.actors()
    #expect(actors.map(\.name) == ["Ilse Müller", "Harl council"])
    let mayor = try #require(actors.first)
    #expect(mayor.type == .person)
    #expect(mayor.statements == 4 && mayor.reports == 2)
    #expect(mayor.first?.iso == "2031-05-02" && mayor.last?.iso == "2031-06-01")
    #expect(mayor.stances == [.denies: 2, .asserts: 2])
    #expect(actors.last?.type == nil)
  }

  @Test func `a group speaks for each of its actors, a description for nobody`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    for id in ["r1", "r2"] {
      var sample = Sample()
      sample.id = id
      sample.text = "Harl and Varnholm urged calm. Harl warned of rain. A senior aide denied it."
      sample.statements = [
        ("Harl and Varnholm", nil, "urged", "calm", .urges),
        ("Harl", "Harl", "warned", "of rain", .warns),
        ("A senior aide", "A senior aide", "denied", "it", .denies),
      ]
      sample.said = []
      sample.members = [0: ["Harl", "Varnholm"]]
      sample.unnamed = [2]
      _ = try ledger.add(try sample.made(), stamp: firstModels, now: noon)
    }
    let actors = try ledger.actors()
    #expect(actors.map(\.name) == ["Harl", "Varnholm"])
    #expect(actors.map(\.statements) == [4, 2] && actors.map(\.reports) == [2, 2])
    #expect(actors.map(\.stances) == [[.urges: 2, .warns: 2], [.urges: 2]])
    let byMember = try ledger.statements(StatementQuery(by: "varnh"))
    #expect(byMember.map(\.statement.id.text) == ["r1-0", "r2-0"])
    #expect(byMember.first?.statement.speaker?.members == ["Harl", "Varnholm"])
  }

  @Test func `reports are listed by publication and found by their words`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    var late = Sample()
    late.id = "a-late"
    late.published = "2031-07-01"
    late.title = "Bridge opens"
    var undated = Sample()
    undated.id = "0"
    undated.published = nil
    undated.analysed = false
    undated.statements = []
    for sample in [late, undated, Sample()] {
      _ = try ledger.add(try sample.made(), stamp: firstModels, now: noon)
    }
    let reports = try ledger.reports()
    #expect(reports.map(\.id.text) == ["r1", "a-late", "0"])
    #expect(reports.map(\.statements) == [3, 3, 0])
    #expect(reports.map(\.analysed) == [true, true, false])
    #expect(reports.allSatisfy { $0.stamp == firstModels && $0.addedAt == noon })
    #expect(try ledger.reports(about: "opening bridge").map(\.id.text) == ["a-late"])
    #expect(try ledger.reports(about: "muller").count == 3)
    let counts = try ledger.counts()
    #expect(counts.reports == 3 && counts.versions == 3 && counts.statements == 6)
    #expect(counts.superseded == 0 && counts.unanalysed == 1)
  }
}
