import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct FeedTests {
  private func feed(_ text: String, address: String? = nil) throws -> Feed {
    let listing = try Listing.parse(Array(text.utf8), name: "news", address: address)
    guard case .feed(let feed)? = listing else {
      throw ReadingError("this is no feed", place: "news", remedy: "mend the test")
    }
    return feed
  }

  private func item(_ inner: String) throws -> FeedEntry {
    let feed = try feed("<rss version='2.0'><channel><item>\(inner)</item></channel></rss>")
    return try #require(feed.entries.first)
  }

  @Test func `RSS 2.0 is read with its modules`() throws {
    let feed = try feed(FeedSamples.rss)
    #expect(feed.format == .rss)
    #expect(feed.title == "World & more | The Elvane Herald")
    #expect(feed.link == "https://www.elvaneherald.example/")
    #expect(feed.address == "https://www.elvaneherald.example/feed.xml")
    #expect(feed.language == "en-GB")
    #expect(feed.updated?.iso == "2031-10-22T10:00:00Z")
    #expect(feed.problem == nil)
    #expect(feed.entries.count == 3)
    let first = try #require(feed.entries.first)
    #expect(first.id == "tag:elvane,1")
    #expect(first.title == "Strike ends & ships “sail”")
    #expect(first.link == "https://www.elvaneherald.example/2031/strike-ends")
    #expect(first.published?.iso == "2031-10-22T08:00:00+02:00")
    #expect(first.modified?.iso == "2031-10-22T09:00:00Z")
    #expect(first.authors == ["Ada Quill", "Bram Okell"])
    #expect(first.categories == ["World", "Ports"])
    #expect(first.summary?.kind == .plain)
    #expect(first.content?.kind == .html)
    #expect(feed.entries[1].link == "https://www.elvaneherald.example/2031/second")
    #expect(feed.entries[1].source == "Norrwire")
    #expect(feed.entries[2].unreadDates.map(\.value) == ["Thu, 01 Jan 1970 00:00:00 GMT"])
  }

  @Test func `RSS 1.0 keeps its items beside the channel`() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
       xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://a.example/"><title>Elvane</title><link>https://a.example/</link>
      <dc:language>de</dc:language><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
      <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link>
      <dc:date>2031-10-22T08:00Z</dc:date><dc:creator>Ada Quill</dc:creator></item></rdf:RDF>
      """)
    #expect(feed.language == "de")
    #expect(feed.entries.map(\.id) == ["https://a.example/1"])
    #expect(feed.entries.first?.published?.iso == "2031-10-22T08:00Z")
  }

  @Test func `Atom is read with relative addresses and its kinds of text`() throws {
    let feed = try feed(FeedSamples.atom, address: "https://feeds.example/elvane/atom.xml")
    #expect(feed.title == "Elvane today")
    #expect(feed.link == "https://elvane.example/")
    #expect(feed.next == "https://elvane.example/atom?page=2")
    #expect(feed.language == "en")
    let first = try #require(feed.entries.first)
    #expect(first.title == "Mayor: “No”")
    #expect(first.link == "https://elvane.example/news/2031/mayor.html")
    #expect(first.published?.iso == "2031-10-20T09:00:00Z")
    #expect(first.modified?.iso == "2031-10-21T09:00:00+02:00")
    #expect(first.categories == ["Town hall"])
    #expect(
      first.content.map { String(decoding: $0.bytes, as: UTF8.self) }
        == "<div><p>The mayor said <b>no</b>.</p></div>")
    #expect(first.source == "Norrwire")
    #expect(feed.authors == ["The Desk"])
  }

  @Test func `JSON Feed is read`() throws {
    let feed = try feed(FeedSamples.jsonFeed)
    #expect(feed.format == .json)
    #expect(feed.next == "https://a.example/feed.json?page=2")
    #expect(feed.entries.map(\.link) == ["https://a.example/1", "https://other.example/2"])
    #expect(feed.entries[0].authors == ["Ada Quill"])
    #expect(feed.entries[1].content?.kind == .plain)
  }

  @Test func `a guid is an address only where it is a permalink`() throws {
    #expect(try item("<guid>https://a.example/1</guid>").link == "https://a.example/1")
    #expect(try item("<guid isPermaLink='false'>https://a.example/1</guid>").link == nil)
    #expect(try item("<guid>1234</guid>").link == nil)
    let origin = "<feedburner:origLink>https://a.example/1</feedburner:origLink>"
    #expect(try item("<link>https://f.example/~r/1</link>\(origin)").link == "https://a.example/1")
    #expect(try item("<link/><link href='https://a.example/2'/>").link == "https://a.example/2")
  }

  @Test(arguments: [
    ("desk@a.example (Ada Quill)", "Ada Quill"), ("Ada Quill (desk@a.example)", "Ada Quill"),
    ("Ada Quill &lt;desk@a.example&gt;", "Ada Quill"), ("desk@a.example", nil),
    ("By Ada Quill", "By Ada Quill"), ("  ", nil), ("unknown", nil),
    ("https://a.example/ada", nil), ("\"Ada Quill\"", "Ada Quill"),
  ])
  func `the name of an author is found`(stated: String, name: String?) throws {
    #expect(try item("<author>\(stated)</author>").authors.first == name)
  }

  @Test(arguments: [
    ("Tom &amp; Jerry", "Tom & Jerry"), ("Tom &amp;amp; Jerry", "Tom & Jerry"),
    ("<![CDATA[Tom &amp; Jerry &#8217;s]]>", "Tom & Jerry ’s"),
    ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"), ("One\n   two\t three", "One two three"),
    ("2 &lt; 3 and 5 &gt; 4", "2 < 3 and 5 > 4"), ("<b>Bare</b> tags", "Bare tags"),
    ("One&lt;br/&gt;two", "One two"), ("&lt;Elvane&gt; signs", "<Elvane> signs"),
  ])
  func `a title is plain text on one line`(stated: String, title: String) throws {
    #expect(try item("<title>\(stated)</title>").title == title)
  }

  @Test(arguments: [
    ("Wed, 22 Oct 2031 08:00:00 +0200", "2031-10-22T08:00:00+02:00"),
    ("Mon, 22 Oct 2031 08:00:00 GMT", "2031-10-22T08:00:00Z"),
    ("22 Oct 31 08:00:00 GMT", "2031-10-22T08:00:00Z"),
    ("Sat, 07 Sep 02 00:00:01 GMT", "2002-09-07T00:00:01Z"),
    ("Mer., 22 Oct 2031 08:00 EST", "2031-10-22T08:00-05:00"),
    ("Wed, 22 Oct 2031 08:00:00 XYZ", "2031-10-22T08:00:00"),
    ("Wed, 22 Oct 2031 08:00:00 Europe/Elvane", "2031-10-22T08:00:00"),
    ("Wed, 22 Oct 2031 08:00:00 -0700 PDT", "2031-10-22T08:00:00-07:00"),
    ("Wed Oct 22 08:00:00 2031", "2031-10-22T08:00:00"),
    ("Wed, 22 October, 2031 08:00:00 +0000", "2031-10-22T08:00:00+00:00"),
    ("22-Oct-31 08:00:00", "2031-10-22T08:00:00"),
    ("Wed, Oct 22 2031 02:02:33 PM", "2031-10-22T14:02:33"),
    ("Wed, 22 Oct 2031 24:00:00 GMT", "2031-10-22T23:59:59Z"),
    ("2031-10-22", "2031-10-22"), ("2031-10-22T08:00:00.123Z", "2031-10-22T08:00:00Z"),
    ("2031-10-22T08:00:00+00:0", "2031-10-22T08:00:00"),
    ("2031-10-22 08:00:00 UTC", "2031-10-22T08:00:00Z"),
    ("1950342062", "2031-10-21T09:41:02Z"), ("1950342062123", "2031-10-21T09:41:02Z"),
    ("Thu, 01 Jan 1970 00:00:00 GMT", nil), ("0001-01-01T00:00:00Z", nil), ("yesterday", nil),
    ("2031", nil), ("0", nil), ("Invalid Date", nil), ("9905512540123", nil),
  ])
  func `dates of feeds are read as they are found`(stated: String, iso: String?) throws {
    #expect(try item("<pubDate>\(stated)</pubDate>").published?.iso == iso)
  }

  @Test(arguments: [
    ("x.html", "https://a.example/b/x.html"), ("/x", "https://a.example/x"),
    ("../x", "https://a.example/x"), ("./x/../y?q#f", "https://a.example/b/y?q#f"),
    ("//c.example/x", "https://c.example/x"), ("?q", "https://a.example/b/c?q"),
    ("#f", "https://a.example/b/c?p#f"), ("http://d.example", "http://d.example"),
    ("mailto:a@b", "mailto:a@b"), ("", "https://a.example/b/c?p"),
    ("../../../x", "https://a.example/x"),
  ])
  func `a reference is resolved`(reference: String, address: String) {
    #expect(AddressResolution.resolve(reference, against: "https://a.example/b/c?p#q") == address)
  }
}
