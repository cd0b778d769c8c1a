import Foundation
import Testing

@testable import Sayso

struct ExampleReportsTests {
  private static let folder = packageFolder.appending(path: "Examples")

  private func reads() async throws -> [(read: ReadReport, place: String)] {
    let pipeline = try Pipeline(engine: .fast)
    var reads: [(ReadReport, String)] = []
    try await Batch([ExampleReportsTests.folder.appending(path: "reports").path], jobs: 2).forEach(
      { pipeline.read($0) }
    ) { outcome in
      switch outcome {
      case .failed(let error): Issue.record("\(error)")
      case .read(let read, let place, let warnings):
        #expect(warnings.isEmpty)
        reads.append((read, place))
      }
    }
    return reads
  }

  @Test func `eight reports are read, each in English`() async throws {
    let reads = try await reads()
    #expect(reads.count == 8)
    for (read, place) in reads {
      #expect(read.report.language == "en", "\(place)")
      #expect(read.analysed, "\(place)")
    }
  }

  @Test func `every line fits the schema and every passage its text`() async throws {
    let schema = try JSONSchema(named: "read")
    for (read, place) in try await reads() {
      #expect(try schema.problems(of: ExchangeFormat.line(read)) == [], "\(place)")
      #expect(read.passages.allSatisfy { $0.matches(read.report.text) }, "\(place)")
    }
  }

  @Test func `the same reports read twice and in parallel give the same bytes`() async throws {
    let first = try await reads().map { ExchangeFormat.line($0.read) }
    let second = try await reads().map { ExchangeFormat.line($0.read) }
    #expect(first == second)
  }

  @Test func `the words that a careful reader expects stand in the reports`() async throws {
    let reads = try await reads()
    for name in ["01-harbour-strike", "03-report-cites-memo", "07-inquiry"] {
      let gold = try String(
        contentsOf: ExampleReportsTests.folder.appending(path: "expected/\(name).gold"),
        encoding: .utf8)
      let read = try #require(reads.first { $0.place.contains(name) }?.read)
      let text = read.report.text.string
      for line in gold.split(separator: "\n") where !line.hasPrefix("#") {
        let cells = line.components(separatedBy: " | ")
        try #require(cells.count == 5, "\(line)")
        #expect(Stance(rawValue: cells[0]) != nil && StatementKind(rawValue: cells[1]) != nil)
        let speaker = cells[2].components(separatedBy: " = ")[0]
        let pieces = ([speaker] + cells[3...]).flatMap { $0.components(separatedBy: " … ") }
        for words in pieces {
          #expect(text.contains(words), "\(name): \(words)")
        }
      }
    }
  }
}
