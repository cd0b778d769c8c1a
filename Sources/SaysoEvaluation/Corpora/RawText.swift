internal import Foundation
package import SaysoLanguage
internal import SaysoReading
internal import SaysoRecords

/// Running text out of JSON lines, for what is learned without labels.
package enum RawText {
  /// Every string under one of the keys of each line of a file, in order: however deep, or where
  /// `nested` is false at the top alone.
  package static func strings(
    _ path: String, in data: String, keys: Set<String> = ["text", "neutral_text"],
    nested: Bool = true
  ) throws -> [String] {
    var result: [String] = []
    func visit(_ value: Any) {
      if let object = value as? [String: Any] {
        for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
          if let string = inner as? String {
            if keys.contains(key) { result.append(string) }
          } else if nested {
            visit(inner)
          }
        }
      } else if let list = value as? [Any] {
        list.forEach(visit)
      }
    }
    for line in try CorpusFile.lines(path, in: data) where !line.isEmpty {
      do {
        visit(try JSONSerialization.jsonObject(with: Data(line.utf8)))
      } catch {
        throw EvaluationError(
          problem: "a line is no JSON", place: path, remedy: "fetch the file again", cause: error)
      }
    }
    return result
  }

  /// A string as tokens and sentences, its paragraphs found as the product finds them in the text
  /// of a JSON line.
  package static func annotated(_ string: String, name: String) throws -> AnnotatedText {
    let line = try JSONEncoder().encode(["text": string])
    let report = try ReportReader().reading(jsonLine: [UInt8](line)[...], number: 1, file: name)
      .report
    return AnnotatedText(report.text, blocks: report.blocks)
  }
}
