import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct FeedReportTests {
  private func readings(
    _ text: String, name: String = "news.xml", origin: SourceFile.Origin = .init()
  ) -> [Result<ReportReading, ReadingError>] {
    ReportReader().readings(of: SourceFile(name: name, bytes: Array(text.utf8), origin: origin))
  }

  private func sentence(_ result: Result<ReportReading, ReadingError>?) -> String? {
    if case .failure(let error)? = result { error.description } else { nil }
  }

  private func report(content: String, link: String = "https://a.example/1") throws -> Report {
    let feed = """
      <rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Elvane</title>
      <item><link>\(link)</link>\(content)</item></channel></rss>
      """
    return try #require(readings(feed).first).get().report
  }

  @Test func `each entry is a report of its own`() throws {
    let origin = SourceFile.Origin(
      address: "https://www.elvaneherald.example/feed.xml", retrieved: "2031-10-22T11:00:00Z")
    let results = readings(FeedSamples.rss, name: "herald.rss", origin: origin)
    #expect(results.count == 3)
    let first = try results[0].get().report
    #expect(first.title == "Strike ends & ships “sail”")
    #expect(first.url == "https://www.elvaneherald.example/2031/strike-ends")
    #expect(first.outlet == "The Elvane Herald")
    #expect(first.byline == "Ada Quill, Bram Okell")
    #expect(first.language == "en")
    #expect(first.topics == ["World", "Ports"])
    #expect(first.extent == .full)
    #expect(first.published?.iso == "2031-10-22T08:00:00+02:00")
    #expect(first.modified?.iso == "2031-10-22T09:00:00Z")
    #expect(first.provenance?.container == "herald.rss")
    #expect(first.provenance?.retrieved == "2031-10-22T11:00:00Z")
    #expect(first.blocks.count == 3)
    #expect(first.text.string.hasSuffix("for comment on the agreement."))
    let second = try results[1].get().report
    #expect(second.extent == .summary)
    #expect(second.outlet == "Norrwire")
    #expect(!second.text.string.contains("Continue"))
    #expect(second.text.string.contains("on Friday"))
    #expect(
      sentence(results[2])
        == "herald.rss, entry 3: the entry has no text; read its page instead "
        + "(https://www.elvaneherald.example/2031/third)")
  }

  @Test func `an Atom feed and a JSON Feed give reports`() throws {
    let atom = try #require(readings(FeedSamples.atom, name: "x.atom").first).get().report
    #expect(atom.text.string == "The mayor said no.")
    #expect(atom.byline == "The Desk")
    for name in ["feed.json", "feed", "feed.jsonl"] {
      let results = readings(FeedSamples.jsonFeed, name: name)
      #expect(results.count == 2, "\(name)")
      #expect(try results[0].get().report.title == "One & two")
      #expect(try results[1].get().report.blocks.count == 2)
    }
    let oneLine = FeedSamples.jsonFeed.split(separator: "\n").joined(separator: " ")
    #expect(readings(oneLine, name: "feed").count == 2)
  }

  @Test(arguments: [
    "The harbour master said the quay would open on Friday. [&#8230;]",
    "The harbour master said the quay would open on Friday…",
    "The harbour master said the quay would open on Friday. Read more",
    "The harbour master said the quay would open on Friday.</p><p><a href='x'>Read more »</a>",
    "The harbour master said the quay would open on Friday.</p><p>Continue reading <b>Quay</b> →",
    "The harbour master said the quay would open on Friday.</p><p>The post Quay appeared first on E.",
  ])
  func `a teaser is a summary, without the line that leads on`(text: String) throws {
    let report = try report(
      content: "<content:encoded><![CDATA[<p>\(text)</p>]]></content:encoded>")
    #expect(report.extent == .summary)
    let words = report.text.string
    #expect(words.hasPrefix("The harbour master said the quay would open on Friday"))
    for end in ["ead more", "ontinue", "The post"] { #expect(!words.contains(end)) }
  }

  @Test func `lines that only say who sent a link are no text`() {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">&amp;#32; submitted by
      &lt;a href="u">\n  /u/ada&lt;/a> &lt;br/> &lt;a href="x">[link]&lt;/a>
      &lt;a href="y">[comments]&lt;/a></content></entry></feed>
      """
    #expect(
      sentence(readings(feed).first)
        == "news.xml, entry 1: the entry has no text; leave it out")
  }

  @Test func `a description of many paragraphs is the whole report`() throws {
    let whole = ["owners", "crews", "dockers", "captains"].map { who in
      "<p>" + String(repeating: "The \(who) of the ships said that they would pay. ", count: 7)
        + "</p>"
    }.joined()
    #expect(try report(content: "<description><![CDATA[\(whole)]]></description>").extent == .full)
    let cut = "<description><![CDATA[\(whole)<p>And then […]</p>]]></description>"
    #expect(try report(content: cut).extent == .summary)
  }

  @Test func `a list, a page and an empty feed are refused with a sentence`() {
    #expect(
      sentence(readings(FeedSamples.sitemap).first)
        == "news.xml: this is a sitemap, which names pages and holds no reports itself; give its "
        + "address to `sayso add`, which fetches what it names")
    #expect(
      sentence(readings(FeedSamples.opml, name: "a.opml").first)
        == "a.opml: this is an OPML list, which names feeds and holds no reports itself; give its "
        + "address to `sayso add`, which fetches what it names")
    #expect(
      sentence(readings("<rss><channel><title>A</title></channel></rss>").first)
        == "news.xml: the feed has no entries; fetch it again later, or leave it out")
    #expect(
      sentence(readings("<?xml version='1.0'?><a/>").first)
        == "news.xml: this XML (its root is <a>) is no format that holds reports; give a feed (RSS, "
        + "Atom), a sitemap, an OPML list or a NewsML-G2 item")
    #expect(
      sentence(readings("<?xml version='1.0'?>", name: "a.rss").first)
        == "a.rss: there is no element in this XML; save the feed again, whole")
  }

  @Test func `a feed that is cut off says so`() throws {
    let cut = String(FeedSamples.rss.dropLast(40))
    let read = readings(cut).compactMap { try? $0.get() }
    let problems = try #require(read.last).warnings.map(\.problem)
    #expect(problems.contains { $0.hasPrefix("the feed is cut off") })
  }

  @Test func `a date that cannot be believed is told and left out`() throws {
    let reading = try #require(
      readings(
        """
        <rss><channel><item><description>The mayor said no to it.</description>
        <pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item></channel></rss>
        """
      ).first
    ).get()
    #expect(reading.report.published == nil)
    #expect(reading.warnings.map(\.problem).contains { $0.contains("is no date") })
  }

  @Test(
    arguments: [
      ("World news | The Gazette", "gazette.example", "The Gazette"),
      ("BBC News - World", "bbc.co.example", "BBC News"),
      ("Gazette RSS Feed", nil, "Gazette RSS Feed"), ("The Gazette - RSS", nil, "The Gazette"),
      ("Technology", "npr.example", nil), ("GZT > World", "gzt.example", "GZT"),
      ("The Gazette: Politics", "www.gazette.example", "The Gazette"),
    ] as [(String, String?, String?)])
  func `the outlet is found in the title of its feed`(
    title: String, host: String?, outlet: String?
  ) {
    #expect(FeedDrafts.outlet(title, host) == outlet)
  }
}
