import Sayso

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processors of this machine.
enum Processors {
  /// How many are in use, at least one.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// The clock on the wall.
///
/// Only the faces look at it; the stages are told the time.
enum WallClock {
  /// Now, in UTC, as ISO 8601.
  static var now: String {
    let seconds = Int(time(nil))
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return CalendarDate(dayNumber: day).iso
      + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}

/// Has a reader that goes away met where we write, not by a signal that kills us.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// Ends the process with an exit status.
func endProcess(_ ending: Ending) -> Never { exit(ending.rawValue) }
