@testable import SaysoNetwork
import Testing

@Suite struct PageScheduleTests {
  private func schedule(_ asked: [String], mostEntries: Int = 50) -> PageSchedule {
    PageSchedule(asked, mostEntries: mostEntries, mostFeeds: 10, canonical: { $0 })
  }

  private func fetched(_ address: String) -> Result<Fetched, NetworkError> {
    .success(
      Fetched(
        status: 200, requestedAddress: address, finalAddress: address, redirects: [], headers: [],
        bytes: Array(address.utf8), retrieved: "2026-03-01T10:00:00Z"))
  }

  private func names(_ collected: [Collected]) -> [String] {
    collected.map {
      switch $0 {
      case .page(let page): page.address
      case .list(let list): "\(list.address) \(list.taken)+\(list.leftOut)"
      }
    }
  }

  @Test func `when much is held only what is next is worked on`() throws {
    var plan = schedule(["http://a/1", "http://b/1", "http://b/2", "http://c/1"])
    let first = try #require(plan.next())
    let second = try #require(plan.next())
    plan.finish(
      second,
      .success(
        Fetched(
          status: 200, requestedAddress: second.address, finalAddress: second.address,
          redirects: [], headers: [],
          bytes: [UInt8](repeating: 0, count: PageSchedule.mostHeld + 1), retrieved: "2026-03-01")))
    #expect(plan.handOn().isEmpty)
    #expect(plan.next() == nil)
    plan.finish(first, fetched(first.address))
    #expect(names(plan.handOn()) == ["http://a/1", "http://b/1"])
    #expect(plan.next()?.address == "http://b/2")
  }

  @Test func `no more than two of a host are under way, and others go on`() {
    var plan = schedule(["http://a/1", "http://a/2", "http://a/3", "http://b/1"])
    let first = plan.next()
    #expect(plan.next()?.address == "http://a/2")
    #expect(plan.next()?.address == "http://b/1")
    #expect(plan.next() == nil)
    if let first { plan.finish(first, fetched(first.address)) }
    #expect(plan.next()?.address == "http://a/3")
  }

  @Test func `results come in the order of the addresses, those of a feed in its place`() throws {
    var plan = schedule(["http://a/feed", "http://b/page"])
    let feed = try #require(plan.next())
    let page = try #require(plan.next())
    plan.finish(page, fetched(page.address))
    #expect(names(plan.handOn()).isEmpty)
    plan.finish(feed, fetched(feed.address), content: .entries(["http://c/1", nil, "http://d/2"]))
    #expect(names(plan.handOn()) == ["http://a/feed 2+0"])
    let one = try #require(plan.next())
    let two = try #require(plan.next())
    #expect(two.entry?.place == 2)
    #expect(two.entry?.feed.finalAddress == "http://a/feed")
    plan.finish(two, fetched(two.address))
    #expect(names(plan.handOn()).isEmpty)
    plan.finish(one, .failure(NetworkError("gone", place: one.address, remedy: "none")))
    #expect(names(plan.handOn()) == ["http://c/1", "http://d/2", "http://b/page"])
    #expect(plan.next() == nil)
    #expect((plan.done, plan.total) == (4, 4))
  }

  @Test func `the newest entries are taken and each address once`() throws {
    var plan = schedule(["http://a/feed", "http://a/feed", "http://b/2"], mostEntries: 3)
    let feed = try #require(plan.next())
    #expect(plan.next()?.address == "http://b/2")
    plan.finish(
      feed, fetched(feed.address),
      content: .entries((1...9).map { "http://b/\($0)" } + ["http://a/feed"]))
    #expect(names(plan.handOn()) == ["http://a/feed 3+7"])
    #expect(plan.next()?.address == "http://b/1")
    #expect(plan.total == 4)
  }

  @Test(arguments: [false, true])
  func `a page of two feeds comes in the place of the first, whichever answers first`(
    _ isTurned: Bool
  ) throws {
    var plan = schedule(["http://a/feed", "http://b/feed"])
    var jobs = [try #require(plan.next()), try #require(plan.next())]
    if isTurned { jobs.reverse() }
    for job in jobs {
      let own = job.address.contains("//a/") ? "http://a/1" : "http://b/1"
      plan.finish(job, fetched(job.address), content: .entries(["http://c/both", own]))
    }
    var found = names(plan.handOn())
    while let job = plan.next() {
      plan.finish(job, fetched(job.address))
      found += names(plan.handOn())
    }
    #expect(
      found == [
        "http://a/feed 2+0", "http://c/both", "http://a/1", "http://b/feed 2+0", "http://b/1",
      ])
  }

  @Test func `lists inside of lists are followed only so deep`() throws {
    var plan = schedule(["http://a/0"])
    for depth in 0..<3 {
      let job = try #require(plan.next())
      plan.finish(job, fetched(job.address), content: .feeds(["http://a/\(depth + 1)"]))
    }
    let job = try #require(plan.next())
    plan.finish(job, fetched(job.address), content: .feeds(["http://a/4"]))
    #expect(plan.next() == nil)
    guard case .page(let page)? = plan.handOn().last, case .failure(let error) = page.result else {
      Issue.record("the fourth list gives a failure")
      return
    }
    #expect(error.problem == "a list inside of other lists is not followed so deep")
  }
}
