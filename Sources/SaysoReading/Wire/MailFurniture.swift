import SaysoRecords

/// Tells the lines of a newsletter that speak of the newsletter: how to see it, how to leave it.
enum MailFurniture {
  /// Words of such lines, in small letters; a line of at most 400 bytes that holds one is dropped.
  private static let words: [StaticString] = [
    "unsubscribe", "in your browser", "view this email", "view online", "view in browser",
    "web version", "view as a web", "email preferences", "your preferences", "your subscription",
    "you are receiving this", "you're receiving this", "you’re receiving this",
    "you received this", "you are subscribed", "you're subscribed", "you’re subscribed",
    "this email was sent", "this message was sent", "this newsletter was sent", "was sent to you",
    "add us to your address book", "forwarded this", "forward this email", "forward to a friend",
    "forward this newsletter", "opt out", "opt-out", "privacy policy", "having trouble viewing",
    "trouble reading this", "images not displaying", "all rights reserved", "display images",
  ]
  /// Those that stand at the end of a message, after which only addresses and notices come.
  private static let closing: [StaticString] = [
    "unsubscribe", "receiving this", "received this", "was sent to", "email preferences",
    "your preferences", "all rights reserved", "opt out", "opt-out", "you are subscribed",
  ]
  private static let longest = 400

  /// `parts` without such lines, and without what follows the first closing one where that is little.
  static func removed(from parts: [Part]) -> [Part] {
    var kept = parts[...]
    let prose = PageText.prose(parts)
    if let cut = parts.firstIndex(where: { holds(closing, $0) }) {
      let rest = PageText.prose(Array(parts[(cut + 1)...]))
      if rest * 10 < prose || rest < 300, PageText.prose(Array(parts[..<cut])) > rest {
        kept = parts[..<cut]
      }
    }
    return kept.filter { part in
      let line = part.line
      return !holds(words, part) && !isAddress(line)
        && (PressRelease.isEndMark(line) || line.bytes.contains(where: isLetterOrDigit))
    }
  }

  private static func holds(_ words: [StaticString], _ part: Part) -> Bool {
    guard part.bytes.count <= longest, !part.line.startsQuotation else { return false }
    let small = part.line.lowercased[...]
    return words.contains { small.firstPlace(of: $0) != nil }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (48...57).contains(byte) || byte >= 0x80
  }

  /// Whether a line is nothing but an address of the web.
  private static func isAddress(_ line: LineOfText) -> Bool {
    line.wordCount(upTo: 2) == 1
      && (line.bytes.begins(with: "http://") || line.bytes.begins(with: "https://"))
  }
}
