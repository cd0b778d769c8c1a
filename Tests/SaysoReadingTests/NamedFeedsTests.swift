import Foundation
import Testing

@testable import SaysoReading

@Suite struct NamedFeedsTests {
  private func feeds(_ text: String, as name: String) throws -> [OutlineFeed] {
    try NamedFeeds.feeds(in: SourceFile(name: name, bytes: Array(text.utf8)))
  }

  @Test func `a page names its feeds in its head`() throws {
    let page = """
      <html><head><link rel="canonical" href="https://herald.example/">
      <link rel="alternate" type="application/rss+xml" title="The Herald" href="/feed">
      <link rel="alternate" type="application/atom+xml" href="https://herald.example/ports.atom">
      <link rel="alternate" type="application/rss+xml" href="/feed">
      <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/s.css">
      </head><body><p>The harbour was closed on Monday, the mayor said.</p></body></html>
      """
    let found = try feeds(page, as: "front.html")
    #expect(found.map(\.title) == ["The Herald", nil])
    #expect(found.last?.address == "https://herald.example/ports.atom")
    #expect(found.first?.address.hasSuffix("/feed") == true)
  }

  @Test func `a list gives its feeds, and comes out again as it went in`() throws {
    let list = OPML.document(
      title: "Mine",
      feeds: [
        OutlineFeed(address: "https://a.example/rss", title: "A & B", categories: ["Ports"]),
        OutlineFeed(address: "https://c.example/rss", title: nil, page: "https://c.example"),
      ])
    let found = try feeds(String(decoding: list, as: UTF8.self), as: "mine.opml")
    #expect(OPML.document(title: "Mine", feeds: found) == list)
  }

  @Test func `a feed names itself, a sitemap names none`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Ports</title>
      <link rel="self" href="https://herald.example/ports.atom"/></feed>
      """
    #expect(try feeds(feed, as: "a.atom").map(\.address) == ["https://herald.example/ports.atom"])
    let map = "<urlset><url><loc>https://herald.example/1</loc></url></urlset>"
    #expect(try feeds(map, as: "map.xml").isEmpty)
  }

  @Test func `a packed sitemap is a sitemap`() throws {
    let packed = try #require(
      Data(
        base64Encoded: """
          H4sIAAAAAAACAy2NSw7CIBRFt0KYy6szNUBnrkAXQOhLIeEXHpUuX1od3pNzcuW8x8A+WMnnpPhV
          TJxhsnnxaVX8/XpebnzWcquBsLHhJlLctVYeAL13Qb5hNIVEriuQdWMQ/CFM4s7PVsuQrT4yGp3D
          asIicDexBISSa5NwCBJOF35v+gt+ciShnAAAAA==
          """, options: .ignoreUnknownCharacters))
    let listing = try Listing.parse(
      Array(packed), name: "https://herald.example/map.xml.gz", address: nil)
    guard case .sitemap(let map) = listing else {
      Issue.record("no sitemap")
      return
    }
    #expect(map.pages.map(\.address) == ["https://herald.example/port"])
    #expect(throws: ReadingError.self) {
      try Listing.parse(Array(packed.prefix(60)), name: "map.xml.gz", address: nil)
    }
  }
}
