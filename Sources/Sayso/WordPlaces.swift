internal import SaysoRecords

/// Finds words that a person gives in the text of a report.
///
/// White space is one wherever it stands, so that words may be given on one line; all else is compared
/// byte by byte.
struct WordPlaces {
  private let bytes: [UInt8]

  /// Looks in this text.
  init(_ text: FrozenText) { bytes = text.bytes }

  /// Where the words stand, ascending: as whole words or, where they stand so nowhere, anywhere.
  func places(of words: String) -> [TextSpan] {
    let pieces = words.utf8.split(whereSeparator: WordPlaces.isSpace).map(Array.init)
    guard let first = pieces.first?.first else { return [] }
    let found = bytes.indices.compactMap { start in
      bytes[start] == first ? end(of: pieces, from: start).map { TextSpan(start, $0) } : nil
    }
    let whole = found.filter { isBorder($0.start) && isBorder($0.end) }
    return whole.isEmpty ? found : whole
  }

  /// Where pieces end that begin at `start`, white space between them.
  private func end(of pieces: [[UInt8]], from start: Int) -> Int? {
    var place = start
    for (number, piece) in pieces.enumerated() {
      if number > 0 {
        let gap = bytes[place...].prefix(while: WordPlaces.isSpace).count
        guard gap > 0 else { return nil }
        place += gap
      }
      guard bytes[place...].starts(with: piece) else { return nil }
      place += piece.count
    }
    return place
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Whether no word goes on across a place.
  private func isBorder(_ place: Int) -> Bool {
    guard place > 0, place < bytes.count else { return true }
    var start = place - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let before = String(decoding: bytes[start..<place], as: UTF8.self).unicodeScalars.first
    let after = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
    return ![before, after].allSatisfy { scalar in
      guard let properties = scalar?.properties else { return false }
      return properties.isAlphabetic || properties.numericType != nil
    }
  }
}

extension TextSpan {
  /// The bytes between two spans; 0 where they overlap or touch.
  func distance(to other: TextSpan) -> Int {
    max(0, max(other.start - end, start - other.end))
  }

  /// The bytes that both have, of those that any of the two has (Jaccard, 1912), 0...1.
  func share(with other: TextSpan) -> Double {
    let shared = min(end, other.end) - max(start, other.start)
    guard shared > 0 else { return 0 }
    return Double(shared) / Double(union(other).length)
  }
}
