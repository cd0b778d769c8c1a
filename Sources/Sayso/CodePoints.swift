package import SaysoRecords

/// The code point offsets of the byte offsets that a report's records use.
///
/// The exchange format counts code points (W3C Web Annotation Data Model, section 4.2.4); the
/// records count UTF-8 bytes. One pass over the text serves all of them.
package struct CodePoints: Sendable {
  private let byteOffsets: [Int]
  private let counts: [Int]

  /// Counts the code points of `text` up to each end of each span of `passages` and of `others`.
  package init(of passages: [Passage], and others: [TextSpan] = [], in text: FrozenText) {
    var offsets: [Int] = []
    offsets.reserveCapacity(passages.count * 2)
    for passage in passages {
      for span in passage.spans {
        offsets.append(span.start)
        offsets.append(span.end)
      }
    }
    for span in others {
      offsets.append(span.start)
      offsets.append(span.end)
    }
    offsets.sort()
    byteOffsets = offsets
    counts = text.codePointOffsets(ofAscending: offsets)
  }

  /// The code points before a byte offset that some passage starts or ends at.
  package func count(before byteOffset: Int) -> Int {
    var low = 0
    var high = byteOffsets.count
    while low < high {
      let middle = (low + high) / 2
      if byteOffsets[middle] < byteOffset { low = middle + 1 } else { high = middle }
    }
    precondition(
      low < byteOffsets.count && byteOffsets[low] == byteOffset,
      "code points are known only at the ends of the passages given")
    return counts[low]
  }
}
