/// The text of a report after reading: it never changes again, so that offsets stay true.
///
/// Offsets are UTF-8 bytes. Comparison is by bytes; Swift's `String ==` would call texts equal
/// whose bytes differ ("é" as one scalar or two).
public struct FrozenText: Hashable, Sendable {
  /// The UTF-8 bytes.
  public let bytes: [UInt8]

  /// Freezes `string`.
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// Freezes bytes that are known to be valid UTF-8.
  public init(utf8 bytes: [UInt8]) { self.bytes = bytes }

  /// Length in UTF-8 bytes.
  public var byteCount: Int { bytes.count }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The words of a span, which must lie inside.
  public func words(_ span: TextSpan) -> String {
    precondition(span.end <= bytes.count, "a span must lie inside its text")
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// For each ascending byte offset, the number of Unicode code points before it.
  ///
  /// The exchange format counts code points (W3C Web Annotation Data Model, section 4.2.4). One
  /// pass over the text; offsets must ascend and lie inside.
  public func codePointOffsets(ofAscending offsets: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(offsets.count)
    var byte = 0
    var count = 0
    for offset in offsets {
      precondition(byte <= offset && offset <= bytes.count, "offsets must ascend inside the text")
      while byte < offset {
        if bytes[byte] & 0xC0 != 0x80 { count += 1 }
        byte += 1
      }
      result.append(count)
    }
    return result
  }
}
