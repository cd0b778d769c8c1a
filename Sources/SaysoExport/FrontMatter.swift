/// The front matter of a note (YAML 1.2): names with texts, numbers and lists.
struct FrontMatter {
  private var lines: [String] = []

  /// A text; nothing where there is none.
  mutating func add(_ name: StaticString, _ text: String?) {
    if let text { lines.append("\(name): \(FrontMatter.quoted(text))") }
  }

  /// A day, which readers take for a date; nothing where there is none.
  mutating func add(_ name: StaticString, day: String?) {
    if let day { lines.append("\(name): \(day)") }
  }

  /// A number.
  mutating func add(_ name: StaticString, _ number: Int) { lines.append("\(name): \(number)") }

  /// A list; nothing where it is empty.
  mutating func add(_ name: StaticString, _ list: [String]) {
    guard !list.isEmpty else { return }
    lines.append("\(name): [\(list.map(FrontMatter.quoted).joined(separator: ", "))]")
  }

  /// The block with its fences.
  var text: String { "---\n" + lines.map { $0 + "\n" }.joined() + "---\n" }

  /// A double-quoted scalar (YAML 1.2.2, section 7.3.1), in which nothing but the two signs and what cannot
  /// be printed is special.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        result.append("\\")
        result.unicodeScalars.append(scalar)
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
