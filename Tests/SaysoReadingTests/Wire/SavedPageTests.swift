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
    let paragraphs = Samples.blocks(report).filter { !$0.hasPrefix("heading") }
    #expect(paragraphs.count == 3)
    #expect(paragraphs.contains("“We do not take risks,” said Jor Vandt, who leads the company."))
  }

  @Test func `what the archive around it knows is added`() throws {
    let origin = SourceFile.Origin(container: "a.zip", statedDigest: "sha1:x")
    let file = SourceFile(
      name: "a.zip, s.mhtml", bytes: Array(WireSamples.savedPage.utf8), origin: origin)
    let report = try #require(try ReportReader().readings(of: file).first?.get().report)
    #expect(report.provenance?.container == "a.zip")
    #expect(report.provenance?.statedDigest == "sha1:x")
    #expect(report.provenance?.retrieved?.hasPrefix("2031-10-22T06:00:00") == true)
    #expect(report.provenance?.address?.hasSuffix("/ferries") == true)
  }

  @Test func `a message without a page says so`() {
    let text =
      "Subject: x\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/png\n\nx\n--a--"
    #expect(
      WireSamples.failure(Array(text.utf8), as: "s.mht")
        == "s.mht: the saved page holds no HTML; save the page again, as a web archive or as HTML")
  }
}
