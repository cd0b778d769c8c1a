import SaysoRecords

/// Chooses among the parts of a message those that are its text (RFC 2046, section 5.1).
struct MailBody {
  /// The paragraphs, in order.
  let parts: [Part]
  /// Whether they come from a page rather than from plain text.
  let isPage: Bool

  /// The text of `message`; empty when it has none.
  init(_ message: MIMEMessage) {
    let found = MailBody.read(message)
    parts = found.parts
    isPage = found.isPage
  }

  private init(_ parts: [Part], isPage: Bool) {
    self.parts = parts
    self.isPage = isPage
  }

  private static let nothing = MailBody([], isPage: false)

  private static func read(_ part: MIMEMessage) -> MailBody {
    guard !part.isAttachment else { return nothing }
    switch part.mediaType {
    case "text/html", "application/xhtml+xml": return page(part)
    case "text/plain": return plain(part)
    case "multipart/alternative": return best(of: part.children.map(read))
    case "multipart/related": return read(root(of: part)) ?? nothing
    case let type where type.hasPrefix("multipart/"):
      let texts = part.children.map(read).filter { !$0.parts.isEmpty }
      return MailBody(texts.flatMap(\.parts), isPage: texts.contains { $0.isPage })
    default: return nothing
    }
  }

  private static func read(_ part: MIMEMessage?) -> MailBody? { part.map { read($0) } }

  /// The page where it holds prose, and at least half as much as the plain text does.
  private static func best(of bodies: [MailBody]) -> MailBody {
    let page = bodies.last { $0.isPage && !$0.parts.isEmpty }
    let plain = bodies.last { !$0.isPage && !$0.parts.isEmpty }
    guard let page else { return plain ?? nothing }
    guard let plain else { return page }
    let prose = PageText.prose(page.parts)
    return prose > 0 && prose * 2 >= PageText.prose(plain.parts) ? page : plain
  }

  /// The part that a multipart/related starts with (RFC 2387, section 3.2).
  static func root(of part: MIMEMessage) -> MIMEMessage? {
    if let start = part.parameters["start"] {
      let named = part.children.first { child in
        child.header.text("content-id").map { bare($0) == bare(start) } ?? false
      }
      if let named { return named }
    }
    let type = part.parameters["type"]?.lowercased()
    return part.children.first { $0.mediaType == type }
      ?? part.children.first {
        $0.mediaType == "text/html" || $0.mediaType == "application/xhtml+xml"
      } ?? part.children.first
  }

  /// An id without its angle brackets.
  private static func bare(_ id: String) -> String {
    LineOfText(id).string.filter { $0 != "<" && $0 != ">" }
  }

  private static func page(_ part: MIMEMessage) -> MailBody {
    MailBody(HTMLReader.fragmentParts(of: part.text), isPage: true)
  }

  private static func plain(_ part: MIMEMessage) -> MailBody {
    let text = MailText(
      part.text, isFlowed: part.parameters["format"]?.lowercased() == "flowed",
      dropsSpace: part.parameters["delsp"]?.lowercased() == "yes")
    let parts = LineLayout(text.bytes[...]).paragraphs.map { paragraph in
      let line = LineOfText(paragraph).bytes
      for bullet in ["* ", "- ", "• "] as [StaticString] where line.begins(with: bullet) {
        return Part(kind: .listItem, bytes: line.dropFirst(bullet.utf8CodeUnitCount))
      }
      return Part(kind: .paragraph, bytes: paragraph)
    }
    return MailBody(parts, isPage: false)
  }
}
