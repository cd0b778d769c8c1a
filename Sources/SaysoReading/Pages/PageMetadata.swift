import SaysoRecords

/// What a web page states about itself.
///
/// Sources in the order of trust: JSON-LD, microdata and RDFa, meta elements, `time`, visible text,
/// the address.
struct PageMetadata {
  /// The fields of the report.
  private(set) var metadata = Metadata()
  /// The running text that JSON-LD gives.
  private(set) var articleBody: String?
  /// Whether the report may be read without paying, where the page says so.
  private(set) var isAccessibleForFree: Bool?
  /// The authors one by one.
  private(set) var authors: [String] = []
  /// Which element gave what; the first of a field is the one taken, others said something else.
  var sources: [ReadingExplanation.Source] { metadata.sources }

  /// Reads a page that was found under `address`.
  ///
  /// One pass over the nodes and looks around the headline.
  static func read(_ tree: HTMLTree, address: String? = nil) -> PageMetadata {
    var page = PageMetadata()
    let scan = PageScan(tree)
    page.readAddress(scan, address)
    let shown = scan.headings.compactMap { place in
      tree.words(in: place, upTo: 400).map { (place, tree.nodes[place].tag.headingLevel ?? 7, $0) }
    }
    let named = scan.first(["og:title", "twitter:title"]).map { [$0.value] } ?? []
    let titles = (shown.filter { $0.1 == 1 }.map(\.2) + named).map {
      TitleKey.key(HTMLEntity.decoded($0))
    }
    .filter { $0.count >= 6 }
    let linked = LinkedData(
      tree, scan.linked, addresses: [page.metadata.url, address].compactMap { $0 }, titles: titles)
    let micro = MicroData(tree, scan.properties, headings: scan.headings)
    if page.metadata.url == nil {
      page.metadata.url = (linked.first("url") ?? linked.first("mainEntityOfPage")).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
    }
    page.readOutlet(scan, linked, micro, tree)
    page.readLanguage(scan, linked, micro, tree)
    let headline = page.readTitle(tree, scan, linked, micro, shown)
    PageDates(tree, scan, linked, micro, headline: headline, language: page.metadata.language).fill(
      &page)
    PageAuthors(tree, scan, linked, micro, headline: headline, outlets: page.outletKeys).fill(&page)
    page.readRest(scan, linked, micro, tree)
    if let headline {
      let descriptions =
        ["description", "og:description", "twitter:description"].compactMap {
          scan.first([$0])?.value
        } + linked.all("description").prefix(1)
      page.readDeck(tree, after: headline, descriptions: descriptions)
    }
    return page
  }

  /// Notes a value for `explain`.
  mutating func note(_ field: String, _ from: String, _ value: String) {
    metadata.sources.append(.init(field: field, origin: from, value: value))
  }

  /// Sets when it was published and changed.
  mutating func set(published: PublicationTime?, modified: PublicationTime?) {
    metadata.published = published
    metadata.modified = modified
  }

  /// Sets who wrote it.
  mutating func set(authors names: [String], agency: String?) {
    authors = names
    metadata.byline = names.isEmpty ? nil : names.joined(separator: ", ")
    metadata.agency = agency
  }

  // MARK: - Fields

  private mutating func readAddress(_ scan: PageScan, _ address: String?) {
    func whole(_ text: String?) -> String? {
      guard let text = text.map({ LineOfText($0).string }), !text.isEmpty else { return nil }
      if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
      guard let address, text.hasPrefix("/"), let colon = address.firstIndex(of: ":") else {
        return nil
      }
      if text.hasPrefix("//") { return address[...colon] + text }
      let host = address[address.index(after: colon)...].drop { $0 == "/" }.prefix { $0 != "/" }
      return address[...colon] + "//" + host + text
    }
    func isFront(_ text: String) -> Bool {
      text.split(separator: "/", omittingEmptySubsequences: true).count <= 2
    }
    let candidates = [
      ("link canonical", whole(scan.canonical)),
      ("meta og:url", whole(scan.first(["og:url"])?.value)),
    ]
    .compactMap { name, value in value.map { (name, $0) } }
    // Some sites name their front page as the canonical address of every page.
    if let best = candidates.first(where: { !isFront($0.1) }) ?? candidates.first,
      !isFront(best.1) || address == nil || isFront(address ?? "")
    {
      metadata.url = best.1
      note("url", best.0, best.1)
    } else if let address {
      metadata.url = address
    }
  }

  /// Keys of the names that the outlet goes by.
  var outletKeys: Set<[UInt8]> {
    var keys = Set(outletNames.map(TitleKey.key))
    if let host = metadata.host {
      keys.insert(TitleKey.key(host))
      for label in host.split(separator: ".").dropLast() where label.count > 3 {
        keys.insert(TitleKey.key(String(label)))
      }
    }
    return keys
  }

  private var outletNames: [String] { sources.filter { $0.field == "outlet" }.compactMap(\.value) }

  private mutating func readOutlet(
    _ scan: PageScan, _ linked: LinkedData, _ micro: MicroData, _ tree: HTMLTree
  ) {
    let candidates: [(String, String?)] = [
      ("JSON-LD publisher", linked.all("publisher").first),
      ("microdata publisher", micro.values("publisher", tree).first),
      ("meta og:site_name", scan.first(["og:site_name"])?.value), ("JSON-LD WebSite", linked.site),
      (
        "meta",
        scan.first(["application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title"])?
          .value
      ),
    ]
    for (from, value) in candidates {
      guard let value = value.map({ LineOfText(HTMLEntity.decoded($0)).string }), !value.isEmpty,
        value.utf8.count <= 80,
        !value.contains("://")
      else { continue }
      metadata.outlet = metadata.outlet ?? value
      note("outlet", from, value)
    }
  }

  private mutating func readLanguage(
    _ scan: PageScan, _ linked: LinkedData, _ micro: MicroData, _ tree: HTMLTree
  ) {
    let candidates: [(String, String?)] = [
      ("html lang", scan.language),
      ("meta", scan.first(["og:locale", "content-language", "dc.language", "language"])?.value),
      ("JSON-LD inLanguage", linked.first("inLanguage", pages: true)),
      ("microdata inLanguage", micro.values("inLanguage", tree).first),
    ]
    for (from, value) in candidates {
      guard let language = value.flatMap(LanguageGuess.normalized) else { continue }
      metadata.language = metadata.language ?? language
      note("language", from, language)
    }
  }

  /// The place of the headline, where the page shows it.
  private mutating func readTitle(
    _ tree: HTMLTree, _ scan: PageScan, _ linked: LinkedData, _ micro: MicroData,
    _ shown: [(HTMLTree.Place, Int, String)]
  ) -> HTMLTree.Place? {
    var stated: [StatedTitle.Stated] = []
    func add(_ source: String, _ text: String?, wrapped: Bool) {
      guard let text, let line = HTMLTree.line(Array(HTMLEntity.decoded(text).utf8)[...], upTo: 600)
      else { return }
      var bare = Metadata()
      bare.title = line
      bare.url = metadata.url
      bare.outlet = metadata.outlet
      bare.splitTitle()
      stated.append(.init(source: source, text: bare.title ?? line, mayBeWrapped: wrapped))
    }
    add("JSON-LD headline", linked.first("headline") ?? linked.first("name"), wrapped: false)
    add("microdata headline", micro.values("headline", tree).first, wrapped: false)
    for name in [
      "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title",
    ] {
      add("meta \(name)", scan.first([name])?.value, wrapped: true)
    }
    add("title", scan.title.flatMap { tree.words(in: $0, upTo: 600) }, wrapped: true)
    let headings = shown.map { (place: $0.0, level: $0.1, text: $0.2) }
    guard let chosen = StatedTitle(stated: stated, headings: headings, outlets: outletKeys) else {
      return nil
    }
    metadata.title = HTMLEntity.decoded(chosen.title)
    note("title", chosen.source, chosen.title)
    let key = TitleKey.key(chosen.title)
    for other in stated where TitleKey.key(other.text) != key {
      note("title", other.source, other.text)
    }
    return chosen.place ?? headings.first { $0.level == 1 }?.place
  }

  private mutating func readRest(
    _ scan: PageScan, _ linked: LinkedData, _ micro: MicroData, _ tree: HTMLTree
  ) {
    articleBody = linked.first("articleBody")
    isAccessibleForFree = linked.isAccessibleForFree
    metadata.caption = linked.caption.flatMap { HTMLTree.line(Array($0.utf8)[...], upTo: 2000) }
    let sections =
      linked.all("articleSection").isEmpty
      ? scan.meta["article:section"] ?? [] : linked.all("articleSection")
    metadata.section =
      (sections.first ?? micro.values("articleSection", tree).first
      ?? scan.first(["section", "parsely-section"])?.value)
      .map { LineOfText(HTMLEntity.decoded($0)).string }
    metadata.addTopics(sections.map(HTMLEntity.decoded))
    let tags =
      scan.meta["article:tag"] ?? scan.meta["news_keywords"] ?? scan.meta["keywords"]
      ?? linked.all("keywords")
    metadata.addTopics(tags.map(HTMLEntity.decoded))
    if let other = linked.first("alternativeHeadline")
      ?? micro.values("alternativeHeadline", tree).first,
      TitleKey.key(other) != TitleKey.key(metadata.title ?? "")
    {
      note("subtitle", "alternativeHeadline", other)
    }
  }

  /// The line under the headline: where the names of its element call it that, or where it is the
  /// description that the page gives of itself.
  ///
  /// Looked for up to the first long paragraph. A description that is the first of several paragraphs
  /// is the text's beginning.
  private mutating func readDeck(
    _ tree: HTMLTree, after headline: HTMLTree.Place, descriptions: [String]
  ) {
    let title = TitleKey.key(metadata.title ?? "")
    let stated = Set(
      descriptions.map { TitleKey.key(HTMLEntity.decoded($0)) }.filter { $0.count >= 16 })
    let from = Int(tree.nodes[headline].end)
    for place in from..<max(from, min(tree.nodes.count, from + 400)) {
      let tag = tree.nodes[place].tag
      switch tag {
      case .p, .div, .h2, .h3, .h4, .h5, .span, .section, .strong: break
      default: continue
      }
      let names = [HTMLAttribute.class, .id, .dataTestID].compactMap { tree.value($0, of: place) }
      let isNamed = place < from + 160 && !names.isEmpty && PageLabels(names).isDeck
      guard isNamed || !stated.isEmpty || tag == .p,
        let line = tree.words(in: place, upTo: 500), line.utf8.count >= 20
      else { continue }
      let key = TitleKey.key(line)
      if key == title || !key.isEmpty && title.contains(key) { continue }
      let isStated = stated.contains(key)
      if isNamed || isStated, !isFirstOfMany(place, tree) {
        metadata.subtitle = line
        note("subtitle", isNamed ? "class" : "description", line)
        return
      }
      if tag == .p, line.utf8.count >= 200 { return }
    }
  }

  /// Whether a paragraph stands right before another one in the same element.
  private func isFirstOfMany(_ place: HTMLTree.Place, _ tree: HTMLTree) -> Bool {
    guard tree.nodes[place].tag == .p else { return false }
    var next = Int(tree.nodes[place].end)
    while next < tree.nodes.count, tree.nodes[next].parent == tree.nodes[place].parent {
      let tag = tree.nodes[next].tag
      if tag == .p {
        let own = tree.value(.class, of: place) ?? []
        return own.elementsEqual(tree.value(.class, of: next) ?? [])
      }
      if tag != .text, !tag.isSilent { return false }
      next = Int(tree.nodes[next].end)
    }
    return false
  }
}
