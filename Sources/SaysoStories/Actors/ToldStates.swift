internal import SaysoLanguage
internal import SaysoRecords

/// States that no table knows and the reports tell of: what has a foreign ministry, an army and a spy
/// agency is one, by whatever type its name has been given.
///
/// It shows in phrases alone ("Harl's foreign ministry", "the Harlian army"). A name that a person
/// bears ("Olsk's defence minister" beside "Anna Olsk") is none. The adjective of a people is found by
/// its ending.
struct ToldStates: Sendable {
  private var codes: [String: String] = [:]
  private var names: [String: String] = [:]
  private var demonyms: Set<String> = []

  /// None.
  init() {}

  /// The states of which reports tell.
  init(_ actors: some Sequence<ReportActor>) {
    var owned: [String: Set<String>] = [:]
    var evidence: [String: Set<String>] = [:]
    var words: [String: [String: Int]] = [:]
    var places: Set<String> = []
    var families: Set<String> = []
    var open: [String: Bool] = [:]
    func isOpen(_ name: String) -> Bool {
      if let known = open[name] { return known }
      let found = ToldStates.isOpen(name)
      open[name] = found
      return found
    }
    for actor in actors where actor.isNamed {
      if actor.type == .person, let name = PersonName(actor.name), name.given != nil {
        families.insert(name.family)
      }
      guard let type = actor.type, isOpen(actor.name) else { continue }
      let key = ActorReading.nameKey(actor.name)
      words[key, default: [:]][actor.name, default: 0] += 1
      if type != .person { places.insert(key) }
      owned[key, default: []].formUnion(actor.owns)
      evidence[key, default: []].formUnion(actor.owns.map { actor.report.text + "\u{0}" + $0 })
    }
    let known = words.keys.sorted()
    var adjectives: [String: [String]] = [:]
    for word in known {
      for name in ToldStates.nouns(of: word) where words[name] != nil {
        adjectives[name, default: []].append(word)
      }
    }
    let listed = Set(adjectives.values.joined())
    for key in known where !families.contains(Transliteration.key(key)) {
      let own = evidence[key] ?? []
      let peoples = adjectives[key] ?? []
      // An adjective goes with its noun.
      guard !listed.contains(key), !(own.isEmpty && peoples.isEmpty) else { continue }
      let isPlace = places.contains(key) || !own.isEmpty && !peoples.isEmpty
      let proofs = peoples.reduce(into: own) { $0.formUnion(evidence[$1] ?? []) }
      let classes = ([key] + peoples).reduce(into: Set<String>()) {
        $0.formUnion(owned[$1] ?? [])
      }
      if proofs.count >= 2, isPlace || classes.count >= 2 { add(key, peoples, words) }
    }
  }

  private mutating func add(
    _ key: String, _ peoples: [String], _ words: [String: [String: Int]]
  ) {
    let code = "~" + key
    codes[key] = code
    names[code] = words[key]?.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    for people in peoples {
      codes[people] = code
      demonyms.insert(people)
    }
  }

  /// The code of a name or an adjective; nil for what no report shows to be a state.
  func code(_ name: String) -> String? {
    codes.isEmpty ? nil : codes[ActorReading.nameKey(name)]
  }

  /// Whether a name is the adjective of a state's people.
  func isDemonym(_ name: String) -> Bool { demonyms.contains(ActorReading.nameKey(name)) }

  /// The code of a people ("Harlians").
  func people(_ name: String) -> String? {
    name.hasSuffix("s") && isDemonym(String(name.dropLast())) ? code(String(name.dropLast())) : nil
  }

  /// The name of a code.
  func name(_ code: String) -> String? { names[code] }

  /// An office whose owner is one of these states, under its code.
  func owned(_ office: FoundOffice) -> FoundOffice {
    guard let code = code(office.owner) else { return office }
    return FoundOffice(
      owner: code, role: office.role, isFormer: office.isFormer, words: office.words)
  }

  /// Whether only states have such a body or office.
  static func tells(_ own: String) -> Bool { sovereign.contains(own) }

  private static let sovereign: Set<String> = [
    "intelligence", "foreign-ministry", "defense-ministry", "general-staff", "military", "navy",
    "foreign minister", "defense minister", "prime minister", "defense secretary",
    "foreign secretary", "government",
  ]

  /// One or two words that no table knows.
  private static func isOpen(_ name: String) -> Bool {
    name.split(separator: " ").count <= 2 && name.first?.isUppercase == true
      && StateTable.shared.state(named: name) == nil
      && StateTable.shared.state(demonym: name) == nil
      && StateTable.shared.state(seatedAt: name) == nil
      && BodyTable.shared.body(named: name) == nil
      && BodyTable.shared.bodyClass(of: name) == nil && !ActorReading.isAcronym(name)
  }

  /// The names whose people a word can be the adjective of: without one of the endings of peoples, and
  /// with a last vowel that the ending took.
  private static func nouns(of word: String) -> [String] {
    var result: [String] = []
    for ending in ["n", "an", "ian", "i", "ese", "ish", "er"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      guard stem.count >= 3 else { continue }
      if stem.count >= 4 { result.append(stem) }
      if stem.last.map({ !"aeiouy".contains($0) }) == true {
        result += "aeiouy".map { stem + String($0) }
      }
    }
    return result
  }
}
