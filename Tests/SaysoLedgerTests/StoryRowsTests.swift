import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct StoryRowsTests {
  private func sample(_ id: String, text: String? = nil) throws -> ReadReport {
    var sample = Sample()
    sample.id = id
    if let text { sample.text = text }
    return try sample.made()
  }

  /// Two reports as one story.
  private func changes() -> StoryChanges {
    var changes = StoryChanges()
    let ids = ["r1", "r2"].map { ReportID($0) }
    changes.sketches = ids.map {
      StorySketch(report: $0, features: [1, 2, 3], shingles: [4, 5], shingleCount: 6)
    }
    changes.links = [(ids[1], [KeptStoryLink(earlier: ids[0], odds: 0.1)])]
    changes.places = ids.map { ($0, "aa") }
    changes.stories = [
      StoryRow(
        id: "aa", name: "A \u{0} name", first: CalendarDate(iso: "2031-05-03"),
        last: CalendarDate(iso: "2031-05-03"), reports: 2, origins: 1, outlets: ["Ö", "P"])
    ]
    changes.copies = [
      KeptCopyLink(
        first: .init(report: ids[0], count: 6, taken: 0.7),
        second: .init(report: ids[1], count: 6, taken: 0.1), shared: 5)
    ]
    return changes
  }

  private func ledger(in folder: TemporaryFolder) throws -> Ledger {
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    for id in ["r1", "r2"] {
      _ = try ledger.add(try sample(id), stamp: firstModels, now: noon)
    }
    return ledger
  }

  @Test func `what is written of stories is read back`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    #expect(try ledger.storyState() == StoryState(stamp: nil, generation: 0, pending: 2))
    try ledger.clearStories(stamp: "toy")
    let changes = changes()
    #expect(try ledger.write(changes, onto: 1))
    #expect(try ledger.storyState() == StoryState(stamp: "toy", generation: 2, pending: 0))
    let indexed = try ledger.indexedReports()
    #expect(indexed.map(\.sketch) == changes.sketches)
    #expect(indexed.map(\.links) == [[], changes.links[0].links])
    #expect(indexed.map(\.story) == ["aa", "aa"])
    #expect(try ledger.storyHeads() == [StoryHead(id: "aa", name: changes.stories[0].name)])
    #expect(try ledger.storyHeads(idPrefix: "a").count == 1 && ledger.storyCount() == 1)
    #expect(try ledger.storyHeads(idPrefix: "b").isEmpty && ledger.storyHeads(most: 0).isEmpty)
    let story = try #require(try ledger.stories(["aa", "bb"]).first)
    #expect(story.reports == [ReportID("r1"), ReportID("r2")])
    #expect(story.outlets == ["Ö", "P"] && story.origins == 1)
    #expect(story.first == changes.stories[0].first && story.last == changes.stories[0].last)
    #expect(try ledger.readReports(story.reports + [ReportID("r9")]).count == 2)
    #expect(try ledger.copyLinks(around: [ReportID("r2")], least: 0.5) == changes.copies)
    #expect(try ledger.copyLinks(around: [ReportID("r2")], least: 0.8).isEmpty)
    #expect(try ledger.allCopyLinks(least: 0.5) == changes.copies)
    let outline = try #require(try ledger.outlines(of: [ReportID("r2")]).first)
    #expect(outline.title == "Bridge closed" && outline.shingleCount == 6)
    #expect(outline.text == nil, "a text is read only where there is no headline")
    #expect(try ledger.verify().findings == [])
  }

  @Test func `stories with what came last stand first, and their marks follow them`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    try ledger.clearStories(stamp: "toy")
    #expect(try ledger.write(changes(), onto: 1))
    #expect(try ledger.lastAddition() == AdditionMark(2))
    let story = try #require(try ledger.recentStories(after: AdditionMark(1), most: 9).first)
    #expect(story.id == "aa" && story.added == 1 && story.reports == 2 && story.origins == 1)
    #expect(story.outlets == ["Ö", "P"])
    #expect(try ledger.recentStories(most: 9).map(\.added) == [0])
    #expect(try ledger.recentStories(from: 1, most: 9).isEmpty)
    #expect(try ledger.story(of: ReportID("r2")) == "aa" && ledger.story(of: ReportID("r9")) == nil)
    #expect(try ledger.report(of: StatementID("r2-1")) == ReportID("r2"))
    #expect(try ledger.report(of: StatementID("r2-9")) == nil)
    // A new version of a report that was there is new, what it was before is not counted.
    let seen = try ledger.lastAddition()
    _ = try ledger.add(
      try sample("r1", text: Sample().text + " More."), stamp: firstModels, now: noon)
    #expect(try ledger.lastAddition() > seen)
    #expect(try ledger.recentStories(after: seen, most: 9).map(\.added) == [1])
    #expect(try ledger.recentStories(after: .start, most: 9).map(\.added) == [2])
    #expect(try ledger.recentStories(after: ledger.lastAddition(), most: 9).map(\.added) == [0])
    let stamp = try ledger.storyStamp("aa")
    let all = try ledger.storyStamp(nil)
    // Elsewhere nothing changes.
    _ = try ledger.add(try sample("r3"), stamp: firstModels, now: noon)
    #expect(try ledger.storyStamp("aa") == stamp && ledger.storyStamp(nil) != all)
    _ = try ledger.add(try sample("r1"), stamp: laterModels, now: noon)
    #expect(try ledger.storyStamp("aa") != stamp)
  }

  @Test func `the mark of change moves when another connection writes`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    let asking = try Ledger(asking: folder.file("a.db"))
    let mark = try asking.changeStamp()
    #expect(try asking.changeStamp() == mark)
    _ = try ledger.add(try sample("r4"), stamp: firstModels, now: noon)
    #expect(try asking.changeStamp() != mark)
  }

  @Test func `who builds on a state that is no more writes nothing`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    #expect(try !ledger.write(changes(), onto: 0), "there is no index yet")
    try ledger.clearStories(stamp: "toy")
    #expect(try ledger.write(changes(), onto: 1))
    #expect(try !ledger.write(changes(), onto: 1))
    #expect(try ledger.storyState().generation == 2)
  }

  @Test func `a report waits when it is new, changed or read by other models`() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    try ledger.clearStories(stamp: "toy")
    #expect(try ledger.write(changes(), onto: 1))
    _ = try ledger.add(try sample("r1"), stamp: firstModels, now: noon)
    #expect(try ledger.reportsAwaitingStories(most: 9).isEmpty)
    _ = try ledger.add(try sample("r1"), stamp: laterModels, now: noon)
    #expect(try ledger.reportsAwaitingStories(most: 9) == [ReportID("r1")])
    #expect(try ledger.write(changes(), onto: 2), "writing again replaces")
    #expect(try ledger.indexedReports().count == 2)
    #expect(try ledger.reportsAwaitingStories(most: 9).isEmpty)
    try ledger.clearStories(stamp: "other")
    #expect(try ledger.reportsAwaitingStories(most: 9).count == 2)
    #expect(try ledger.storyHeads().isEmpty)
    let read = try #require(try ledger.readForStories(ReportID("r2")))
    let whole = try #require(try ledger.readReport(ReportID("r2")))
    #expect(read.mentions == whole.mentions && read.dates == whole.dates)
    #expect(read.statements.isEmpty)
  }
}
