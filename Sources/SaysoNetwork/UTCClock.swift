#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords

/// The wall clock in seconds since 1970, and its ISO 8601 text.
enum UTCClock {
  /// The system's time.
  static func now() -> Int { Int(time(nil)) }

  /// `2024-10-29T09:23:46Z`.
  static func iso(_ seconds: Int) -> String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return CalendarDate(dayNumber: day).iso + "T" + parts.joined(separator: ":") + "Z"
  }
}
