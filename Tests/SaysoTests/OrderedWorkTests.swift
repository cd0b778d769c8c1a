import Synchronization
import Testing

@testable import Sayso

struct OrderedWorkTests {
  @Test(arguments: [1, 2, 3, 8])
  func `results come out in the order of the items`(jobs: Int) async throws {
    var items = (0..<200).makeIterator()
    var results: [Int] = []
    try await OrderedWork(jobs: jobs).run(
      next: { items.next() }, wouldWait: { false },
      work: { item in
        // Early items take longest, so that later ones overtake them.
        var sum = 0
        for number in 0..<((200 - item) * 50) { sum &+= number }
        return sum == -1 ? -1 : item
      },
      deliver: { results.append($0) })
    #expect(results == Array(0..<200))
  }

  @Test func `no more than the window is taken before the oldest is delivered`() async throws {
    let work = OrderedWork(jobs: 3)
    var items = (0..<500).makeIterator()
    var taken = 0
    var delivered = 0
    var widest = 0
    try await work.run(
      next: {
        taken += 1
        widest = max(widest, taken - delivered)
        return items.next()
      }, wouldWait: { false }, work: { $0 }, deliver: { _ in delivered += 1 })
    #expect(delivered == 500)
    #expect(widest <= work.window)
  }

  @Test func `everything taken is delivered before input is waited for`() async throws {
    var items = (0..<20).makeIterator()
    var taken = 0
    var delivered = 0
    try await OrderedWork(jobs: 4).run(
      next: {
        #expect(taken == delivered)
        taken += 1
        return items.next()
      }, wouldWait: { true }, work: { $0 }, deliver: { _ in delivered += 1 })
    #expect(delivered == 20)
  }

  @Test func `an error of the receiver ends the work`() async {
    struct Enough: Error {}
    var items = (0..<1000).makeIterator()
    var delivered = 0
    await #expect(throws: Enough.self) {
      try await OrderedWork(jobs: 2).run(
        next: { items.next() }, wouldWait: { false }, work: { $0 },
        deliver: { _ in
          delivered += 1
          if delivered == 5 { throw Enough() }
        })
    }
    #expect(delivered == 5)
  }

  @Test func `no items are no work`() async throws {
    try await OrderedWork(jobs: 2).run(
      next: { () -> Int? in nil }, wouldWait: { false }, work: { $0 },
      deliver: { _ in Issue.record("nothing was asked for") })
  }
}
