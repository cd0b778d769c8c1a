public import SaysoReading

/// The feeds that a handful of files name, gathered for a list of one's own.
public struct FeedList: Sendable {
  /// The feeds, each address once, in the order of the files.
  public private(set) var feeds: [OutlineFeed] = []
  /// What could not be read.
  public private(set) var failures: [ReadingError] = []

  /// Gathers the feeds of files and folders.
  public init(_ paths: [String]) {
    var seen: Set<String> = []
    SourceFiles(paths).forEach { path in
      do throws(ReadingError) {
        for feed in try NamedFeeds.feeds(inFile: try path.get())
        where seen.insert(feed.address).inserted { feeds.append(feed) }
      } catch {
        failures.append(error)
      }
    }
  }

  /// The list as an OPML 2.0 document.
  public func opml(title: String) -> [UInt8] { OPML.document(title: title, feeds: feeds) }
}

extension ExchangeFormat {
  /// A feed: one line of `sayso feeds --json`.
  public static func line(_ feed: OutlineFeed) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("feed")
      json.value(feed.address)
      json.name("title")
      json.value(feed.title)
      json.name("page")
      json.value(feed.page)
      json.name("categories")
      json.array(feed.categories) { $0.value($1) }
    }
    json.endLine()
    return json.bytes
  }
}
