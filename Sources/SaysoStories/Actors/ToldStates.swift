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
    for actor in actors where actor.isNamed {
      if actor.type == .person, let name = PersonName(actor.name), name.given != nil {
        families.insert(name.family)
      }
      guard let type = actor.type, ToldStates.isOpen(actor.name) else { continue }
      let key = ActorReading.nameKey(actor.name)
      words[key, default: [:]][actor.name, default: 0] += 1
      if type != .person { places.insert(key) }
      owned[key, default: []].formUnion(actor.owns)
      evidence[key, default: []].formUnion(actor.owns.map { actor.report.text + "\u{0}" + $0 })
    }
    let known = words.keys.sorted()
    let owners = known.filter { !families.contains(Transliteration.key($0)) && !owned[$0, default: []].isEmpty }
    for key in owners {
      // An adjective goes with its noun.
      if known.contains(where: { ToldStates.isDemonym(key, of: $0) && words[$0] != nil && $0 != key }) {
        continue
      }
      let peoples = known.filter { ToldStates.isDemonym($0, of: key) }
      let all = [key] + peoples
      let proofs = all.reduce(into: Set<String>()) { $0.formUnion(evidence[$1] ?? []) }
      let classes = all.reduce(into: Set<String>()) { $0.formUnion(owned[$1] ?? []) }
      let isPlace = places.contains(key) || !peoples.isEmpty
      guard proofs.count >= 2, classes.count >= (isPlace ? 1 : 2) else { continue }
      add(key, peoples, words)
    }
    for key in known where !families.contains(Transliteration.key(key)) && codes[key] == nil {
      // The noun may own nothing itself.
      let peoples = known.filter {
        ToldStates.isDemonym($0, of: key) && (evidence[$0]?.count ?? 0) >= 2
      }
      if places.contains(key), !peoples.isEmpty { add(key, peoples, words) }
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

  /// Whether a word can be the adjective of a name: one of the endings of peoples on the name, or on
  /// what is left of it without its last vowel.
  private static func isDemonym(_ word: String, of name: String) -> Bool {
    guard name.count >= 4, word.count > name.count, word != name else { return false }
    var stems = [name]
    if let last = name.last, "aeiouy".contains(last) { stems.append(String(name.dropLast())) }
    return stems.contains { stem in
      guard word.hasPrefix(stem) else { return false }
      return ["n", "an", "ian", "i", "ese", "ish", "er"].contains(String(word.dropFirst(stem.count)))
    }
  }
}
