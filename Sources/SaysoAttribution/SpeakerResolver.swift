internal import SaysoLanguage
internal import SaysoRecords

/// Says who each speaker is, inside one report: names, short names, pronouns, roles.
///
/// Called in reading order, so that a pronoun may go to the speaker before it. Who cannot be told
/// stays unknown; an unnamed speaker keeps its words and no actor.
struct SpeakerResolver {
  let input: AttributionInput
  let names: [NameSpan]
  let actors: ReportActors
  /// The sources so far by their head nouns, with their actors where known.
  private var roles: [(noun: String, actor: String?)] = []
  private var spoken: [(actor: String?, sentence: Int, isPerson: Bool)] = []

  init(_ input: AttributionInput, names: [NameSpan], actors: ReportActors) {
    self.input = input
    self.names = names
    self.actors = actors
  }

  /// Who the words of a source refer to, and whether by a known name.
  mutating func resolve(_ source: Range<Int>) -> (actor: String?, named: Bool) {
    let sentence = Int(input.sentenceOfToken[source.lowerBound])
    let (actor, named, isPerson) = referent(source, sentence)
    spoken.append((named ? actor : nil, sentence, isPerson))
    return (named ? actor : nil, named)
  }

  /// Who the words of a relay refer to; it does not count as having spoken.
  mutating func actor(of relay: Range<Int>) -> String? {
    let (actor, named, _) = referent(relay, Int(input.sentenceOfToken[relay.lowerBound]))
    return named ? actor : nil
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }

  private mutating func referent(
    _ source: Range<Int>, _ sentence: Int
  ) -> (actor: String?, named: Bool, isPerson: Bool) {
    let first = lower(source.lowerBound)
    if first == "who", let name = nameBefore(source.lowerBound) {
      return (actors.actors[name], true, names[name].type == .person)
    }
    if source.count == 1 || source.count == 2 && lower(source.lowerBound + 1) == "himself" {
      if SpeakerWords.personal.contains(first) {
        let actor = person(before: source.lowerBound, sentence, female: first == "she")
        return (actor, actor != nil, true)
      }
      if first == "it" {
        let actor = body(before: source.lowerBound, sentence)
        return (actor, actor != nil, false)
      }
      if SpeakerWords.impersonal.contains(first) || SpeakerWords.open.contains(first) {
        return (nil, false, false)
      }
    }
    guard let head = head(of: source) else { return (nil, false, false) }
    if let name = actors.name(at: head), !isAdjective(name) {
      let title = names[name].tokens.lowerBound - 1
      if source.contains(title) { roles.append((lower(title), actors.actors[name])) }
      return (actors.actors[name], true, names[name].type == .person)
    }
    let noun = lower(head)
    // "the director, Kim Tae-hyo", "the operator, Brenmark": a name behind a comma.
    if let name = apposed(source, after: head) {
      roles.append((noun, actors.actors[name]))
      return (actors.actors[name], true, names[name].type == .person)
    }
    let isBody = SpeakerWords.bodies.contains(noun)
    if let body = unlistedName(source, head: head) { return (body, true, false) }
    if isBody, let description = description(source, head: head, first: first) {
      roles.append((noun, description))
      return (description, true, false)
    }
    guard first == "the" else {
      roles.append((noun, nil))
      return (nil, false, !isBody)
    }
    let actor = role(noun, source.lowerBound + 1..<head, before: source.lowerBound, isBody: isBody)
    return (actor, actor != nil, !isBody)
  }

  /// The head noun: the last noun before the first comma, bracket, preposition or relative word
  /// that stands outside of names.
  private func head(of source: Range<Int>) -> Int? {
    var head: Int?
    for token in source {
      let inName = actors.name(at: token) != nil
      let tag = input.tags[token]
      if tag.penn == .pos {
        // What stands before is a possessor.
        head = nil
        continue
      }
      if !inName, head != nil {
        switch tag.universal {
        case .punctuation:
          if tag.penn != .hyph { return head }
        case .adposition, .subordinator, .verb, .auxiliary, .coordinator: return head
        case .pronoun, .determiner:
          if tag.penn == .wdt || tag.penn == .wp { return head }
        default: break
        }
      }
      if inName || tag.isNominal || tag.universal == .adjective && token + 1 == source.upperBound {
        head = token
      }
    }
    return head
  }

  /// A name that the name tagger did not know: a proper noun at the head with what belongs to it, up
  /// to the first comma ("the Institute for Coast Studies").
  private func unlistedName(_ source: Range<Int>, head: Int) -> String? {
    guard input.tags[head].universal == .properNoun, actors.name(at: head) == nil,
      input.traits[head].flags.contains(.capitalised)
    else { return nil }
    var start = head
    while start > source.lowerBound, belongsToName(start - 1) { start -= 1 }
    var end = head + 1
    var last = end
    while end < source.upperBound {
      if belongsToName(end) {
        last = end + 1
      } else if !["of", "for", "on", "and", "the", "&"].contains(lower(end)) {
        break
      }
      end += 1
    }
    return input.text.text.words(input.text.span(start..<last))
  }

  private func belongsToName(_ token: Int) -> Bool {
    input.traits[token].flags.contains(.capitalised) && input.tags[token].penn != .dt
      || input.tags[token].penn == .hyph
  }

  /// A body by what sets it apart ("Norrland's spy agency", "the harbour ministry"), without its
  /// article; nil for "the ministry" alone and for "a ministry".
  private func description(_ source: Range<Int>, head: Int, first: String) -> String? {
    guard !SpeakerWords.indefinite.contains(first), !SpeakerWords.possessive.contains(first) else {
      return nil
    }
    let start = first == "the" ? source.lowerBound + 1 : source.lowerBound
    let hasName = (start...head).contains { actors.name(at: $0) != nil }
    guard start < head, first == "the" || hasName else { return nil }
    return input.text.text.words(input.text.span(start..<head + 1))
  }

  /// The name right before a relative "who", a comma between them or not.
  private func nameBefore(_ token: Int) -> Int? {
    guard token > 0 else { return nil }
    if let name = actors.name(at: token - 1) { return name }
    return lower(token - 1) == "," && token > 1 ? actors.name(at: token - 2) : nil
  }

  private func apposed(_ source: Range<Int>, after head: Int) -> Int? {
    for token in (head + 1)..<max(head + 1, source.upperBound) {
      guard lower(token) == ",", token + 1 < source.upperBound else { continue }
      guard let name = actors.name(at: token + 1) else { continue }
      if names[name].type == .person || names[name].type == .organization { return name }
    }
    return nil
  }

  /// Whether a name is but a nationality ("the German think-tank", "a Kenyan"); groups in the plural
  /// ("Democrats") and acronyms ("the NIS") are actors.
  private func isAdjective(_ name: Int) -> Bool {
    let last = names[name].tokens.upperBound - 1
    return names[name].type == .miscellaneous && input.tags[last].penn != .nnps
      && input.tags[last].penn != .nns && !input.traits[last].flags.contains(.allCapitals)
  }

  // MARK: Pronouns and roles

  /// The person that "he" or "she" stands for: the first person named before it in the sentence,
  /// else the last speaker, else the first person of the sentence before.
  private func person(before token: Int, _ sentence: Int, female: Bool) -> String? {
    let own = people(in: input.text.sentences[sentence].lowerBound..<token, female: female)
    if let actor = own.first { return actor }
    if let last = spoken.last, last.isPerson, sentence - last.sentence <= 3 {
      guard let actor = last.actor else { return nil }
      if fits(actor, female: female) { return actor }
    }
    for back in 1...2 where sentence - back >= 0 {
      let range = input.text.sentences[sentence - back]
      if let actor = people(in: range, female: female).first { return actor }
    }
    return nil
  }

  /// Persons named in a range, possessives left out, whose known sex does not speak against it.
  private func people(in range: Range<Int>, female: Bool) -> [String] {
    names.indices.compactMap { index in
      let name = names[index]
      guard name.type == .person, range.contains(name.tokens.lowerBound),
        range.contains(name.tokens.upperBound - 1), !isPossessive(name),
        fits(actors.actors[index], female: female)
      else { return nil }
      return actors.actors[index]
    }
  }

  private func isPossessive(_ name: NameSpan) -> Bool {
    name.tokens.upperBound < input.tags.count && input.tags[name.tokens.upperBound].penn == .pos
  }

  private func fits(_ actor: String, female: Bool) -> Bool {
    let first = actor.split(separator: " ").first.map { $0.lowercased() } ?? ""
    return !(female ? SpeakerWords.male : SpeakerWords.female).contains(first)
  }

  /// The body that "it" stands for: the last speaker when that is none of the persons.
  private func body(before token: Int, _ sentence: Int) -> String? {
    guard let last = spoken.last, !last.isPerson, sentence - last.sentence <= 2 else { return nil }
    return last.actor
  }

  /// Whom "the minister" or "the ministry" means: the last source with that noun, named or not; else
  /// the last name, at most ten sentences back, that has the noun for a title or an apposition (a
  /// body: in its name), with all capitalised words of the description.
  private func role(
    _ noun: String, _ modifiers: Range<Int>, before token: Int, isBody: Bool
  ) -> String? {
    if modifiers.isEmpty, let known = roles.last(where: { $0.noun == noun }) { return known.actor }
    let needed = modifiers.filter { input.traits[$0].flags.contains(.capitalised) }.map {
      lower($0)
    }
    let sentence = Int(input.sentenceOfToken[token])
    for index in names.indices.reversed() where names[index].tokens.upperBound <= token {
      let name = names[index]
      if sentence - Int(input.sentenceOfToken[name.tokens.lowerBound]) > 10 { return nil }
      guard isBody ? name.type == .organization : name.type == .person, !isPossessive(name) else {
        continue
      }
      let around = isBody ? name.tokens : titled(name, noun)
      let words = Set(around.map { lower($0) })
      if words.contains(noun), needed.allSatisfy({ words.contains($0) }) {
        return actors.actors[index]
      }
    }
    return nil
  }

  /// The words of a person's title or apposition with a noun: right before the name, or between its
  /// comma and the next; empty when the noun is in neither.
  private func titled(_ name: NameSpan, _ noun: String) -> Range<Int> {
    let sentence = input.text.sentences[Int(input.sentenceOfToken[name.tokens.lowerBound])]
    let before = name.tokens.lowerBound
    if before > sentence.lowerBound, lower(before - 1) == noun {
      return max(sentence.lowerBound, before - 6)..<before
    }
    var end = name.tokens.upperBound + 1
    guard sentence.contains(end), lower(end - 1) == "," else { return before..<before }
    let start = end
    while end < sentence.upperBound, end < start + 10, lower(end) != "," { end += 1 }
    return start..<end
  }
}
