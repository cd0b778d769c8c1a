internal import SaysoLanguage
internal import SaysoRecords

/// Tells those who pass on what others said from those whom somebody merely addressed: a paper is a
/// relay, a parliament is none.
struct Outlets {
  let input: AttributionInput
  let actors: ReportActors
  /// The report's own outlet and agency, as names or hosts: they relay nothing in it.
  let own: [String]

  init(input: AttributionInput, actors: ReportActors, own: [String] = []) {
    self.input = input
    self.actors = actors
    self.own = own.map(Outlets.letters).filter { !$0.isEmpty }
  }

  /// The outlet that is named or described at a token, its article left out; nil where there is none.
  ///
  /// A name of a body counts unless it is a body that is spoken to; so does a noun phrase whose head
  /// is a medium ("state television").
  func outlet(at token: Int) -> Range<Int>? {
    guard let found = found(at: token), !isOwn(found) else { return nil }
    return found
  }

  /// Whether an outlet is the report's own ("told TIME" in a report of time.com).
  func isOwn(_ outlet: Range<Int>) -> Bool {
    own.contains(Outlets.letters(outlet.map { input.text.word($0) }.joined(separator: " ")))
  }

  /// A name's or a host's letters in lower case, without article, "www" and what follows a dot.
  static func letters(_ name: String) -> String {
    var words = name.lowercased().split { !$0.isLetter && $0 != "." }.map(String.init)
    if words.first?.hasPrefix("http") == true { words.removeFirst() }
    if let host = words.first, host.contains("."), let label = label(of: host) { return label }
    if words.first == "the" { words.removeFirst() }
    return words.joined()
  }

  /// The label of a host that names its owner ("cnn" of "edition.cnn.com", "bbc" of "bbc.co.uk").
  private static func label(of host: String) -> String? {
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count > 2, ["co", "com", "org", "net", "gov"].contains(labels[labels.count - 2])
    else { return labels.dropLast().last ?? labels.last }
    return labels[labels.count - 3]
  }

  private func found(at token: Int) -> Range<Int>? {
    guard token < input.tags.count else { return nil }
    let start = ["the", "a", "an"].contains(lower(token)) ? token + 1 : token
    guard start < input.tags.count else { return nil }
    if let medium = medium(at: start) { return medium }
    guard let name = actors.name(at: start) else { return nil }
    let range = actors.ranges[name]
    guard range.lowerBound == start else { return nil }
    let isKnown = range.contains {
      Outlets.media.contains(lower($0)) || Outlets.kinds.contains(lower($0))
    }
    guard actors.types[name] == .organization || isKnown, isKnown || !isAddressee(range) else {
      return nil
    }
    return range
  }

  /// "state television", "the Interfax news agency", "local media".
  private func medium(at start: Int) -> Range<Int>? {
    var end = start
    var last: Int?
    while end < input.tags.count, end < start + 7 {
      let tag = input.tags[end]
      guard
        tag.isNominal || tag.universal == .adjective || tag.penn == .hyph
          || actors.name(at: end) != nil
      else { break }
      let isName = input.traits[end].flags.contains(.capitalised)
      if Outlets.kinds.contains(lower(end)) || isName && Outlets.media.contains(lower(end)) {
        last = end
      }
      end += 1
    }
    // "a news conference" is none, "the news agency" is one.
    guard var last, last + 1 >= input.tags.count || !Outlets.meetings.contains(lower(last + 1))
    else {
      return nil
    }
    if last + 1 < end, lower(last + 1) == "agency" { last += 1 }
    // The name behind the noun belongs to it ("the state news agency TASS").
    if let name = actors.name(at: last + 1 < input.tags.count ? last + 1 : last),
      actors.ranges[name].lowerBound == last + 1
    {
      return start..<actors.ranges[name].upperBound
    }
    if let name = actors.name(at: last) {
      return start..<max(last + 1, actors.ranges[name].upperBound)
    }
    return start..<last + 1
  }

  private func isAddressee(_ range: Range<Int>) -> Bool {
    range.contains { Outlets.addressees.contains(lower($0)) }
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }

  /// Nouns for media.
  private static let kinds: Set<String> = [
    "media", "television", "tv", "radio", "newspaper", "newspapers", "newswire", "broadcaster",
    "broadcasters", "magazine", "website", "podcast", "channel", "outlet", "outlets", "tabloid",
    "news", "gazette",
  ]

  /// Words in the names of media.
  private static let media: Set<String> = [
    "gazette", "tribune", "herald", "daily", "journal", "times", "post", "press", "courier",
    "bbc", "cnn", "nbc", "cbs", "abc", "npr", "pbs", "msnbc", "cnbc", "ap", "afp", "dpa", "upi",
    "reuters", "bloomberg", "tass", "interfax", "xinhua", "yonhap", "kyodo", "anadolu", "efe",
    "ansa", "kcna", "irna", "sana", "wafa", "ria", "rt", "bild", "spiegel", "monde", "figaro",
    "guardian", "telegraph", "independent", "economist", "politico", "axios", "haaretz", "jazeera",
    "arabiya", "ukrinform", "suspilne", "unian", "pravda", "meduza", "kommersant", "izvestia",
    "time", "newsweek", "observer", "examiner", "chronicle", "globe", "inquirer",
  ]

  private static let meetings: Set<String> = ["conference", "conferences", "briefing", "release"]

  /// Words in names of bodies that one speaks to, and that pass nothing on.
  private static let addressees: Set<String> = [
    "committee", "council", "parliament", "congress", "senate", "house", "court", "assembly",
    "commission", "union", "nations", "party", "ministry", "police", "department", "bank", "un",
    "eu", "nato", "army", "duma", "bundestag", "rada", "knesset", "government", "conference",
    "administration", "university", "association", "forum", "summit", "board", "cabinet", "force",
    "forces", "authority", "agencies",
  ]
}
