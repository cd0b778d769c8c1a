/// Who a page says wrote its report.
struct PageAuthors {
  private var candidates: [(from: String, authors: StatedAuthors)] = []
  private let outlets: Set<[UInt8]>
  private var isCertain = false

  private static let names = [
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
    "cxenseparse:author", "byl",
    "mrf:authors", "og:author", "dcsext.author", "citation_author", "dcterms.creator", "dc.creator",
    "dcterms.creator.personalname",
    "article.author", "authors", "content-author", "rbauthors", "og:article:author",
    "shareaholic:article_author_name",
  ]

  /// What the addresses of pages about authors hold.
  private static let paths: [StaticString] = [
    "/author", "/autor", "/people/", "/by/", "/profile", "/person", "/staff/",
  ]

  /// Gathers the authors of a page; visible ones only where machines are told of none.
  init(
    _ tree: HTMLTree, _ scan: PageScan, _ linked: LinkedData, _ micro: MicroData,
    headline: HTMLTree.Place?, outlets: Set<[UInt8]>
  ) {
    self.outlets = outlets
    take("JSON-LD author", linked.all("author"))
    // A person's own site bears the person's name: a stated person is one even then.
    if let first = candidates.first, linked.isPerson("author"), !first.authors.names.isEmpty,
      first.authors.names.contains(where: { $0.contains(" ") })
    {
      isCertain = true
    }
    if isCertain || hasPersons { return }
    take("JSON-LD creator", linked.all("creator"))
    take("microdata author", micro.values("author", tree), isShown: true)
    for name in PageAuthors.names {
      let values = (scan.meta[name] ?? []).filter { !$0.contains("://") }
      take("meta \(name)", values, isInverted: name.hasPrefix("dc") || name.hasPrefix("citation"))
    }
    if !hasPersons { readShown(tree, scan, headline) }
  }

  private var hasPersons: Bool {
    candidates.contains { !$0.authors.persons(besides: outlets).isEmpty }
  }

  private mutating func take(
    _ from: String, _ values: [String], isInverted: Bool = false, isShown: Bool = false,
    isLoose: Bool = false
  ) {
    guard !values.isEmpty else { return }
    let authors = StatedAuthors(values, isInverted: isInverted, isShown: isShown, isLoose: isLoose)
    if !authors.names.isEmpty || !authors.handles.isEmpty { candidates.append((from, authors)) }
  }

  private mutating func readShown(_ tree: HTMLTree, _ scan: PageScan, _ headline: HTMLTree.Place?) {
    let start = headline ?? 0
    let near = scan.authorLinks.filter { $0 > start - 200 && $0 < start + 4000 }
    if let first = near.first(where: { $0 > start }) ?? near.first {
      // Authors of one report stand side by side; those of others do not.
      let together = near.filter { $0 >= first && $0 < first + 24 }
      take("a[rel=author]", together.compactMap { tree.words(in: $0, upTo: 80) }, isShown: true)
      if hasPersons { return }
    }
    let order = scan.bylines.map { ($0 >= start ? $0 - start : (start - $0) * 3, $0) }.filter {
      $0.0 < 3000
    }
    .sorted { $0.0 < $1.0 }
    for (_, place) in order.prefix(24) where PageAuthors.mayName(tree, place) {
      guard let text = tree.words(in: place, upTo: 200) else { continue }
      let links = ((place + 1)..<max(place + 1, Int(tree.nodes[place].end))).filter {
        tree.nodes[$0].tag == .a
          && (tree.value(.href, of: $0).map { href in
            PageAuthors.paths.contains { href.firstPlace(of: $0) != nil }
          } ?? false)
      }
      take(
        "class", links.isEmpty ? [text] : links.compactMap { tree.words(in: $0, upTo: 80) },
        isShown: true,
        isLoose: links.isEmpty && !PageAuthors.isCard(tree, place))
      if hasPersons { return }
    }
    readNear(tree, start)
  }

  /// Whether an element named for an author may be the report's byline: comments, forms, figures and
  /// what stands beside the report name others.
  private static func mayName(_ tree: HTMLTree, _ place: HTMLTree.Place) -> Bool {
    var around = place
    for _ in 0..<8 where around > 0 {
      switch tree.nodes[around].tag {
      case .form, .label, .figure, .footer, .nav, .aside, .input: return false
      case .body, .article, .main: return true
      default: break
      }
      let names = [HTMLAttribute.class, .id].compactMap { tree.value($0, of: around) }
      if !names.isEmpty {
        switch PageLabels(names).furniture {
        case .comments, .sidebar, .footer, .related, .caption, .gallery, .navigation, .form,
          .advertisement:
          return false
        default: break
        }
      }
      around = Int(tree.nodes[around].parent)
    }
    return true
  }

  /// Whether an element is the name in a visiting card (the hCard microformat).
  private static func isCard(_ tree: HTMLTree, _ place: HTMLTree.Place) -> Bool {
    let words = PageLabels.words(of: tree.value(.class, of: place) ?? [])
    return words.contains("fn") || words.contains("vcard")
  }

  /// "By Jane Doe" among the first lines after the headline.
  private mutating func readNear(_ tree: HTMLTree, _ start: HTMLTree.Place) {
    var isPending = false
    for place in start..<min(tree.nodes.count, start + 120) where tree.nodes[place].tag == .text {
      guard let line = HTMLTree.line(tree.slice(of: place), upTo: 120) else { continue }
      let small = line.lowercased()
      if isPending || ["by ", "von ", "par ", "por "].contains(where: small.hasPrefix) {
        take("text", [line], isShown: true)
        if hasPersons { return }
        isPending = false
      } else {
        isPending = ["by", "von", "par", "por", "by:", "von:", "autor:", "author:"].contains(small)
      }
    }
  }

  /// Puts the authors into a page's metadata, with what disagreed.
  ///
  /// Persons go before handles, and both before the outlet's own name.
  func fill(_ page: inout PageMetadata) {
    var chosen: (from: String, names: [String])?
    if isCertain, let first = candidates.first { chosen = (first.from, first.authors.names) }
    for (from, authors) in candidates where chosen == nil {
      let persons = authors.persons(besides: outlets)
      if !persons.isEmpty { chosen = (from, persons) }
    }
    for (from, authors) in candidates where chosen == nil {
      if let handle = authors.handles.first(where: { !outlets.contains(TitleKey.key($0)) }) {
        chosen = (from, [handle])
      }
    }
    for (from, authors) in candidates where chosen == nil && !authors.names.isEmpty {
      chosen = (from, authors.names)
    }
    guard let chosen else { return }
    page.set(authors: chosen.names, agency: candidates.lazy.compactMap(\.authors.agency).first)
    page.note("byline", chosen.from, chosen.names.joined(separator: ", "))
    for (from, authors) in candidates
    where from != chosen.from && !authors.names.isEmpty && authors.names != chosen.names {
      page.note("byline", from, authors.names.joined(separator: ", "))
    }
  }
}
