@testable import SaysoReading
@testable import SaysoReadingTests

/// The readers of whole files.
extension FuzzTarget {
  static let readers: [FuzzTarget] = [
    reader("text", as: "a.txt", words: FuzzWords.prose, seeds: ["plain.txt"]),
    reader("markdown", as: "a.md", words: FuzzWords.markdown, seeds: ["post.md", "crawl.md"]),
    reader("html", as: "a.html", words: FuzzWords.html, seeds: ["page.html"]),
    reader(
      "json", as: "a.json", words: FuzzWords.json, seeds: ["lines.jsonl", "feed.json", "item.json"]),
    reader("lines", as: "a.jsonl", words: FuzzWords.json, seeds: ["lines.jsonl", "feed.json"]),
    FuzzTarget(
      "feed", words: FuzzWords.feed,
      seeds: { samples(["feed.rss", "feed.atom", "sitemap.xml", "list.opml"]) },
      check: { bytes in
        FuzzLaws.read(bytes, as: "a.xml")
        checkListing(bytes)
      }),
    reader("news", as: "a.newsml", words: FuzzWords.news, seeds: ["message.xml", "item.xml"]),
    reader(
      "mail", as: "a.eml", words: FuzzWords.mail,
      seeds: ["newsletter.eml", "release.eml", "reply.eml", "forwarded.eml"]),
    reader("mhtml", as: "a.mhtml", words: FuzzWords.mail, seeds: ["saved.mhtml"]),
    reader("docx", as: "a.docx", words: FuzzWords.word, seeds: ["release.docx"]),
    FuzzTarget(
      "word", words: FuzzWords.word,
      seeds: { [("document.xml", Array(OfficeSamples.document.utf8))] },
      check: { bytes in
        // The parts of a Word file in a sound zip, which the fuzzer could not keep sound itself.
        FuzzLaws.read(
          OfficeSamples.zip([
            ("word/document.xml", bytes), ("word/styles.xml", Array(OfficeSamples.styles.utf8)),
            ("docProps/core.xml", bytes),
          ]), as: "a.docx")
      }),
    // What a name does not tell is told by the bytes.
    FuzzTarget(
      "nameless", words: FuzzWords.html + FuzzWords.feed + FuzzWords.json + FuzzWords.mail,
      seeds: { samples(everySample.map(\.name).filter { !$0.hasSuffix(".pdf") }) },
      check: { bytes in
        // A PDF costs a process; its text has a target of its own.
        if !bytes.starts(with: "%PDF-".utf8) { FuzzLaws.read(bytes, as: "a") }
      }),
  ]

  private static let everySample = Samples.all + FeedSamples.all + WireSamples.all

  private static func samples(_ names: [String]) -> [Seed] {
    everySample.filter { names.contains($0.name) }
  }

  private static func reader(
    _ name: String, as file: String, words: [String], seeds: [String]
  ) -> FuzzTarget {
    FuzzTarget(
      name, words: words, seeds: { samples(seeds) }, check: { FuzzLaws.read($0, as: file) })
  }

  /// What the network makes of a feed or sitemap.
  private static func checkListing(_ bytes: [UInt8]) {
    do throws(ReadingError) {
      let listing = try Listing.parse(bytes, name: "a.xml", address: "https://a.example/b/c?d")
      guard case .feed(let feed) = listing else { return }
      for entry in feed.entries {
        for text in [entry.content, entry.summary] {
          if let text { FuzzLaws.hold(FuzzLaws.isUTF8(text.bytes), "a feed's text is UTF-8") }
        }
        for time in [entry.published, entry.modified] {
          if let time { FuzzLaws.check(time) }
        }
      }
    } catch {
      FuzzLaws.check(error)
    }
  }
}
