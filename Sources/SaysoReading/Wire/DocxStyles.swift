import SaysoRecords

/// What the paragraph styles of a Word document are for.
struct DocxStyles {
  /// What a paragraph of a style is.
  enum Role {
    case title
    case subtitle
    case heading
    case listItem
    case quotation
    case caption
    case paragraph
  }

  /// Roles by the style's id, which is in the language of whoever made the document.
  private var roles: [String: Role] = [:]

  /// Reads word/styles.xml; the built-in styles keep their English names there.
  init(_ root: XMLNode?) {
    var parents: [String: String] = [:]
    for style in root?.all("style") ?? [] {
      guard let id = style["styleId"] else { continue }
      let name = style.first("name")?["val"] ?? id
      if let role = DocxStyles.role(named: name) {
        roles[id] = role
      } else if let level = style.first("pPr")?.first("outlineLvl")?["val"], level != "9" {
        roles[id] = .heading
      } else if style.first("pPr")?.first("numPr") != nil {
        roles[id] = .listItem
      } else if let parent = style.first("basedOn")?["val"] {
        parents[id] = parent
      }
    }
    for (id, parent) in parents {
      var next: String? = parent
      var steps = 0
      while let known = next, roles[id] == nil, steps < 20 {
        roles[id] = parents[known] == nil ? roles[known] : nil
        next = parents[known]
        steps += 1
      }
    }
  }

  /// The role of a paragraph by its properties (`w:pPr`).
  func role(of properties: XMLNode?) -> Role {
    if let level = properties?.first("outlineLvl")?["val"], level != "9" { return .heading }
    let style = properties?.first("pStyle")?["val"]
    let role = style.flatMap { roles[$0] ?? DocxStyles.role(named: $0) } ?? .paragraph
    // Numbered headings are headings.
    if role == .paragraph, let number = properties?.first("numPr"),
      number.first("numId")?["val"] != "0"
    {
      return .listItem
    }
    return role
  }

  private static func role(named name: String) -> Role? {
    let name = name.lowercased().filter { $0 != " " }
    if name == "title" { return .title }
    if name == "subtitle" { return .subtitle }
    if name.hasPrefix("heading") { return .heading }
    if name.hasPrefix("list") { return .listItem }
    if name == "quote" || name == "intensequote" || name == "blocktext" { return .quotation }
    if name == "caption" { return .caption }
    return nil
  }
}
