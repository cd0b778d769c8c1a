import SaysoRecords

/// Finds what a house adds under its reports: appeals to write, follow, subscribe or give, and the
/// life of the author.
enum ClosingLines {
  /// No more parts than this are looked at from the end.
  private static let most = 5
  /// Longer parts are the report's.
  private static let mostWords = 70

  /// How many of the last parts are such.
  ///
  /// - Parameters:
  ///   - parts: the parts of a report.
  ///   - byline: its authors; a last part that begins with the name of one and goes on with "is" or
  ///     the like tells the author's life.
  static func count(in parts: [Part], byline: String?) -> Int {
    let authors = (byline ?? "").split { $0 == "," || $0 == "&" }
      .map { Array(LineOfText(String($0)).bytes) }
      .filter { $0.contains(32) }
    var count = 0
    for part in parts.suffix(min(most, max(0, parts.count - 2))).reversed() {
      let line = part.line
      guard part.kind != .listItem, !part.isApart, line.wordCount(upTo: mostWords + 1) <= mostWords,
        !line.startsQuotation, isAppeal(line) || authors.contains(where: { isLife(line, of: $0) })
      else { break }
      count += 1
    }
    return count
  }

  /// Words by which a house speaks to its readers of itself; each must meet a deed.
  private static let addresses: Set<String> = [
    "you", "your", "us", "our", "here", "sie", "ihr", "ihre", "ihren", "uns", "unser", "unsere",
    "unserem", "unseren", "dich", "dein", "hier", "nous", "notre", "nos", "vous", "votre",
    "nuestro",
    "nuestra", "nuestros", "nos", "tu",
  ]
  /// What readers are asked to do, and to what; two of these, or one with a mark of an address.
  private static let deeds: [StaticString] = [
    "newsletter", "follow ", "subscribe", "sign up", "get in touch", "contact us", "email us",
    "emailing us", "e-mail us", "bookmark", "donate", "donation", "download our", "download the",
    "join our", "join us", "news page", "got a story", "got a tip", "have a story", "our homepage",
    "our app", "whatsapp", "telegram channel", "on facebook", "on twitter", "on instagram",
    "abonnieren", "abonniere", "folgen sie", "folge uns", "spenden", "spende", "unterst\u{FC}tze",
    "abonnez", "suivez", "s'inscrire", "suscr\u{ED}bete", "s\u{ED}guenos", "stay informed",
    "letters@", "news@", "webnews@", "support independent", "become a member",
  ]

  private static func isAppeal(_ line: LineOfText) -> Bool {
    let small = line.lowercased[...]
    let speaks = small.split { !(0x61...0x7A).contains($0) && $0 < 0x80 }.contains {
      addresses.contains(String(decoding: $0, as: UTF8.self))
    }
    guard speaks else { return false }
    let found = deeds.count { small.firstPlace(of: $0) != nil }
    return found >= 2 || found == 1 && (line.wordCount(upTo: 31) <= 30)
  }

  /// "Ada Tolv is a reporter for …", "Ada Tolv covers …".
  private static func isLife(_ line: LineOfText, of author: [UInt8]) -> Bool {
    guard line.bytes.starts(with: author) else { return false }
    let next = LineOfText(line.bytes.dropFirst(author.count)).words.first ?? []
    return ["is", "covers", "writes", "reports", "joined", "works", "has"].contains {
      next.elementsEqual($0.utf8)
    }
  }
}
