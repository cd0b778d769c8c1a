import Testing

@testable import SaysoExport

@Suite struct ExportFormatTests {
  @Test func `a format has a name`() { #expect(ExportFormat.csv.rawValue == "csv") }
}
