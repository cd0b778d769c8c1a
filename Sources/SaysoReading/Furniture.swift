/// Tells the lines of a page that report nothing: captions, credits, appeals, buttons.
enum Furniture {
  /// What a line is for.
  enum Role: Equatable {
    /// It may be part of the report's running text.
    case body
    /// The words under a picture.
    case caption
    /// Who wrote, reported and edited: "(Reporting by …)".
    case credit
    /// "By Jane Doe"; the value is the name or names.
    case byline(String)
    /// A button, an appeal, a pointer to something else.
    case appeal
  }

  /// The role of one line or paragraph.
  static func role(of line: LineOfText) -> Role {
    let bytes = line.bytes
    if isReferences(line) { return .appeal }
    guard bytes.count <= 1200 else { return .body }
    if let names = byline(line) { return .byline(names) }
    let small = line.lowercased[...]
    if isCredit(small) { return .credit }
    if isCaption(line, small) { return .caption }
    if bytes.count <= 360, !line.startsQuotation, isAppeal(small) { return .appeal }
    return .body
  }

  /// Whether at least half of the bytes belong to addresses, as in lists of notes.
  private static func isReferences(_ line: LineOfText) -> Bool {
    guard line.bytes.firstPlace(of: "://") != nil else { return false }
    let inAddresses = line.words.reduce(0) { $0 + ($1.firstPlace(of: "://") == nil ? 0 : $1.count) }
    return inAddresses * 2 >= line.bytes.count
  }

  // MARK: - Bylines and credits

  /// Names after "By", each word with a capital; little words and commas may join them.
  private static func byline(_ line: LineOfText) -> String? {
    let bytes = line.bytes
    guard bytes.count <= 140, bytes.count > 5,
      bytes.begins(with: "By ") || bytes.begins(with: "BY ") || bytes.begins(with: "by "),
      !bytes.contains(UInt8(ascii: "?"))
    else { return nil }
    let names = LineOfText(bytes.dropFirst(3))
    let words = names.words
    guard (1...16).contains(words.count), !names.endsSentence || names.bytes.ends(with: "r.") else {
      return nil
    }
    var capitals = 0
    for word in words {
      guard let first = word.first else { continue }
      if (0x41...0x5A).contains(first) || first >= 0xC3 {
        capitals += 1
      } else if ![
        Array("and".utf8), Array("in".utf8), Array("for".utf8), Array("with".utf8),
        Array("of".utf8), Array("de".utf8), Array("van".utf8), Array("von".utf8), Array("al".utf8),
        Array("|".utf8), Array("&".utf8), Array("at".utf8), Array("the".utf8),
      ].contains(Array(word)) {
        return nil
      }
    }
    return capitals >= 1 && capitals * 2 >= words.count ? names.string : nil
  }

  /// Whether the line is nothing but names of two persons or more, each of two to four words.
  static func isNames(_ line: LineOfText) -> Bool {
    guard line.bytes.count <= 140, !line.endsSentence, line.wordCount(upTo: 17) <= 16 else {
      return false
    }
    var people = 0
    var words = 0
    for word in line.words {
      let bare = word.last == UInt8(ascii: ",") ? word.dropLast() : word
      if bare.elementsEqual("and".utf8) || bare.elementsEqual("&".utf8) {
        guard (2...4).contains(words) else { return false }
        people += 1
        words = 0
        continue
      }
      guard let first = bare.first, (0x41...0x5A).contains(first) || first >= 0xC3 else {
        return false
      }
      words += 1
      if bare.count < word.count {
        guard (2...4).contains(words) else { return false }
        people += 1
        words = 0
      }
    }
    return (2...4).contains(words) && people >= 1
  }

  private static func isCredit(_ small: ArraySlice<UInt8>) -> Bool {
    let rest = small.first == UInt8(ascii: "(") ? small.dropFirst() : small
    return rest.begins(with: "reporting by ") || rest.begins(with: "editing by ")
      || rest.begins(with: "additional reporting") || rest.begins(with: "writing by ")
      || rest.begins(with: "our standards: ") || rest.begins(with: "compiled by ")
  }

  // MARK: - Captions

  private static let photoWords: [StaticString] = [
    "getty images", "ap photo", "photo by", "photo:", "photo courtesy", "photograph:", "picture:",
    "image credit", "photo credit", "courtesy of", "file photo", "handout", "file:", "source:",
    "via getty", "photo/", "image:", "photos:", "credit:",
  ]
  private static let agencies: [StaticString] = [
    "reuters", "afp", "ap", "epa", "getty", "yonhap", "xinhua", "tass", "upi", "ap photo",
    "anadolu",
    "shutterstock", "alamy", "flickr",
  ]

  private static func isCaption(_ line: LineOfText, _ small: ArraySlice<UInt8>) -> Bool {
    for mark in [
      "photo:", "photo by ", "photo credit", "image:", "photograph:", "picture:", "photos:",
      "caption:", "image credit", "file photo",
    ]
      as [StaticString]
    where small.begins(with: mark) { return true }
    if small.begins(with: "pictured")
      || line.wordCount(upTo: 41) <= 40
        && (small.firstPlace(of: " is pictured ") != nil
          || small.firstPlace(of: " are pictured ") != nil)
    {
      return true
    }
    if let inner = lastBracket(small) {
      if inner.ends(with: " photo") || inner.ends(with: " photos") || inner.ends(with: " images") {
        return true
      }
      for word in photoWords where inner.firstPlace(of: word) != nil { return true }
      let pieces = inner.split { $0 == UInt8(ascii: "/") }
      if pieces.count > 1 {
        for piece in pieces {
          let name = LineOfText(piece).bytes
          for agency in agencies where name.elementsEqual(agency.withUTF8Buffer { Array($0) }) {
            return true
          }
        }
      }
    }
    return hasTrailingCredit(line, small)
  }

  /// A credit without brackets after the last sentence, as "PHOTO: YONHAP/HERALD".
  private static func hasTrailingCredit(_ line: LineOfText, _ small: ArraySlice<UInt8>) -> Bool {
    guard line.wordCount(upTo: 121) <= 120 else { return false }
    for mark in [
      " photo: ", " photo by ", " photo credit", " image: ", " picture: ", " credit: ",
      " photograph: ", " photo courtesy",
    ]
      as [StaticString]
    {
      guard let place = small.firstPlace(of: mark) else { continue }
      let tail = LineOfText(small[(place + 1)...])
      if tail.wordCount(upTo: 15) <= 14,
        LineOfText(small[..<place]).endsSentence || !tail.endsSentence
      {
        return true
      }
    }
    return small.ends(with: "getty images") || small.ends(with: "/reuters")
      || small.ends(with: "/afp")
      || small.ends(with: "/ap")
  }

  /// What stands in the bracket that ends the line.
  private static func lastBracket(_ small: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = small
    if rest.last == UInt8(ascii: ".") { rest = rest.dropLast() }
    guard let last = rest.last else { return nil }
    let open: UInt8
    switch last {
    case UInt8(ascii: ")"): open = UInt8(ascii: "(")
    case UInt8(ascii: "]"): open = UInt8(ascii: "[")
    default: return nil
    }
    guard let start = rest.lastIndex(of: open) else { return nil }
    return rest[(start + 1)..<(rest.endIndex - 1)]
  }

  // MARK: - Appeals

  /// Lines that are one of these, apart from punctuation around them.
  private static let buttons: Set<[UInt8]> = Set(
    [
      "advertisement", "ad", "comments", "comment", "share", "share this", "print", "email", "save",
      "related", "related articles", "related stories", "related news", "related topics", "listen",
      "more to read", "read also", "also read", "read next", "see also", "tags", "topics",
      "subscribe", "sign up", "log in", "sign in", "login", "register", "menu", "search", "close",
      "skip to content", "skip to main content", "top stories", "most read", "most popular",
      "latest news", "trending", "recommended", "recommended for you", "donate", "donate now",
      "support us", "follow us", "newsletter", "copy link", "facebook", "twitter", "x", "whatsapp",
      "telegram", "linkedin", "pinterest", "reddit", "instagram", "youtube", "gift article",
      "show more", "load more", "view more", "back to top", "story continues below", "watch live",
    ].map { Array($0.utf8) })

  /// How lines begin that ask something of the reader or point elsewhere.
  private static let openings: [StaticString] = [
    "read more", "read also", "also read", "read next", "see also:", "related:", "more on this",
    "more from ", "sign up for", "sign up to", "sign up here", "subscribe to", "subscribe now",
    "subscribe for", "follow us", "join our", "join us on", "click here", "tap here",
    "download our app", "download the app", "get our ", "get the latest", "share this",
    "advertisement",
    "story continues below", "article continues below", "continue reading", "skip to ", "watch:",
    "watch |", "listen:", "tags:", "filed under", "all rights reserved", "copyright ", "\u{A9}",
    "we use cookies", "this site uses cookies", "this website uses cookies", "by continuing to use",
    "accept all cookies", "enter your email", "your support ", "support our ", "donate ",
    "for more information, visit", "have a tip?", "send us a tip", "leave a reply",
    "leave a comment",
    "show me more content", "add us as a preferred source", "make us preferred",
    "our free newsletter",
    "recommended stories", "we bring you stories", "illustrative photo", "illustrative image",
    "please make sure all",
    "get instant alerts", "list of ", "follow ", "like us on", "to get more stories", "want more ",
  ]

  private static func isAppeal(_ small: ArraySlice<UInt8>) -> Bool {
    var core = small
    while let last = core.last, !(97...122).contains(last), last < 0x80 { core = core.dropLast() }
    while let first = core.first, !(97...122).contains(first), first < 0x80 {
      core = core.dropFirst()
    }
    if core.isEmpty { return !small.isEmpty && !small.contains { (48...57).contains($0) } }
    if buttons.contains(Array(core)) { return true }
    if core.ends(with: " ago"), small.count <= 20, (48...57).contains(small.first ?? 0) {
      return true
    }
    for opening in openings where small.begins(with: opening) {
      switch opening.description {
      case "follow ": if small.firstPlace(of: " on ") == nil || core.count > 90 { continue }
      case "list of ": if small.firstPlace(of: " list") == nil { continue }
      case "copyright ": if small.firstPlace(of: "20") == nil, core.count > 60 { continue }
      case "more from ", "donate ", "get our ", "want more ": if core.count > 90 { continue }
      default: break
      }
      return true
    }
    return small.firstPlace(of: "all rights reserved") != nil
      || (small.firstPlace(of: "privacy policy") != nil && small.firstPlace(of: "terms") != nil)
      || (small.firstPlace(of: "cookies") != nil && small.firstPlace(of: "we use") != nil)
      || small.firstPlace(of: "your support helps") != nil
      || small.firstPlace(of: "browser does not support") != nil
      || small.firstPlace(of: "be the first to know when") != nil
      || small.firstPlace(of: "make a text selection") != nil
  }
}
