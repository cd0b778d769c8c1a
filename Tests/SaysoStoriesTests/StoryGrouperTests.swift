import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct StoryGrouperTests {
  typealias Story = [String]

  static func stories(of grouper: StoryGrouper) -> [Story] {
    grouper.stories.map { [$0.id.text] + $0.reports.map(\.text) }
  }

  @Test(arguments: [(60, 8), (200, 3), (200, 30)], [UInt64(1), 2])
  func `any order and any batches give the same stories`(_ size: (Int, Int), seed: UInt64) {
    let reports = StoryCases.stream(size.0, topics: size.1, seed: seed)
    var whole = StoryGrouper(scorer: StoryCases.scorer)
    whole.add(reports)
    let expected = StoryGrouperTests.stories(of: whole)
    #expect(expected.flatMap { $0.dropFirst() }.sorted() == reports.map(\.id.text).sorted())
    var random = SeededNumbers(state: seed &+ 100)
    for _ in 0..<2 {
      let shuffled = reports.shuffled(using: &random)
      var single = StoryGrouper(scorer: StoryCases.scorer)
      for report in shuffled { single.add(report.id, report.features) }
      #expect(StoryGrouperTests.stories(of: single) == expected, "one by one, seed \(seed)")
      var batches = StoryGrouper(scorer: StoryCases.scorer)
      for start in stride(from: 0, to: shuffled.count, by: 37) {
        batches.add(Array(shuffled[start..<min(start + 37, shuffled.count)]))
      }
      #expect(StoryGrouperTests.stories(of: batches) == expected, "in batches, seed \(seed)")
    }
  }

  @Test(arguments: [UInt64(3), 4])
  func `reports put anew give the stories of those reports`(seed: UInt64) {
    let reports = StoryCases.stream(160, topics: 9, seed: seed)
    let others = StoryCases.stream(160, topics: 9, seed: seed &+ 50)
    var grouper = StoryGrouper(scorer: StoryCases.scorer)
    grouper.add(reports)
    var known: [StoryID: [ReportID]] = [:]
    for story in grouper.stories { known[story.id] = story.reports }
    for start in stride(from: 0, to: 120, by: 30) {
      let change = grouper.put(Array(others[start..<start + 30]))
      for id in change.gone { known[id] = nil }
      for group in change.changed { known[group.id] = group.reports }
    }
    var fresh = StoryGrouper(scorer: StoryCases.scorer)
    fresh.add(Array(others[..<120] + reports[120...]))
    #expect(StoryGrouperTests.stories(of: grouper) == StoryGrouperTests.stories(of: fresh))
    #expect(grouper.count == 160)
    #expect(known.count == fresh.stories.count, "what is said to have changed leads there")
    for story in fresh.stories { #expect(known[story.id] == story.reports) }
    for report in reports {
      #expect(grouper.links(of: report.id) == fresh.links(of: report.id))
    }
  }

  @Test(arguments: [UInt64(5), 6])
  func `a grouper that is taken up again goes on as the one that was left`(seed: UInt64) {
    let reports = StoryCases.stream(200, topics: 11, seed: seed)
    var left = StoryGrouper(scorer: StoryCases.scorer)
    left.add(Array(reports[..<120]))
    var taken = StoryGrouper(
      scorer: StoryCases.scorer,
      kept: reports[..<120].reversed().map { report in
        (
          report.id, report.features, left.links(of: report.id),
          left.story(of: report.id) ?? StoryID("")
        )
      })
    #expect(StoryGrouperTests.stories(of: taken) == StoryGrouperTests.stories(of: left))
    for report in reports[120...] {
      let one = left.add(report.id, report.features)
      let other = taken.add(report.id, report.features)
      #expect(one == other)
    }
    #expect(StoryGrouperTests.stories(of: taken) == StoryGrouperTests.stories(of: left))
  }

  @Test func `undated reports give the same stories in any order`() {
    let reports = StoryCases.stream(120, topics: 9, seed: 5, dated: false)
    var whole = StoryGrouper(scorer: StoryCases.scorer)
    whole.add(reports)
    var single = StoryGrouper(scorer: StoryCases.scorer)
    for report in reports.reversed() { single.add(report.id, report.features) }
    #expect(StoryGrouperTests.stories(of: single) == StoryGrouperTests.stories(of: whole))
  }

  @Test(arguments: [UInt64(7), 8])
  func `what is said to have moved leads to the stories as they are`(seed: UInt64) {
    var random = SeededNumbers(state: seed)
    let reports = StoryCases.stream(150, topics: 12, seed: seed).shuffled(using: &random)
    var grouper = StoryGrouper(scorer: StoryCases.scorer)
    var known: [ReportID: StoryID] = [:]
    for report in reports {
      let change = grouper.add(report.id, report.features)
      for place in change.moved {
        #expect(known[place.report] != place.story, "only what changed is named")
        known[place.report] = place.story
      }
      #expect(change.added.map(\.report) == [report.id])
      #expect(known[report.id] == change.added.first?.story)
    }
    for report in reports { #expect(grouper.story(of: report.id) == known[report.id]) }
  }

  @Test func `a report opens, joins or bridges a story`() {
    var grouper = StoryGrouper(scorer: StoryCases.scorer)
    func add(_ id: String, _ text: String, day: Int) -> StoryArrival? {
      let report = StoryCases.features(id, text, day: day)
      return grouper.add(report.id, report.features).arrivals.first
    }
    #expect(add("b", "ferry sinks harbour Lornesund crew rescued", day: 2) == .opened)
    #expect(add("c", "ferry sinks harbour Lornesund captain arrested", day: 3) == .joined)
    #expect(add("x", "bakery strike wages Ostrava union", day: 2) == .opened)
    #expect(grouper.stories.count == 2)
    #expect(grouper.story(of: ReportID("b")) == grouper.story(of: ReportID("c")))
  }

  @Test func `a late report makes one story of two`() {
    var grouper = StoryGrouper(scorer: StoryCases.scorer)
    let one = StoryCases.features("a", "storm bridge collapse Velden river", day: 1)
    let two = StoryCases.features("b", "minister resigns inquiry engineers Velden", day: 1)
    let late = StoryCases.features(
      "c", "storm bridge collapse Velden river minister resigns inquiry engineers", day: 1)
    grouper.add([one, two])
    #expect(grouper.stories.count == 2)
    let change = grouper.add(late.id, late.features)
    #expect(grouper.stories.map(\.reports) == [[one.id, two.id, late.id]])
    #expect(change.arrivals == [.bridged([StoryID(earliest: two.id)])])
    #expect(change.moved.map(\.report) == [two.id, late.id])
  }

  @Test func `a story is named by its earliest report`() {
    var grouper = StoryGrouper(scorer: StoryCases.scorer)
    let later = StoryCases.features("later", "quake Mirhold dam cracked villages", day: 4)
    let early = StoryCases.features("early", "quake Mirhold dam cracked valley", day: 3)
    grouper.add(later.id, later.features)
    #expect(grouper.story(of: later.id) == StoryID(earliest: later.id))
    let change = grouper.add(early.id, early.features)
    #expect(grouper.story(of: later.id) == StoryID(earliest: early.id))
    #expect(change.moved.map(\.report) == [early.id, later.id])
  }

  @Test func `a report that is there already changes nothing`() {
    var grouper = StoryGrouper(scorer: StoryCases.scorer)
    let report = StoryCases.features("a", "ferry sinks harbour", day: 1)
    grouper.add(report.id, report.features)
    let again = grouper.add(report.id, report.features)
    #expect(again.added.isEmpty && again.moved.isEmpty && grouper.count == 1)
  }

  @Test func `a tree that is too large is cut at its weak links and still the same in any order`() {
    let reports = (0..<220).map { number in
      StoryCases.features(
        "n\(number)", "flood Karvik dyke breach evacuation part\(number / 40) note\(number % 7)",
        day: number / 20)
    }
    var whole = StoryGrouper(scorer: StoryCases.scorer)
    whole.add(reports)
    var random = SeededNumbers(state: 11)
    var single = StoryGrouper(scorer: StoryCases.scorer)
    for report in reports.shuffled(using: &random) { single.add(report.id, report.features) }
    #expect(StoryGrouperTests.stories(of: single) == StoryGrouperTests.stories(of: whole))
  }
}
