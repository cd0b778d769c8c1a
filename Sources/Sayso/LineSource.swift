#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines out of an open descriptor, pulled one at a time.
///
/// Holds one piece of the input and the line at hand, whatever the size of the whole.
final class LineSource {
  /// What the system said when reading failed; the lines end there.
  private(set) var failure: String?
  private let descriptor: Int32
  private let owned: Bool
  private let longestLine: Int
  private var waiting: [UInt8] = []
  private var place = 0
  private var isAtEnd = false
  private static let pieceSize = 1 << 16

  /// Lines from a descriptor that stays the caller's.
  ///
  /// Of a line over `longestLine` bytes only the first `longestLine + 1` are given.
  init(descriptor: Int32, longestLine: Int) {
    self.descriptor = descriptor
    self.longestLine = longestLine
    owned = false
  }

  /// Lines of the file at `path`; nil where it cannot be opened.
  init?(path: String, longestLine: Int) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.longestLine = longestLine
    owned = true
    guard descriptor >= 0 else { return nil }
  }

  deinit { if owned { close(descriptor) } }

  /// The next line without its line break; nil at the end.
  func next() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if let end = waiting[place...].firstIndex(of: UInt8(ascii: "\n")) {
        take(upTo: end, into: &line)
        place = end + 1
        return line
      }
      take(upTo: waiting.count, into: &line)
      if !fill() { return line.isEmpty ? nil : line }
    }
  }

  /// Whether the next line is not there yet and `next` would wait for it.
  func wouldWait() -> Bool {
    if isAtEnd || waiting[place...].contains(UInt8(ascii: "\n")) { return false }
    var question = pollfd(descriptor: descriptor)
    return poll(&question, 1, 0) == 0
  }

  /// The first line that is not blank, without taking it; empty where there is none.
  func peek() -> [UInt8] {
    while true {
      let start = waiting[place...].firstIndex { !LineSource.isSpace($0) }
      if let start, let end = waiting[start...].firstIndex(of: UInt8(ascii: "\n")) {
        return Array(waiting[start..<end])
      }
      if waiting.count - place > longestLine || !fillMore() {
        return start.map { Array(waiting[$0...]) } ?? []
      }
    }
  }

  /// All that is left; nil when it is more than `limit` bytes.
  func rest(upTo limit: Int) -> [UInt8]? {
    while waiting.count - place <= limit {
      if !fillMore() { return Array(waiting[place...]) }
    }
    return nil
  }

  private func take(upTo end: Int, into line: inout [UInt8]) {
    let room = max(0, longestLine + 1 - line.count)
    line += waiting[place..<min(end, place + room)]
    place = end
  }

  /// Replaces what was taken by the next piece; false at the end.
  private func fill() -> Bool {
    waiting.removeAll(keepingCapacity: true)
    place = 0
    return fillMore()
  }

  /// Appends the next piece; false at the end.
  private func fillMore() -> Bool {
    guard !isAtEnd else { return false }
    let held = waiting.count
    waiting += repeatElement(0, count: LineSource.pieceSize)
    var count = -1
    repeat {
      count = waiting.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress.map { $0 + held }, LineSource.pieceSize)
      }
    } while count < 0 && errno == EINTR
    if count < 0 { failure = String(cString: strerror(errno)) }
    waiting.removeLast(LineSource.pieceSize - max(0, count))
    isAtEnd = count <= 0
    return count > 0
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

extension pollfd {
  /// A question whether a descriptor has something to read.
  fileprivate init(descriptor: Int32) {
    self.init(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }
}
