import SaysoRecords
import Testing

@testable import SaysoStories

struct ActorDirectoryTests {
  /// One report's actor, on a day of January 2030.
  private func actor(
    _ report: String, _ name: String, _ type: NameType? = .person, story: String? = nil,
    day: Int? = nil, forms: [String] = [], speaks: Bool = false, named: Bool = true,
    offices: [FoundOffice] = []
  ) -> ReportActor {
    ReportActor(
      report: ReportID(report), day: day.flatMap { CalendarDate(year: 2030, month: 1, day: $0) },
      story: story, name: name, forms: ([name] + forms).map { .init($0, count: 1) }, type: type,
      isNamed: named, speaks: speaks, offices: offices)
  }

  private func same(_ directory: ActorDirectory, _ a: (String, String), _ b: (String, String))
    -> Bool
  {
    let one = directory.record(of: a.1, in: ReportID(a.0))
    return one != nil && one?.id == directory.record(of: b.1, in: ReportID(b.0))?.id
  }

  @Test("Spellings of a name from another script are one person, and the evidence says so")
  func transliteration() throws {
    let directory = ActorDirectory([
      actor("a", "Taras Velynsky"), actor("b", "Taras Velynskyy"), actor("c", "Taras Velynskiy"),
    ])
    #expect(directory.records.count == 1)
    let record = try #require(directory.records.first)
    #expect(record.kind == .person)
    #expect(
      record.aliases.map(\.words).sorted() == [
        "Taras Velynskiy", "Taras Velynsky", "Taras Velynskyy",
      ])
    #expect(record.evidence.contains { $0.rule == .transliteration })
  }

  @Test("A body's acronym, its name with the state, and a description of it are one body")
  func body() {
    let directory = ActorDirectory([
      actor("a", "National Intelligence Service", .organization, forms: ["NIS"]),
      actor("b", "NIS", .organization),
      actor("c", "Seoul's spy agency", nil, speaks: true, named: false),
      actor("d", "the South Korean intelligence agency", nil, speaks: true, named: false),
      actor("e", "South Korea's National Intelligence Service", .organization),
    ])
    #expect(directory.records.count == 1)
    #expect(directory.records.first?.kind == .body)
    #expect(directory.records.first?.state == "KOR")
  }

  @Test("A state's names and the seat from which it speaks are one; a place named is a place")
  func states() {
    let directory = ActorDirectory([
      actor("a", "DPRK", .organization), actor("b", "North Korea", .location),
      actor("c", "Pyongyang", .location, speaks: true), actor("d", "Pyongyang", .location),
      actor("e", "the North Korean government", nil, speaks: true, named: false),
    ])
    for report in ["b North Korea", "c Pyongyang", "e the North Korean government"] {
      let parts = report.split(separator: " ", maxSplits: 1).map(String.init)
      #expect(same(directory, ("a", "DPRK"), (parts[0], parts[1])), "\(report)")
    }
    #expect(!same(directory, ("a", "DPRK"), ("d", "Pyongyang")))
    #expect(directory.record(of: "Pyongyang", in: ReportID("d"))?.kind == .place)
  }

  @Test("Two given names are two persons, and a family name that both have stays alone")
  func givenNames() {
    let directory = ActorDirectory([
      actor("a", "Marta Olsk", story: "s"), actor("b", "Jonas Olsk", story: "s"),
      actor("c", "Olsk", story: "s"),
    ])
    #expect(directory.records.count == 3)
    #expect(directory.record(of: "Olsk", in: ReportID("c"))?.isDoubtful == true)
  }

  @Test("A lone family name goes to the only person of its story, not to one of another")
  func loneSurname() {
    let directory = ActorDirectory([
      actor("a", "Marta Olsk", story: "s"), actor("b", "Olsk", story: "s"),
      actor("c", "Olsk", story: "t"),
    ])
    #expect(same(directory, ("a", "Marta Olsk"), ("b", "Olsk")))
    #expect(!same(directory, ("a", "Marta Olsk"), ("c", "Olsk")))
  }

  @Test("Without stories, near means within two weeks", arguments: [(10, true), (30, false)])
  func nearInTime(day: Int, joins: Bool) {
    let directory = ActorDirectory([
      actor("a", "Marta Olsk", day: 1), actor("b", "Olsk", day: day),
    ])
    #expect(same(directory, ("a", "Marta Olsk"), ("b", "Olsk")) == joins)
  }

  @Test("A family name beside the same state's office is the same person at any time")
  func office() {
    let president = FoundOffice(owner: "MDA", role: "president", words: "Moldova's president")
    let directory = ActorDirectory([
      actor("a", "Marta Olsk", day: 1, offices: [president]), actor("b", "Jonas Olsk", day: 30),
      actor("c", "Olsk", day: 30, offices: [president]),
    ])
    #expect(same(directory, ("a", "Marta Olsk"), ("c", "Olsk")))
    #expect(directory.record(of: "Olsk", in: ReportID("c"))?.offices.first?.first?.day == 1)
    #expect(directory.record(of: "Olsk", in: ReportID("c"))?.offices.first?.last?.day == 30)
  }

  @Test("Father and son of one report stay two")
  func generations() {
    let directory = ActorDirectory([
      actor("a", "Marten Olsk"), actor("a", "Marten Olsk Jr."), actor("b", "Marten Olsk"),
    ])
    #expect(!same(directory, ("a", "Marten Olsk"), ("a", "Marten Olsk Jr.")))
    #expect(same(directory, ("a", "Marten Olsk"), ("b", "Marten Olsk")))
  }

  @Test("A middle name more is the same person, unless two middle names differ")
  func middleNames() {
    let directory = ActorDirectory([
      actor("a", "Marta Olsk"), actor("b", "Marta J. Olsk"), actor("c", "Jonas A. Brenn"),
      actor("d", "Jonas B. Brenn"), actor("e", "Jonas Brenn"),
    ])
    #expect(same(directory, ("a", "Marta Olsk"), ("b", "Marta J. Olsk")))
    #expect(!same(directory, ("c", "Jonas A. Brenn"), ("d", "Jonas B. Brenn")))
    #expect(!same(directory, ("c", "Jonas A. Brenn"), ("e", "Jonas Brenn")))
    #expect(directory.record(of: "Jonas Brenn", in: ReportID("e"))?.isDoubtful == true)
  }

  @Test("Unnamed speakers are never one, however alike their descriptions")
  func unnamed() {
    let name = "a senior official at the ministry"
    let directory = ActorDirectory([
      actor("a", name, nil, speaks: true, named: false),
      actor("b", name, nil, speaks: true, named: false),
    ])
    #expect(directory.records.count == 2)
    #expect(directory.records.allSatisfy { $0.kind == .unnamed })
  }

  @Test("A ministry of no stated state does not cross stories")
  func generic() {
    let directory = ActorDirectory([
      actor("a", "Foreign Ministry", .organization, story: "s"),
      actor("b", "Foreign Ministry", .organization, story: "s"),
      actor("c", "Foreign Ministry", .organization, story: "t"),
    ])
    #expect(directory.records.count == 2)
    #expect(directory.records.allSatisfy { $0.isDoubtful })
  }

  @Test("A team's short name goes to the one team of the story, and nowhere from other stories")
  func shorterBody() {
    let reports = [
      actor("a", "Olmar Falcons", .organization, story: "s"),
      actor("a", "Olmar", .location, story: "s"),
      actor("b", "Falcons", .organization, story: "s"),
    ]
    #expect(same(ActorDirectory(reports), ("a", "Olmar Falcons"), ("b", "Falcons")))
    let more = reports + [actor("c", "Falcons", .organization, story: "t")]
    #expect(!same(ActorDirectory(more), ("a", "Olmar Falcons"), ("c", "Falcons")))
  }

  /// A set in which most sieves have something to do.
  private var mixed: [ReportActor] {
    [
      actor("a", "Marta Olsk", story: "s"), actor("b", "Olsk", story: "s"),
      actor("c", "M. Olsk", story: "s"), actor("d", "Marta J. Olsk", story: "s"),
      actor("e", "Jonas Brenn", story: "s"), actor("f", "Brenn", story: "s"),
      actor("f", "DPRK", .location, story: "s"), actor("e", "North Korea", .location, story: "s"),
      actor("g", "Harbour Safety Board", .organization, story: "s", forms: ["HSB"]),
      actor("h", "HSB", .organization, story: "s"), actor("i", "Olsk", story: "t"),
      actor("j", "Foreign Ministry", .organization, story: "s"),
      actor("k", "Foreign Ministry", .organization, story: "s"),
    ]
  }

  @Test("The order in which reports come changes nothing", arguments: 0..<40)
  func order(seed: Int) {
    let actors = mixed
    var shuffled: [ReportActor] = []
    var rest = actors
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    while !rest.isEmpty {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      shuffled.append(rest.remove(at: Int(state >> 33) % rest.count))
    }
    #expect(ActorDirectory(shuffled).records == ActorDirectory(actors).records)
    #expect(ActorDirectory(shuffled + actors).records == ActorDirectory(actors).records)
  }

  @Test("An actor is found by a full name or a table's name, not by a lone family name")
  func lookup() {
    let directory = ActorDirectory(mixed)
    #expect(directory.record(named: "Jonas Brenn", type: .person)?.name == "Jonas Brenn")
    #expect(directory.record(named: "the DPRK")?.name == "North Korea")
    #expect(directory.record(named: "Brenn", type: .person) == nil)
  }
}
