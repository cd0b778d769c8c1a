/// Whether a page shows the report at all: error pages and pages that ask for money first.
enum PageAccess {
  /// Error pages hold less running text than this, in bytes.
  private static let longestError = 700
  /// What a page shows of a report before it asks for money is mostly shorter than this, in bytes.
  private static let longestStub = 2200

  /// How the titles of error pages and checks of browsers begin, or all they say.
  private static let errorTitles: [String] = [
    "error 404", "error 403", "page not found",
    "not found", "access denied", "access to this page has been denied", "forbidden",
    "just a moment", "attention required", "are you a robot", "robot check", "bot verification",
    "security check", "please wait", "service unavailable", "bad gateway", "gateway time",
    "internal server error", "page unavailable", "this page isn't available",
    "this page is not available", "pardon our interruption", "blocked", "ddos-guard",
    "checking your browser", "verifying you are human", "one more step", "login required",
    "seite nicht gefunden", "nicht gefunden", "fehler 404", "page introuvable",
    "página no encontrada", "pagina non trovata",
  ]
  private static let errorLines: [String] = [
    "the page you are looking for", "the page you requested could not be found",
    "page you were looking for", "this page could not be found", "the requested url was not found",
    "enable javascript and cookies to continue", "verify you are human", "unusual traffic from",
    "you don't have permission to access", "you have been blocked",
    "checking if the site connection",
    "this website is using a security service", "access to this page has been denied",
    "please enable cookies", "is currently offline", "your access to this site has been limited",
  ]
  private static let wallLines: [StaticString] = [
    "to continue reading", "continue reading with", "subscribe to read", "subscribe to continue",
    "subscribe to unlock", "subscribe now to read", "this article is for subscribers",
    "this story is for subscribers", "this content is for subscribers",
    "this content is reserved for subscribers", "exclusive to subscribers", "subscriber only",
    "subscribers only", "for subscribers only", "already a subscriber", "already have an account",
    "register to continue", "register to read", "sign in to continue", "log in to continue",
    "to read the full story", "to view the full story", "read the full story with",
    "unlock this article", "you have reached your limit", "free articles remaining",
    "weiterlesen mit", "jetzt weiterlesen", "exklusiv für abonnenten", "für abonnenten",
    "um den artikel zu lesen", "testen sie jetzt", "réservé aux abonnés", "il vous reste",
    "para seguir leyendo", "contenido exclusivo para suscriptores", "solo para suscriptores",
    "contenuto riservato agli abbonati",
  ]

  /// What an error page says of itself; nil where the page is none.
  static func errorMessage(_ titles: [String], _ parts: [Part]) -> String? {
    guard PageText.prose(parts) <= longestError else { return nil }
    for title in titles where isErrorTitle(title.lowercased()) { return title }
    for part in parts.prefix(6) {
      let small = part.line.string.lowercased()
      if errorLines.contains(where: { small.contains($0) }) {
        return String(part.line.string.prefix(80))
      }
    }
    return nil
  }

  /// Whether a title in small letters is that of an error page: a status with its name, or a sentence
  /// that servers give.
  private static func isErrorTitle(_ title: String) -> Bool {
    guard title.utf8.count <= 80 else { return false }
    let rest = title.drop { $0.isNumber || $0 == " " || $0 == "-" || $0 == ":" || $0 == "|" }
    let code = title.prefix { $0.isNumber }
    let isStatus = ["400", "401", "403", "404", "410", "429", "500", "502", "503", "504"]
      .contains(String(code))
    if isStatus, rest.isEmpty || rest.hasPrefix("error") || rest.hasPrefix("page") { return true }
    return errorTitles.contains {
      rest.hasPrefix($0)
        && !(rest.dropFirst($0.count).first.map { $0.isLetter || $0.isNumber } ?? false)
    }
  }

  /// Whether the text is the part of a report that is shown before the page asks for money or a login.
  ///
  /// - Parameters:
  ///   - isFree: what the page's JSON-LD says (`isAccessibleForFree`); nil where it says nothing.
  ///   - tree: the page, whose short lines may name the wall.
  static func isStub(_ parts: [Part], isFree: Bool?, _ tree: HTMLTree) -> Bool {
    guard PageText.prose(parts) <= longestStub, isFree != true else { return false }
    if isFree == false { return true }
    var lines: [UInt8] = []
    for node in tree.nodes
    where node.tag == .text && (16...400).contains(node.upper - node.lower)
      && !tree.nodes[Int(node.parent)].tag.isSilent
    {
      for byte in tree.text[Int(node.lower)..<Int(node.upper)] {
        lines.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
      lines.append(10)
    }
    return wallLines.contains { lines[...].firstPlace(of: $0) != nil }
  }
}
