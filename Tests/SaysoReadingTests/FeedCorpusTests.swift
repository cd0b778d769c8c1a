import SaysoRecords
import Testing

@testable import SaysoReading

/// Reads the feeds and lists of the corpora, where they are at hand.
@Suite(.enabled(if: FeedCorpus.folder != nil, "the corpora are not at hand (SAYSO_DATA)"))
struct FeedCorpusTests {
  /// A feed cut before its first entry, XML of another kind, and a packed sitemap.
  private static let unreadable: Set<String> = [
    "rss_2.0_invalid_1.xml", "xml_sample_1.xml", "xml_sample_2.xml", "sitemap.xml.gz",
  ]

  /// What became of a file: a line for the eye.
  private func outcome(_ file: FeedCorpus.File) -> (text: String, isRead: Bool) {
    do {
      guard let listing = try Listing.parse(file.bytes, name: file.name, address: nil) else {
        return ("no listing", false)
      }
      switch listing {
      case .feed(let feed):
        let titled = feed.entries.count { $0.title != nil }
        let linked = feed.entries.count { $0.link != nil }
        let dated = feed.entries.count { $0.published != nil || $0.modified != nil }
        return (
          "\(feed.format) \(feed.entries.count) entries, \(titled) titled, \(linked) linked, "
            + "\(dated) dated \(feed.problem ?? "")", true
        )
      case .sitemap(let map):
        return (
          "sitemap \(map.pages.count) pages, \(map.pages.count { $0.news != nil }) news", true
        )
      case .sitemapIndex(let all): return ("sitemap index \(all.count)", true)
      case .outlines(let feeds): return ("OPML \(feeds.count) feeds", !feeds.isEmpty)
      }
    } catch {
      return ("\(error)", false)
    }
  }

  @Test(arguments: ["feed-rs", "trafilatura", "opml-countries", "opml-topics"])
  func `every feed and list is read`(folder: String) throws {
    var lines: [String] = []
    var refused: [String] = []
    for file in try FeedCorpus.files(folder) {
      let outcome = outcome(file)
      lines.append("\(file.name): \(outcome.text)")
      if !outcome.isRead { refused.append(file.name) }
    }
    FeedCorpus.show(lines)
    #expect(refused.allSatisfy { FeedCorpusTests.unreadable.contains($0) }, "\(refused)")
  }

  @Test func `reports come out of every feed`() throws {
    var counts: [String: Int] = [:]
    var lines: [String] = []
    for file in try FeedCorpus.files("feed-rs") + FeedCorpus.files("trafilatura") {
      let results = ReportReader().readings(of: SourceFile(name: file.name, bytes: file.bytes))
      for result in results {
        switch result {
        case .success(let reading):
          counts[reading.report.extent.rawValue, default: 0] += 1
          let words = reading.report.text.string.split(separator: " ").count
          lines.append(
            "\(file.name) \(reading.report.extent) \(words) [\(reading.report.outlet ?? "-")] "
              + "{\(reading.report.byline ?? "-")} \(reading.report.published?.iso ?? "-") "
              + "\(reading.report.title ?? "-") … \(reading.report.text.string.suffix(70))")
          for warning in reading.warnings { lines.append("  warning: \(warning)") }
        case .failure(let error):
          counts["failure", default: 0] += 1
          lines.append("\(file.name) FAILURE \(error)")
        }
      }
    }
    FeedCorpus.show(lines)
    print(counts.sorted { $0.key < $1.key })
    #expect(counts["full", default: 0] > 30 && counts["summary", default: 0] > 60)
  }

  // MARK: - gofeed

  /// How often a field agrees with gofeed's parse.
  private struct Agreement {
    var same = 0
    var all = 0
    var others: [String] = []
    mutating func add(_ name: String, _ ours: String?, _ theirs: String) {
      all += 1
      if ours == theirs {
        same += 1
      } else {
        others.append("\(name): \(ours ?? "nil") ≠ \(theirs)")
      }
    }
  }

  private func link(_ item: JSONValue) -> String? {
    if let link = item["link"]?.text ?? item["url"]?.text { return link }
    for link in item["links"]?.elements ?? [] {
      if let text = link.text { return text }
      if ["alternate", nil].contains(link["rel"]?.text) { return link["href"]?.text }
    }
    return nil
  }

  @Test func `entries agree with those of gofeed`() throws {
    let files = FeedCorpus.gofeed()
    var titles = Agreement()
    var links = Agreement()
    var dates = Agreement()
    var counts = Agreement()
    var authors = Agreement()
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let stem = name.split(separator: ".").dropLast().joined(separator: ".")
      let other = name.hasSuffix(".xml") ? files[stem + ".json"] : files[stem + "_expected.json"]
      guard let other, let expected = try? JSONValue(other[...]) else { continue }
      var feed: Feed?
      if case .feed(let read)? = try? Listing.parse(bytes, name: name, address: nil) { feed = read }
      let items = (expected["items"] ?? expected["entries"])?.elements ?? []
      counts.add(name, feed.map { String($0.entries.count) }, String(items.count))
      for (item, entry) in zip(items, feed?.entries ?? []) {
        if let title = item["title"]?.text, !title.isEmpty {
          titles.add(name, entry.title, FeedText.line(Array(title.utf8), isHTML: true))
        }
        if let link = link(item) { links.add(name, entry.link, link) }
        for key in ["publishedParsed", "pubDateParsed", "date_published"] {
          guard let date = item[key]?.text, let theirs = FeedCorpus.seconds(date) else { continue }
          let ours = entry.published ?? entry.modified
          dates.add(name, ours.flatMap { FeedCorpus.seconds($0.iso) }.map(String.init), "\(theirs)")
        }
        if let date = item["updatedParsed"]?.text, let theirs = FeedCorpus.seconds(date) {
          let ours = entry.modified ?? entry.published
          dates.add(name, ours.flatMap { FeedCorpus.seconds($0.iso) }.map(String.init), "\(theirs)")
        }
        if let author = item["authors"]?.elements.first?["name"]?.text {
          authors.add(name, entry.authors.first, author)
        }
      }
    }
    // What differs: Atom 0.3 in base64, which is left out; a control character, here a space; of
    // several links in an item gofeed takes the last; JSON whose version names no JSON Feed.
    for (what, found, most) in [
      ("entries", counts, 8), ("titles", titles, 6), ("links", links, 3), ("dates", dates, 0),
      ("authors", authors, 0),
    ] {
      print("\(what): \(found.same) of \(found.all) agree with gofeed")
      FeedCorpus.show(found.others.map { "  " + $0 })
      #expect(found.all - found.same <= most, "\(what): \(found.others)")
    }
    #expect(counts.all > 500)
  }
}
