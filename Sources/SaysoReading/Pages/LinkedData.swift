/// What a page states about its report in JSON-LD with the words of schema.org.
struct LinkedData {
  /// The report's own objects, the one that fits best first.
  private(set) var reports: [JSONValue] = []
  /// Objects of web pages, which say less.
  private(set) var pages: [JSONValue] = []
  private var known: [String: JSONValue] = [:]
  private var found: [JSONValue] = []
  private var sites: [JSONValue] = []

  private static let reportTypes: Set<String> = [
    "report", "review", "recipe", "howto", "videoobject", "podcastepisode", "creativework",
  ]

  /// Reads the scripts at `places`.
  ///
  /// Of several articles those count that name one of `addresses` as their own or bear one of
  /// `titles`, which are in `TitleKey` form; where none does, the only one.
  init(_ tree: HTMLTree, _ places: [HTMLTree.Place], addresses: [String], titles: [[UInt8]]) {
    for place in places {
      for value in LenientJSON.values(tree.text(in: place)) { collect(value, depth: 0) }
    }
    let scored = found.map { ($0, score($0, addresses, titles)) }
    let best = scored.map(\.1).max() ?? 0
    if best >= 4 {
      let order = scored.enumerated().filter { $0.element.1 >= 4 }
        .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      reports = order.map(\.element.0)
    } else if Set(found.map { TitleKey.key(text($0["headline"] ?? $0["name"]) ?? "") }).count <= 1 {
      reports = found
    }
  }

  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < 6, known.count < 2000 else { return }
    switch value {
    case .array(let values): for value in values.prefix(200) { collect(value, depth: depth + 1) }
    case .object(let members):
      let types = LinkedData.types(value)
      if let id = text(value["@id"]), members.count > 1, known[id] == nil { known[id] = value }
      if types.contains(where: {
        $0.hasSuffix("article") || $0.hasSuffix("posting") || LinkedData.reportTypes.contains($0)
      }) {
        if found.count < 200 { found.append(value) }
      } else if types.contains(where: { $0.hasSuffix("page") }) {
        pages.append(value)
      } else if types.contains("website") {
        sites.append(value)
      }
      for name in ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"] {
        if let inner = value[name] { collect(inner, depth: depth + 1) }
      }
    default: break
    }
  }

  private func score(_ report: JSONValue, _ addresses: [String], _ titles: [[UInt8]]) -> Int {
    var score = 0
    let own = [
      text(report["url"]), text(report["@id"]), text(report["mainEntityOfPage"]),
      text(report["mainEntityOfPage"]?["@id"]), text(report["mainEntityOfPage"]?["url"]),
    ].compactMap { $0 }.map(LinkedData.bare)
    if addresses.map(LinkedData.bare).contains(where: own.contains) { score += 4 }
    let key = TitleKey.key(text(report["headline"] ?? report["name"]) ?? "")
    if key.count >= 6, titles.contains(where: { $0.starts(with: key) || key.starts(with: $0) }) {
      score += 4
    }
    let types = LinkedData.types(report)
    if types.contains(where: { $0.hasSuffix("article") || $0.hasSuffix("posting") }) { score += 2 }
    if report["headline"] != nil { score += 1 }
    return score > 3 ? score : 0
  }

  private static func types(_ value: JSONValue) -> [String] {
    (value["@type"]?.elements ?? []).compactMap(\.text).map {
      let name = $0.lowercased()
      return name.utf8.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") })
        .map { String(name[name.index(after: $0)...]) } ?? name
    }
  }

  private static func bare(_ address: String) -> String {
    var rest = Substring(address.prefix { $0 != "#" && $0 != "?" })
    for start in ["https://", "http://", "www."] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
  }

  private func text(_ value: JSONValue?) -> String? { value?.elements.first?.text }

  // MARK: - Fields

  /// The first text under `name` in the report's objects, the page's too where `pages` are wanted.
  func first(_ name: String, pages wanted: Bool = false) -> String? {
    for report in reports + (wanted ? pages : []) {
      if let text = report[name]?.elements.lazy.compactMap({ $0.text ?? $0["name"]?.text }).first,
        !LineOfText(text).isEmpty
      {
        return HTMLEntity.decoded(text)
      }
    }
    return nil
  }

  /// All texts under `name` in the first of the report's objects that has some.
  func all(_ name: String) -> [String] {
    for report in reports {
      let texts = names(report[name])
      if !texts.isEmpty { return texts }
    }
    return []
  }

  /// Whether the first object under `name` is called a person.
  func isPerson(_ name: String) -> Bool {
    for report in reports {
      guard var value = report[name]?.elements.first else { continue }
      if let id = text(value["@id"]), value["name"] == nil, let known = known[id] { value = known }
      return LinkedData.types(value).contains("person")
    }
    return false
  }

  /// The names under `name`, references to other objects followed.
  private func names(_ value: JSONValue?) -> [String] {
    (value?.elements ?? []).flatMap { element -> [String] in
      var element = element
      if element["name"] == nil, let id = text(element["@id"]), let known = known[id] {
        element = known
      }
      let texts = element.text.map { [$0] } ?? (element["name"]?.elements.compactMap(\.text) ?? [])
      return texts.map(HTMLEntity.decoded).filter { !LineOfText($0).isEmpty }
    }
  }

  /// The name of the site.
  var site: String? { sites.lazy.compactMap { text($0["name"]) }.first }

  /// The caption of the report's picture.
  var caption: String? {
    reports.lazy.compactMap { text($0["image"]?.elements.first?["caption"]) }.first
      .map(HTMLEntity.decoded)
  }

  /// Whether the report may be read without paying, where that is stated.
  var isAccessibleForFree: Bool? {
    for report in reports + pages {
      let parts = [report] + (report["hasPart"]?.elements ?? [])
      let stated = parts.compactMap { part -> Bool? in
        switch part["isAccessibleForFree"] {
        case .bool(let value): value
        case .string(let bytes):
          LineOfText(bytes[...]).lowercased.suffix(4).elementsEqual("true".utf8)
        default: nil
        }
      }
      if !stated.isEmpty { return !stated.contains(false) }
    }
    return nil
  }
}
