#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file descriptor of the system, read in pieces.
struct SystemFile {
  /// The descriptor.
  let descriptor: Int32
  /// The name for messages.
  let name: String

  /// An open descriptor (0 is standard input), which stays the caller's.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Runs `body` with the file at `path`, open for reading, and closes it.
  static func withFile<Value>(
    _ path: String, _ body: (SystemFile) throws(ReadingError) -> Value
  ) throws(ReadingError) -> Value {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("the file cannot be opened", path, errno) }
    defer { close(descriptor) }
    return try body(SystemFile(descriptor: descriptor, name: path))
  }

  /// Fills `buffer` from the file; the number of bytes read, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw SystemFile.failure("the file cannot be read", name, errno) }
    }
  }

  /// All bytes; nil when there are more than `limit`.
  func bytes(upTo limit: Int) throws(ReadingError) -> [UInt8]? {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &piece)
      if count == 0 { return result }
      guard result.count + count <= limit else { return nil }
      result += piece[..<count]
    }
  }

  /// Calls `body` with each line, without its end, and its number from 1.
  ///
  /// Holds one piece and one line. Of a line longer than `limit` only the first `limit + 1` bytes
  /// are given.
  func forEachLine(upTo limit: Int, _ body: (ArraySlice<UInt8>, Int) -> Void) throws(ReadingError) {
    var line: [UInt8] = []
    var number = 1
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &piece)
      if count == 0 { break }
      var place = 0
      while place < count {
        let end = piece[place..<count].firstIndex(of: 10) ?? count
        let room = max(0, limit + 1 - line.count)
        line += piece[place..<min(end, place + room)]
        if end < count {
          body(line[...], number)
          number += 1
          line.removeAll(keepingCapacity: line.count < 1 << 20)
        }
        place = end + 1
      }
    }
    if !line.isEmpty { body(line[...], number) }
  }

  private func read(into piece: inout [UInt8]) throws(ReadingError) -> Int {
    let result = piece.withUnsafeMutableBytes { buffer in
      Result { () throws(ReadingError) in try read(into: buffer) }
    }
    return try result.get()
  }

  static func failure(_ problem: String, _ place: String, _ code: Int32) -> ReadingError {
    let remedy =
      switch code {
      case ENOENT, ENOTDIR: "check the path"
      case EACCES, EPERM: "allow reading it, or leave it out"
      default: "check the disk and try again"
      }
    return ReadingError(
      problem, place: place, remedy: remedy, cause: String(cString: strerror(code)))
  }
}
