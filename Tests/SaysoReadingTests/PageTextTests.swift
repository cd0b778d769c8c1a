import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct PageTextTests {
  private let text = """
    <p>The harbour of Port Elvane was closed on Monday after a fire, the harbour master said.</p>
    <p>“We do not know when it opens again,” she told reporters at the quay in the evening.</p>
    """

  private func blocks(_ html: String) throws -> [String] {
    Samples.blocks(try Samples.read(html, as: "a.html").report)
  }

  private var expected: [String] {
    [
      "The harbour of Port Elvane was closed on Monday after a fire, the harbour master said.",
      "“We do not know when it opens again,” she told reporters at the quay in the evening.",
    ]
  }

  @Test(arguments: ["sidebar-grid", "paywall-article", "shared-layout hidden", "main"])
  func `text is found under a container with a name of furniture`(name: String) throws {
    #expect(
      try blocks("<html><body><div class=\"\(name)\">\(text)</div></body></html>") == expected)
    let rest = String(
      repeating: "<p>Ask for cookies and other sweets at the desk here.</p>", count: 12)
    let page = """
      <html><body><div class="\(name)">\(text)</div><footer>\(rest)</footer></body></html>
      """
    #expect(try blocks(page).starts(with: expected))
  }

  @Test func `text without markup is found by its paragraphs`() throws {
    let menu = (0..<8).map { "<li><a href=\"/\($0)\">Section number \($0) of the paper</a></li>" }
    let page = """
      <html><body><ul>\(menu.joined())</ul><div><div>\(text)</div></div>
      <div class="related"><p>Another report that is not this one, but long enough to count.</p></div>
      </body></html>
      """
    #expect(try blocks(page) == expected)
  }

  @Test func `line breaks part paragraphs where a page has no others`() throws {
    let page = """
      <html><body><div>\(expected[0])<br><br>\(expected[1])</div></body></html>
      """
    #expect(try blocks(page) == expected)
  }

  @Test func `the page's own words in Latin-1 are read`() throws {
    var bytes = Array("<html><head><meta charset=iso-8859-1></head><body><p>The caf".utf8)
    bytes.append(0xE9)
    bytes += Array(
      " is closed, the mayor of Elvane told reporters on Monday.</p></body></html>".utf8)
    let readings = ReportReader().readings(of: SourceFile(name: "a.html", bytes: bytes))
    let report = try #require(try readings.first?.get().report)
    #expect(
      Samples.blocks(report) == [
        "The café is closed, the mayor of Elvane told reporters on Monday."
      ])
  }
}
