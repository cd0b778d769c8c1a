/// The names in what a page states as its author or shows as its byline.
struct StatedAuthors {
  /// Names of persons, teams and agencies, in order, each once.
  private(set) var names: [String] = []
  /// Handles and other names that only stand in where nothing better is stated ("jane-doe").
  private(set) var handles: [String] = []

  private static let openings = [
    "by", "by:", "von", "von:", "par", "por", "di", "da", "de", "door", "author:", "autor:",
    "autorin:",
    "text:", "written", "posted", "published", "reported", "words:", "words", "geschrieben",
    "veröffentlicht",
    "verfasst", "story", "auteur:", "autore:", "foto:", "erstellt", "publicado", "publié",
    "eingestellt",
  ]
  private static let joints: Set<String> = [
    "and", "&", "und", "et", "y", "with", "sowie", "og", "och", "ja",
  ]
  private static let nobody: Set<String> = [
    "admin", "administrator", "editor", "editors", "staff", "redaktion", "die redaktion",
    "webmaster", "user", "author",
    "autor", "unknown", "none", "null", "guest", "gast", "anonymous", "super user", "root",
    "redazione",
    "redacción", "rédaction", "la rédaction", "default", "n/a", "by", "von", "undefined", "test",
    "news desk", "web desk", "editorial", "moderator", "agencies", "agenturen", "no author",
    "more posts", "wordpressadmin", "siteadmin", "publisher", "newsroom", "-", "posted", "written",
    "published",
  ]
  /// Words of a piece that tells what its writer is rather than who.
  private static let roles: Set<String> = [
    "reporter", "editor", "correspondent", "writer", "director", "staff", "journalist", "redakteur",
    "redakteurin", "columnist", "contributor", "producer", "chief", "phd", "md", "jr", "bureau",
    "desk", "analyst",
    "politics", "editorial", "autor", "autorin", "freelance", "korrespondent", "korrespondentin",
    "head",
  ]
  /// How the names of teams end that stand for the outlet.
  private static let houseRoles: Set<String> = [
    "staff reporter", "staff reporters", "staff writer", "staff writers", "news staff", "web desk",
    "news desk", "news agencies", "editorial team", "news team", "staff correspondent",
  ]
  /// Words before which a name ends.
  private static let ends: Set<String> = [
    "in", "for", "at", "am", "um", "on", "updated", "published", "posted", "|", "•", "·", "–", "—",
    "-", "//",
    "follow", "is", "ist", "veröffentlicht", "aktualisiert", "vom", "from", "for:", "today", "›",
    "»", "schreibt",
  ]

  /// The agencies that are credited as authors.
  private static let agencies: Set<String> = [
    "associated press", "the associated press", "ap", "reuters", "thomson reuters", "afp",
    "agence france-presse",
    "agence france presse", "dpa", "pa", "pa media", "press association", "pa news agency", "apa",
    "epd", "kna", "sid",
    "efe", "ansa", "tass", "interfax", "xinhua", "kyodo", "kyodo news", "yonhap", "ani", "pti",
    "ians", "bernama", "upi",
    "anadolu agency", "aap", "australian associated press", "the canadian press", "canadian press",
    "belga", "anp",
    "ritzau", "ntb", "tt", "lusa", "afp, reuters", "jiji press", "dpa-afx", "sda", "keystone-sda",
    "bloomberg",
  ]

  /// The agency among the names, as written; nil where there is none.
  var agency: String? {
    names.first { StatedAuthors.agencies.contains($0.lowercased()) }
  }

  /// Reads what is stated, value by value.
  ///
  /// - Parameters:
  ///   - isInverted: whether a value with one comma is family name, given name, as in Dublin Core.
  ///   - isShown: whether it is text of the page, of which only what looks like names is taken.
  ///   - isLoose: whether a single word is no name: the element might hold anything.
  init(
    _ values: [String], isInverted: Bool = false, isShown: Bool = false, isLoose: Bool = false
  ) {
    for value in values.prefix(40) where value.utf8.count <= 600 {
      let text = HTMLEntity.decoded(value)
      let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
      if isInverted, commas == 1 {
        let halves = text.split(separator: ",").map { LineOfText(String($0)).string }
        if halves.count == 2, !StatedAuthors.isAside(halves[1]) {
          add(halves[1] + " " + halves[0], isShown)
          continue
        }
      }
      read(text, isShown)
    }
    if isLoose {
      names.removeAll { !$0.contains(" ") && !StatedAuthors.agencies.contains($0.lowercased()) }
      handles = []
    }
  }

  private mutating func read(_ text: String, _ isShown: Bool) {
    var word: [Substring] = []
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    while let first = words.first, words.count > 1,
      StatedAuthors.openings.contains(first.lowercased())
    {
      if isShown || words.count > 2 || first.lowercased() == "by" {
        words.removeFirst()
      } else {
        break
      }
    }
    var isDone = false
    func flush(_ names: inout StatedAuthors) {
      if !word.isEmpty { names.add(word.joined(separator: " "), isShown) }
      word = []
    }
    for token in words where !isDone {
      let small = token.lowercased()
      if StatedAuthors.joints.contains(small) || small == "|" || small == "/" || small == "•"
        || small == "·"
      {
        flush(&self)
        if small == "|", isShown { isDone = true }
        continue
      }
      let isEnd =
        StatedAuthors.ends.contains(small) || token.first.map(\.isNumber) == true
        || token.hasPrefix("(") || (token.hasPrefix("@") && !word.isEmpty)
      if isEnd, !word.isEmpty || isShown {
        // "Jane Doe in Paris", but a stated team may well be "Staff for the Weekend".
        flush(&self)
        isDone = true
        continue
      }
      var piece = token
      var ends = false
      while let last = piece.last, last == "," || last == ";" || last == ":" {
        piece.removeLast()
        ends = true
      }
      if piece.contains("/") || piece.contains(";"), !piece.contains("://") {
        let parts = piece.split { $0 == "/" || $0 == ";" }
        for part in parts.dropLast() {
          word.append(part)
          flush(&self)
        }
        if let last = parts.last { word.append(last) }
      } else if let comma = piece.firstIndex(of: ","), comma > piece.startIndex {
        word.append(piece[..<comma])
        flush(&self)
        word.append(piece[piece.index(after: comma)...])
      } else if !piece.isEmpty {
        word.append(piece)
      }
      if ends { flush(&self) }
    }
    flush(&self)
  }

  private static func isAside(_ piece: String) -> Bool {
    piece.lowercased().split { !$0.isLetter }.contains { roles.contains(String($0)) }
  }

  private mutating func add(_ piece: String, _ isShown: Bool) {
    var name = piece
    while let last = name.last, ".,:;|-–•*".contains(last), !(last == "." && name.hasSuffix("r.")) {
      name.removeLast()
    }
    while let first = name.first, ".,:;|-–•*@".contains(first) { name.removeFirst() }
    name = LineOfText(name).string
    let small = name.lowercased()
    let words = name.split(separator: " ")
    guard !name.isEmpty, name.utf8.count <= 60, words.count <= 6,
      !StatedAuthors.nobody.contains(small),
      !name.contains("://"), !small.hasPrefix("www."), name.contains(where: \.isLetter),
      !(name.contains("@") && name.contains("."))
    else { return }
    if !names.isEmpty, StatedAuthors.isAside(name) { return }
    if isShown {
      guard words.count <= 5,
        words.allSatisfy({ word in
          guard let first = word.first(where: \.isLetter) else { return false }
          return first.isUppercase || !first.isCased
            || [
              "van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "al", "bin", "zu",
              "el", "dos", "ter",
            ].contains(String(word))
        }), !StatedAuthors.isAside(name)
      else {
        if words.count == 1, !StatedAuthors.isAside(name), !handles.contains(name) {
          handles.append(name)
        }
        return
      }
    }
    let isHandle = words.count == 1 && name.allSatisfy { !$0.isUppercase && $0.isASCII }
    if isHandle {
      if !handles.contains(name) { handles.append(name) }
      return
    }
    let key = StatedAuthors.key(name)
    if !names.contains(where: { StatedAuthors.key($0) == key }) { names.append(name) }
  }

  private static func key(_ name: String) -> [UInt8] { TitleKey.key(name) }

  /// The names without those of the outlet itself.
  func persons(besides outlets: Set<[UInt8]>) -> [String] {
    names.filter { name in
      // "Herald staff reporter" names the house.
      let ending = name.lowercased().split(separator: " ").suffix(2).joined(separator: " ")
      return !outlets.contains(TitleKey.key(name)) && !StatedAuthors.houseRoles.contains(ending)
    }
  }
}
