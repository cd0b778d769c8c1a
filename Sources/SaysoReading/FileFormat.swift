/// The formats that reports come in.
enum FileFormat: Equatable {
  case plainText
  case markdown
  case html
  /// One JSON object, or an array of them.
  case json
  /// One JSON object per line.
  case jsonLines

  /// The endings that are looked for in folders, with their formats.
  static let endings: [String: FileFormat] = [
    "txt": .plainText, "text": .plainText, "md": .markdown, "markdown": .markdown, "html": .html,
    "htm": .html, "xhtml": .html, "json": .json, "jsonl": .jsonLines, "ndjson": .jsonLines,
  ]

  /// The format that `ending` names, or else the one that the first bytes look like.
  ///
  /// A page saved under the ending of plain text is still a page.
  init(ending: String, text: [UInt8]) {
    let head = LineOfText(text.prefix(1024)).lowercased[...]
    let isPage =
      head.begins(with: "<!doctype html") || head.begins(with: "<html")
      || (head.begins(with: "<?xml") && head.firstPlace(of: "<html") != nil)
    if let named = FileFormat.endings[ending], named != .plainText || !isPage {
      self = named
      return
    }
    let start = LineOfText(text.prefix(65_536)).bytes
    if isPage {
      self = .html
    } else if start.first == UInt8(ascii: "{") || start.begins(with: "[{") {
      let line = start.prefix { $0 != 10 }
      self = line.first == UInt8(ascii: "{") && (try? JSONValue(line)) != nil ? .jsonLines : .json
    } else if FrontMatter(text) != nil || start.begins(with: "# ")
      || start.firstPlace(of: "\n# ") != nil || start.firstPlace(of: "\n## ") != nil
      || start.firstPlace(of: "](http") != nil
    {
      self = .markdown
    } else {
      self = .plainText
    }
  }
}
