/// Undoes the chunked transfer coding of HTTP/1.1 (RFC 9112 §7.1).
package enum ChunkedBody {
  /// A longer line with a chunk's size is none.
  private static let longestLine = 1024

  /// The bytes of the chunks of `body`, without their extensions and the trailer.
  ///
  /// A body that is not chunked, though a header says so, as archives often keep it, comes back as
  /// it is. Of a body that breaks off, or goes on as no chunk, what was whole until there is given.
  package static func decode(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while let (size, start) = chunk(at: place, in: body) {
      if size == 0 { return result }
      let end = min(body.count, start + size)
      var next = end
      if next < body.count, body[next] == 13 { next += 1 }
      let isClosed = next < body.count && body[next] == 10
      // The first chunk tells whether there are chunks at all.
      if place == 0, end < body.count, !isClosed { return body }
      if result.isEmpty { result.reserveCapacity(body.count) }
      result += body[start..<end]
      guard isClosed else { return result }
      place = next + 1
    }
    return place == 0 ? body : result
  }

  /// The size that a line at `place` states, and where the chunk's bytes start.
  private static func chunk(at place: Int, in body: [UInt8]) -> (size: Int, start: Int)? {
    let line = body[place..<min(body.count, place + longestLine)]
    guard let end = line.firstIndex(of: 10) else { return nil }
    let stated = line[..<end].prefix { $0 != UInt8(ascii: ";") }
    let digits = LineOfText(stated).bytes
    guard (1...15).contains(digits.count) else { return nil }
    var size = 0
    for byte in digits {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      size = size << 4 | digit
    }
    return (min(size, body.count), end + 1)
  }
}
