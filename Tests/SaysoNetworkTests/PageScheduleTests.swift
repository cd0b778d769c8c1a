@testable import SaysoNetwork
import Testing

@Suite struct PageScheduleTests {
  /// A schedule that the tests drive; a class, since `#expect` does not take mutating calls.
  private final class Drive {
    private var plan: PageSchedule

    init(_ asked: [String], mostEntries: Int = 50) {
      plan = PageSchedule(asked, mostEntries: mostEntries, mostFeeds: 10, canonical: { $0 })
    }

    var counts: [Int] { [plan.done, plan.total] }

    func next() -> PageSchedule.Job? { plan.next() }

    func finish(
      _ job: PageSchedule.Job, _ result: Result<Fetched, NetworkError>? = nil,
      content: PageContent = .report
    ) {
      plan.finish(job, result ?? .success(Drive.fetched(job.address, [])), content: content)
    }

    /// The results whose turn has come, each in a few words.
    func handOn() -> [String] {
      plan.handOn().map {
        switch $0 {
        case .list(let list): return "\(list.address) \(list.taken)+\(list.leftOut)"
        case .page(let page):
          let entry = page.entry.map { " \($0.place) of \($0.feed.finalAddress)" } ?? ""
          if case .failure(let error) = page.result { return page.address + ": " + error.problem }
          return page.address + entry
        }
      }
    }

    static func fetched(_ address: String, _ bytes: [UInt8]) -> Fetched {
      Fetched(
        status: 200, requestedAddress: address, finalAddress: address, redirects: [], headers: [],
        bytes: bytes, retrieved: "2026-03-01T10:00:00Z")
    }
  }

  @Test func `when much is held only what is next is worked on`() throws {
    let plan = Drive(["http://a/1", "http://b/1", "http://b/2", "http://c/1"])
    let first = try #require(plan.next())
    let second = try #require(plan.next())
    let large = [UInt8](repeating: 0, count: PageSchedule.mostHeld + 1)
    plan.finish(second, .success(Drive.fetched(second.address, large)))
    #expect(plan.handOn().isEmpty)
    #expect(plan.next() == nil)
    plan.finish(first)
    #expect(plan.handOn() == ["http://a/1", "http://b/1"])
    #expect(plan.next()?.address == "http://b/2")
  }

  @Test func `no more than two of a host are under way, and others go on`() {
    let plan = Drive(["http://a/1", "http://a/2", "http://a/3", "http://b/1"])
    let first = plan.next()
    #expect(plan.next()?.address == "http://a/2")
    #expect(plan.next()?.address == "http://b/1")
    #expect(plan.next() == nil)
    if let first { plan.finish(first) }
    #expect(plan.next()?.address == "http://a/3")
  }

  @Test func `results come in the order of the addresses, those of a feed in its place`() throws {
    let plan = Drive(["http://a/feed", "http://b/page"])
    let feed = try #require(plan.next())
    let page = try #require(plan.next())
    plan.finish(page)
    #expect(plan.handOn().isEmpty)
    plan.finish(feed, content: .entries(["http://c/1", nil, "http://d/2"]))
    #expect(plan.handOn() == ["http://a/feed 2+0"])
    let one = try #require(plan.next())
    let two = try #require(plan.next())
    plan.finish(two)
    #expect(plan.handOn().isEmpty)
    plan.finish(one, .failure(NetworkError("gone", place: one.address, remedy: "none")))
    #expect(
      plan.handOn() == [
        "http://c/1: gone", "http://d/2 2 of http://a/feed", "http://b/page",
      ])
    #expect(plan.next() == nil)
    #expect(plan.counts == [4, 4])
  }

  @Test func `the newest entries are taken and each address once`() throws {
    let plan = Drive(["http://a/feed", "http://a/feed", "http://b/2"], mostEntries: 3)
    let feed = try #require(plan.next())
    #expect(plan.next()?.address == "http://b/2")
    plan.finish(
      feed,
      content: .entries((1...9).map { "http://b/\($0)" } + ["http://a/feed"]))
    #expect(plan.handOn() == ["http://a/feed 3+7"])
    #expect(plan.next()?.address == "http://b/1")
    #expect(plan.counts == [1, 4])
  }

  @Test(arguments: [false, true])
  func `a page of two feeds comes in the place of the first, whichever answers first`(
    _ isTurned: Bool
  ) throws {
    let plan = Drive(["http://a/feed", "http://b/feed"])
    var jobs = [try #require(plan.next()), try #require(plan.next())]
    if isTurned { jobs.reverse() }
    for job in jobs {
      let own = job.address.contains("//a/") ? "http://a/1" : "http://b/1"
      plan.finish(job, content: .entries(["http://c/both", own]))
    }
    var found = plan.handOn()
    while let job = plan.next() {
      plan.finish(job)
      found += plan.handOn()
    }
    #expect(
      found == [
        "http://a/feed 2+0", "http://c/both 0 of http://a/feed", "http://a/1 1 of http://a/feed",
        "http://b/feed 2+0", "http://b/1 1 of http://b/feed",
      ])
  }

  @Test func `lists inside of lists are followed only so deep`() throws {
    let plan = Drive(["http://a/0"])
    for depth in 0..<3 {
      let job = try #require(plan.next())
      plan.finish(job, content: .feeds(["http://a/\(depth + 1)"]))
    }
    let job = try #require(plan.next())
    plan.finish(job, content: .feeds(["http://a/4"]))
    #expect(plan.next() == nil)
    #expect(
      plan.handOn().last == "http://a/3: a list inside of other lists is not followed so deep")
  }
}
