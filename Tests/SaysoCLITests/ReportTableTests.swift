import Foundation
import Sayso
import Testing

@testable import SaysoCLI

/// The table as people see it, filled with what a careful reader finds in an example report.
struct ReportTableTests {
  @Test(arguments: [60, 80, 100, 140])
  func `the table is as agreed at every width`(_ width: Int) async throws {
    let table = ReportTable(Terminal(width: width, isColoured: false))
    let first = try await goldRead("01-harbour-strike.txt")
    let second = try await goldRead("07-inquiry.txt")
    let text =
      table.block(first, place: "01-harbour-strike.txt", isFirst: true)
      + table.block(second, place: "07-inquiry.txt", isFirst: false)
    for line in text.split(separator: "\n") {
      #expect(DisplayText.width(of: String(line)) <= width)
    }
    try Golden.expect(text, "table-\(width).txt")
  }

  @Test func `colours change nothing but colours`() async throws {
    let read = try await goldRead("01-harbour-strike.txt")
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
