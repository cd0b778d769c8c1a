import SaysoRecords

/// Reads messages of RFC 5322: newsletters and press releases.
enum MailReader {
  /// The drafts of a message: its own, or that of each message which it forwards.
  static func drafts(
    ofMail bytes: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    let message = MIMEMessage(bytes.drop { $0 == 10 || $0 == 13 })
    let isMessage = ["from", "date", "subject", "content-type", "message-id", "received"]
      .contains { message.header[$0] != nil }
    guard isMessage else {
      throw ReadingError(
        "this is no message: it does not begin with header lines", place: file.name,
        remedy: "save the message whole, with \"From:\" and \"Subject:\", or give its text as .txt")
    }
    let forwarded = forwarded(in: message)
    guard forwarded.count > 1 else {
      return [.success(try draft(of: forwarded.first ?? message, place: file.name))]
    }
    return forwarded.enumerated().map { number, inner in
      Result { () throws(ReadingError) in
        try draft(of: inner, place: "\(file.name), message \(number + 1)")
      }
    }
  }

  /// The drafts of a saved page.
  static func drafts(
    ofMHTML bytes: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    [.success(try SavedPage.draft(of: bytes, file: file))]
  }

  /// The messages inside of a message that forward no further ones.
  private static func forwarded(in message: MIMEMessage) -> [MIMEMessage] {
    message.children.flatMap { child -> [MIMEMessage] in
      let inner = forwarded(in: child)
      guard inner.isEmpty else { return inner }
      return message.mediaType.hasPrefix("message/") ? [child] : []
    }
  }

  private static func draft(
    of message: MIMEMessage, place: String
  ) throws(ReadingError) -> ReportDraft {
    if message.mediaType == "multipart/encrypted" || message.mediaType.hasPrefix("application/") {
      throw ReadingError(
        message.mediaType == "multipart/encrypted" || message.mediaType.contains("pkcs7")
          ? "the message is encrypted" : "the message holds a file and no text",
        place: place, remedy: "open it in the program for mail and save its text as .txt")
    }
    let body = MailBody(message)
    var draft = ReportDraft()
    draft.metadata = metadata(of: message.header)
    draft.parts = MailFurniture.removed(from: body.parts)
    if body.isPage { draft.isPage = false }
    PressRelease.setApart(&draft.parts)
    guard !draft.parts.isEmpty else {
      throw ReadingError(
        "the message has no text of its own", place: place,
        remedy: "give what is attached to it as files of their own")
    }
    return draft
  }

  private static func metadata(of header: MIMEHeader) -> Metadata {
    var metadata = Metadata()
    metadata.title = header.text("subject").flatMap(title)
    if let from = header["from"] {
      let sender = MailSender(from)
      metadata.byline = sender.byline
      metadata.outlet = sender.outlet
    }
    if let date = header["date"] {
      metadata.takeDate(dateText(date), named: "Date")
    }
    metadata.language = header.text("content-language").flatMap(LanguageGuess.normalized)
    return metadata
  }

  /// The subject without marks of forwarding and answering; nil where nothing is left.
  private static func title(_ subject: String) -> String? {
    var line = LineOfText(subject)
    while let colon = line.bytes.prefix(5).firstIndex(of: UInt8(ascii: ":")) {
      let mark = String(decoding: line.bytes[..<colon], as: UTF8.self).lowercased()
      guard ["re", "fw", "fwd", "aw", "wg", "tr", "rv"].contains(mark) else { break }
      line = LineOfText(line.bytes[(colon + 1)...])
    }
    return line.isEmpty ? nil : line.string
  }

  /// A date without its comments ("… +0200 (CEST)").
  static func dateText(_ value: [UInt8]) -> String {
    var depth = 0
    let bytes = value.filter { byte in
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")"), depth > 0 {
        depth -= 1
        return false
      }
      return depth == 0
    }
    return LineOfText(String(decoding: bytes, as: UTF8.self)).string
  }
}
