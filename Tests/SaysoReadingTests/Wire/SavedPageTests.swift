import SaysoRecords
import Testing

@testable import SaysoReading

/// Pages saved as MHTML.
@Suite struct SavedPageTests {
  @Test func `a saved page is read as the page, with its address and when it was saved`() throws {
    let report = try WireSamples.report(WireSamples.savedPage, as: "s.mhtml")
    #expect(report.title == "Ferries stop")
    #expect(report.url == "https://www.elvaneherald.example/2031/10/21/ferries")
    #expect(report.published?.iso == "2031-10-21T09:00:00+02:00")
    #expect(
      report.provenance?.address == "https://www.elvaneherald.example/2031/10/21/ferries")
    #expect(report.provenance?.retrieved?.hasPrefix("2031-10-22T06:00:00") == true)
    #expect(Samples.blocks(report).count == 4)
    #expect(Samples.blocks(report)[2].hasPrefix("“We do not take risks,”"))
  }

  @Test func `what the archive around it knows goes first`() throws {
    let origin = SourceFile.Origin(retrieved: "2031-10-30T00:00:00Z", container: "a.zip")
    let file = SourceFile(
      name: "a.zip, s.mhtml", bytes: Array(WireSamples.savedPage.utf8), origin: origin)
    let report = try #require(try ReportReader().readings(of: file).first?.get().report)
    #expect(report.provenance?.container == "a.zip")
    #expect(report.provenance?.retrieved == "2031-10-30T00:00:00Z")
    #expect(report.provenance?.address?.hasSuffix("/ferries") == true)
  }

  @Test func `a message without a page says so`() {
    let text = "Subject: x\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/png\n\nx\n--a--"
    #expect(
      WireSamples.failure(Array(text.utf8), as: "s.mht")
        == "s.mht: the saved page holds no HTML; save the page again, as a web archive or as HTML")
  }
}
