import Foundation
import Sayso
import Testing

/// The report of an example with the statements of its gold.
func goldRead(_ file: String) async throws -> ReadReport {
  let name = file.prefix { $0 != "." }
  let examples = packageFolder.appending(path: "Examples")
  var reports: [Report] = []
  try await Batch([examples.appending(path: "reports/\(file)").path]).forEach({ $0 }) { outcome in
    if case .read(let report, _, _) = outcome { reports.append(report) }
  }
  let report = try #require(reports.first)
  let gold = try String(
    contentsOf: examples.appending(path: "expected/\(name).gold"), encoding: .utf8)
  var statements: [Statement] = []
  for line in gold.split(separator: "\n") where !line.hasPrefix("#") {
    let cells = line.components(separatedBy: " | ")
    let content = try passage(cells[4], in: report.text, near: 0)
    let near = content.extent.start
    let names = cells[2].components(separatedBy: " = ")
    let speaker = try passage(names[0], in: report.text, near: near)
    statements.append(
      Statement(
        id: StatementID("\(name).\(statements.count)"),
        kind: try #require(StatementKind(rawValue: cells[1])),
        stance: try #require(Stance(rawValue: cells[0])),
        confidence: Confidence(0.9 - Double(statements.count) / 50),
        speaker: Speaker(
          passage: speaker, actor: names[names.count - 1],
          named: !names[0].hasPrefix("A senior")),
        cue: try passage(cells[3], in: report.text, near: near), content: content))
  }
  return ReadReport(report: report, statements: statements, analysed: true)
}

/// The pieces of `words` in the text, each at its place nearest to `near`.
private func passage(_ words: String, in text: FrozenText, near: Int) throws -> Passage {
  let spans = try words.components(separatedBy: " … ").map { piece in
    let bytes = Array(piece.utf8)
    let places = text.bytes.indices.filter { text.bytes[$0...].starts(with: bytes) }
    let place = try #require(places.min { abs($0 - near) < abs($1 - near) }, "\(piece)")
    return TextSpan(place, place + bytes.count)
  }
  return Passage(spans.sorted(), in: text)
}
