/// The names of authors, out of the habits of feeds.
enum FeedAuthor {
  /// Adds the name that an element states, once: of `name` in it, or of its text.
  static func add(_ node: XMLNode, to authors: inout [String]) {
    let inner = node.first("name")
    add(FeedText.title(inner ?? node), to: &authors)
  }

  /// More authors are no honest entry's, and each is compared with those before it.
  private static let mostAuthors = 100

  /// Adds the name in a stated author, once; what is over 100 names is left out.
  static func add(_ stated: String?, to authors: inout [String]) {
    guard authors.count < mostAuthors, let name = stated.flatMap(name(in:)), !authors.contains(name)
    else { return }
    authors.append(name)
  }

  /// The name in "mail@host (Name)", "Name (mail@host)", "Name <mail@host>" and plain names; nil
  /// where there is only an address.
  static func name(in stated: String) -> String? {
    let line = LineOfText(stated).string
    guard line.contains("@") else { return clean(line) }
    if let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close {
      let inside = String(line[line.index(after: open)..<close])
      return inside.contains("@") ? clean(String(line[..<open])) : clean(inside)
    }
    let words = line.split(separator: " ").filter { !$0.contains("@") }
    return clean(words.joined(separator: " "))
  }

  private static let unstated: Set<String> = ["", "none", "unknown", "n/a", "null", "-", "author"]

  private static func clean(_ name: String) -> String? {
    var name = LineOfText(name).string
    while let mark = name.first, mark == "\"" || mark == "<" || mark == "'" { name.removeFirst() }
    while let mark = name.last, mark == "\"" || mark == ">" || mark == "," || mark == "'" {
      name.removeLast()
    }
    let isAddress = name.hasPrefix("http://") || name.hasPrefix("https://")
    return unstated.contains(name.lowercased()) || isAddress ? nil : name
  }
}
