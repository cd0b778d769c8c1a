import Foundation
import Sayso
import Testing

@testable import SaysoCLI

/// The table as people see it, filled with what a careful reader finds in an example report.
struct ReportTableTests {
  /// The report of an example with the statements of its gold.
  private func expected(_ file: String, _ name: String) async throws -> ReadReport {
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
      let speaker = try passage(cells[2], in: report.text, near: near)
      statements.append(
        Statement(
          id: StatementID("\(statements.count)"),
          kind: try #require(StatementKind(rawValue: cells[1])),
          stance: try #require(Stance(rawValue: cells[0])),
          confidence: Confidence(0.9 - Double(statements.count) / 50),
          speaker: Speaker(
            passage: speaker, actor: cells[2] == "Vask" ? "Joren Vask" : nil,
            named: !cells[2].hasPrefix("A senior")),
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

  @Test(arguments: [60, 80, 100, 140])
  func `the table is as agreed at every width`(_ width: Int) async throws {
    let table = ReportTable(Terminal(width: width, isColoured: false))
    let first = try await expected("01-harbour-strike.txt", "01-harbour-strike")
    let second = try await expected("07-inquiry.txt", "07-inquiry")
    let text =
      table.block(first, place: "01-harbour-strike.txt", isFirst: true)
      + table.block(second, place: "07-inquiry.txt", isFirst: false)
    for line in text.split(separator: "\n") {
      #expect(DisplayText.width(of: String(line)) <= width)
    }
    try Golden.expect(text, "table-\(width).txt")
  }

  @Test func `colours change nothing but colours`() async throws {
    let read = try await expected("01-harbour-strike.txt", "01-harbour-strike")
    let plain = ReportTable(Terminal(width: 100, isColoured: false))
    let coloured = ReportTable(Terminal(width: 100, isColoured: true))
    var text = coloured.block(read, place: "a", isFirst: true)
    #expect(text.contains("\u{1B}[31mdenies\u{1B}[0m"))
    for style in ["0", "1", "2", "31", "32", "33", "35", "36"] {
      text = text.replacing("\u{1B}[\(style)m", with: "")
    }
    #expect(text == plain.block(read, place: "a", isFirst: true))
  }
}
