#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What goes to standard error: problems, each on one line, and a progress bar on long work.
///
/// The bar is drawn on a terminal only, and not before the work has lasted half a second.
struct Notices {
  /// How many problems were told.
  private(set) var problems = 0
  private let drawsProgress: Bool
  private let started = ContinuousClock.now
  private var lastDrawn = ContinuousClock.now
  private var isDrawn = false
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  /// Notices of one run; `drawsProgress` allows the bar where standard error is a terminal.
  init(drawsProgress: Bool = false) {
    self.drawsProgress = drawsProgress && Terminal.isTerminal(STDERR_FILENO)
  }

  /// Tells a problem on a line of its own and counts it.
  mutating func problem(_ text: String) {
    problems += 1
    say(text)
  }

  /// Tells something that is no problem.
  mutating func say(_ text: String) {
    erase()
    Notices.write("sayso: " + DisplayText.oneLine(text) + "\n")
  }

  /// Tells that the index of stories has to take in many reports first.
  static func catchUp(_ reports: Int) {
    write("sayso: grouping \(reports) reports into stories, once\n")
  }

  /// Draws how far the work has come: done and, where it is known, the number in all.
  mutating func progress(_ verb: String, done: Int, of total: Int?, failed: Int) {
    let now = ContinuousClock.now
    guard drawsProgress, now - started > Notices.patience,
      !isDrawn || now - lastDrawn > Notices.pause
    else { return }
    lastDrawn = now
    isDrawn = true
    var line = "\r\u{1B}[K\(verb) "
    if let total, total > 0 {
      let width = 24
      let filled = min(width, done * width / total)
      line += String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      line += " \(done) of \(total) files"
    } else {
      line += "\(done) reports"
    }
    if failed > 0 { line += ", \(failed) with problems" }
    Notices.write(line)
  }

  /// Takes the bar away.
  mutating func erase() {
    guard isDrawn else { return }
    Notices.write("\r\u{1B}[K")
    isDrawn = false
  }

  /// Writes to standard error; where that fails there is nobody left to tell.
  private static func write(_ text: String) {
    var output = Output(descriptor: STDERR_FILENO)
    do {
      try output.write(text)
      try output.flush()
    } catch {}
  }
}
