import SaysoRecords

/// How long a server asks to wait (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// The seconds that a value of the header names; nil for one that says nothing.
  ///
  /// - Parameters:
  ///   - value: a number of seconds, or a date ("Sun, 06 Nov 1994 08:49:37 GMT"; the two older
  ///     forms of RFC 9110, section 5.6.7, are not read).
  ///   - now: seconds since 1970.
  static func seconds(_ value: String, now: Int) -> Int? {
    let bytes = Array(value.utf8)
    if !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(value)
    }
    return moment(value).map { max(0, $0 - now) }
  }

  /// The seconds since 1970 of a date in the preferred form; nil for others.
  static func moment(_ date: String) -> Int? {
    let parts = date.split(separator: " ").map(String.init)
    guard parts.count == 6, parts[5] == "GMT",
      let day = Int(parts[1]), let year = Int(parts[3]), parts[3].utf8.count == 4,
      let month = months.firstIndex(of: parts[2]),
      let calendar = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    return calendar.dayNumber * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
