/// The bytes of an archive at hand: looked at, taken and passed over, a window of them in memory.
final class ByteWindow {
  private let source: any ByteSource
  private var buffer = [UInt8](repeating: 0, count: ByteWindow.step * 2)
  private var held = 0..<0
  /// The place of the window's first byte in the unpacked archive.
  private(set) var offset = 0
  /// The gzip members that start in the window or after its last byte, in order.
  private var members: [(offset: Int, file: Int)] = []
  /// The member that the window's first byte is in.
  private var member: (offset: Int, file: Int)?
  private var isAtEnd = false

  /// So much is read at once.
  private static let step = 1 << 16

  /// The window at the start of `source`.
  init(_ source: any ByteSource) { self.source = source }

  /// How many bytes are still to come; nil where that is not known beforehand.
  var remaining: Int? { source.remaining.map { $0 + held.count } }

  /// Where the next byte is, in words for messages.
  var placeInWords: String {
    guard let member, member.offset <= offset else { return "byte \(offset)" }
    return member.offset == offset
      ? "byte \(member.file)" : "byte \(offset - member.offset) of what is packed at \(member.file)"
  }

  /// The next bytes, `count` of them or, before the end, fewer; they stay.
  func peek(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    while held.count < count, try fill(for: count) {}
    return buffer[held.prefix(count)]
  }

  /// What `find` makes of the next bytes, `limit` of them at most; nil where it makes nothing.
  ///
  /// Reads no further than needed, so that damage further on does not count here; when there are
  /// many small pieces, `find` is asked only as the bytes double.
  func look<Value>(
    upTo limit: Int, _ find: (ArraySlice<UInt8>) -> Value?
  ) throws(ReadingError) -> Value? {
    var tries = 0
    while true {
      let seen = min(held.count, limit)
      if seen > 0, let value = find(buffer[held.prefix(limit)]) { return value }
      tries += 1
      let wanted = tries < 8 ? seen + 1 : max(2 * seen, seen + 1)
      guard seen < limit, try peek(min(limit, wanted)).count > seen else { return nil }
    }
  }

  /// Passes over the rest of a line, or what comes before the next member; false at the end.
  func dropLine() throws(ReadingError) -> Bool {
    var isFirst = true
    while try !isDone() {
      if !isFirst, member?.offset == offset { return true }
      var piece = buffer[held]
      if let next = members.first { piece = piece.prefix(next.offset - offset) }
      let end = piece.firstIndex(of: 10)
      drop(end.map { $0 + 1 - piece.startIndex } ?? piece.count)
      if end != nil { return true }
      isFirst = false
    }
    return false
  }

  /// Whether nothing is left.
  func isDone() throws(ReadingError) -> Bool { try peek(1).isEmpty }

  /// Passes over `count` bytes that were looked at.
  func drop(_ count: Int) {
    precondition(count <= held.count, "bytes that were not looked at cannot be dropped")
    held = (held.lowerBound + count)..<held.upperBound
    offset += count
    while let first = members.first, first.offset <= offset { member = members.removeFirst() }
  }

  /// Passes over one byte, if one is at hand.
  func dropOne() { drop(min(1, held.count)) }

  /// Calls `body` with the next `count` bytes, piece by piece; how many there were.
  ///
  /// Stops before the end where a gzip member starts with bytes that `opens` knows as the start of
  /// another record: then the count was a lie.
  func take(
    _ count: Int, unless opens: (ArraySlice<UInt8>) -> Bool?, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(ReadingError) -> Int {
    var taken = 0
    while taken < count, try !isDone() {
      if taken > 0, member?.offset == offset, try look(upTo: ByteWindow.step, opens) == true {
        break
      }
      var length = min(count - taken, held.count)
      if let next = members.first { length = min(length, next.offset - offset) }
      body(buffer[held.prefix(length)])
      drop(length)
      taken += length
    }
    return taken
  }

  /// Puts bytes back that were taken last; where members start in them is no longer known.
  func putBack(_ bytes: ArraySlice<UInt8>) {
    buffer.replaceSubrange(..<held.upperBound, with: bytes + buffer[held])
    held = 0..<(held.count + bytes.count)
    offset -= bytes.count
    if let later = member, later.offset > offset {
      members.insert(later, at: 0)
      member = nil
    }
  }

  /// After an error: whether it lies in a gzip member of which nothing was seen yet.
  var damageIsAhead: Bool { held.isEmpty && source.memberStart != nil }

  /// After an error: goes on at the next place that can be read; false where there is none.
  func passDamage() -> Bool {
    drop(held.count)
    return source.passDamage()
  }

  private func fill(for count: Int) throws(ReadingError) -> Bool {
    guard !isAtEnd else { return false }
    // A window that bytes were put back into shrinks again when they are gone.
    let room = max(count, held.count) + ByteWindow.step
    let isWide = buffer.count > 4 * room
    if held.lowerBound > 0, isWide || buffer.count - held.upperBound < ByteWindow.step {
      buffer.withUnsafeMutableBytes { $0.copyBytes(from: Array($0[held])) }
      held = 0..<held.count
    }
    if buffer.count < room {
      buffer += [UInt8](repeating: 0, count: room - buffer.count)
    } else if isWide {
      buffer.removeLast(buffer.count - 2 * room)
    }
    let source = source
    let start = held.upperBound
    let made = try buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(ReadingError) in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
      }
    }.get()
    isAtEnd = made == 0
    if let file = source.memberStart, made > 0 {
      members.append((offset + held.count, file))
      if members[0].offset == offset { member = members.removeFirst() }
    }
    held = held.lowerBound..<(held.upperBound + made)
    return made > 0
  }
}
