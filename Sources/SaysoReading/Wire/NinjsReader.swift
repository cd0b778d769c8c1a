import SaysoRecords

/// Reads news items in ninjs, the JSON of the IPTC: versions 1.x, 2.x and 3.0.
///
/// The versions differ in how names are written ("body_html", "bodies", "versionCreated"), so that
/// names are compared without underscores and capitals.
struct NinjsReader {
  private let members: [String: JSONValue]
  private let place: String

  /// The item in `value`; nil when it is none: it has no "uri", or nothing of what a news item has.
  init?(_ value: JSONValue, place: String) {
    guard case .object(let stated) = value, stated["text"] == nil, stated["uri"]?.text != nil else {
      return nil
    }
    var members: [String: JSONValue] = [:]
    for (name, member) in stated.sorted(by: { $0.key < $1.key }) {
      let key = name.lowercased().filter { $0 != "_" }
      if members[key] == nil { members[key] = member }
    }
    let isItem = members.keys.contains { name in
      name.hasPrefix("body") || name.hasPrefix("headline") || name == "bodies"
        || name == "versioncreated" || name == "pubstatus" || name == "representationtype"
    }
    guard isItem else { return nil }
    self.members = members
    self.place = place
  }

  /// The draft of the item.
  ///
  /// Items of other kinds than text, cancelled and withheld ones throw: they are no reports.
  func draft() throws(ReadingError) -> ReportDraft {
    try refuseOthers()
    var draft = ReportDraft()
    draft.isPage = false
    draft.metadata = metadata()
    draft.parts = parts()
    guard !draft.parts.isEmpty else {
      throw ReadingError(
        "the ninjs item has no body", place: place,
        remedy: "ask for the item with its text, in \"bodies\", \"body_html\" or \"body_text\"")
    }
    return draft
  }

  private func refuseOthers() throws(ReadingError) {
    let status = members["pubstatus"]?.text?.lowercased() ?? "usable"
    if let error = WireStatus.refusal(status, item: "the ninjs item", place: place) { throw error }
    let type = members["type"]?.text?.lowercased() ?? "text"
    if type == "composite" || type == "package" {
      throw ReadingError(
        "the ninjs item is a package of other items", place: place,
        remedy: "give the items that it lists as files of their own")
    }
    if type != "text" {
      throw ReadingError(
        "the ninjs item is of the type \"\(type)\" and no text", place: place,
        remedy: "leave it out, or give the text item that goes with it")
    }
  }

  private func metadata() -> Metadata {
    var metadata = Metadata()
    metadata.id = members["uri"]?.text
    metadata.title =
      line(members["headline"]) ?? roled("headlines", ["main", "headline"]) ?? line(members["title"])
    metadata.subtitle =
      roled("descriptions", ["deck", "subtitle", "subheadline", "drop_head", "summary", "abstract"])
      ?? line(members["descriptiontext"]) ?? line(members["description"])
      ?? markupLine(members["descriptionhtml"]) ?? markupLine(members["descriptionxhtml"])
    metadata.byline = ["byline", "by", "bylines", "authors"].lazy.compactMap { names(members[$0]) }
      .first
    let first = time("firstcreated") ?? time("contentcreated")
    let last = time("versioncreated") ?? time("contentmodified")
    metadata.published = first ?? last
    if let first, let last, first.iso != last.iso { metadata.modified = last }
    metadata.language = members["language"]?.text.flatMap(LanguageGuess.normalized)
    metadata.addTopics(
      (members["subject"] ?? members["subjects"])?.elements.compactMap { line($0["name"]) } ?? [])
    metadata.agency =
      (members["infosource"] ?? members["infosources"])?.elements.lazy
      .compactMap { line($0["name"]) ?? line($0) }.first
    metadata.outlet = line(members["copyrightholder"]) ?? metadata.agency
    return metadata
  }

  private func time(_ name: String) -> PublicationTime? {
    members[name]?.text.flatMap(StatedDate.parse)
  }

  /// The text of a member as one line; nil where it is none or empty.
  private func line(_ value: JSONValue?) -> String? {
    guard let text = value?.text ?? value?["value"]?.text else { return nil }
    if value?["contenttype"]?.text?.contains("html") == true {
      return markupLine(.string(Array(text.utf8)))
    }
    let line = LineOfText(text).string
    return line.isEmpty ? nil : line
  }

  /// The words of marked-up text, its tags left out.
  private func markupLine(_ value: JSONValue?) -> String? {
    guard let text = value?.text else { return nil }
    var bytes: [UInt8] = []
    var isTag = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    let line = LineOfText(HTMLEntity.decoded(String(decoding: bytes, as: UTF8.self))).string
    return line.isEmpty ? nil : line
  }

  /// The value of an element of `list` by its role, best first; without roles the first element.
  private func roled(_ list: String, _ roles: [String]) -> String? {
    let elements = members[list]?.elements ?? []
    for role in roles {
      let found = elements.first {
        $0["role"]?.text?.lowercased().split { $0 == ":" || $0 == "/" }.last.map(String.init) == role
      }
      if let text = line(found) { return text }
    }
    return line(elements.first)
  }

  private func names(_ value: JSONValue?) -> String? {
    let names = (value?.elements ?? []).compactMap { line($0) ?? line($0["name"]) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  // MARK: - Body

  /// The body with the most running text; of those that are alike the marked-up one.
  private func parts() -> [Part] {
    var pages: [[UInt8]] = []
    var plains: [[UInt8]] = []
    for (name, member) in members.sorted(by: { $0.key < $1.key }) where name.hasPrefix("body") {
      guard case .string(let text) = member else { continue }
      if name.hasSuffix("html") || name.hasSuffix("nitf") || name.hasSuffix("xml") {
        pages.append(text)
      } else if name == "body" || name.hasSuffix("text") || name.hasSuffix("plain") {
        plains.append(text)
      }
    }
    for body in members["bodies"]?.elements ?? [] {
      guard case .string(let text)? = body["value"] else { continue }
      let role = body["role"]?.text?.lowercased() ?? "main"
      guard !role.hasSuffix("caption"), !role.hasSuffix("script") else { continue }
      let type = (body["contenttype"] ?? body["contentType"])?.text?.lowercased() ?? ""
      let isPage = type.contains("html") || type.contains("xml") || (type.isEmpty && isMarkup(text))
      if isPage { pages.append(text) } else { plains.append(text) }
    }
    let marked = pages.map { HTMLReader.fragmentParts(of: $0) }.max {
      PageText.prose($0) < PageText.prose($1)
    }
    let plain = plains.map { text in
      LineLayout(text[...]).paragraphs.map { Part(kind: .paragraph, bytes: $0) }
    }.max { PageText.prose($0) < PageText.prose($1) }
    guard let marked, !marked.isEmpty else { return plain ?? [] }
    guard let plain else { return marked }
    return PageText.prose(marked) * 2 >= PageText.prose(plain) ? marked : plain
  }

  private func isMarkup(_ text: [UInt8]) -> Bool {
    text[...].firstPlace(of: "<p") != nil || text[...].firstPlace(of: "<div") != nil
  }
}
