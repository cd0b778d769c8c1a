import SaysoRecords
import Testing

@Suite struct CanonicalAddressTests {
  @Test(arguments: [
    // Scheme, host, port, fragment, "www.", slash.
    "http://news.example/story/7", "HTTPS://News.Example/story/7",
    "https://news.example:443/story/7",
    "http://news.example:80/story/7", "http://news.example:443/story/7",
    "https://www.news.example/story/7/", "https://news.example/story/7#comments",
    " https://news.example/story/7\n", "https://reader@news.example./story/7",
    // Dot segments and percent-encoding.
    "https://news.example/a/../story/./7", "https://news.example/%73tory/%37",
    "https://news.example/story/7/index.html", "https://news.example/story/7;jsessionid=A1B2",
    // Tracking.
    "https://news.example/story/7?utm_source=rss&utm_medium=feed",
    "https://news.example/story/7?fbclid=IwAR0&gclid=x&msclkid=y",
    "https://news.example/story/7?mc_cid=1234&mc_eid=5678", "https://news.example/story/7?ref=home",
    "https://news.example/story/7?amp;utm_source=rss", "https://news.example/story/7?",
    "https://news.example/story/7?&CMPID=email&",
    // AMP.
    "https://news.example/story/7/amp", "https://news.example/story/7/amp/",
    "https://amp.news.example/story/7", "https://news.example/amp/story/7",
    "https://news.example/story/amp/7", "https://news.example/story/7.amp",
    "https://news.example/story/7?amp", "https://news.example/story/7?amp=1",
    "https://news.example/story/7?outputType=amp",
    "https://www.google.com/amp/s/news.example/story/7",
    "https://www.google.co.uk/amp/news.example/story/7/amp/",
    "https://news-example.cdn.ampproject.org/c/s/news.example/story/7",
    "https://news-example.cdn.ampproject.org/v/s/news.example/story/7?amp_js_v=0.1&usqp=mq331AQ",
    // Print and mobile.
    "https://news.example/story/7?print=1", "https://news.example/story/7/print/",
    "https://news.example/print/story/7", "https://news.example/story/7?view=print",
    "https://m.news.example/story/7", "https://mobile.news.example/story/7",
    "https://www.m.news.example/story/7", "https://news.example/story/7?m=1",
  ])
  func `all addresses of one report have one key`(address: String) throws {
    #expect(try #require(CanonicalAddress(address)).key == "news.example/story/7")
  }

  @Test(arguments: [
    ("https://news.example/story.amp.html", "https://news.example/story.html"),
    ("https://news.example/story.print.html?utm_source=x", "http://news.example/story.html"),
    ("https://en.m.wiki.example/a", "https://en.wiki.example/a"),
    ("https://news.example/", "https://news.example"),
    ("https://news.example/a?id=5&utm_term=x&page=2", "https://news.example/a?id=5&page=2"),
    ("https://news.example/caf%c3%a9", "https://news.example/café"),
    ("https://news.example/a%2fb", "https://news.example/a%2Fb"),
    ("https://news.example/a b", "https://news.example/a%20b"),
    ("https://news.example:8443/a/", "https://news.example:8443/a"),
  ])
  func `two addresses of one report have one key`(one: String, other: String) throws {
    let key = try #require(CanonicalAddress(one)).key
    #expect(try #require(CanonicalAddress(other)).key == key)
  }

  @Test(arguments: [
    // An id may stand in the query, under a word that is also used for tracking, too.
    ("https://news.example/a?id=5", "https://news.example/a?id=6"),
    ("https://news.example/a?ref=4711", "https://news.example/a?ref=4712"),
    ("https://news.example/a?print=4711", "https://news.example/a?print=4712"),
    ("https://news.example/a?p=5", "https://news.example/a"),
    ("https://news.example/?y=2024&m=1", "https://news.example/?y=2024"),
    ("https://news.example/a?x=1&y=2", "https://news.example/a?y=2&x=1"),
    // Paths keep their case, an escaped slash is none, and a page about AMP is a page.
    ("https://news.example/A", "https://news.example/a"),
    ("https://news.example/a%2Fb", "https://news.example/a/b"),
    ("https://news.example/amp", "https://news.example/"),
    ("https://news.example/print", "https://news.example/"),
    ("https://news.example/amplifiers", "https://news.example/lifiers"),
    // Other hosts and ports, and hosts that are only the end of names.
    ("https://amp.example/a", "https://example/a"), ("https://m.co.uk/a", "https://co.uk/a"),
    ("https://news.example:8080/a", "https://news.example/a"),
    ("https://sport.news.example/a", "https://news.example/a"),
    // Pages of scripts keep their path behind the number sign.
    ("https://news.example/#!/story/1", "https://news.example/#!/story/2"),
    ("https://www.google.com/amp/", "https://www.google.com/"),
  ])
  func `two reports keep two keys`(one: String, other: String) throws {
    let key = try #require(CanonicalAddress(one)).key
    #expect(try #require(CanonicalAddress(other)).key != key)
  }

  @Test(arguments: [
    (
      "http://WWW.News.Example:80/story/7/?utm_source=x&id=5#top",
      "https://www.news.example/story/7/?id=5"
    ),
    ("https://amp.news.example/story/7/amp/", "https://news.example/story/7"),
    ("https://news.example/story/index.html", "https://news.example/story/index.html"),
    ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
    ("https://[::1]:9000/a", "https://[::1]:9000/a"),
    ("http://news.example", "https://news.example/"),
  ])
  func `the address to show opens the report`(address: String, shown: String) throws {
    #expect(try #require(CanonicalAddress(address)).https == shown)
  }

  @Test(arguments: [
    "", "news.example/a", "ftp://news.example/a", "https://", "https:///a", "https://a b/c",
    "mailto:desk@news.example", "https://news.example:port/", "javascript:void(0)", "https://@/",
    "https://news.example/" + String(repeating: "a", count: 9000),
  ])
  func `what is no address of the web has no canonical form`(address: String) {
    #expect(CanonicalAddress(address) == nil)
  }

  @Test func `the address to show has the key of the address that it was made from`() throws {
    for path in ["", "/", "/a/b/?x=1", "/amp/a", "/a/amp/", "/a//b", "/%25%zz?%=", "/..//../a?&&="]
    {
      let one = try #require(CanonicalAddress("http://www.news.example" + path))
      let two = try #require(CanonicalAddress(one.https))
      #expect(two.key == one.key, "\(path)")
      #expect(two.https == one.https, "\(path)")
    }
  }
}
