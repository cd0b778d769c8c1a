import SaysoRecords
import Testing

@testable import SaysoStories

struct ToldStatesTests {
  private func actor(
    _ report: String, _ name: String, _ type: NameType? = .location, owns: [String] = [],
    described: [String] = [], speaks: Bool = false, named: Bool = true,
    offices: [FoundOffice] = []
  ) -> ReportActor {
    ReportActor(
      report: ReportID(report), story: "s", name: name, type: type, isNamed: named, speaks: speaks,
      offices: offices, owns: owns, described: described)
  }

  private func brennian() -> [ReportActor] {
    [
      actor("a", "Brennia", owns: ["foreign-ministry"]),
      actor("b", "Brennian", .miscellaneous, owns: ["military"]),
    ]
  }

  private func same(_ directory: ActorDirectory, _ a: (String, String), _ b: (String, String))
    -> Bool
  {
    let one = directory.record(of: a.1, in: ReportID(a.0))
    return one != nil && one?.id == directory.record(of: b.1, in: ReportID(b.0))?.id
  }

  @Test("What has a foreign ministry and an army is a state, with its adjective and its people")
  func state() throws {
    let directory = ActorDirectory(
      brennian() + [actor("c", "Brennia", .person), actor("c", "Brennians", .person)])
    let record = try #require(directory.record(of: "Brennia", in: ReportID("c")))
    #expect(record.kind == .state && record.name == "Brennia")
    #expect(same(directory, ("a", "Brennia"), ("b", "Brennian")))
    #expect(record.evidence.contains { $0.rule == .demonym })
    #expect(directory.record(of: "Brennians", in: ReportID("c"))?.kind == .group)
  }

  @Test("A person's ministers and one mention of an army make no state")
  func noState() {
    let told = ToldStates([
      actor("a", "Olsk", .person, owns: ["defense-ministry", "foreign minister", "military"]),
      actor("b", "Marta Olsk", .person),
      actor("a", "Dorn", owns: ["military"]),
    ])
    #expect(told.code("Olsk") == nil && told.code("Dorn") == nil)
  }

  @Test("Ministries of such a state are one under its name and its adjective")
  func ministries() {
    let directory = ActorDirectory(
      brennian() + [
        actor("c", "Brennia's Foreign Ministry", nil, speaks: true, named: false),
        actor("d", "the Brennian foreign ministry", nil, speaks: true, named: false),
        actor("e", "Foreign Ministry", .organization, described: ["Brennian Foreign Ministry"]),
        actor("f", "Foreign Ministry", .organization),
      ])
    #expect(
      same(
        directory, ("c", "Brennia's Foreign Ministry"), ("d", "the Brennian foreign ministry")))
    #expect(same(directory, ("c", "Brennia's Foreign Ministry"), ("e", "Foreign Ministry")))
    #expect(!same(directory, ("e", "Foreign Ministry"), ("f", "Foreign Ministry")))
  }

  @Test("A spy agency is the body of which a report says so, unless reports say it of two")
  func described() {
    let agency = actor("c", "Brennia's spy agency", nil, speaks: true, named: false)
    let tides = actor(
      "d", "Office of Tides", .organization, described: ["Brennia's intelligence service"])
    let one = ActorDirectory(brennian() + [agency, tides])
    #expect(same(one, ("c", "Brennia's spy agency"), ("d", "Office of Tides")))
    let other = actor(
      "e", "Bureau of Lamps", .organization, described: ["the Brennian spy agency"])
    let two = ActorDirectory(brennian() + [agency, tides, other])
    #expect(!same(two, ("c", "Brennia's spy agency"), ("d", "Office of Tides")))
  }

  @Test("An office that speaks is the one person near who holds it")
  func holders() {
    let minister = FoundOffice(owner: "brennian", role: "foreign minister", words: "")
    let office = actor("c", "Brennia's foreign minister", nil, speaks: true, named: false)
    let olsk = actor("a", "Marta Olsk", .person, offices: [minister])
    let one = ActorDirectory(brennian() + [office, olsk])
    #expect(same(one, ("c", "Brennia's foreign minister"), ("a", "Marta Olsk")))
    let two = ActorDirectory(
      brennian() + [office, olsk, actor("b", "Per Dorn", .person, offices: [minister])])
    #expect(!same(two, ("c", "Brennia's foreign minister"), ("a", "Marta Olsk")))
  }
}
