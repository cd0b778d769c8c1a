internal import Sayso

/// Words of reports in HTML and XML: always text, never a tag.
enum MarkupText {
  /// Text for elements and for attributes between double quotation marks; what XML 1.0 cannot hold becomes
  /// U+FFFD, and what turns the direction of writing is shown by its number.
  ///
  /// Marks of direction, too, other than on the pages: what is handed on is opened by programs that we do
  /// not know.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x27: result += "&#39;"
      case 0x0D: result += "\n"
      case 0..<9, 0x0B, 0x0C, 0x0E..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF:
        result += "\u{FFFD}"
      case let value where value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
      case _ where TurningCharacters.turns(scalar) || TurningCharacters.marks(scalar):
        result += TurningCharacters.shown(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
