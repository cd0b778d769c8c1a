/// What a page states about its report in the attributes of microdata and RDFa.
struct MicroData {
  /// Properties by name, each with the elements that carry it.
  private(set) var places: [String: [HTMLTree.Place]] = [:]

  private static let names: [String: String] = [
    "headline": "headline", "alternativeheadline": "alternativeHeadline", "author": "author",
    "creator": "author", "datepublished": "datePublished", "datecreated": "datePublished",
    "dc:date": "datePublished", "dc:created": "datePublished", "dcterms:created": "datePublished",
    "uploaddate": "datePublished", "datemodified": "dateModified", "dc:modified": "dateModified",
    "publisher": "publisher", "articlebody": "articleBody", "articlesection": "articleSection",
    "inlanguage": "inLanguage",
  ]

  /// Gathers the properties of the article among `properties`.
  ///
  /// Of several articles the one counts that holds a heading of the first level, or else the first
  /// with a body; properties outside of any item count as the page's.
  init(_ tree: HTMLTree, _ properties: [HTMLTree.Place], headings: [HTMLTree.Place]) {
    var items: [HTMLTree.Place: [String: [HTMLTree.Place]]] = [:]
    for place in properties {
      let attribute =
        tree.value(.itemprop, of: place)
        ?? (tree.nodes[place].tag == .meta ? nil : tree.value(.property, of: place))
      guard let attribute else { continue }
      var known: [String] = []
      for word in LineOfText(attribute).words {
        var name = String(decoding: LineOfText(word).lowercased, as: UTF8.self)
        if name.hasPrefix("schema:") { name = String(name.dropFirst(7)) }
        if let name = MicroData.names[name], !known.contains(name) { known.append(name) }
      }
      guard !known.isEmpty, let owner = MicroData.owner(tree, of: place) else { continue }
      for name in known { items[owner, default: [:]][name, default: []].append(place) }
    }
    let owners = items.keys.sorted()
    let shown = headings.filter { tree.nodes[$0].tag == .h1 }
    let articles = owners.filter { $0 > 0 }
    let best =
      articles.first { owner in
        shown.contains { tree.isInside($0, owner) } && items[owner]?["datePublished"] != nil
      }
      ?? articles.first { items[$0]?["articleBody"] != nil }
      ?? (articles.count == 1 ? articles.first : nil)
    places = best.flatMap { items[$0] } ?? [:]
    for (name, found) in items[0] ?? [:] where places[name] == nil { places[name] = found }
  }

  /// The article that a property belongs to, 0 for the page; nil where it is something else's.
  private static func owner(_ tree: HTMLTree, of place: HTMLTree.Place) -> HTMLTree.Place? {
    var around = Int(tree.nodes[place].parent)
    while around > 0 {
      if tree.value(.itemscope, of: around) != nil || tree.value(.itemtype, of: around) != nil {
        let type = tree.value(.itemtype, of: around).map { LineOfText($0).lowercased[...] } ?? []
        for kind in ["article", "posting", "report", "creativework", "review", "recipe"]
          as [StaticString]
        where type.firstPlace(of: kind) != nil { return around }
        return type.firstPlace(of: "webpage") != nil ? 0 : nil
      }
      around = Int(tree.nodes[around].parent)
    }
    return 0
  }

  /// The values of a property in order.
  func values(_ name: String, _ tree: HTMLTree) -> [String] {
    (places[name] ?? []).prefix(20).compactMap { MicroData.value(tree, $0) }
  }

  private static func value(_ tree: HTMLTree, _ place: HTMLTree.Place) -> String? {
    if tree.value(.itemscope, of: place) != nil || tree.value(.itemtype, of: place) != nil {
      for inner in (place + 1)..<max(place + 1, Int(tree.nodes[place].end))
      where tree.has(.itemprop, "name", at: inner) {
        return tree.string(.content, of: inner) ?? tree.words(in: inner, upTo: 400)
      }
    }
    return tree.string(.content, of: place) ?? tree.string(.datetime, of: place)
      ?? tree.words(in: place, upTo: 400)
  }
}
