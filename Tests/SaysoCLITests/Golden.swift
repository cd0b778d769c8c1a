import Foundation
import Testing

/// Texts that the program must print to the byte.
///
/// `scripts/bless` rewrites them and still fails the run, so that nobody takes a new text unread.
enum Golden {
  /// Whether goldens are being rewritten.
  static var isBlessing: Bool { ProcessInfo.processInfo.environment["SAYSO_BLESS"] == "1" }

  /// Compares `text` with the golden of that name.
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = packageFolder.appending(path: "Tests/SaysoCLITests/Goldens/\(name)")
    if isBlessing {
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was rewritten; read the diff", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(
      text == expected, "\(name) differs; scripts/bless rewrites it", sourceLocation: sourceLocation
    )
  }
}
