#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import SaysoRecords

/// An expression of time in a gold corpus or an answer, for scoring.
package struct GoldTime: Hashable, Sendable {
  /// Where it lies.
  package let span: TextSpan
  /// TIMEX3 type ("DATE").
  package let type: String
  /// TIMEX3 value; nil where the answer has none.
  package let value: String?

  /// A time at a place.
  package init(span: TextSpan, type: String, value: String?) {
    self.span = span
    self.type = type
    self.value = value
  }

  /// A time that a stage found.
  package init(_ time: TimeExpression) {
    self.init(span: time.span, type: time.kind.rawValue, value: time.value)
  }
}

/// Documents with gold expressions of time, as JSON lines of TimeML.
///
/// A line holds `id`, `dct` (`value`), `text` and `timexes` with `start` and `end` in code points,
/// `type` and `value`.
package struct TimeMLCorpus: Sendable {
  /// One document.
  package struct Document: Sendable {
    /// What it is known by.
    package let id: String
    /// The text.
    package let text: FrozenText
    /// The document's creation time; nil where its value is no day.
    package let published: PublicationTime?
    /// The gold times, ascending.
    package let times: [GoldTime]
  }

  /// The documents in the order of the lines.
  package let documents: [Document]

  /// Reads JSON lines; a line that cannot be read throws `DecodingError`.
  package init(jsonLines bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    documents = try bytes.split(separator: 0x0A).map { line in
      try TimeMLCorpus.document(decoder.decode(Line.self, from: Data(line)))
    }
  }

  private struct Line: Decodable {
    struct Creation: Decodable { let value: String }
    struct Timex: Decodable {
      let start: Int
      let end: Int
      let type: String
      let value: String?
    }
    let id: String
    let dct: Creation?
    let text: String
    let timexes: [Timex]
  }

  private static func document(_ line: Line) -> Document {
    let text = FrozenText(line.text)
    var offsets: [Int] = []
    for (offset, byte) in text.bytes.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(offset)
    }
    offsets.append(text.byteCount)
    let times = line.timexes.filter { $0.start <= $0.end && $0.end < offsets.count }.map {
      GoldTime(
        span: TextSpan(offsets[$0.start], offsets[$0.end]), type: $0.type, value: $0.value)
    }
    let day = line.dct.flatMap { CalendarDate(iso: $0.value.prefix(10)) }
    return Document(
      id: line.id, text: text, published: day.map { PublicationTime($0) },
      times: times.sorted { $0.span < $1.span })
  }
}
