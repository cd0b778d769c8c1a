@testable import SaysoNetwork
import Testing

@Suite struct RetryAfterTests {
  @Test(arguments: [
    ("0", 0), ("120", 120), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
    ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("-1", nil),
    ("", nil), ("soon", nil), ("99999999999999999999", nil), ("1.5", nil),
    ("Sun, 06 Nov 1994 25:49:37 GMT", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
  ])
  func `the wait is read from seconds or from a date`(_ value: String, _ seconds: Int?) {
    #expect(RetryAfter.seconds(value, now: 784_111_740) == seconds)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (784_111_777, "1994-11-06T08:49:37Z"),
    (1_709_164_800, "2024-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
  ])
  func `a moment is written in ISO 8601`(_ seconds: Int, _ text: String) {
    #expect(UTCClock.iso(seconds) == text)
  }
}
