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

  @Test func `one line break parts a bold line, and long sentences, from what follows`() throws {
    let long = "The line that runs the five ferries has asked the ministry for help with the costs."
    let other = "Nobody was hurt, but two of the five cannot leave before the end of the week."
    #expect(
      try blocks("<article>\(text)<p><b>What is known</b><br>\(long)<br>\(other)</p></article>")
        == expected + ["What is known", long, other])
    #expect(
      try blocks("<article>\(text)<p>\(long)<br>Harbour Street 4<br>Port Elvane</p></article>")
        == expected + [long + " Harbour Street 4 Port Elvane"])
  }

  @Test func `the words under a picture are its caption`() throws {
    let page = try Samples.read(
      """
      <html><body><h1>Harbour closed after fire</h1><article>
      <div><img src="a.jpg"></div><div class="image-caption">Smoke over the sheds of Port Elvane</div>
      \(text)
      <p><img src="b.jpg"></p><p>Day 7</p>
      <p><img src="c.jpg"></p><p><em>A ferry leaves the port for the last time.</em></p>
      <p><img src="d.jpg"></p><p><strong>What comes next</strong></p>
      <p>The line that runs the five ferries has asked the ministry for help with the costs.</p>
      </article><div><figure><figcaption>Another report's picture of a ship</figcaption></figure></div>
      </body></html>
      """, as: "a.html"
    ).report
    #expect(page.caption == "Smoke over the sheds of Port Elvane")
    #expect(
      Samples.blocks(page) == expected + [
        "What comes next",
        "The line that runs the five ferries has asked the ministry for help with the costs.",
      ])
  }

  @Test func `a picture below the text gives no caption`() throws {
    let page = try Samples.read(
      """
      <html><body><h1>Harbour closed after fire</h1><article>\(text)</article>
      <div><figure><figcaption>Another report's picture of a ship</figcaption></figure></div>
      </body></html>
      """, as: "a.html"
    ).report
    #expect(page.caption == nil)
  }

  @Test func `the paragraphs that introduce a gallery are text`() throws {
    let page = """
      <html><body><h1>Harbour closed</h1><section class="slideshow-intro">\(text)</section>
      <article>\(text.replacing("harbour", with: "port"))</article></body></html>
      """
    #expect(try blocks(page).contains(expected[0].replacing("harbour", with: "port")))
  }

  @Test func `a tab that stands behind another is not read`() throws {
    let page = """
      <html><body><div><div class="tab-pane active">\(text)</div>
      <div class="tab-pane" id="summary"><p>The harbour was closed, and nobody knows how long.</p></div>
      </div></body></html>
      """
    #expect(try blocks(page) == expected)
  }

  @Test(arguments: [
    "Get in touch with our news team by emailing us at news@herald.example.",
    "Follow the Herald on Facebook and sign up for your daily newsletter here.",
    "Folgen Sie uns auf Facebook und abonnieren Sie unseren Newsletter.",
    "Ada Tolv is a reporter at the Herald and covers ports.",
  ])
  func `what a house adds under its reports is left out`(line: String) throws {
    let head = "<h1>Harbour closed</h1><p class=byline>By Ada Tolv</p>"
    #expect(try blocks("<article>\(head)\(text)<p>\(line)</p></article>") == expected)
  }

  @Test(arguments: [
    "“Follow us to the newsletter office and sign up here,” she told your correspondent.",
    "The mayor asked people to follow the news on Monday.",
  ])
  func `a sentence of the report stays at its end`(line: String) throws {
    #expect(try blocks("<article>\(text)<p>\(line)</p></article>") == expected + [line])
  }

  @Test func `the description that a page shows is the line under its headline`() throws {
    let deck = "Five ferries wait as the ministry looks for the cause"
    func page(_ lead: String) throws -> Report {
      try Samples.read(
        """
        <html><head><meta name=description content="\(deck)"></head><body>
        <h1>Harbour closed</h1>\(lead)<div class=x>\(text)</div></body></html>
        """, as: "a.html"
      ).report
    }
    #expect(try page("<h3>\(deck)</h3>").subtitle == deck)
    #expect(try page("<div><span class=sub-title>\(deck)</span></div>").subtitle == deck)
    #expect(try page("<div><p>\(deck)</p>\(text)</div>").subtitle == nil)
  }

  @Test func `a kicker inside a headline is no part of its first word`() throws {
    let more = text.replacing("harbour", with: "port")
    #expect(
      try blocks(
        "<h1>Harbour closed</h1><article>\(text)<h2><span>Port</span>Ferries wait</h2>\(more)</article>"
      )
      .contains("heading: Port Ferries wait"))
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

  @Test func `the line under the headline is kept, names and dates around it are not`() throws {
    let page = """
      <html><body><main><h1>Harbour closed</h1>
      <p class="deck">Nobody knows when the quay of Port Elvane opens again after the fire.</p>
      <span>Ada Quill</span><div>3 October 2031</div>
      <div class="article-body">\(text)</div></main></body></html>
      """
    #expect(
      try blocks(page)
        == ["Nobody knows when the quay of Port Elvane opens again after the fire."] + expected)
  }

  @Test(arguments: [
    "<h3>Related stories</h3><ul><li>Ships wait outside the harbour</li><li>Fire at the mill</li></ul>",
    "<h2>About the author</h2><p>Ada Quill has written about harbours since 2019.</p>",
    "<div class=\"comments\"><p>I saw the fire myself, and it was larger than they say.</p></div>",
    "<h4>3 Kommentare</h4><p>Ich habe das Feuer selbst gesehen, sagte niemand.</p>",
    "<div class=\"newsletter-signup\"><p>Get our reports by mail every morning at six.</p></div>",
    "<figure><img src=\"a.jpg\"><figcaption>The quay on Monday, seen from the sea</figcaption></figure>",
    "<div class=\"hidden\"><p>Create an account or sign in to continue with your report.</p></div>",
    "<blockquote class=\"twitter-tweet\"><p>The quay is on fire, somebody help us please.</p></blockquote>",
    "<p><a href=\"/x\">Read more: the fires of last year</a></p>",
    "<aside><p>The harbour was built in 1911 and rebuilt twice since then.</p></aside>",
  ])
  func `what is around a report stays out of it`(_ furniture: String) throws {
    let long = String(repeating: text, count: 1)
    let page = """
      <html><body><article>\(long)<p>A third paragraph says what the owners answered on Tuesday.</p>
      \(furniture)</article></body></html>
      """
    #expect(
      try blocks(page)
        == expected + ["A third paragraph says what the owners answered on Tuesday."])
  }

  @Test func `a text that advertisements part is one text`() throws {
    let page = """
      <html><body><div><div class="story-body">\(text)</div><div class="ad-slot">Buy a boat</div>
      <div class="story-body"><p>The owners of the quay did not answer on Tuesday, she said.</p></div>
      </div></body></html>
      """
    #expect(
      try blocks(page) == expected + ["The owners of the quay did not answer on Tuesday, she said."]
    )
  }

  @Test func `lists, subheads and tables of the article stay in their order`() throws {
    let page = """
      <html><body><article><h1>Harbour closed</h1>\(text)<h2>What is known</h2><ul><li>The fire began at noon.</li>
      <li>Nobody was hurt.</li></ul><table><tr><th>Day</th><th>Ships</th></tr><tr><td>Monday</td>
      <td>12</td></tr></table><p>The port authority will say more on Wednesday, it said.</p>
      </article></body></html>
      """
    #expect(
      try blocks(page)
        == expected + [
          "heading: What is known", "listItem: The fire began at noon.",
          "listItem: Nobody was hurt.",
          "listItem: Day | Ships", "listItem: Monday | 12",
          "The port authority will say more on Wednesday, it said.",
        ])
  }

  @Test func `elements nested a hundred thousand deep cost only what is in them`() throws {
    let deep = String(repeating: "<div>", count: 100_000)
    let result = ReportReader().readings(
      of: SourceFile(name: "a.html", bytes: Array("<body>\(text)\(deep)<p>Lost.</p>".utf8)))
    let reading = try #require(try result.first?.get())
    #expect(Samples.blocks(reading.report) == expected)
    #expect(reading.warnings.map(\.problem).contains { $0.hasPrefix("the page is read in part") })
  }

  @Test func `what was left out, and where the text was found, is explained`() throws {
    var reader = ReportReader()
    reader.explains = true
    let page = """
      <html><head><title>Harbour closed</title></head><body><nav>Home and away</nav>
      <div class="article-body">\(text)</div></body></html>
      """
    let result = reader.readings(of: SourceFile(name: "a.html", bytes: Array(page.utf8)))
    let explanation = try #require(try result.first?.get().explanation)
    #expect(explanation.format == "HTML")
    #expect(
      explanation.sources.contains { $0.field == "body" && $0.origin.contains("article-body") })
    #expect(explanation.sources.contains { $0.field == "title" && $0.value == "Harbour closed" })
    #expect(
      explanation.omissions.contains { $0.reason == "navigation" && $0.words == "Home and away" })
  }
}
