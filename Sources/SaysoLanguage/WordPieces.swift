internal import Foundation
internal import SaysoLearning

/// BERT's uncased word pieces of words (Wu et al., "Google's Neural Machine Translation System",
/// 2016, 4.1; Devlin et al., 2019).
///
/// A word is parted at punctuation and symbols, its letters made small and bare of accents; each
/// part is cut from the left into the longest pieces that the vocabulary has.
package struct WordPieces: Sendable {
  /// The piece that opens a window.
  package let opening: UInt32
  /// The piece that closes it.
  package let closing: UInt32
  private let unknown: UInt32
  /// Number of pieces.
  package let count: Int
  /// The number of each piece and one, by its hash.
  private let numbers: HashDictionary

  /// The most pieces of a word: what comes after them is not read.
  package static let most = 12

  /// Pieces from the words of a vocabulary, in the order of their numbers; nil when it has not
  /// those that every one has.
  package init?(vocabulary: [String]) {
    guard vocabulary.count < UInt16.max,
      let unknown = vocabulary.firstIndex(of: "[UNK]"),
      let opening = vocabulary.firstIndex(of: "[CLS]"),
      let closing = vocabulary.firstIndex(of: "[SEP]")
    else { return nil }
    self.unknown = UInt32(unknown)
    self.opening = UInt32(opening)
    self.closing = UInt32(closing)
    count = vocabulary.count
    numbers = HashDictionary(
      vocabulary.enumerated().map { (FeatureHash.of($0.element), UInt16($0.offset + 1)) })
  }

  /// Appends the numbers of a word's pieces, at least one; returns how many.
  package func append(_ word: ArraySlice<UInt8>, to pieces: inout [UInt32]) -> Int {
    let start = pieces.count
    var small: [UInt8] = []
    small.reserveCapacity(word.count)
    for byte in word {
      switch byte {
      case 0x41...0x5A: small.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: small.append(byte)
      default: return appendParts(word, to: &pieces)
      }
    }
    appendLongest(small, to: &pieces)
    return finish(start, &pieces)
  }

  /// The pieces of a word with other letters than those of English, or with marks.
  private func appendParts(_ word: ArraySlice<UInt8>, to pieces: inout [UInt32]) -> Int {
    let start = pieces.count
    let plain = String(decoding: word, as: UTF8.self).lowercased()
      .decomposedStringWithCanonicalMapping
    var part: [UInt8] = []
    func flush() {
      if !part.isEmpty { appendLongest(part, to: &pieces) }
      part.removeAll(keepingCapacity: true)
    }
    for scalar in plain.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        flush()
        part += Array(String(scalar).utf8)
        flush()
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate,
        .privateUse, .unassigned:
        flush()
      default: part += Array(String(scalar).utf8)
      }
    }
    flush()
    return finish(start, &pieces)
  }

  /// Holds a word to its least and most pieces.
  private func finish(_ start: Int, _ pieces: inout [UInt32]) -> Int {
    if pieces.count == start { pieces.append(unknown) }
    if pieces.count > start + WordPieces.most {
      pieces.removeLast(pieces.count - start - WordPieces.most)
    }
    return pieces.count - start
  }

  /// Cuts a part from the left into the longest pieces; one that cannot be cut is unknown.
  private func appendLongest(_ part: [UInt8], to pieces: inout [UInt32]) {
    let start = pieces.count
    var at = 0
    while at < part.count {
      var found: (end: Int, number: UInt16) = (at, 0)
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      if at > 0 {
        for _ in 0..<2 { hash = (hash ^ 0x23) &* 0x0000_0100_0000_01B3 }
      }
      // The hash of each beginning in turn; no piece is longer than this.
      for end in at..<min(part.count, at + WordPieces.longest) {
        hash = (hash ^ UInt64(part[end])) &* 0x0000_0100_0000_01B3
        let number = numbers[FeatureHash.finish(hash)]
        if number != 0 { found = (end + 1, number) }
      }
      guard found.number != 0 else {
        pieces.removeLast(pieces.count - start)
        pieces.append(unknown)
        return
      }
      pieces.append(UInt32(found.number) - 1)
      at = found.end
    }
  }

  /// Bytes of the longest piece; BERT's has 18 letters.
  private static let longest = 40
}
