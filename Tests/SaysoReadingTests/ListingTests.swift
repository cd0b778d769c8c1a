import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct ListingTests {
  private func listing(
    _ text: String, name: String = "x", address: String? = nil
  ) throws -> Listing? {
    try Listing.parse(Array(text.utf8), name: name, address: address)
  }

  private func problem(_ text: String, name: String = "x") -> String? {
    do {
      _ = try listing(text, name: name)
      return nil
    } catch {
      return (error as? ReadingError)?.description
    }
  }

  @Test func `a sitemap gives its pages and their news`() throws {
    guard case .sitemap(let map)? = try listing(FeedSamples.sitemap, address: "https://a.example/s")
    else { return #expect(Bool(false), "this is no sitemap") }
    #expect(map.pages.map(\.address) == ["https://a.example/1?a=1&b=2", "https://a.example/2"])
    #expect(map.pages[0].modified?.iso == "2031-10-22")
    let news = try #require(map.pages[0].news)
    #expect(news.publication == "The Elvane Herald")
    #expect(news.language == "en")
    #expect(news.published?.iso == "2031-10-21T08:00:00Z")
    #expect(news.title == "Strike ends & ships sail")
    #expect(map.pages[1].news == nil)
  }

  @Test func `an index of sitemaps gives their addresses`() throws {
    let index = """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
      <loc>https://a.example/1.xml.gz</loc><lastmod>2031-10-22T08:00:00Z</lastmod></sitemap>
      <sitemap><loc>2.xml</loc></sitemap></sitemapindex>
      """
    guard case .sitemapIndex(let all)? = try listing(index, address: "https://a.example/s.xml")
    else { return #expect(Bool(false), "this is no index") }
    #expect(all.map(\.address) == ["https://a.example/1.xml.gz", "https://a.example/2.xml"])
    #expect(all[0].modified?.iso == "2031-10-22T08:00:00Z")
  }

  @Test func `a list gives its feeds with the folders they stand in`() throws {
    guard case .outlines(let feeds)? = try listing(FeedSamples.opml) else {
      return #expect(Bool(false), "this is no list")
    }
    #expect(
      feeds == [
        OutlineFeed(
          address: "https://a.example/feed?x=1&y=2", title: "Herald & Co",
          page: "https://a.example/", categories: ["News", "Press", "isles", "daily"]),
        OutlineFeed(address: "https://b.example/rss", title: "Wire", categories: ["News"]),
        OutlineFeed(address: "https://c.example/rss", title: "Loose"),
      ])
  }

  @Test func `a list that was written reads back the same`() throws {
    let feeds = [
      OutlineFeed(
        address: "https://a.example/?x=1&y=\"2\"", title: "A < B & \"C\"",
        page: "https://a.example/", categories: ["News & views", "daily"]),
      OutlineFeed(address: "https://b.example/rss", title: "Wire", categories: ["News & views"]),
      OutlineFeed(address: "https://c.example/rss", title: "Loose"),
    ]
    let written = OPML.document(title: "Isles & more", feeds: feeds)
    let text = String(decoding: written, as: UTF8.self)
    #expect(text.contains("<title>Isles &amp; more</title>"))
    #expect(XMLDocument.parse(written)?.problem == nil)
    #expect(try listing(text) == .outlines(feeds))
  }

  @Test(arguments: [
    "", "Some text.", "# A heading", "<p>A fragment</p>", "<!DOCTYPE html><html><p>x</p></html>",
    "<html><body>x</body></html>", "{\"text\": \"x\"}", "[1, 2]", "{\"version\": 1",
    "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>",
    "<?xml version=\"1.0\"?><newsItem/>", "%PDF-1.4", "\u{0}\u{1}\u{2}",
  ])
  func `what is no listing is none`(text: String) throws {
    #expect(try listing(text) == nil)
  }

  @Test func `other XML, a page and a cut feed are refused with a sentence`() {
    #expect(
      problem("<?xml version='1.0'?><catalog/>")
        == "x: this XML (its root is <catalog>) is no format that holds reports; give a feed (RSS, "
        + "Atom), a sitemap, an OPML list or a NewsML-G2 item")
    #expect(
      problem("<!doctype html><p>Not found</p>", name: "feed.xml")
        == "feed.xml: this is a web page, not a feed; give the address of the feed itself, or save "
        + "the page under the ending .html")
    #expect(
      problem("<rss><channel><title>A")
        == "x: the feed is cut off before its first entry (it is cut off inside of <rss>); save or "
        + "fetch it again, whole")
    #expect(problem("<rss><channel><title>A</title></channel></rss>") == nil)
  }

  @Test func `a feed behind a comment or a few words is found`() throws {
    for text in [
      "<!-- made by hand -->\n<rss><channel/></rss>", "\n\n<rss><channel/></rss>",
      "Warning: x <?xml version='1.0'?><rss><channel/></rss>",
    ] {
      guard case .feed? = try listing(text) else {
        #expect(Bool(false), "\(text)")
        continue
      }
    }
  }

  @Test(
    arguments: [
      ("windows-1251", nil, [0xCC, 0xE8, 0xF0], "Мир"), ("koi8-r", nil, [0xED, 0xC9, 0xD2], "Мир"),
      ("iso-8859-2", nil, [0xA3, 0xF3, 0x64, 0xBC], "Łódź"), ("utf-8", nil, [0xE9], "é"),
      (nil, "windows-1251", [0xCC, 0xE8, 0xF0], "Мир"), (nil, nil, [0x93, 0xE9, 0x94], "“é”"),
      ("windows-1251", nil, [0xC3, 0xA9], "é"), ("nothing-known", nil, [0xE9], "é"),
    ] as [(String?, String?, [UInt8], String)])
  func `a feed is decoded as it states, unless it is UTF-8`(
    declared: String?, charset: String?, bytes: [UInt8], title: String
  ) throws {
    let encoding = declared.map { " encoding=\"\($0)\"" } ?? ""
    let document =
      Array("<?xml version='1.0'\(encoding)?><rss><channel><title>".utf8) + bytes
      + Array("</title></channel></rss>".utf8)
    let listing = try Listing.parse(document, name: "x", address: nil, charset: charset)
    guard case .feed(let feed)? = listing else { return #expect(Bool(false), "this is no feed") }
    #expect(feed.title == title)
  }
}
