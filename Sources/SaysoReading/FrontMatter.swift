import Yams

/// The YAML at the top of a Markdown file, between two lines of three hyphens.
struct FrontMatter {
  /// The stated fields, each with its values; nested mappings are left out.
  private(set) var fields: [String: [String]] = [:]
  /// Why the YAML could not be read as such; its plain `key: value` lines were read all the same.
  private(set) var problem: String?
  /// The line of the file that the problem stands in, from 1.
  private(set) var problemLine = 1
  /// Where the body starts.
  private(set) var bodyStart: Int

  /// Front matter longer than this (bytes) is not given to the YAML parser.
  private static let longest = 65_536

  /// Front matter nested deeper is not given to the YAML parser either: each of up to 1,000 levels
  /// takes it over 1 KB of the stack, and threads can have 512 KB.
  private static let deepest = 64

  /// Reads the front matter of `source`; nil where there is none.
  init?(_ source: [UInt8]) {
    guard source.starts(with: "---".utf8) else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    var place = 0
    var end: Int?
    while place < source.count {
      let stop = source[place...].firstIndex(of: 10) ?? source.count
      let line = source[place..<stop]
      let bare = LineOfText(line).bytes
      place = min(stop + 1, source.count)
      if lines.isEmpty, !bare.elementsEqual("---".utf8) { return nil }
      if !lines.isEmpty,
        bare.elementsEqual("---".utf8) || bare.elementsEqual("...".utf8), line.first != 32
      {
        end = place
        break
      }
      lines.append(line)
      // Without its second line of hyphens a front matter may end at the first blank line, if
      // everything before it is fields; else it is a rule at the top of a text.
      if lines.count > 400 { break }
    }
    if end == nil {
      guard let blank = lines.dropFirst().firstIndex(where: { LineOfText($0).isEmpty }), blank > 1,
        lines[1..<blank].allSatisfy({ FrontMatter.field(in: $0) != nil })
      else { return nil }
      bodyStart = lines[blank].endIndex
      lines = Array(lines[..<blank])
      problem = "the front matter is not closed"
      problemLine = blank
      readLines(lines.dropFirst())
      return
    }
    bodyStart = end ?? source.count
    let joined = lines.dropFirst().reduce(into: [UInt8]()) {
      $0 += $1.last == 13 ? $1.dropLast() : $1
      $0.append(10)
    }
    guard joined.count <= FrontMatter.longest else {
      problem = "the front matter is longer than \(FrontMatter.longest) bytes"
      readLines(lines.dropFirst())
      return
    }
    guard !FrontMatter.isDeep(joined) else {
      problem = "the front matter is nested more than \(FrontMatter.deepest) levels deep"
      readLines(lines.dropFirst())
      return
    }
    read(String(decoding: joined, as: UTF8.self))
    if problem != nil { readLines(lines.dropFirst()) }
  }

  /// Whether more brackets are open than `deepest`, or a line is set in by more columns and marks.
  ///
  /// Each level of YAML's block style needs a column of its own.
  private static func isDeep(_ yaml: [UInt8]) -> Bool {
    var open = 0
    var margin = 0
    var isInMargin = true
    for (place, byte) in yaml.enumerated() {
      if byte == 10 {
        (margin, isInMargin) = (0, true)
        continue
      }
      let isMark = (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")) && yaml[place + 1] == 32
      isInMargin = isInMargin && (byte == 32 || isMark)
      if isInMargin { margin += 1 }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { open += 1 }
      if open > 0, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { open -= 1 }
      if open > deepest || margin > deepest { return true }
    }
    return false
  }

  /// Reads through the YAML parser; scalars stay as written, so that a date is no number.
  private mutating func read(_ yaml: String) {
    do {
      guard let root = try compose(yaml: yaml) else { return }
      guard let mapping = root.mapping else {
        problem = "the front matter holds no fields"
        problemLine = 2
        return
      }
      for (key, value) in mapping {
        guard let name = key.scalar?.string else { continue }
        if let scalar = value.scalar {
          fields[name] = [scalar.string]
        } else if let sequence = value.sequence {
          fields[name] = sequence.prefix(200).compactMap {
            $0.scalar?.string ?? FrontMatter.named($0)
          }
        } else if let inner = FrontMatter.named(value) {
          fields[name] = [inner]
        }
      }
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        self.problem = problem
        problemLine = mark.line + 1
      case .duplicatedKeysInMapping(let keys, _):
        problem = "a field is given twice: \(keys)"
        problemLine = 2
      default:
        problem = "the YAML cannot be read"
        problemLine = 2
      }
    } catch {
      problem = "the YAML cannot be read: \(error)"
      problemLine = 2
    }
  }

  /// The `name` of a nested mapping (`author: {name: Jane Doe}`).
  private static func named(_ node: Node) -> String? { node.mapping?["name"]?.scalar?.string }

  /// Reads the lines that are plainly `key: value`, or `- item` under a key; the rest is passed over.
  private mutating func readLines(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    var lastKey: String?
    for line in lines {
      let bare = LineOfText(line)
      if bare.bytes.begins(with: "- "), let key = lastKey {
        fields[key, default: []].append(FrontMatter.unquoted(bare.bytes.dropFirst(2)))
      } else if let (key, value) = FrontMatter.field(in: line) {
        lastKey = key
        if fields[key] == nil { fields[key] = value.isEmpty ? [] : [value] }
      }
    }
  }

  private static func field(in line: ArraySlice<UInt8>) -> (String, String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      colon - line.startIndex <= 40,
      line[..<colon].allSatisfy({
        (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == 95 || $0 == 45
      }),
      colon + 1 == line.endIndex || line[colon + 1] <= 0x20
    else { return nil }
    return (
      String(decoding: line[..<colon], as: UTF8.self), unquoted(line[(colon + 1)...])
    )
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
    var bare = LineOfText(bytes).bytes
    if let first = bare.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      bare = bare.dropFirst()
      if bare.last == first { bare = bare.dropLast() }
    }
    return String(decoding: bare, as: UTF8.self)
  }
}
