/// Work on many items at once, whose results come out in the items' order.
///
/// Memory is flat: from the oldest unfinished item on, no more than `window` are taken.
struct OrderedWork {
  /// How many items are worked on at the same time.
  let jobs: Int
  /// How many items may be taken before the oldest of them is delivered.
  let window: Int

  /// Work with as many items at once; a slow item holds up to eight times as many results back.
  init(jobs: Int) {
    precondition(jobs >= 1, "work needs at least one job")
    self.jobs = jobs
    window = jobs * 8
  }

  /// Runs `work` on each item of `next` and hands the results to `deliver`, in order.
  ///
  /// - Parameters:
  ///   - next: the next item; nil at the end.
  ///   - wouldWait: whether `next` would have to wait for input. Everything taken so far is then
  ///     delivered first, so that a caller who waits for an answer before asking on is answered.
  ///   - work: must not depend on other items.
  ///   - deliver: called one result at a time; what it throws ends the work.
  func run<Item: Sendable, Result: Sendable>(
    next: () -> Item?, wouldWait: () -> Bool, work: @escaping @Sendable (Item) -> Result,
    deliver: (Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (number: Int, result: Result).self) { group in
      var taken = 0
      var delivered = 0
      var running = 0
      var finished: [Int: Result] = [:]
      var isExhausted = false
      while true {
        while !isExhausted, running < jobs, taken - delivered < window,
          taken == delivered || !wouldWait()
        {
          guard let item = next() else {
            isExhausted = true
            break
          }
          let number = taken
          group.addTask { (number, work(item)) }
          taken += 1
          running += 1
        }
        guard running > 0, let done = try await group.next() else { break }
        running -= 1
        finished[done.number] = done.result
        while let result = finished.removeValue(forKey: delivered) {
          delivered += 1
          try deliver(result)
        }
      }
    }
  }
}
