package import Foundation
internal import Sayso
package import SaysoAttribution
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoRecords

/// Running text as the careful engine marks it, for the fast one to learn from.
package struct SilverAttribution: Sendable {
  private struct Line: Encodable {
    struct Entry: Encodable {
      var source: [[Int]]
      var cue: [[Int]]
      var content: [[Int]]
    }
    var id: String
    var text: String
    var attributions: [Entry]
  }

  /// Files of articles and of their beginnings, of other outlets than PolNeAR's for the most part.
  static let files: [(path: String, keys: Set<String>, nested: Bool)] = [
    ("stories-basil/basil.jsonl", ["text"], false),
    ("stories-neus/train.jsonl", ["text"], true),
    ("stories-neus/val.jsonl", ["text"], true),
  ]
  /// Texts of fewer words are left out.
  static let shortest = 40

  private let reader: TrainingReader
  private let engine: any RoleEngine
  /// Number of words to stop at.
  private let words: Int

  /// A marker with what it reads texts by.
  package init(reader: TrainingReader, engine: any RoleEngine, words: Int) {
    self.reader = reader
    self.engine = engine
    self.words = words
  }

  /// Hands on a line, without its end, for each text: what the engine finds in it, rules left aside.
  package func lines(
    data: String, progress: (String) -> Void, body: (Data) throws -> Void
  ) throws {
    var seen = Set<String>()
    var count = 0
    for (path, keys, nested) in SilverAttribution.files where count < words {
      for string in try RawText.strings(path, in: data, keys: keys, nested: nested)
      where !string.isEmpty && count < words && seen.insert(String(string.prefix(200))).inserted {
        let text = try RawText.annotated(string, name: path)
        guard text.tokens.count >= SilverAttribution.shortest else { continue }
        count += text.tokens.count
        try body(try line("silver-\(seen.count)", text))
      }
      progress("\(path): \(count) words so far")
    }
  }

  private func line(_ id: String, _ text: AnnotatedText) throws -> Data {
    let found = engine.found(reader.input(text, for: engine))
    let pieces = found.map.pieces.map { text.span($0.tokens) }
    let points = CodePoints(of: [], and: pieces, in: text.text)
    func spans(_ numbers: [Int]) -> [[Int]] {
      numbers.map { [pieces[$0].start, pieces[$0].end].map { points.count(before: $0) } }
    }
    return try JSONEncoder().encode(
      Line(
        id: id, text: text.text.string,
        attributions: found.frames.map { frame in
          .init(
            source: spans(frame.source.map { [$0] } ?? []), cue: spans([frame.cue]),
            content: spans(frame.contents))
        }))
  }
}
