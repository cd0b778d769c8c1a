import Sayso

/// Why a report was read as it was, in lines for people.
struct ExplanationTable {
  /// The lines, each with its end.
  let text: String

  /// Samples of what was left out that are shown for each reason.
  private static let samples = 3

  /// The table of an explanation.
  init(_ explanation: ReadingExplanation) {
    var lines = ["", "HOW IT WAS READ"]
    let encoding = explanation.encoding.map { ", in \($0)" } ?? ""
    lines.append("  as \(explanation.format)\(encoding)")
    let width = explanation.sources.map(\.field.count).max() ?? 0
    for source in explanation.sources {
      let field = source.field + String(repeating: " ", count: width - source.field.count)
      let value = source.value.map { ": \($0)" } ?? ""
      lines.append("  \(field)  \(DisplayText.oneLine(source.origin + value))")
    }
    if !explanation.omissions.isEmpty {
      lines += ["", "LEFT OUT"]
      var reasons: [String] = []
      for omission in explanation.omissions where !reasons.contains(omission.reason) {
        reasons.append(omission.reason)
      }
      for reason in reasons {
        let all = explanation.omissions.filter { $0.reason == reason }
        let bytes = all.reduce(0) { $0 + $1.byteCount }
        lines.append("  \(reason): \(all.count), \(bytes) bytes")
        for omission in all.prefix(ExplanationTable.samples) {
          lines.append(
            "    " + DisplayText.oneLine("\(omission.element)  \(omission.words.prefix(70))"))
        }
        if all.count > ExplanationTable.samples {
          lines.append("    … and \(all.count - ExplanationTable.samples) more")
        }
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}
