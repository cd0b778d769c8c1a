internal import SaysoLanguage
internal import SaysoRecords

/// Goes through a report in reading order and says of each speaker's words whom they mean.
///
/// Names, titles and appositions are noted as they come; pronouns for persons are followed also where
/// they do not speak, since they keep somebody in mind. Who is meant by a pronoun or a description
/// is asked of `choose`: the weights, or in training the gold.
struct SpeakerWalk {
  /// Chooses among candidates; nil for none of them.
  typealias Choice = (AntecedentCandidates, AntecedentFinder.Mention, ReportCast) -> Int?

  private let input: AttributionInput
  private let names: ReportActors
  private let reader: SpeakerPhraseReader
  private let surroundings: NameSurroundings
  private let finder: AntecedentFinder
  private let choose: Choice
  private let headline: () -> [String]
  /// Whom the report has mentioned.
  private(set) var cast: ReportCast
  /// The members of groups.
  private(set) var members: [Int: [Int]] = [:]
  private var noted: Set<Int> = []

  init(
    _ input: AttributionInput, names: ReportActors, words: EncodedWords? = nil,
    headline: @escaping () -> [String] = { [] }, choose: @escaping Choice
  ) {
    self.input = input
    self.headline = headline
    self.names = names
    self.choose = choose
    reader = SpeakerPhraseReader(input: input, actors: names)
    surroundings = NameSurroundings(input: input, names: names)
    finder = AntecedentFinder(input: input, words: words)
    cast = ReportCast(input, names: names)
  }

  /// The number in the cast of each source, which must be ascending; nil for nobody known.
  mutating func walk(_ sources: [SpeakerSource]) -> [Int?] {
    var result: [Int?] = []
    var at = 0
    var name = 0
    for source in sources {
      read(from: &at, to: source.tokens.lowerBound, name: &name)
      let actor = whole(source)
      if !source.isRelay { cast.speaks(actor) }
      result.append(actor)
    }
    return result
  }

  /// Notes names and pronouns up to a token.
  private mutating func read(from at: inout Int, to end: Int, name: inout Int) {
    while at < end {
      if name < names.ranges.count, names.ranges[name].lowerBound == at {
        if !noted.contains(name) { note(name, role: surroundings.role(name)) }
        at = max(at + 1, min(end, names.ranges[name].upperBound))
        name += 1
        continue
      }
      if name < names.ranges.count, names.ranges[name].lowerBound < at { name += 1 }
      if let (sex, role) = SpeakerWalk.asides[input.traits[at].lower], !noted.contains(-at - 1) {
        follow(at, sex, role)
      }
      at += 1
    }
  }

  /// Notes a mention by name, with what stands around it.
  @discardableResult
  private mutating func note(_ name: Int, role: ReportCast.Role) -> Int {
    noted.insert(name)
    let actor = cast.actor(ofName: name)
    cast.mention(actor, at: names.ranges[name], role: role)
    switch names.types[name] {
    case .person:
      if let title = surroundings.title(name) {
        cast.describe(actor, noun: title.noun, attributes: title.words)
      }
    case .organization, .miscellaneous:
      let range = names.ranges[name]
      for token in range
      where token + 1 == range.upperBound
        || SpeakerWords.bodies.contains(input.text.word(token).lowercased())
      {
        cast.describe(actor, noun: token, attributes: range)
      }
    case .location: return actor
    }
    if let apposition = surroundings.apposition(name) {
      cast.describe(actor, noun: apposition.noun, attributes: apposition.words)
    }
    return actor
  }

  /// Follows a pronoun that does not speak.
  private mutating func follow(_ token: Int, _ sex: ReportCast.Sex, _ role: ReportCast.Role) {
    guard !input.quotes.isQuoted(token) else { return }
    let mention = AntecedentFinder.Mention(
      question: .aside, tokens: token..<token + 1, sex: sex)
    guard let actor = ask(mention) else { return }
    cast.mention(actor, at: token..<token + 1, role: role)
    cast.learn(sex, of: actor)
  }

  private func ask(_ mention: AntecedentFinder.Mention) -> Int? {
    choose(finder.candidates(for: mention, in: cast), mention, cast)
  }

  // MARK: Speakers

  private mutating func whole(_ source: SpeakerSource) -> Int? {
    let phrase = reader.phrase(source.tokens)
    guard case .group(let parts) = phrase else { return one(phrase, source) }
    let found = parts.compactMap { part -> Int? in
      let single = SpeakerSource(tokens: part, contents: source.contents, isRelay: true)
      return one(reader.part(part), single)
    }
    guard found.count > 1 else { return found.first }
    if let known = members.filter({ $0.value == found }).keys.min() {
      cast.mention(known, at: source.tokens, role: .subject)
      return known
    }
    let group = cast.unnamed(source.tokens, kind: .several)
    members[group] = found
    cast.mention(group, at: source.tokens, role: .subject)
    return group
  }

  private mutating func one(_ phrase: SpeakerPhrase, _ source: SpeakerSource) -> Int? {
    switch phrase {
    case .open, .group: return nil
    case .pronoun(let pronoun): return resolve(pronoun, source)
    case .relative(let before):
      let relative = SpeakerSource(
        tokens: before, contents: source.contents, isRelay: source.isRelay)
      return one(reader.single(before), relative)
    case .name(let name): return named(name, source)
    case .unlisted(let tokens):
      let words = input.text.text.words(input.text.span(tokens))
      let actor = cast.actor(called: state(words) ?? words, kind: .body)
      cast.mention(actor, at: tokens, role: .subject)
      for token in tokens
      where SpeakerWords.bodies.contains(input.text.word(token).lowercased()) {
        cast.describe(actor, noun: token, attributes: tokens)
      }
      return actor
    case .nominal(let head, let modifiers, let opening, let apposed):
      if let apposed {
        let actor = note(apposed, role: .subject)
        cast.describe(actor, noun: head, attributes: modifiers)
        return actor
      }
      return described(head, modifiers, opening, source)
    }
  }

  private mutating func named(_ name: Int, _ source: SpeakerSource) -> Int {
    let range = names.ranges[name]
    let isBare =
      source.tokens == range
      || source.tokens.count == range.count + 1 && range.upperBound == source.tokens.upperBound
    if isBare, names.types[name] != .person,
      let state = state(input.text.text.words(input.text.span(range)))
    {
      noted.insert(name)
      let actor = cast.actor(called: state, kind: .place)
      cast.mention(actor, at: range, role: .subject)
      return actor
    }
    let actor = note(name, role: .subject)
    if source.tokens.lowerBound < range.lowerBound, names.types[name] == .person {
      let title = source.tokens.lowerBound..<range.lowerBound
      if let noun = reader.head(of: title), names.name(at: noun) == nil {
        cast.describe(actor, noun: noun, attributes: title)
      }
    }
    return actor
  }

  /// The state that is meant by its seat ("Moscow") or, in a report on both halves, by a half of it
  /// ("the North").
  private func state(_ words: String) -> String? {
    let lower = words.lowercased()
    for half in ["north", "south"] where lower == half {
      let state = half == "north" ? "North Korea" : "South Korea"
      return names.names.contains(state) ? state : nil
    }
    return StatesTable.state(seatedAt: words)
  }

  private mutating func resolve(
    _ pronoun: SpeakerPhrase.Pronoun, _ source: SpeakerSource
  ) -> Int? {
    noted.insert(-source.tokens.lowerBound - 1)
    var mention: AntecedentFinder.Mention
    switch pronoun {
    case .he, .she:
      mention = .init(question: .person, tokens: source.tokens)
      mention.sex = pronoun == .he ? .man : .woman
    case .it: mention = .init(question: .thing, tokens: source.tokens)
    case .they: mention = .init(question: .several, tokens: source.tokens)
    }
    mention.contents = source.contents
    guard let actor = ask(mention) ?? mention.sex.flatMap({ inHeadline($0) }) else { return nil }
    cast.mention(actor, at: source.tokens, role: .subject)
    if let sex = mention.sex { cast.learn(sex, of: actor) }
    return actor
  }

  /// Before the report names any person: the one whom its headline names.
  private mutating func inHeadline(_ sex: ReportCast.Sex) -> Int? {
    guard !cast.actors.contains(where: { $0.kind == .person }) else { return nil }
    let named = headline().map { name in
      let family = " " + (name.split(separator: " ").last ?? "")
      let full = names.names.filter { $0.hasSuffix(family) }
      return full.count == 1 ? full[0] : name
    }
    guard Set(named).count == 1, let name = named.first else { return nil }
    let told = ReportActors.sex(firstName: name)
    return told == nil || told == sex ? cast.actor(called: name, kind: .person) : nil
  }

  /// The last one of a kind that was given a noun, at any distance, unless the other words differ:
  /// what a title or an apposition said holds to the end of the report.
  private func lastDescribed(
    _ head: Int, _ modifiers: Range<Int>, kind: ReportCast.Kind
  ) -> Int? {
    let noun = input.traits[head].lower
    let told = modifiers.filter { ReportCast.isContentWord(input.tags[$0]) }
      .map { input.traits[$0].lower }
    return cast.actors.indices.filter { index in
      let actor = cast.actors[index]
      return actor.kind == kind && actor.nouns.contains(noun)
        && told.allSatisfy { actor.attributes.contains($0) || actor.nouns.contains($0) }
    }
    .max { cast.actors[$0].last < cast.actors[$1].last }
  }

  /// The body that a bare noun ("the company", "the alliance") means where no words agree: the only
  /// one near whose name does not tell what it is.
  private func plainBody(near token: Int) -> Int? {
    let sentence = Int(input.sentenceOfToken[token])
    let near = cast.actors.indices.filter { index in
      let actor = cast.actors[index]
      return actor.kind == .body && actor.name != nil && !actor.places.isEmpty
        && sentence - actor.sentence <= SpeakerWalk.bodyReach
        && !(actor.name ?? "").split(separator: " ").contains {
          SpeakerWords.bodies.contains($0.lowercased())
        }
    }
    return near.count == 1 ? near[0] : near.first { $0 == cast.lastSpeaker }
  }

  /// Sentences back.
  private static let bodyReach = 3

  private mutating func described(
    _ head: Int, _ modifiers: Range<Int>, _ opening: SpeakerPhrase.Opening, _ source: SpeakerSource
  ) -> Int {
    let kind = kind(of: head)
    let description = reader.description(source.tokens)
    var actor = cast.actors.firstIndex {
      $0.description.map { $0.lowerBound == description.lowerBound } ?? false
    }
    if actor == nil,
      opening == .definite || opening == .possessive || opening == .bare && modifiers.isEmpty
    {
      let mention = AntecedentFinder.Mention(
        question: .description, tokens: source.tokens, contents: source.contents, noun: head,
        words: modifiers, kind: kind)
      actor = ask(mention)
      let isBody = kind == .body || SpeakerWords.firms.contains(input.text.word(head).lowercased())
      if actor == nil, opening == .definite {
        actor = lastDescribed(head, modifiers, kind: kind)
      }
      if actor == nil, isBody, opening == .definite, modifiers.isEmpty {
        actor = plainBody(near: head)
      }
    }
    let found = actor ?? cast.unnamed(description, kind: kind)
    cast.mention(found, at: head..<head + 1, role: .subject)
    cast.describe(found, noun: head, attributes: description)
    cast.describe(found, as: description)
    return found
  }

  private func kind(of head: Int) -> ReportCast.Kind {
    let noun = input.text.word(head).lowercased()
    if SpeakerWords.bodies.contains(noun) || SpeakerWords.firms.contains(noun) { return .body }
    if SpeakerWords.documents.contains(noun) { return .document }
    if SpeakerWords.places.contains(noun) { return .place }
    let penn = input.tags[head].penn
    return penn == .nns || penn == .nnps ? .several : .person
  }

  /// Pronouns for persons that are followed where they do not speak.
  private static let asides: [UInt64: (ReportCast.Sex, ReportCast.Role)] = Dictionary(
    [
      ("he", .man, .subject), ("him", .man, .other), ("his", .man, .pronoun),
      ("she", .woman, .subject), ("her", .woman, .pronoun),
    ].map { (word: String, sex: ReportCast.Sex, role: ReportCast.Role) in
      (TokenTraits(Array(word.utf8)[...]).lower, (sex, role))
    }
  ) { first, _ in first }
}
