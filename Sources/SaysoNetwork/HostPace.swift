/// When requests to one host may start: at most two at once, and a pause between their starts.
struct HostPace {
  /// The most requests at once.
  static let mostAtOnce = 2

  /// The requests that have a place now.
  private(set) var running = 0
  private var nextStart: ContinuousClock.Instant?

  /// Takes a place; false where there is none.
  mutating func takePlace() -> Bool {
    guard running < HostPace.mostAtOnce else { return false }
    running += 1
    return true
  }

  /// Gives a place back.
  mutating func leavePlace() {
    precondition(running > 0, "a place is given back only after it was taken")
    running -= 1
  }

  /// The moment to start at, after which the next start is `pause` later.
  mutating func start(now: ContinuousClock.Instant, pause: Duration) -> ContinuousClock.Instant {
    let start = max(now, nextStart ?? now)
    nextStart = start + pause
    return start
  }

  /// Keeps the host in peace until `moment`.
  mutating func rest(until moment: ContinuousClock.Instant) {
    nextStart = max(nextStart ?? moment, moment)
  }
}
