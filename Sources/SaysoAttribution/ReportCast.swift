internal import SaysoLanguage
internal import SaysoRecords

/// Whom a report has mentioned up to a place: named actors and unnamed speakers, with what tells them
/// apart.
///
/// Filled in reading order; numbers of actors are in the order of their first mention.
struct ReportCast {
  /// What kind of thing an actor is, as far as its words tell.
  enum Kind: Int { case person, body, place, other, several, document }

  /// How a mention stands in its sentence.
  enum Role: Int { case subject, other, possessor, pronoun }

  /// Man or woman, as far as titles, first names and pronouns tell.
  enum Sex { case man, woman }

  /// One of the cast.
  struct Actor {
    /// The fullest name; nil for an unnamed one.
    var name: String?
    /// The fullest description of an unnamed one.
    var description: Range<Int>?
    var kind: Kind
    var sex: Sex?
    /// Nouns for it: title, apposition, own head noun (hashes of lower-case words).
    var nouns: Set<UInt64> = []
    /// The other words that came with those.
    var attributes: Set<UInt64> = []
    /// The heads of its mentions, ascending.
    var places: [Int] = []
    /// The last mention.
    var last = 0
    var sentence = 0
    var role = Role.other
    /// Whether it was the first person of that sentence.
    var leads = false
    /// How often it spoke, and when last, counted in speakers.
    var spoke = 0
    var lastSpoke: Int?
  }

  private(set) var actors: [Actor] = []
  /// How many speakers there were.
  private(set) var speakers = 0
  /// The actor of the last speaker; nil when that was unknown.
  private(set) var lastSpeaker: Int?
  /// The last sentence that mentions a person.
  private var ledSentence = -1

  private let input: AttributionInput
  private let names: ReportActors
  /// For each actor of `names`, its number here.
  private var known: [Int?]

  init(_ input: AttributionInput, names: ReportActors) {
    self.input = input
    self.names = names
    known = [Int?](repeating: nil, count: names.names.count)
  }

  /// The number of the actor of a name; a new one at its first mention.
  mutating func actor(ofName name: Int) -> Int {
    let number = names.number[name]
    if let found = known[number] { return found }
    let kind: Kind
    switch names.types[name] {
    case .person: kind = .person
    case .organization: kind = .body
    case .location: kind = .place
    case .miscellaneous:
      let penn = input.tags[names.ranges[name].upperBound - 1].penn
      kind = penn == .nnps || penn == .nns ? .several : .other
    }
    var actor = Actor(name: names.names[number], kind: kind)
    actor.sex = names.sexes[number]
    actors.append(actor)
    known[number] = actors.count - 1
    return actors.count - 1
  }

  /// The number of a named actor that no name in the text bears; a new one at its first mention.
  mutating func actor(called name: String, kind: Kind) -> Int {
    if let found = actors.firstIndex(where: { $0.name == name }) { return found }
    if let number = names.names.firstIndex(of: name) {
      actors.append(Actor(name: name, kind: kind))
      known[number] = actors.count - 1
    } else {
      actors.append(Actor(name: name, kind: kind))
    }
    return actors.count - 1
  }

  /// A new unnamed actor.
  mutating func unnamed(_ description: Range<Int>?, kind: Kind) -> Int {
    actors.append(Actor(description: description, kind: kind))
    return actors.count - 1
  }

  /// Notes a mention of an actor.
  mutating func mention(_ actor: Int, at tokens: Range<Int>, role: Role) {
    actors[actor].places.append(tokens.upperBound - 1)
    actors[actor].last = tokens.lowerBound
    let sentence = Int(input.sentenceOfToken[tokens.lowerBound])
    if actors[actor].sentence != sentence || actors[actor].places.count == 1 {
      actors[actor].leads = actors[actor].kind == .person && ledSentence != sentence
    }
    if actors[actor].kind == .person { ledSentence = sentence }
    actors[actor].sentence = sentence
    actors[actor].role = role
  }

  /// Notes words that describe an actor.
  mutating func describe(_ actor: Int, noun: Int, attributes: Range<Int>) {
    actors[actor].nouns.insert(input.traits[noun].lower)
    for token in attributes where token != noun && ReportCast.isContentWord(input.tags[token]) {
      actors[actor].attributes.insert(input.traits[token].lower)
    }
  }

  /// Notes a fuller description of an unnamed actor.
  mutating func describe(_ actor: Int, as description: Range<Int>) {
    guard actors[actor].name == nil else { return }
    if description.count > actors[actor].description?.count ?? 0 {
      actors[actor].description = description
    }
  }

  /// Notes that an actor (nil: somebody unknown) spoke.
  mutating func speaks(_ actor: Int?) {
    lastSpeaker = actor
    if let actor {
      actors[actor].spoke += 1
      actors[actor].lastSpoke = speakers
    }
    speakers += 1
  }

  /// Notes the sex that a pronoun tells.
  mutating func learn(_ sex: Sex, of actor: Int) {
    if actors[actor].sex == nil { actors[actor].sex = sex }
  }

  /// Whether a word of this class tells somebody from others.
  static func isContentWord(_ tag: Tag) -> Bool {
    tag.isNominal || tag.universal == .adjective || tag.universal == .number
  }
}

/// Reads what the text around a name says of its bearer.
struct NameSurroundings {
  let input: AttributionInput
  let names: ReportActors

  /// How a name stands in its sentence.
  func role(_ name: Int) -> ReportCast.Role {
    let tokens = names.ranges[name]
    let sentence = input.text.sentences[Int(input.sentenceOfToken[tokens.lowerBound])]
    if tokens.upperBound < sentence.upperBound, input.tags[tokens.upperBound].penn == .pos {
      return .possessor
    }
    var before = tokens.lowerBound
    while before > sentence.lowerBound, isModifier(before - 1) { before -= 1 }
    guard before > sentence.lowerBound else { return .subject }
    let tag = input.tags[before - 1]
    guard
      tag.universal == .punctuation || tag.universal == .subordinator || tag.penn == .cc
        || tag.penn == .wdt || tag.penn == .wrb
    else { return .other }
    guard tokens.upperBound < sentence.upperBound else { return .other }
    let next = input.tags[tokens.upperBound]
    return next.isVerbal || next.universal == .adverb || next.penn == .comma || next.penn == .wp
      ? .subject : .other
  }

  private func isModifier(_ token: Int) -> Bool {
    let tag = input.tags[token]
    return names.name(at: token) == nil
      && (tag.isNominal || tag.universal == .adjective || tag.universal == .determiner
        || tag.penn == .hyph)
  }

  /// The title before a person's name: its noun and the words before it.
  func title(_ name: Int) -> (noun: Int, words: Range<Int>)? {
    let start = names.ranges[name].lowerBound
    let sentence = input.text.sentences[Int(input.sentenceOfToken[start])]
    var before = start
    while before > sentence.lowerBound, before + 7 > start {
      let tag = input.tags[before - 1]
      guard tag.isNominal || tag.universal == .adjective || tag.penn == .hyph || tag.penn == .pos
      else { break }
      if let other = names.name(at: before - 1), names.types[other] == .person { break }
      before -= 1
    }
    guard before < start, input.tags[start - 1].isNominal, names.name(at: start - 1) == nil else {
      return nil
    }
    return (start - 1, before..<start)
  }

  /// The apposition behind a name: its head noun and all its words, up to the next comma.
  func apposition(_ name: Int) -> (noun: Int, words: Range<Int>)? {
    let end = names.ranges[name].upperBound
    let sentence = input.text.sentences[Int(input.sentenceOfToken[end - 1])]
    guard end + 1 < sentence.upperBound else { return nil }
    var start = end
    if input.tags[end].penn == .comma {
      start = end + 1
    } else if input.tags[end].universal == .auxiliary,
      ["is", "was"].contains(input.text.word(end).lowercased()),
      input.tags[end + 1].universal == .determiner
    {
      start = end + 1
    } else {
      return nil
    }
    var noun: Int?
    var isOpen = true
    var at = start
    while at < sentence.upperBound, at < start + 14, input.tags[at].penn != .comma,
      input.tags[at].penn != .stop
    {
      let tag = input.tags[at]
      if tag.isVerbal || tag.universal == .pronoun && tag.penn != .prps { break }
      if isOpen {
        if tag.penn == .pos {
          noun = nil
        } else if tag.isNominal || names.name(at: at) != nil {
          noun = at
        } else if noun != nil, tag.penn != .hyph {
          isOpen = false
        } else if tag.universal == .adposition || tag.universal == .coordinator {
          return nil
        }
      }
      at += 1
    }
    guard let noun, input.tags[noun].universal == .noun, names.name(at: noun) == nil else {
      return nil
    }
    return (noun, start..<at)
  }
}
