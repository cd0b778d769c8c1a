import SaysoRecords

/// Reads JSON Feed 1 and 1.1 (jsonfeed.org).
enum JSONFeedReader {
  /// Whether a value is a JSON Feed: its version says so.
  static func isFeed(_ value: JSONValue) -> Bool {
    value["version"]?.text?.contains("jsonfeed.org") == true
  }

  /// Whether text that begins an object may be a JSON Feed; looks at the first 64 KB.
  static func mayBeFeed(_ text: [UInt8]) -> Bool {
    let bare = LineOfText(text.prefix(65_536)).bytes
    return bare.first == UInt8(ascii: "{")
      && (bare.firstPlace(of: "jsonfeed.org/version")
        ?? bare.firstPlace(
          of: "jsonfeed.org\\/version")) != nil
  }

  /// The feed of a value.
  static func feed(_ value: JSONValue, address: String?) -> Feed {
    var feed = Feed(format: .json)
    feed.title = line(value["title"])
    feed.description = line(value["description"])
    feed.link = link(value["home_page_url"], address)
    feed.address = link(value["feed_url"], address)
    feed.next = link(value["next_url"], address)
    feed.language = string(value["language"])
    feed.authors = authors(value)
    let base = address ?? feed.address ?? feed.link
    feed.entries = (value["items"]?.elements ?? []).compactMap { item in
      if case .object = item { entry(item, base: base) } else { nil }
    }
    return feed
  }

  private static func entry(_ item: JSONValue, base: String?) -> FeedEntry {
    var entry = FeedEntry()
    entry.id = string(item["id"])
    entry.title = line(item["title"])
    entry.link = link(item["url"], base) ?? link(item["external_url"], base)
    if entry.link == nil, let id = entry.id, id.hasPrefix("http://") || id.hasPrefix("https://") {
      entry.link = id
    }
    entry.takePublished(string(item["date_published"]), "date_published")
    entry.takeModified(string(item["date_modified"]), "date_modified")
    entry.authors = authors(item)
    for tag in item["tags"]?.elements ?? [] { FeedEntry.add(tag.text, to: &entry.categories) }
    entry.language = string(item["language"])
    entry.content =
      text(item["content_html"]).flatMap { FeedText($0, isHTML: true) }
      ?? text(item["content_text"]).flatMap { FeedText($0, isHTML: false) }
    entry.summary = text(item["summary"]).flatMap { FeedText($0, isHTML: false) }
    return entry
  }

  private static func text(_ value: JSONValue?) -> [UInt8]? {
    if case .string(let bytes)? = value { bytes } else { nil }
  }

  private static func string(_ value: JSONValue?) -> String? {
    guard let text = value?.text.map({ LineOfText($0).string }), !text.isEmpty else { return nil }
    return text
  }

  private static func line(_ value: JSONValue?) -> String? {
    guard let text = text(value) else { return nil }
    let line = FeedText.line(text, isHTML: true)
    return line.isEmpty ? nil : line
  }

  private static func link(_ value: JSONValue?, _ base: String?) -> String? {
    string(value).map { AddressResolution.resolve($0, against: base) }
  }

  private static func authors(_ value: JSONValue) -> [String] {
    var names: [String] = []
    for author in (value["authors"]?.elements ?? []) + (value["author"]?.elements ?? []) {
      FeedAuthor.add(author["name"]?.text ?? author.text, to: &names)
    }
    return names
  }
}
