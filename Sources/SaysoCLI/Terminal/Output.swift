#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reader of our output has gone away, as `head` does, which is no failure.
struct BrokenPipe: Error {}

/// Standard output, gathered into large writes.
///
/// Any write can fail, a full disk being the usual reason; nothing is lost without an error.
struct Output {
  private var waiting: [UInt8] = []
  private let descriptor: Int32
  private let place: String
  private static let enough = 1 << 16

  /// Output to a file descriptor, by default the standard one; `place` names it in errors.
  init(descriptor: Int32 = STDOUT_FILENO, place: String = "standard output") {
    self.descriptor = descriptor
    self.place = place
  }

  /// Writes text.
  mutating func write(_ text: String) throws {
    waiting.append(contentsOf: text.utf8)
    if waiting.count >= Output.enough { try flush() }
  }

  /// Writes bytes.
  mutating func write(_ bytes: [UInt8]) throws {
    waiting.append(contentsOf: bytes)
    if waiting.count >= Output.enough { try flush() }
  }

  /// Hands everything on to the system.
  ///
  /// Throws `BrokenPipe` where nobody reads any more, a `CommandError` otherwise.
  mutating func flush() throws {
    defer { waiting.removeAll(keepingCapacity: true) }
    var start = 0
    while start < waiting.count {
      let written = waiting.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
        #elseif canImport(Musl)
          Musl.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
        #else
          Darwin.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
        #endif
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        throw BrokenPipe()
      } else if errno != EINTR {
        throw CommandError(
          "the results could not be written", place: place,
          remedy: "free some disk space or write elsewhere, then run the command again",
          cause: String(cString: strerror(errno)))
      }
    }
  }
}
