internal import Sayso

/// HTML that is made piece by piece: markup is written in the program, everything else is escaped.
struct HTMLText {
  private(set) var html = ""

  /// Adds markup, which only the program's own source can hold.
  mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { html += String(decoding: $0, as: UTF8.self) }
  }

  /// Adds text as text.
  mutating func add(text: String) { html += HTMLText.escaped(text) }

  /// Adds a number.
  mutating func add(_ number: Int) { html += String(number) }

  /// Adds a coordinate, with one digit after the point.
  mutating func add(_ number: Double) {
    let tenths = Int((number * 10).rounded())
    html += "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Adds what was made in the same way.
  mutating func add(_ other: HTMLText) { html += other.html }

  /// Text as HTML, for contents and for values of attributes between quotation marks.
  ///
  /// By scalars: as a Character a quotation mark with a combining accent is no quotation mark, to a
  /// browser it is one. Characters that turn the direction of writing are shown by their numbers, and
  /// controls as U+FFFD.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 32)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      default:
        if scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) {
          result.unicodeScalars.append("\u{FFFD}")
        } else if TurningCharacters.turns(scalar) {
          result += TurningCharacters.shown(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 32 && byte < 127 && byte != 38 && byte != 60 && byte != 62 && byte != 34 && byte != 39
  }
}
