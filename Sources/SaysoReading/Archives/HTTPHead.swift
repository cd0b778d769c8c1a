/// The head of an HTTP message, or another block of named fields: its first line and its fields.
///
/// Reads what RFC 9112 §2 to §5 define, and what old archives hold: lines without CR, folded lines,
/// fields without a colon, which are passed over.
struct HTTPHead {
  /// The line before the fields; empty where there is none.
  let firstLine: ArraySlice<UInt8>
  /// The fields in order, their names small.
  let fields: [(name: String, value: String)]
  /// How many bytes the head takes, the empty line after it counted.
  let length: Int

  /// The head that `bytes` start with; nil where no empty line ends it.
  ///
  /// A later line that begins with `opening`, as another head does, ends it too.
  init?(_ bytes: ArraySlice<UInt8>, before opening: StaticString? = nil) {
    var place = bytes.startIndex
    var first: ArraySlice<UInt8>?
    var found: [(name: String, value: String)] = []
    while true {
      guard let end = bytes[place...].firstIndex(of: 10) else { return nil }
      let line = bytes[place..<end]
      if let opening, first != nil, line.begins(with: opening) { break }
      place = end + 1
      let isFolded = line.first == 0x20 || line.first == 0x09
      let words = LineOfText(line)
      if line.isEmpty || line.elementsEqual([13]) { break }
      if first == nil {
        first = words.bytes
      } else if isFolded {
        if !found.isEmpty, !words.isEmpty { found[found.count - 1].value += " " + words.string }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: LineOfText(line[..<colon]).lowercased, as: UTF8.self)
        found.append((name, LineOfText(line[(colon + 1)...]).string))
      }
    }
    firstLine = first ?? []
    fields = found
    length = place - bytes.startIndex
  }

  /// The first value of the field `name` (small letters) that is not empty.
  subscript(name: String) -> String? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// All values of the field `name`, in order.
  func values(of name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// The status code where the first line is that of an answer ("HTTP/1.1 200 OK").
  var status: Int? {
    guard firstLine.begins(with: "HTTP/") else { return nil }
    return LineOfText(firstLine).words.dropFirst().first.flatMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
  }
}

/// A media type as a header states it, without its parameters, and its character encoding.
struct StatedType {
  /// Small letters ("text/html"); nil where the value is no type.
  let name: String?
  /// The value of the parameter "charset".
  let charset: String?

  /// What `value` states (RFC 9110 §8.3.1).
  init(_ value: String?) {
    let parts = (value ?? "").split(separator: ";").map { LineOfText(String($0)).string }
    let type = parts.first?.lowercased() ?? ""
    name = type.contains("/") && !type.contains(" ") ? type : nil
    charset =
      parts.dropFirst().lazy
      .compactMap { part -> String? in
        guard part.lowercased().hasPrefix("charset=") else { return nil }
        let label = part.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" && $0 != " " }
        return label.isEmpty ? nil : String(label)
      }.first
  }
}
