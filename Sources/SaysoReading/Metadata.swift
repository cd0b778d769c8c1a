import SaysoRecords

/// What a report states about itself, gathered from wherever its format keeps it.
struct Metadata {
  var id: String?
  var title: String?
  var subtitle: String?
  var url: String?
  var outlet: String?
  var agency: String?
  var byline: String?
  var published: PublicationTime?
  var modified: PublicationTime?
  /// When the file was made; the time of publication where nothing better is stated.
  var created: PublicationTime?
  var section: String?
  var caption: String?
  var extent = ReportExtent.full
  var provenance: Provenance?
  var language: String?
  var topics: [String] = []
  /// Where the fields come from, for explanations.
  var sources: [ReadingExplanation.Source] = []
  /// Dates that were stated but are none, with the name they were stated under.
  var brokenDates: [(name: String, value: String)] = []

  private enum Field {
    case title, url, outlet, agency, byline, published, created, language, topics
  }

  /// The names that fields go by, best first.
  ///
  /// "created" is last: where a clipped page has both,
  /// it is the day of the clipping.
  private static let names: [(Field, [String])] = [
    (.title, ["title", "headline"]),
    (.url, ["url", "origin_url", "original_url", "source_url", "canonical", "link", "source"]),
    (.outlet, ["outlet", "publisher", "publication", "site_name", "sitename", "site", "source"]),
    (.agency, ["agency", "wire"]),
    (.byline, ["byline", "author", "authors", "creator", "by"]),
    (
      .published,
      [
        "published", "date_published", "datepublished", "published_at", "published_time",
        "publish_date", "publication_date", "pubdate", "date",
      ]
    ),
    (.created, ["created"]),
    (.language, ["language", "lang", "locale"]),
    (.topics, ["category", "categories", "section", "topics", "tags", "keywords"]),
  ]

  /// Values that mean "none".
  private static let unstated: Set<String> = [
    "", "unknown", "none", "null", "n/a", "na", "nil", "~", "-",
  ]

  /// A longer line (bytes) is not cut up: it is no title, and each cut looks through all of it.
  private static let longestTitle = 2000

  /// Takes what the fields state; names in any case, with spaces or hyphens for underscores.
  ///
  /// What is known already stays.
  mutating func take(_ stated: [String: [String]]) {
    var fields: [String: [String]] = [:]
    for (name, values) in stated.sorted(by: { $0.key < $1.key }) {
      let key = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
      let kept = values.map(Metadata.unlinked).filter { !$0.isEmpty }
      if fields[key] == nil { fields[key] = kept }
    }
    for (field, names) in Metadata.names {
      for name in names {
        guard let values = fields[name], let value = values.first else { continue }
        take(field, name, value, values)
      }
    }
    // An empty "published" beside "created" marks a clipped page: its "created" is no date of it.
    if fields["published"] != nil, fields["published"]?.isEmpty == true, published != nil,
      fields["date"] == nil
    {
      published = nil
    }
  }

  private mutating func take(_ field: Field, _ name: String, _ value: String, _ values: [String]) {
    let isAddress = value.hasPrefix("http://") || value.hasPrefix("https://")
    switch field {
    case .title: title = title ?? value
    case .url: if isAddress || name == "url" { url = url ?? value }
    case .outlet: if !isAddress { outlet = outlet ?? value }
    case .agency:
      if !Metadata.unstated.contains(value.lowercased()) { agency = agency ?? value }
    case .byline: byline = byline ?? values.joined(separator: ", ")
    case .published, .created: takeDate(value, named: name)
    case .language: language = language ?? LanguageGuess.normalized(value)
    case .topics: addTopics(values)
    }
  }

  /// Whether a name is one of those that ``take(_:)`` knows.
  static func isField(_ name: String) -> Bool {
    let key = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    return names.contains { $0.1.contains(key) }
  }

  /// Takes a stated date; one that is none is remembered for a warning.
  mutating func takeDate(_ value: String, named name: String) {
    guard published == nil, !Metadata.unstated.contains(value.lowercased()) else { return }
    published = StatedDate.parse(value)
    if published == nil { brokenDates.append((name, value)) }
  }

  /// Adds topics, in order, each once; one value may hold several with commas between.
  mutating func addTopics(_ values: [String]) {
    var known = Set(topics)
    for value in values.flatMap({ $0.split(separator: ",") }) {
      let topic = LineOfText(String(value)).string
      if !topic.isEmpty, known.insert(topic).inserted { topics.append(topic) }
    }
  }

  /// `[[Name]]`, as note programs link, without its brackets.
  private static func unlinked(_ value: String) -> String {
    var line = LineOfText(value).string
    if line.hasPrefix("[["), line.hasSuffix("]]"), line.utf8.count > 4 {
      line = LineOfText(String(line.dropFirst(2).dropLast(2))).string
    }
    return line
  }

  /// The host of the address without "www."; nil where there is none.
  var host: String? {
    guard let url, let scheme = url.utf8.split(separator: UInt8(ascii: "/")).dropFirst().first,
      url.hasPrefix("http")
    else { return nil }
    let host = String(Substring(scheme)).lowercased().split(separator: ":").first.map(String.init)
    guard let host, host.contains("."), host != "www." else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// Cuts the outlet's name off a page title ("Talks end | World | The Gazette").
  ///
  /// Only a last piece that the host of the address spells, or the outlet's name itself, is cut;
  /// pieces between bars go with it.
  mutating func splitTitle() {
    guard let title, title.utf8.count <= Metadata.longestTitle else { return }
    let label = host.map(Metadata.letters(ofHost:))
    for mark in [" | ", " – ", " — ", " - "] {
      guard let cut = Metadata.lastRange(of: mark, in: title) else { continue }
      let tail = String(title[cut.upperBound...])
      let squashed = Metadata.squash(tail)
      let spelled = label.map {
        !squashed.isEmpty && ($0.hasPrefix(squashed) || squashed.hasPrefix($0))
      }
      guard spelled == true || tail == outlet else { continue }
      outlet = outlet ?? tail
      // Between bars stand the headline and sections ("Opinion | …"): the longest is the headline.
      var head = String(title[..<cut.lowerBound])
      var longest = ""
      while let inner = Metadata.lastRange(of: " | ", in: head) {
        let piece = String(head[inner.upperBound...])
        if piece.utf8.count > longest.utf8.count { longest = piece }
        head = String(head[..<inner.lowerBound])
      }
      if longest.utf8.count > head.utf8.count { head = longest }
      let trimmed = LineOfText(head).string
      if !trimmed.isEmpty { self.title = trimmed }
      return
    }
  }

  private static func letters(ofHost host: String) -> String {
    var labels = host.split(separator: ".")
    if labels.count > 2, labels[0].count <= 3 { labels.removeFirst() }
    return squash(String(labels.first ?? ""))
  }

  private static func squash(_ text: String) -> String {
    let letters = text.lowercased().utf8.filter {
      (97...122).contains($0) || (48...57).contains($0)
    }
    let squashed = String(decoding: letters, as: UTF8.self)
    return squashed.hasPrefix("the") && squashed.count > 5
      ? String(squashed.dropFirst(3)) : squashed
  }

  private static func lastRange(of mark: String, in text: String) -> Range<String.Index>? {
    let needle = Array(mark.utf8)
    let bytes = text.utf8
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes.distance(from: bytes.startIndex, to: end) >= needle.count {
      let start = bytes.index(end, offsetBy: -needle.count)
      if bytes[start..<end].elementsEqual(needle) { return start..<end }
      end = bytes.index(before: end)
    }
    return nil
  }
}
