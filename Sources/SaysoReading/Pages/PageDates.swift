import SaysoRecords

/// When a page says that its report was published and changed.
struct PageDates {
  private var published: [(from: String, time: PublicationTime)] = []
  private var modified: [(from: String, time: PublicationTime)] = []
  private let language: String?

  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article:published",
    "article.published", "cxenseparse:publishtime", "cxenseparse:recs:publishtime",
    "parsely-pub-date", "sailthru.date",
    "pubdate", "pub_date", "publishdate", "publish-date", "publish_date", "publication_date",
    "published_at",
    "article_published_time", "date.available", "date.created", "published", "dc.date.issued",
    "dcterms.issued",
    "dc.date.published", "dc.date", "dcterms.created", "dc.date.created", "dcterms.date",
    "prism.publicationdate",
    "citation_publication_date", "citation_date", "date", "originalpublicationdate",
    "article:create_at", "shareaholic:article_published_time",
    "datecreated", "rnews:datepublished", "sort_date", "dcsext.articlefirstpublished",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "last-modified",
    "lastmod",
    "dcterms.modified", "dc.date.modified", "date.modified", "revised",
    "dcsext.articlelastmodified", "last_updated_date",
  ]

  /// Gathers the dates of a page.
  init(
    _ tree: HTMLTree, _ scan: PageScan, _ linked: LinkedData, _ micro: MicroData,
    headline: HTMLTree.Place?, language: String?
  ) {
    self.language = language
    take("JSON-LD datePublished", linked.first("datePublished"))
    take("JSON-LD dateCreated", linked.first("dateCreated") ?? linked.first("uploadDate"))
    change("JSON-LD dateModified", linked.first("dateModified", pages: true))
    take("microdata datePublished", micro.values("datePublished", tree).first)
    change("microdata dateModified", micro.values("dateModified", tree).first)
    for name in PageDates.publishedNames { take("meta \(name)", scan.meta[name]?.first) }
    for name in PageDates.modifiedNames { change("meta \(name)", scan.meta[name]?.first) }
    take("JSON-LD WebPage datePublished", linked.first("datePublished", pages: true))
    guard published.isEmpty || !published[0].time.iso.contains("T") else { return }
    readShown(tree, scan, headline)
  }

  private mutating func take(_ from: String, _ value: String?) {
    if let time = value.flatMap({ PageDate.parse($0, language: language) }) {
      published.append((from, time))
    }
  }

  private mutating func change(_ from: String, _ value: String?) {
    if let time = value.flatMap({ PageDate.parse($0, language: language) }) {
      modified.append((from, time))
    }
  }

  /// Dates that readers see: in `time` elements, in elements named for a date, near the headline.
  private mutating func readShown(_ tree: HTMLTree, _ scan: PageScan, _ headline: HTMLTree.Place?) {
    let start = headline ?? 0
    func nearest(_ places: [HTMLTree.Place]) -> [HTMLTree.Place] {
      places.map { ($0 >= start ? $0 - start : (start - $0) * 2, $0) }.filter { $0.0 < 4000 }
        .sorted { $0.0 < $1.0 }.prefix(12).map(\.1)
    }
    for place in nearest(scan.times) {
      let text = tree.words(in: place, upTo: 120)
      let time =
        tree.string(.datetime, of: place).flatMap { PageDate.parse($0, language: language) }
        ?? text.flatMap { PageDate.parse($0, language: language) }
      guard let time else { continue }
      let names =
        PageLabels.words(of: tree.value(.class, of: place) ?? [])
        + PageLabels.words(of: tree.value(.itemprop, of: place) ?? [])
      if names.contains("updated") || names.contains("modified") || names.contains("update"),
        !names.contains("published")
      {
        modified.append(("time", time))
      } else {
        published.append(
          (tree.value(.datetime, of: place) == nil ? "time" : "time[datetime]", time))
      }
    }
    for place in nearest(scan.dates) {
      guard let text = tree.words(in: place, upTo: 300) else { continue }
      for found in PageDate.all(in: text, language: language) {
        if found.isUpdate {
          modified.append(("class", found.time))
        } else {
          published.append(("class", found.time))
        }
      }
    }
    if published.isEmpty { readNear(tree, start, headline != nil) }
  }

  /// Text around the headline that holds a date and little else.
  private mutating func readNear(_ tree: HTMLTree, _ start: HTMLTree.Place, _ isKnown: Bool) {
    let range =
      isKnown ? max(0, start - 40)..<min(tree.nodes.count, start + 120) : 0..<tree.nodes.count
    var undated: PublicationTime?
    for place in range where tree.nodes[place].tag == .text {
      let slice = tree.slice(of: place)
      guard slice.count >= 8, slice.count <= 160, slice.contains(where: { (48...57).contains($0) }),
        let parent = Optional(tree.nodes[Int(tree.nodes[place].parent)].tag), parent != .script,
        parent != .style, parent != .option
      else { continue }
      guard let line = HTMLTree.line(slice, upTo: 100) else { continue }
      guard let found = PageDate.all(in: line, language: language).first else { continue }
      if found.isUpdate {
        undated = undated ?? found.time
      } else {
        published.append(("text", found.time))
        return
      }
    }
    if let undated { modified.append(("text", undated)) }
  }

  /// Puts the dates into a page's metadata, with what disagreed.
  func fill(_ page: inout PageMetadata) {
    var best = published.first
    // A day gets the time of day that another source states for the same day.
    if let day = best, !day.time.iso.contains("T"),
      let exact = published.first(where: {
        $0.time.date == day.time.date && $0.time.iso.contains("T")
      })
    {
      best = exact
    }
    // The same moment by the outlet's own clock: its day is the one that the page shows.
    if let utc = best, let moment = PageDates.minute(utc.time), moment.offset == 0,
      let local = published.first(where: {
        PageDates.minute($0.time).map { $0.utc == moment.utc && $0.offset != 0 } ?? false
      })
    {
      best = local
    }
    if best == nil, let date = page.metadata.url.flatMap(StatedDate.inAddress), date.year >= 1990 {
      best = ("address", PublicationTime(date))
    }
    if best == nil { best = modified.first }
    page.set(
      published: best?.time,
      modified: modified.first { change in
        best.map { $0.time.date <= change.time.date && $0.time.iso != change.time.iso } ?? true
      }?.time)
    if let best { page.note("published", best.from, best.time.iso) }
    for other in published where other.time.date != best?.time.date {
      page.note("published", other.from, other.time.iso)
    }
    for change in modified { page.note("modified", change.from, change.time.iso) }
  }

  /// The minute of a time that states its zone, since 1970, and the zone's minutes; nil without zone.
  private static func minute(_ time: PublicationTime) -> (utc: Int, offset: Int)? {
    let bytes = Array(time.iso.utf8)
    func two(_ place: Int) -> Int? {
      guard place + 1 < bytes.count else { return nil }
      return Int(String(decoding: bytes[place...(place + 1)], as: UTF8.self))
    }
    guard bytes.count > 16, let hour = two(11), let minute = two(14) else { return nil }
    let local = time.date.dayNumber * 1440 + hour * 60 + minute
    if bytes.last == UInt8(ascii: "Z") { return (local, 0) }
    let sign = bytes[bytes.count - 6]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes.count >= 22,
      let hours = two(bytes.count - 5), let minutes = two(bytes.count - 2)
    else { return nil }
    let offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    return (local - offset, offset)
  }
}
