internal import SaysoLanguage

/// Reads offices from the words right before and after a name.
enum OfficeReader {
  /// The office that a phrase with nothing else in it describes ("Ukraine's president", "the president
  /// of Ukraine", "Kremlin spokesman"); nil where it is none.
  ///
  /// Owners that no table knows must be in `owners` (their ``ActorReading/nameKey(_:)``), unless that
  /// is nil.
  static func office(described phrase: String, owners: Set<String>? = nil) -> FoundOffice? {
    var words = phrase.replacing("’", with: "'").split(separator: " ").map(String.init)
    if words.count > 1, ["the", "a", "an"].contains(words[0].lowercased()) { words.removeFirst() }
    var isFormer = false
    words.removeAll { word in
      let plain = word.lowercased()
      if formerWords.contains(plain) { isFormer = true }
      return formerWords.contains(plain) || fillers.contains(plain)
    }
    // The longest role at the end, or before "of" or "for".
    let border = words.firstIndex { ["of", "for"].contains($0.lowercased()) }
    if let (role, count) = role(endingAt: words.count, in: words) {
      let owner = words[..<(words.count - count)].joined(separator: " ")
      if let key = ownerKey(owner, owners) {
        return FoundOffice(owner: key, role: role, isFormer: isFormer, words: phrase)
      }
    }
    if let border, let (role, count) = role(endingAt: border, in: words) {
      let after = words[(border + 1)...].joined(separator: " ")
      let before = words[..<(border - count)].joined(separator: " ")
      if let key = ownerKey(before.isEmpty ? after : before, owners) {
        return FoundOffice(owner: key, role: role, isFormer: isFormer, words: phrase)
      }
    }
    return nil
  }

  /// The role that a phrase is, in its plain form.
  static func role(of phrase: String) -> String? {
    let words = phrase.split(separator: " ").map(String.init)
    return role(endingAt: words.count, in: words).flatMap { $0.1 == words.count ? $0.0 : nil }
  }

  /// Whether a word ends a role's name: a quick look before the long one.
  static func canEndRole(_ word: String) -> Bool {
    lastWords.contains(word.foldedForNames.filter { $0 != "." })
  }

  private static let lastWords = Set(
    roles.keys.compactMap { $0.split(separator: " ").last.map(String.init) })

  /// The role that ends before a word, with its length in words.
  private static func role(endingAt end: Int, in words: [String]) -> (String, Int)? {
    guard end > 0, canEndRole(words[end - 1]) else { return nil }
    for count in stride(from: min(4, end), through: 1, by: -1) {
      let phrase = words[(end - count)..<end].joined(separator: " ").foldedForNames
        .replacing("defence", with: "defense").filter { $0 != "." }
      if let role = roles[phrase] { return (role, count) }
    }
    return nil
  }

  /// A state's code, a body's key or a folded name; empty for no words; nil for what owns nothing.
  private static func ownerKey(_ words: String, _ owners: Set<String>?) -> String? {
    var own = words
    for ending in ["'s", "s'", " '"] where own.hasSuffix(ending) {
      own = String(own.dropLast(ending == "s'" ? 1 : 2))
      break
    }
    while own.hasSuffix(" ") { own.removeLast() }
    if own.lowercased().hasPrefix("the ") { own = String(own.dropFirst(4)) }
    if own.isEmpty { return "" }
    let states = StateTable.shared
    if let state = states.state(named: own) ?? states.state(demonym: own) { return state.code }
    if let body = BodyTable.shared.body(named: own) { return body.key }
    if case .owned(let state, let bodyClass)? = ActorReading.owned(own) {
      return "\(state) \(bodyClass)"
    }
    guard let first = own.first, first.isUppercase, own.split(separator: " ").count <= 5 else {
      return nil
    }
    let key = ActorReading.nameKey(own)
    return owners?.contains(key) == false ? nil : key
  }

  private static let formerWords: Set<String> = [
    "former", "ex", "late", "then", "outgoing", "onetime",
  ]
  private static let fillers: Set<String> = [
    "current", "newly", "elected", "new", "top", "chief-", "acting", "longtime", "embattled",
    "right-wing", "conservative", "liberal", "democratic", "republican", "incumbent",
  ]

  /// Roles: the plain form, and how else it is written.
  private static let roles: [String: String] = {
    var table: [String: String] = [:]
    for line in facts.split(separator: "\n") {
      let halves = line.split(separator: ":", maxSplits: 1)
      let plain = String(halves[0])
      table[plain] = plain
      if halves.count > 1 {
        for form in halves[1].split(separator: ",") {
          table[String(form.drop { $0 == " " })] = plain
        }
      }
    }
    return table
  }()

  private static let facts = """
    president
    vice president: vice-president
    president-elect
    prime minister: premier
    deputy prime minister
    chancellor
    foreign minister: minister of foreign affairs, external affairs minister
    defense minister: minister of defense
    interior minister: minister of the interior, home secretary
    finance minister: minister of finance
    justice minister
    health minister
    energy minister
    economy minister
    foreign secretary
    secretary of state
    defense secretary: secretary of defense
    treasury secretary
    homeland security secretary
    health secretary
    interior secretary
    commerce secretary
    press secretary
    attorney general
    surgeon general: surgeon-general
    solicitor general
    secretary-general: secretary general
    national security adviser: national security advisor
    chief of staff
    spokesperson: spokesman, spokeswoman, deputy spokesman
    house speaker: speaker of the house
    speaker
    senate majority leader
    senate minority leader
    house majority leader
    house minority leader
    majority leader
    minority leader
    governor: gov
    mayor
    senator: sen, sens
    representative: rep, reps, congressman, congresswoman
    supreme leader
    leader
    king
    queen
    crown prince
    prince
    princess
    pope
    archbishop
    chief justice
    justice
    judge
    ambassador
    general: gen
    commander
    chief executive: ceo, chief executive officer
    chairman: chairwoman, chair
    director
    coach: head coach
    police chief: chief of police
    commissioner
    minister
    district attorney
    prosecutor
    lawyer: attorney
    """
}
