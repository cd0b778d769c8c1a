/// The queues of requests before hosts, each in the order of arrival.
actor HostQueue {
  private struct Lane {
    var pace = HostPace()
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private var lanes: [String: Lane] = [:]
  private let clock = ContinuousClock()

  /// Waits for a place before `host` and for the pause after the request before.
  ///
  /// Every call is to be followed by `leave`. A cancelled task does not wait for the pause.
  func enter(_ host: String, pause: Duration) async {
    if !lanes[host, default: Lane()].pace.takePlace() {
      await withCheckedContinuation { lanes[host, default: Lane()].waiting.append($0) }
    }
    let now = clock.now
    let start = lanes[host, default: Lane()].pace.start(now: now, pause: pause)
    guard start > now else { return }
    do {
      try await clock.sleep(until: start)
    } catch {
      // Cancelled: the request that follows finds that out by itself.
    }
  }

  /// Hands the place before `host` to the next in the queue.
  func leave(_ host: String) {
    guard var lane = lanes[host] else { return }
    if lane.waiting.isEmpty {
      lane.pace.leavePlace()
      lanes[host] = lane
    } else {
      let next = lane.waiting.removeFirst()
      lanes[host] = lane
      next.resume()
    }
  }

  /// Starts nothing at `host` for the time it asked for.
  func rest(_ host: String, for wait: Duration) {
    lanes[host, default: Lane()].pace.rest(until: clock.now + wait)
  }
}
