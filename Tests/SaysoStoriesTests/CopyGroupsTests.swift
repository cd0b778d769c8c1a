import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct CopyGroupsTests {
  private let wire = InventedText.sentences(1, 20)
  private let other = InventedText.sentences(2, 20)

  @Test("The copies of one text are one origin, named by the earliest, with who ran it")
  func oneText() throws {
    let reports = [
      InventedText.report("a", wire, outlet: "Post", published: InventedText.march(3, hour: 9)),
      InventedText.report(
        "b", Array(wire[..<9]), outlet: "Herald", published: InventedText.march(3, hour: 11)),
      InventedText.report(
        "c", wire, outlet: "Agency", published: InventedText.march(3, hour: 7)),
      InventedText.report("d", other, outlet: "Globe", published: InventedText.march(2)),
      InventedText.report("e", wire.reversed(), outlet: "Post"),
    ]
    let result = groups(reports)
    #expect(names(result) == [["d"], ["c", "a", "b", "e"]])
    let group = try #require(result.group(of: ReportID("b")))
    #expect(group.earliest.id.text == "c")
    #expect(group.outlets == ["Agency", "Post", "Herald"])
    #expect(group.members[0].link == nil)
    #expect(group.members.dropFirst().allSatisfy { $0.link?.isCopy == true })
    #expect(result.originCount(of: ["a", "b", "d"].map { ReportID($0) }) == 2)
    #expect(result.originCount(of: [ReportID("none")]) == 0)
  }

  @Test("A report made of two independent ones joins the one it has more of, and bridges nothing")
  func spliced() {
    let reports = [
      InventedText.report("a", wire, published: InventedText.march(1)),
      InventedText.report("b", Array(other[..<12]), published: InventedText.march(2)),
      InventedText.report("c", wire + other[..<12], published: InventedText.march(3)),
    ]
    #expect(names(groups(reports)) == [["a", "c"], ["b"]])
  }

  @Test("Two cuts of one long report share its origin, though they share no word")
  func twoCuts() {
    let reports = [
      InventedText.report("a", wire, published: InventedText.march(1)),
      InventedText.report("b", Array(wire[..<6]), published: InventedText.march(2)),
      InventedText.report("c", Array(wire[12...]), published: InventedText.march(2)),
    ]
    #expect(names(groups(reports)) == [["a", "c", "b"]])
  }

  @Test("At one time, or without one, the longer report is the source")
  func undated() {
    let reports = [
      InventedText.report("a", Array(wire[..<6])), InventedText.report("b", Array(wire[12...])),
      InventedText.report("z", wire),
    ]
    #expect(names(groups(reports)) == [["z", "b", "a"]])
  }

  @Test("A long report that takes in a short one whole stays an origin")
  func takenIn() {
    let brief = Array(wire[..<4])
    let reports = [
      InventedText.report("a", brief, published: InventedText.march(1)),
      InventedText.report("b", other + brief, published: InventedText.march(2)),
    ]
    #expect(names(groups(reports)) == [["a"], ["b"]])
    #expect(links(reports).map(\.kind) == [.part])
  }

  @Test("Groups are the same for any order of adding, of reports and of links")
  func order() {
    var reports: [Report] = []
    for story in 0..<6 as Range<UInt64> {
      let text = InventedText.sentences(10 + story, 16)
      for copy in 0..<5 {
        reports.append(
          InventedText.report(
            "s\(story)c\(copy)",
            Array(text.dropFirst(copy * 2)) + InventedText.sentences(story, copy * 3),
            published: copy == 4 ? nil : InventedText.march(1 + (copy * 7 + Int(story)) % 5)))
      }
      reports.append(
        InventedText.report(
          "mix\(story)", Array(text[..<8]) + InventedText.sentences(11 + story, 16)[8...],
          published: InventedText.march(6)))
    }
    let expected = groups(reports)
    #expect(expected.groups.count < reports.count)
    for seed in 1...12 as ClosedRange<UInt64> {
      let shuffled = shuffled(reports, seed: seed)
      #expect(groups(shuffled) == expected, "seed \(seed)")
      let found = links(reports)
      let turned = CopyGroups(
        shuffled.map { CopiedReport($0, ShingleSet($0)) },
        SaysoStoriesTests.shuffled(found, seed: seed))
      #expect(turned == expected, "seed \(seed)")
    }
  }

  @Test("Far more copies than a shingle leads to are one group, in any order of adding")
  func manyCopies() {
    let copies = (0..<(ShinglePostings.capacity * 3)).map { number in
      InventedText.report(
        "r\(number)", wire + InventedText.sentences(500 + UInt64(number), 3),
        published: InventedText.march(1 + number % 28))
    }
    for seed in 1...3 as ClosedRange<UInt64> {
      let result = groups(shuffled(copies, seed: seed))
      #expect(result.groups.count == 1, "seed \(seed)")
    }
  }

  @Test(
    "Moments are put in order in UTC, days without a time after those with one",
    arguments: [
      ("2031-03-01T23:30:00Z", "2031-03-02T01:00:00+02:00", false),
      ("2031-03-01T23:30:00Z", "2031-03-02T00:10:00Z", true),
      ("2031-03-01T23:59:59Z", "2031-03-01", true),
      ("2031-03-01", "2031-03-02T00:00:00Z", true),
      ("2031-03-01T01:00:00+0530", "2031-02-28T20:00Z", true),
      ("2031-03-01T22:00:00-05:00", "2031-03-02T04:00:00.5Z", true),
    ])
  func moments(_ a: String, _ b: String, _ isBefore: Bool) throws {
    func moment(_ text: String) throws -> PublicationMoment {
      let date = try #require(CalendarDate(iso: text.prefix(10)))
      return PublicationMoment(
        text.count == 10
          ? PublicationTime(date)
          : PublicationTime(date, timeSuffix: String(text.dropFirst(10))))
    }
    #expect(try (moment(a) < moment(b)) == isBefore)
    #expect(try moment(a) < PublicationMoment(nil))
  }
}
