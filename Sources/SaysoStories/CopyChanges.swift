package import SaysoRecords

/// What a copy changed against another report, paragraph by paragraph.
package struct CopyChanges: Sendable, Hashable {
  /// A paragraph that was rewritten.
  package struct Alteration: Sendable, Hashable {
    /// Where it stands in the copy.
    package let span: TextSpan
    /// The paragraph of the original that it is nearest to.
    package let original: TextSpan
  }

  /// Whether the headlines differ in their words; headings inside the text are not compared.
  package let isRetitled: Bool
  /// How many paragraphs of the copy stand word for word in the original, wherever they stand there.
  package let kept: Int
  /// The paragraphs that the copy has in other words, in its order.
  package let altered: [Alteration]
  /// The paragraphs that only the copy has, in its order: spans of its text.
  package let added: [TextSpan]
  /// The paragraphs that the copy does not have, in the order of the original: spans of its text.
  package let leftOut: [TextSpan]

  /// Whether nothing was changed but case, punctuation and the order of paragraphs.
  package var isEmpty: Bool { !isRetitled && altered.isEmpty && added.isEmpty && leftOut.isEmpty }

  /// Half of a paragraph's word pairs must stand in the other for the two to be one.
  private static let alike = 0.5

  /// Compares a copy with the report that it is a copy of; cost grows with the lengths of the texts.
  package init(of copy: Report, against original: Report) {
    let own = ParagraphPairs(copy)
    let theirs = ParagraphPairs(original)
    isRetitled =
      ParagraphPairs.hash(of: copy.title ?? "") != ParagraphPairs.hash(of: original.title ?? "")
    let holders = theirs.holders
    var kept = 0
    var altered: [Alteration] = []
    var added: [TextSpan] = []
    var used: Set<Int> = []
    for paragraph in own.paragraphs {
      if let same = theirs.byHash[paragraph.hash] {
        kept += 1
        used.insert(same)
        continue
      }
      var shared: [Int: Int] = [:]
      for pair in paragraph.pairs {
        for holder in holders[pair] ?? [] { shared[holder, default: 0] += 1 }
      }
      let best = shared.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      if let best,
        Double(best.value) >= CopyChanges.alike
          * Double(min(paragraph.pairs.count, theirs.paragraphs[best.key].pairs.count))
      {
        used.insert(best.key)
        altered.append(
          Alteration(span: paragraph.span, original: theirs.paragraphs[best.key].span))
      } else {
        added.append(paragraph.span)
      }
    }
    self.kept = kept
    self.altered = altered
    self.added = added
    let ownPairs = own.holders
    leftOut = theirs.paragraphs.enumerated().filter { place, paragraph in
      guard !used.contains(place), own.byHash[paragraph.hash] == nil else { return false }
      let standing = paragraph.pairs.count { ownPairs[$0] != nil }
      return Double(standing) < CopyChanges.alike * Double(paragraph.pairs.count)
    }.map(\.element.span)
  }
}

/// The paragraphs of a report as sets of word pairs.
private struct ParagraphPairs {
  struct Paragraph {
    let span: TextSpan
    /// Of all its words in order.
    let hash: UInt64
    /// Hashes of its neighbouring words; the word itself where there is one only.
    let pairs: Set<UInt64>
  }

  let paragraphs: [Paragraph]
  /// The first paragraph with a hash.
  let byHash: [UInt64: Int]

  init(_ report: Report) {
    var words = WordHashes()
    paragraphs = report.blocks.filter { $0.kind != .heading }.compactMap { block in
      words.removeAll()
      report.text.bytes.withUnsafeBufferPointer {
        words.add(UnsafeBufferPointer(rebasing: $0[block.span.start..<block.span.end]))
      }
      let own = words.hashes[..<words.count].map { $0 & ~1 }
      guard let first = own.first else { return nil }
      let pairs = zip(own, own.dropFirst()).map { $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1 }
      return Paragraph(
        span: block.span, hash: ParagraphPairs.hash(own),
        pairs: Set(pairs.isEmpty ? [first] : pairs))
    }
    byHash = Dictionary(
      paragraphs.enumerated().map { ($1.hash, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Which paragraphs have a pair.
  var holders: [UInt64: [Int]] {
    var holders: [UInt64: [Int]] = [:]
    for (place, paragraph) in paragraphs.enumerated() {
      for pair in paragraph.pairs { holders[pair, default: []].append(place) }
    }
    return holders
  }

  /// A hash of the words of a line in order.
  static func hash(of line: String) -> UInt64 {
    var words = WordHashes()
    Array(line.utf8).withUnsafeBufferPointer { words.add($0) }
    return hash(words.hashes[..<words.count].map { $0 & ~1 })
  }

  private static func hash(_ words: [UInt64]) -> UInt64 {
    words.reduce(0x51ED) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ ($1 &+ $0 >> 29) }
  }
}
