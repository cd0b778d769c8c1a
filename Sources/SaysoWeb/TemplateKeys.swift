/// Holds a page's values against its template, key for key.
///
/// A template shows nothing for a value that is not there, so a key that is written wrongly would go
/// unseen.
enum TemplateKeys {
  /// A piece of a template.
  private indirect enum Node {
    case value(String)
    case section(String, isInverted: Bool, [Node])
    case partial(String)
  }

  /// The keys that a template names and that neither the values nor those around them have.
  ///
  /// Sections over an empty list cannot be looked into.
  static func missing(in name: String, _ fields: Fields) -> [String] {
    var missing: Set<String> = []
    check(nodes(of: name), [fields], &missing)
    return missing.sorted()
  }

  /// The keys that a template shows without escaping them.
  static func unescaped(in text: String) -> [String] {
    text.split(separator: "{{{").dropFirst().compactMap { part in
      part.split(separator: "}}}").first.map(String.init)
    }
  }

  private static func check(_ nodes: [Node], _ stack: [Fields], _ missing: inout Set<String>) {
    func find(_ key: String) -> Any? {
      for fields in stack.reversed() {
        if let value = fields[key] { return value }
      }
      return nil
    }
    for node in nodes {
      switch node {
      case .value("."): break
      case .value(let key): if find(key) == nil { missing.insert(key) }
      case .partial(let name): check(self.nodes(of: name), stack, &missing)
      case .section(let key, let isInverted, let inner):
        guard let value = find(key) else {
          missing.insert(key)
          continue
        }
        switch value {
        case let flag as Bool: if flag != isInverted { check(inner, stack, &missing) }
        case let list as [Fields]:
          if isInverted {
            if list.isEmpty { check(inner, stack, &missing) }
          } else {
            for fields in list { check(inner, stack + [fields], &missing) }
          }
        case let fields as Fields: if !isInverted { check(inner, stack + [fields], &missing) }
        default: if !isInverted { check(inner, stack, &missing) }
        }
      }
    }
  }

  private static func nodes(of name: String) -> [Node] {
    guard let text = Templates.text(of: name) else { return [] }
    var tags = text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "}}", maxSplits: 1).first.map(String.init) }[...]
    return nodes(&tags)
  }

  /// The pieces up to the end of the section that is open.
  private static func nodes(_ tags: inout ArraySlice<String>) -> [Node] {
    var result: [Node] = []
    while let tag = tags.popFirst() {
      let name = tag.dropFirst().trimmed
      switch tag.first {
      case "/": return result
      case "#": result.append(.section(name, isInverted: false, nodes(&tags)))
      case "^": result.append(.section(name, isInverted: true, nodes(&tags)))
      case ">": result.append(.partial(name))
      case "{": result.append(.value(name))
      case "%", "!": break
      default: result.append(.value(tag.trimmed))
      }
    }
    return result
  }
}
