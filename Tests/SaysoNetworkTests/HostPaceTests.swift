@testable import SaysoNetwork
import Testing

@Suite struct HostPaceTests {
  @Test func `two have a place at once, and a third after one has left`() {
    var pace = HostPace()
    let taken = (0..<3).map { _ in pace.takePlace() }
    #expect(taken == [true, true, false])
    pace.leavePlace()
    let again = pace.takePlace()
    #expect(again)
    #expect(pace.running == 2)
  }

  @Test func `starts keep the pause, and time that has passed counts for it`() {
    var pace = HostPace()
    let zero = ContinuousClock.now
    let starts = [0, 0, 0, 9].map { seconds in
      pace.start(now: zero + .seconds(seconds), pause: .seconds(1)) - zero
    }
    #expect(starts == [.zero, .seconds(1), .seconds(2), .seconds(9)])
  }

  @Test func `a host that asked for peace is not asked before`() {
    var pace = HostPace()
    let zero = ContinuousClock.now
    pace.rest(until: zero + .seconds(5))
    pace.rest(until: zero + .seconds(3))
    let start = pace.start(now: zero, pause: .seconds(1))
    #expect(start == zero + .seconds(5))
  }
}
