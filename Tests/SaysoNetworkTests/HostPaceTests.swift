@testable import SaysoNetwork
import Testing

@Suite struct HostPaceTests {
  @Test func `two have a place at once, and a third after one has left`() {
    var pace = HostPace()
    #expect(pace.takePlace())
    #expect(pace.takePlace())
    #expect(!pace.takePlace())
    pace.leavePlace()
    #expect(pace.takePlace())
    #expect(pace.running == 2)
  }

  @Test func `starts keep the pause, and time that has passed counts for it`() {
    var pace = HostPace()
    let zero = ContinuousClock.now
    #expect(pace.start(now: zero, pause: .seconds(1)) == zero)
    #expect(pace.start(now: zero, pause: .seconds(1)) == zero + .seconds(1))
    #expect(pace.start(now: zero, pause: .seconds(1)) == zero + .seconds(2))
    #expect(pace.start(now: zero + .seconds(9), pause: .seconds(1)) == zero + .seconds(9))
  }

  @Test func `a host that asked for peace is not asked before`() {
    var pace = HostPace()
    let zero = ContinuousClock.now
    pace.rest(until: zero + .seconds(5))
    pace.rest(until: zero + .seconds(3))
    #expect(pace.start(now: zero, pause: .seconds(1)) == zero + .seconds(5))
  }
}
