import SaysoRecords
import Testing

@testable import SaysoReading

/// News items in ninjs.
@Suite struct NinjsReaderTests {
  @Test func `an item of version 2 gives its text and what it states`() throws {
    let report = try WireSamples.report(WireSamples.ninjs, as: "i.json")
    #expect(report.id.text == "urn:newsml:norrwire.example:20311021:ferry")
    #expect(report.title == "Ferries stop")
    #expect(report.subtitle == "Cracks found in two hulls")
    #expect(report.byline == "Ada Quill")
    #expect(report.published?.iso == "2031-10-21T09:00:00+02:00")
    #expect(report.modified?.iso == "2031-10-21T10:30:00+02:00")
    #expect(report.language == "en")
    #expect(report.topics == ["shipping", "transport"])
    #expect(report.agency == "Norrwire")
    #expect(report.outlet == "Norrwire Ltd")
    #expect(
      Samples.blocks(report) == [
        "The operator stopped its northern line on Tuesday, its director said.",
        "“We do not take risks,” said Jor Vandt, who leads the company and spoke in the capital.",
      ])
  }

  @Test(arguments: [
    #"{"uri":"u:1","headline":"Rain &amp; snow","body_text":"It rained, the mayor said.\n\nIt snowed, too.","versioncreated":"2031-10-21T09:00:00Z","byline":"A. Quill"}"#,
    #"{"uri":"u:1","headlines":[{"value":"Rain &amp; snow","contentType":"text/html"}],"bodies":[{"contentType":"text/plain","value":"It rained, the mayor said.\n\nIt snowed, too."}],"versionCreated":"2031-10-21T09:00:00Z","pubStatus":"usable","by":"A. Quill"}"#,
    #"{"uri":"u:1","type":"text","headline":"Rain &amp; snow","body_xhtml":"<p>It rained, the mayor said.</p><p>It snowed, too.</p>","versioncreated":"2031-10-21T09:00:00Z","byline":"A. Quill"}"#,
  ])
  func `other versions write the same names otherwise`(item: String) throws {
    let report = try WireSamples.report(item, as: "i.json")
    #expect(Samples.blocks(report) == ["It rained, the mayor said.", "It snowed, too."])
    #expect(report.title?.hasPrefix("Rain &") == true)
    #expect(report.byline == "A. Quill")
    #expect(report.published?.iso == "2031-10-21T09:00:00Z")
  }

  @Test func `items of an array fail one by one`() {
    let list = "[\(WireSamples.ninjs),{\"uri\":\"u:2\",\"pubstatus\":\"canceled\"}]"
    let results = WireSamples.readings(Array(list.utf8), as: "l.json")
    #expect(results.map { (try? $0.get().report.title) ?? "none" } == ["Ferries stop", "none"])
  }

  @Test(arguments: [
    (#"{"uri":"u:1","pubstatus":"canceled","body_text":"It rained."}"#, "the ninjs item was cancelled by its provider; leave it out, and look for a corrected item"),
    (#"{"uri":"u:1","pubstatus":"withheld","body_text":"It rained."}"#, "the ninjs item is withheld by its provider until further notice; leave it out until it is released"),
    (#"{"uri":"u:1","type":"picture","headline":"A ferry"}"#, "the ninjs item is of the type \"picture\" and no text; leave it out, or give the text item that goes with it"),
    (#"{"uri":"u:1","type":"composite","headline":"All","associations":[{"uri":"u:2","type":"text","body_text":"It rained."}]}"#, "the ninjs item is a package of other items; give the items that it lists as files of their own"),
    (#"{"uri":"u:1","headline":"Nothing","body_text":" "}"#, "the ninjs item has no body; ask for the item with its text, in \"bodies\", \"body_html\" or \"body_text\""),
    (#"{"uri":"u:1"}"#, "the JSON object has no \"text\"; give the report's words as a string under \"text\""),
  ])
  func `an item that is no report says why`(item: String, message: String) {
    #expect(WireSamples.failure(Array(item.utf8), as: "i.json") == "i.json: " + message)
  }
}
