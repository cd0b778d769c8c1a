#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a program apart, so that one that fails or never ends costs only its file.
struct ChildProcess {
  /// How a run ended.
  struct Outcome {
    /// The exit status; nil where a signal or a limit ended it.
    let status: Int32?
    /// Its standard output.
    let output: [UInt8]
    /// The start of its standard error.
    let complaint: String
    /// The limit that it went over, if it did.
    let overrun: Limit?
  }

  /// What ends a run early.
  enum Limit {
    case time
    case output
  }

  /// The path of the program.
  let program: String
  /// The most seconds that it may run.
  var seconds = 30
  /// The most bytes that it may write.
  var largestOutput = 16 << 20

  /// The path of a program in the folders of `searchPath`; nil where it is in none of them.
  static func find(_ name: String, in searchPath: String) -> String? {
    searchPath.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs the program with `input` as its standard input and waits for its end.
  ///
  /// The input is a file without a name, so that no pipe can break and nothing is left behind.
  func run(
    _ arguments: [String], input: [UInt8], place: String
  ) throws(ReadingError) -> Outcome {
    let input = try NamelessFile(input, place: place)
    let output = try Pipe(place: place)
    let complaints = try Pipe(place: place)
    let child = try start(
      arguments, input: input.descriptor, output: output.writing, complaints: complaints.writing,
      place: place)
    output.closeWriting()
    complaints.closeWriting()
    return follow(child, output: output.reading, complaints: complaints.reading)
  }

  // MARK: - Starting

  private func start(
    _ arguments: [String], input: Int32, output: Int32, complaints: Int32, place: String
  ) throws(ReadingError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    #if canImport(Darwin)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_CLOEXEC_DEFAULT))
    #endif
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C")]
    defer { for word in words + environment { free(word) } }
    words.append(nil)
    environment.append(nil)
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, words, environment)
    guard code == 0 else {
      throw SystemFile.failure("the program \(program) cannot be started", place, code)
    }
    return child
  }

  // MARK: - Following

  private func follow(_ child: pid_t, output: Int32, complaints: Int32) -> Outcome {
    let deadline = ChildProcess.now() + Double(seconds)
    var result: [UInt8] = []
    var complaint: [UInt8] = []
    var overrun: Limit?
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
    ]
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while overrun == nil, waiting.contains(where: { $0.fd >= 0 }) {
      let left = deadline - ChildProcess.now()
      if left <= 0 {
        overrun = .time
        break
      }
      guard poll(&waiting, nfds_t(waiting.count), Int32(left * 1000) + 1) > 0 else { continue }
      for place in waiting.indices where waiting[place].fd >= 0 && waiting[place].revents != 0 {
        let count = read(waiting[place].fd, &piece, piece.count)
        if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) {
          // poll() passes over negative descriptors.
          waiting[place].fd = -1
        } else if count > 0, place == 1 {
          if complaint.count < 4096 { complaint += piece[..<count] }
        } else if count > 0 {
          result += piece[..<count]
          if result.count > largestOutput { overrun = .output }
        }
      }
    }
    if overrun != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, overrun == nil ? WNOHANG : 0)
      if ended == child || (ended < 0 && errno != EINTR) { break }
      guard overrun == nil else { continue }
      if ChildProcess.now() > deadline {
        overrun = .time
        kill(child, SIGKILL)
      } else {
        usleep(1000)
      }
    }
    let exited = status & 0x7F == 0
    return Outcome(
      status: exited && overrun == nil ? (status >> 8) & 0xFF : nil, output: result,
      complaint: String(decoding: complaint.prefix(4096), as: UTF8.self), overrun: overrun)
  }

  /// Seconds of a clock that nobody sets.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The two ends of a pipe, closed when nobody holds it; a started program does not inherit them.
private final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init(place: String) throws(ReadingError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw SystemFile.failure("no program can be started", place, errno)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  deinit {
    closeWriting()
    close(reading)
  }
}

/// A private file that has no name any more and ends with its descriptor.
private final class NamelessFile {
  let descriptor: Int32

  init(_ bytes: [UInt8], place: String) throws(ReadingError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/sayso-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else {
      throw SystemFile.failure("no temporary file can be made in \(folder)", place, errno)
    }
    descriptor = file
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw SystemFile.failure("the temporary file cannot be written", place, errno)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
  }

  deinit { close(descriptor) }
}
