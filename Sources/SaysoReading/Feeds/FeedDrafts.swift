import SaysoRecords

/// Makes the entries of a feed into reports.
enum FeedDrafts {
  /// A draft for each entry in the feed's order, or why there is none.
  ///
  /// - Parameter isCut: whether the feed stops before its end, so that entries may be missing.
  static func drafts(
    of feed: Feed, isCut: Bool = false, file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    guard !feed.entries.isEmpty else {
      throw ReadingError(
        "the feed has no entries", place: file.name,
        remedy: "fetch it again later, or leave it out")
    }
    var drafts = feed.entries.enumerated().map { place, entry in
      Result { () throws(ReadingError) in
        try draft(of: entry, in: feed, file, place: "\(file.name), entry \(place + 1)")
      }
    }
    let last = drafts.lastIndex { if case .success = $0 { true } else { false } }
    if isCut, let last, case .success(var draft) = drafts[last] {
      draft.warnings.append(
        ReadingError(
          "the feed is cut off; its last entry may be cut and others may be missing",
          place: file.name, remedy: "fetch or save it again, whole", cause: feed.problem))
      drafts[last] = .success(draft)
    }
    return drafts
  }

  private static func draft(
    of entry: FeedEntry, in feed: Feed, _ file: SourceFile, place: String
  ) throws(ReadingError) -> ReportDraft {
    let body = FeedBody(entry)
    guard !body.parts.isEmpty else {
      let remedy =
        entry.link == nil ? "leave it out" : "read its page instead (\(entry.link ?? ""))"
      throw ReadingError("the entry has no text", place: place, remedy: remedy)
    }
    var draft = ReportDraft()
    draft.isPage = false
    draft.place = place
    draft.parts = body.parts
    draft.metadata = metadata(of: entry, in: feed)
    draft.metadata.extent = body.extent
    draft.metadata.provenance = Provenance(container: file.name)
    return draft
  }

  private static func metadata(of entry: FeedEntry, in feed: Feed) -> Metadata {
    var metadata = Metadata()
    metadata.title = entry.title
    if let link = entry.link, link.hasPrefix("http://") || link.hasPrefix("https://") {
      metadata.url = link
    }
    metadata.outlet = entry.source ?? feed.title.flatMap { outlet($0, metadata.host) }
    metadata.published = entry.published ?? entry.modified
    metadata.modified = entry.modified == metadata.published ? nil : entry.modified
    // Atom (RFC 4287, 4.2.1) and JSON Feed give an entry without authors those of the feed.
    let authors = entry.authors.isEmpty && feed.format != .rss ? feed.authors : entry.authors
    let byline = authors.joined(separator: ", ")
    if !byline.isEmpty, byline != metadata.outlet { metadata.byline = byline }
    metadata.language = (entry.language ?? feed.language).flatMap(LanguageGuess.normalized)
    metadata.addTopics(entry.categories)
    metadata.brokenDates = entry.unreadDates.map { ($0.name, $0.value) }
    return metadata
  }

  /// A longer title of a feed (bytes) names no outlet; it is looked through for each entry.
  private static let longestTitle = 500

  /// The outlet's name in the title of its feed ("World news | The Gazette", "Gazette - RSS").
  ///
  /// Of several pieces the one that the host of the entry's address spells counts. A title that
  /// only names a section ("Technology") names no outlet.
  static func outlet(_ title: String, _ host: String?) -> String? {
    guard title.utf8.count <= longestTitle else { return nil }
    var pieces = [title]
    for mark in [" | ", " - ", " – ", " — ", " » ", " > ", " :: ", ": "] {
      pieces = pieces.flatMap { cut($0, at: mark) }
    }
    let kept = pieces.filter { !feedWords.contains($0.lowercased()) }
    guard kept.count > 1, let host else {
      return kept.isEmpty ? nil : kept.count == 1 ? kept[0] : title
    }
    let label = squash(host)
    let spelled = kept.filter { piece in
      let letters = squash(piece)
      return letters.count >= 2 && label.contains(letters)
    }
    return spelled.max { $0.utf8.count < $1.utf8.count } ?? title
  }

  private static let feedWords: Set<String> = [
    "rss", "rss feed", "feed", "atom", "atom feed", "latest", "latest news", "news feed",
    "top stories", "all", "home", "all news", "headlines", "news", "world", "world news",
    "politics",
    "business", "technology", "tech", "science", "health", "sport", "sports", "culture", "opinion",
    "entertainment", "international", "national", "us news", "uk news", "breaking news",
  ]

  private static func cut(_ text: String, at mark: String) -> [String] {
    let needle = Array(mark.utf8)
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var from = 0
    var place = 0
    while place + needle.count <= bytes.count {
      if bytes[place..<(place + needle.count)].elementsEqual(needle) {
        pieces.append(LineOfText(bytes[from..<place]).string)
        place += needle.count
        from = place
      } else {
        place += 1
      }
    }
    pieces.append(LineOfText(bytes[from...]).string)
    return pieces.filter { !$0.isEmpty }
  }

  private static func squash(_ text: String) -> String {
    var letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    if letters.hasPrefix("the"), letters.utf8.count > 5 { letters.removeFirst(3) }
    return letters
  }
}
