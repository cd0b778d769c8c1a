internal import SaysoLanguage
internal import SaysoRecords

/// What one report's actor is, read from its name alone.
struct ActorReading: Hashable, Sendable {
  /// What the name is of.
  enum Identity: Hashable, Sendable {
    case state(String)
    case body(BodyTable.Body)
    /// A body that only a state and a class tell ("the Moldovan defence ministry").
    case owned(state: String, class: String)
    case person(PersonName)
    /// A lone name of a person.
    case bare(PersonName)
    case name(String)
    /// A body's class without a state ("the foreign ministry").
    case generic(String)
    case group(String)
    case office(String)
    case unnamed
  }

  let identity: Identity
  /// What shows it, where it is more than the name.
  let rule: MergeRule
  let words: String

  init(_ actor: ReportActor, told: ToldStates = ToldStates()) {
    let found = ActorReading.identity(actor, told)
    identity = found.0
    rule = found.1
    words = found.2
  }

  /// A reading that other reports made sure of.
  init(identity: Identity, words: String) {
    self.identity = identity
    rule = .sameName
    self.words = words
  }

  /// The surest reading first.
  var rank: Int { rule == .sameName || rule == .seedTable ? 0 : 1 }

  /// The key under which equal identities are one everywhere; nil where they are not.
  var globalKey: String? {
    switch identity {
    case .state(let code): "1 state \(code)"
    case .body(let body): "1 body \(body.key)"
    case .owned(let state, let bodyClass): "1 owned \(state) \(bodyClass)"
    case .person(let name): "2 person \(name.key)"
    case .name(let key): "3 name \(key)"
    case .group(let key): "3 group \(key)"
    case .office(let key): "3 office \(key)"
    case .bare, .generic, .unnamed: nil
    }
  }

  private static func identity(
    _ actor: ReportActor, _ told: ToldStates
  ) -> (Identity, MergeRule, String) {
    let name = actor.name
    let states = StateTable.shared
    let bodies = BodyTable.shared
    if !actor.isNamed || actor.type == nil { return description(actor, told) }
    if let code = told.people(name) { return (.group("people \(code)"), .demonym, name) }
    if let code = told.code(name) {
      return (.state(code), told.isDemonym(name) ? .demonym : .sameName, name)
    }
    if actor.type == .person {
      if name.contains(" ") || isAcronym(name), let body = bodies.body(named: name) {
        return (.body(body), .seedTable, name)
      }
      guard let person = PersonName(name) else { return (.name(nameKey(name)), .sameName, name) }
      return (person.given == nil ? .bare(person) : .person(person), .sameName, name)
    }
    let plain = withoutSpacedStops(name)
    if let state = states.state(named: plain), !states.isShared(plain) {
      return (.state(state.code), .seedTable, name)
    }
    if let body = bodies.body(named: plain) { return (.body(body), .seedTable, name) }
    if let state = states.state(demonym: plain) { return (.state(state.code), .demonym, name) }
    if let state = states.state(people: plain) {
      return (.group("people \(state.code)"), .demonym, name)
    }
    if actor.speaks, actor.type != .miscellaneous, let state = states.state(seatedAt: plain) {
      return (.state(state.code), .seatOfGovernment, name)
    }
    if let owned = owned(plain, told) { return (owned, .stateAndBody, name) }
    if let generic = bodies.bodyClass(of: plain) {
      let owners = Set(actor.described.compactMap { owned($0, told) })
      if owners.count == 1, let owner = owners.first {
        return (owner, .stateAndBody, actor.described.first ?? name)
      }
      return (.generic(generic), .sameName, name)
    }
    if let office = OfficeReader.office(described: plain, owners: []).map(told.owned),
      !office.isFormer
    {
      if office.owner.isEmpty { return (.generic("office " + office.role), .sameName, name) }
      if office.isTelling { return (.office(office.key), .sameName, name) }
    }
    if groups.contains(plain.foldedForNames) {
      return (.group(plain.foldedForNames), .sameName, name)
    }
    return (.name(ActorReading.nameKey(plain)), .sameName, name)
  }

  /// A description: a state's body, an office, or nobody in particular.
  private static func description(
    _ actor: ReportActor, _ told: ToldStates
  ) -> (Identity, MergeRule, String) {
    let name = withoutSpacedStops(actor.name)
    let folded = name.foldedForNames
    if actor.isNamed {
      if let code = told.code(name) { return (.state(code), .sameName, name) }
      if let state = StateTable.shared.state(named: name), !StateTable.shared.isShared(name) {
        return (.state(state.code), .seedTable, name)
      }
      if let body = BodyTable.shared.body(named: name) { return (.body(body), .seedTable, name) }
    }
    let first = folded.split(separator: " ").first.map(String.init) ?? ""
    guard !indefinite.contains(first) else { return (.unnamed, .sameName, name) }
    if let owned = owned(name, told) { return (owned, .stateAndBody, name) }
    if let office = OfficeReader.office(described: name).map(told.owned),
      office.isTelling || office.role == "spokesperson",
      !office.owner.isEmpty, !office.isFormer
    {
      return (.office(office.key), .sameName, name)
    }
    if actor.isNamed { return (.name(nameKey(name)), .sameName, name) }
    return (.unnamed, .sameName, name)
  }

  /// "South Korea's spy agency", "the Russian Ministry of Defence", "Ministry of Defence of Russia".
  static func owned(_ name: String, _ told: ToldStates = ToldStates()) -> Identity? {
    guard let (state, rest) = OwnerPhrase.split(name, told: told) else { return nil }
    if let bodyClass = BodyTable.shared.bodyClass(of: rest) {
      if let body = BodyTable.shared.body(ofClass: bodyClass, in: state) { return .body(body) }
      if bodyClass == "government" { return .state(state) }
      // A state that keeps several such services is not told by the class.
      if bodyClass == "intelligence", manyServices.contains(state) { return nil }
      return .owned(state: state, class: bodyClass)
    }
    if let body = BodyTable.shared.body(named: rest), body.state == state { return .body(body) }
    return nil
  }

  /// A state's one service of intelligence, where a name tells that it is one and of which state.
  static func service(_ name: String, _ told: ToldStates) -> Identity? {
    guard let (state, rest) = OwnerPhrase.split(name, told: told), !manyServices.contains(state)
    else { return nil }
    let words = Set(rest.foldedForNames.split(separator: " ").map(String.init))
    guard words.contains("intelligence"), !words.isDisjoint(with: serviceWords) else { return nil }
    return .owned(state: state, class: "intelligence")
  }

  private static let serviceWords: Set<String> = [
    "agency", "bureau", "department", "directorate", "office", "organisation", "organization",
    "service",
  ]
  private static let manyServices: Set<String> = ["USA", "RUS", "GBR", "UKR", "ISR", "FRA", "DEU"]

  /// The key of a name that is no person's: folded, without article, legal form and marks.
  static func nameKey(_ name: String) -> String {
    var words = name.foldedForNames.split { $0 == " " || $0 == "-" }.compactMap { word -> String? in
      var own = word
      if own.hasSuffix("'s") { own.removeLast(2) }
      let plain = own.filter { $0.isLetter || $0.isNumber || $0 == "&" }
      return plain.isEmpty ? nil : plain
    }
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    guard !words.isEmpty else { return name.foldedForNames }
    return words.map { spellings[$0] ?? $0 }.joined(separator: " ")
  }

  /// Without the spaces that tokenised texts have before stops and endings.
  private static func withoutSpacedStops(_ name: String) -> String {
    name.replacing(" .", with: ".").replacing(" 's", with: "'s").replacing(" - ", with: "-")
      .replacing(" ’s", with: "'s")
  }

  /// Two to six capitals.
  static func isAcronym(_ name: String) -> Bool {
    let letters = name.filter { $0 != "." && $0 != " " }
    return (2...6).contains(letters.count) && letters.allSatisfy { $0.isUppercase && $0.isLetter }
  }

  /// Whether capitals can stand for a name: its letters in their order, the first one first; or the
  /// first word before words that only say what kind of body it is.
  static func spells(_ acronym: String, _ name: String) -> Bool {
    let letters = acronym.filter(\.isLetter).lowercased()
    let words = nameKey(name).split(separator: " ").map(String.init)
    if words.first == letters {
      return words.dropFirst().allSatisfy { ActorMerger.bodyWords.contains($0) }
    }
    guard !words.contains(letters), words.count > 1 else { return false }
    var rest = letters[...]
    for letter in words.joined() where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty && words[0].first == letters.first
  }

  private static let legalForms: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc",
    "ag", "sa", "sas", "nv", "gmbh", "lp", "llp", "spa", "se", "oyj", "ab", "asa",
  ]
  private static let spellings: [String: String] = [
    "centre": "center", "defence": "defense", "organisation": "organization",
    "programme": "program",
    "labour": "labor", "harbour": "harbor", "theatre": "theater", "and": "&", "dept": "department",
    "assn": "association", "assoc": "association", "univ": "university", "intl": "international",
    "natl": "national", "st": "saint", "ft": "fort", "mt": "mount",
  ]
  private static let groups: Set<String> = [
    "republicans", "democrats", "conservatives", "liberals", "christians", "muslims", "jews",
    "catholics", "sunnis", "shiites", "shias", "kurds", "palestinians", "arabs", "europeans",
    "africans", "tories", "marines", "senators", "latinos", "hispanics", "southerners",
  ]
  static let indefinite: Set<String> = [
    "a", "an", "one", "two", "three", "four", "some", "several", "many", "other", "another",
    "unnamed", "anonymous", "senior", "few", "various", "both", "most", "certain", "no", "any",
    "his", "her", "its", "their", "our", "my", "your", "former",
  ]
}
