import SaysoRecords
import Testing

@testable import SaysoReading

/// NewsML-G2 and NITF.
@Suite struct NewsMLReaderTests {
  @Test func `a message gives its text items, and says what the others are`() throws {
    let results = WireSamples.readings(Array(WireSamples.newsML.utf8), as: "m.xml")
    #expect(results.count == 5)
    let report = try results[0].get().report
    #expect(report.id.text == "urn:newsml:norrwire.example:1")
    #expect(report.title == "Ferries stop")
    #expect(report.subtitle == "Cracks in two hulls")
    #expect(report.byline == "Ada Quill")
    #expect(report.agency == "Norrwire")
    #expect(report.outlet == "Norrwire")
    #expect(report.published?.iso == "2031-10-21T09:00:00+02:00")
    #expect(report.modified?.iso == "2031-10-21T10:30:00+02:00")
    #expect(report.topics == ["shipping"])
    #expect(
      Samples.blocks(report) == [
        "The operator stopped its northern line on Tuesday, its director said.",
        "“We do not take risks,” said Jor Vandt, who leads the company & spoke in the capital.",
      ])
    let failures = results.map { result -> String in
      if case .failure(let error) = result { error.description } else { "" }
    }
    #expect(
      failures[1...3] == [
        "m.xml, item 2: the NewsML-G2 item was cancelled by its provider; leave it out, and look for a corrected item",
        "m.xml, item 3: the NewsML-G2 item is a package of other items; give the items that it lists as files of their own",
        "m.xml, item 4: the NewsML-G2 item is of the class \"picture\" and no text; leave it out, or give the text item that goes with it",
      ])
    #expect(
      Samples.blocks(try results[4].get().report) == [
        "The minister said that he had not been told.", "He spoke on Tuesday.",
      ])
  }

  @Test func `NITF gives headline, byline, agency, section and its blocks`() throws {
    let report = try WireSamples.report(WireSamples.nitf, as: "n.xml")
    #expect(report.id.text == "norr-77")
    #expect(report.title == "Ferries stop")
    #expect(report.subtitle == "Cracks in two hulls")
    #expect(report.byline == "Ada Quill")
    #expect(report.agency == "Norrwire")
    #expect(report.outlet == "The Elvane Post")
    #expect(report.section == "Politics")
    #expect(report.published?.iso == "2031-10-21T09:30:00Z")
    #expect(report.topics == ["ferries"])
    #expect(
      Samples.blocks(report) == [
        "The operator stopped its line on Tuesday, its director said.",
        "heading: What comes next", "quotation: We do not take risks.",
        "listItem: An inquiry was ordered.",
        "A report is to be published in November, the authority said.",
      ])
  }

  @Test func `NITF inside of NewsML-G2 is read`() throws {
    let inner = WireSamples.nitf.drop { $0 != ">" }.dropFirst()
    let item = "<newsItem guid=\"g\"><contentSet><inlineXML>\(inner)</inlineXML></contentSet></newsItem>"
    let report = try WireSamples.report(item, as: "n.xml")
    #expect(report.title == "Ferries stop")
    #expect(Samples.blocks(report).count == 5)
  }

  @Test(arguments: [
    ("<newsItem guid=\"g\"/>", "n.xml: the NewsML-G2 item has no text of its own; ask for the item with its text, in inlineXML or inlineData"),
    ("<newsMessage><itemSet/></newsMessage>", "n.xml: the NewsML-G2 message holds no items; give a message with newsItem elements in its itemSet"),
    ("<packageItem/>", "n.xml: the NewsML-G2 item is a package of other items; give the items that it lists as files of their own"),
    ("<nitf><head><docdata management-status=\"canceled\"/></head></nitf>", "n.xml: the NITF document was cancelled by its provider; leave it out, and look for a corrected item"),
    ("<nitf><body/></nitf>", "n.xml: the NITF document has no body; ask for the document with its text, in body.content"),
  ])
  func `an item that is no report says why`(text: String, message: String) {
    #expect(WireSamples.failure(Array(text.utf8), as: "n.xml") == message)
  }
}
