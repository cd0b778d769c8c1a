internal import Foundation
internal import SaysoReading
package import SaysoRecords

/// A report with gold attribution, as the PolNeAR files give it (Newell, Margolin and Ruths, "An
/// Attribution Relations Corpus for Political News", LREC 2018).
package struct AttributionDocument: Sendable {
  /// One attribution: a filler per role, each in ascending spans; an absent role is empty.
  package struct Attribution: Sendable, Hashable {
    /// Who says it.
    package var source: [TextSpan]
    /// What signals it.
    package var cue: [TextSpan]
    /// What is said.
    package var content: [TextSpan]

    /// An attribution from its fillers.
    package init(source: [TextSpan], cue: [TextSpan], content: [TextSpan]) {
      self.source = source
      self.cue = cue
      self.content = content
    }
  }

  /// The report's id in the corpus.
  package let id: String
  /// Who published it; empty when unknown.
  package let publisher: String
  /// The report, read as the product reads it.
  package let report: Report
  /// Gold attributions in the order of the file.
  package let attributions: [Attribution]

  /// A document from its parts.
  package init(
    id: String, publisher: String, report: Report, attributions: [Attribution]
  ) {
    self.id = id
    self.publisher = publisher
    self.report = report
    self.attributions = attributions
  }

  /// The text.
  package var text: FrozenText { report.text }
}

/// Reads attribution corpora in JSON lines with code-point offsets.
package enum AttributionCorpus {
  private struct Line: Decodable {
    struct Entry: Decodable {
      var source: [[Int]]
      var cue: [[Int]]
      var content: [[Int]]
    }
    var id: String
    var publisher: String?
    var attributions: [Entry]
  }

  /// All documents of a file below the data folder, in its order; offsets become UTF-8 bytes, and
  /// the blocks are those that `sayso read --json -` finds in the text.
  package static func read(_ path: String, in data: String) throws -> [AttributionDocument] {
    let reader = ReportReader()
    let decoder = JSONDecoder()
    return try CorpusFile.bytes(path, in: data).split(separator: 10).enumerated().map {
      number, bytes in
      let line: Line
      let report: Report
      do {
        line = try decoder.decode(Line.self, from: Data(bytes))
        report = try reader.reading(jsonLine: bytes, number: number + 1, file: path).report
      } catch {
        throw EvaluationError(
          problem: "the line does not fit the format", place: "\(path):\(number + 1)",
          remedy: "fetch the corpus again", cause: error)
      }
      let index = CodePointIndex(report.text)
      func spans(_ pairs: [[Int]]) -> [TextSpan] {
        pairs.map { TextSpan(index.byte($0[0]), index.byte($0[1])) }.sorted()
      }
      return AttributionDocument(
        id: line.id, publisher: line.publisher ?? "", report: report,
        attributions: line.attributions.map {
          .init(source: spans($0.source), cue: spans($0.cue), content: spans($0.content))
        })
    }
  }
}

/// Turns code-point offsets into byte offsets.
package struct CodePointIndex: Sendable {
  private let starts: [Int]

  /// An index of a text; takes eight bytes a code point.
  package init(_ text: FrozenText) {
    starts = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 } + [text.byteCount]
  }

  /// The byte at which a code point starts; offsets past the end give the end.
  package func byte(_ codePoint: Int) -> Int { starts[min(max(0, codePoint), starts.count - 1)] }
}
