internal import Foundation

/// Running text out of JSON lines, for what is learned without labels.
package enum RawText {
  /// Every string under one of the keys, however deep, of each line of a file, in order.
  package static func strings(
    _ path: String, in data: String, keys: Set<String> = ["text", "neutral_text"]
  ) throws -> [String] {
    var result: [String] = []
    func visit(_ value: Any) {
      if let object = value as? [String: Any] {
        for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
          if let string = inner as? String {
            if keys.contains(key) { result.append(string) }
          } else {
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
}
