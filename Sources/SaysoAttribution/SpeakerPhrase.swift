internal import SaysoLanguage
internal import SaysoRecords

/// What the words of a speaker are: a pronoun, a name, a noun with what sets it apart, several
/// speakers.
enum SpeakerPhrase {
  /// "he", "it", "they".
  case pronoun(Pronoun)
  /// "who" with the name or noun before it.
  case relative(Range<Int>)
  /// Words that stand for the speaker himself or for anybody ("I", "some").
  case open
  /// One of the names, by number.
  case name(Int)
  /// A name that the name tagger does not know.
  case unlisted(Range<Int>)
  /// A noun phrase: its head, its words before the head without article, how it opens, and a name
  /// that stands in apposition.
  case nominal(head: Int, modifiers: Range<Int>, opening: Opening, apposed: Int?)
  /// Several speakers.
  case group([Range<Int>])

  /// The third persons.
  enum Pronoun { case he, she, it, they }

  /// How a noun phrase opens.
  enum Opening { case definite, indefinite, possessive, bare }
}

/// Reads what the words of a speaker are.
struct SpeakerPhraseReader {
  let input: AttributionInput
  let actors: ReportActors

  /// Reads the words of a speaker.
  func phrase(_ source: Range<Int>) -> SpeakerPhrase {
    let first = lower(source.lowerBound)
    if first == "who" || first == "whom" || first == "which" {
      return antecedent(before: source.lowerBound).map { .relative($0) } ?? .open
    }
    if let pronoun = SpeakerPhraseReader.pronouns[first],
      source.count == 1 || SpeakerPhraseReader.reflexives.contains(lower(source.lowerBound + 1))
    {
      return .pronoun(pronoun)
    }
    if source.count == 1, SpeakerWords.open.contains(first) { return .open }
    if let parts = members(source) { return .group(parts) }
    return single(source)
  }

  /// Reads one part of a group.
  func part(_ part: Range<Int>) -> SpeakerPhrase {
    if part.count == 1, let pronoun = SpeakerPhraseReader.pronouns[lower(part.lowerBound)] {
      return .pronoun(pronoun)
    }
    return single(part)
  }

  /// Reads words that are known to be no group.
  func single(_ source: Range<Int>) -> SpeakerPhrase {
    guard let head = head(of: withoutPossessive(source)) else { return .open }
    if let name = actors.name(at: head), !isAdjective(name) { return .name(name) }
    if let apposed = apposed(source, after: head) {
      return .nominal(
        head: head, modifiers: source.lowerBound..<head, opening: .definite, apposed: apposed)
    }
    if let name = unlistedName(source, head: head) {
      guard let noun = noun(behind: name, in: source) else { return .unlisted(name) }
      return nominal(source, head: noun)
    }
    return nominal(source, head: head)
  }

  /// The noun that a name only sets apart ("an Office for Trade | spokesman").
  private func noun(behind name: Range<Int>, in source: Range<Int>) -> Int? {
    var end = name.upperBound
    while end < source.upperBound, input.tags[end].universal == .noun { end += 1 }
    return end > name.upperBound ? end - 1 : nil
  }

  private func nominal(_ source: Range<Int>, head: Int) -> SpeakerPhrase {
    let first = lower(source.lowerBound)
    let opening: SpeakerPhrase.Opening
    if ["the", "that", "this", "these", "those"].contains(first) {
      opening = .definite
    } else if SpeakerWords.indefinite.contains(first) || input.tags[source.lowerBound].penn == .cd {
      opening = .indefinite
    } else if SpeakerWords.possessive.contains(first)
      || (source.lowerBound..<head).contains(where: { input.tags[$0].penn == .pos })
    {
      opening = .possessive
    } else {
      opening = .bare
    }
    let start = opening == .definite ? source.lowerBound + 1 : source.lowerBound
    return .nominal(head: head, modifiers: start..<max(start, head), opening: opening, apposed: nil)
  }

  /// The words that describe an unnamed speaker: up to the clause or the apposition behind them.
  func description(_ source: Range<Int>) -> Range<Int> {
    guard let head = head(of: source) else { return source }
    for token in head + 1..<max(head + 1, source.upperBound) {
      let tag = input.tags[token]
      if lower(token) == "," || tag.penn == .wdt || tag.penn == .wp || tag.penn == .openBracket {
        return source.lowerBound..<token
      }
    }
    return source
  }

  // MARK: Groups

  /// The parts of "Seoul and Washington", "Lind and her envoy", "Norrland, Sund and Varn"; nil for one
  /// speaker.
  private func members(_ source: Range<Int>) -> [Range<Int>]? {
    guard
      let last = source.last(where: { isAnd($0) && actors.name(at: $0) == nil }),
      last > source.lowerBound, last + 1 < source.upperBound
    else { return nil }
    var parts = [last + 1..<source.upperBound]
    var end = last
    // Commas part further members where each part is a name or opens like one.
    for token in (source.lowerBound..<last).reversed() where lower(token) == "," {
      if token + 1 == end {
        end = token
        continue
      }
      parts.insert(token + 1..<end, at: 0)
      end = token
    }
    guard end > source.lowerBound else { return nil }
    parts.insert(source.lowerBound..<end, at: 0)
    if lower(source.lowerBound) == "both", parts[0].count > 1 {
      parts[0] = parts[0].lowerBound + 1..<parts[0].upperBound
    }
    guard parts.allSatisfy(isMember), !hangs(parts), !isApposition(parts) else { return nil }
    return parts
  }

  /// Whether what is joined tells of the first part who it is ("Lind, a lawyer and an envoy", "Lind,
  /// chairman and chief"): behind a comma only names are further speakers.
  private func isApposition(_ parts: [Range<Int>]) -> Bool {
    guard parts.count > 2 || parts[0].contains(where: { lower($0) == "," }) else { return false }
    let heads = parts.map { head(of: $0) }
    let isPerson =
      heads[0].flatMap { actors.name(at: $0) }.map { actors.types[$0] == .person } ?? false
    return heads.dropFirst().contains { head in
      guard let head else { return true }
      if actors.name(at: head) != nil { return false }
      return isPerson || input.tags[head].universal != .properNoun
    }
  }

  private func isAnd(_ token: Int) -> Bool { ["and", "&"].contains(lower(token)) }

  /// Whether a part can be a speaker of its own: a name with its title, or a noun phrase with a
  /// determiner.
  private func isMember(_ part: Range<Int>) -> Bool {
    guard let head = head(of: part) else {
      return part.count == 1 && SpeakerPhraseReader.pronouns[lower(part.lowerBound)] != nil
    }
    if let name = actors.name(at: head) { return !isAdjective(name) }
    if input.tags[head].universal == .properNoun { return true }
    return input.tags[part.lowerBound].universal == .determiner
      || input.tags[part.lowerBound].penn == .prps || input.tags[head].penn == .nns
  }

  /// Whether what is joined hangs on a preposition of the first part ("officials in Sund and Varn"),
  /// or two nouns share what stands before ("the ministers and aides" is one noun phrase).
  private func hangs(_ parts: [Range<Int>]) -> Bool {
    guard let first = parts.first, let second = parts.dropFirst().first else { return true }
    func isPerson(_ part: Range<Int>) -> Bool {
      head(of: part).flatMap { actors.name(at: $0) }.map { actors.types[$0] == .person } ?? false
    }
    let hasPreposition = first.contains {
      input.tags[$0].universal == .adposition && actors.name(at: $0) == nil
    }
    if hasPreposition, !isPerson(second) {
      return input.tags[second.lowerBound].universal != .determiner
        && input.tags[second.lowerBound].penn != .prps
    }
    return false
  }

  // MARK: Heads

  /// A source without the mark that makes it a possessor ("Lind's" before "claim").
  private func withoutPossessive(_ source: Range<Int>) -> Range<Int> {
    source.count > 1 && input.tags[source.upperBound - 1].penn == .pos
      ? source.lowerBound..<source.upperBound - 1 : source
  }

  /// The head noun: the last noun before the first comma, bracket, preposition or relative word
  /// that stands outside of names.
  func head(of source: Range<Int>) -> Int? {
    var head: Int?
    for token in source {
      let inName = actors.name(at: token) != nil
      let tag = input.tags[token]
      if tag.penn == .pos {
        // What stands before is a possessor.
        head = nil
        continue
      }
      if !inName, let found = head {
        switch tag.universal {
        case .punctuation:
          // "Const. Lind", "Varn, Norrland police": neither mark ends the noun phrase.
          if tag.penn != .hyph, tag.penn != .stop, !isPlace(token, in: source, after: found) {
            return head
          }
        case .adposition:
          // "the commander of the fleet Mara Lind": the person behind is the head.
          return person(in: token..<source.upperBound, after: found) ?? head
        case .subordinator, .verb, .auxiliary, .coordinator: return head
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

  /// Whether a comma only parts a place from the region that it lies in, with a noun behind.
  private func isPlace(_ comma: Int, in source: Range<Int>, after head: Int) -> Bool {
    guard comma + 1 < source.upperBound, let place = actors.name(at: head),
      let region = actors.name(at: comma + 1), actors.types[place] == .location,
      actors.types[region] == .location
    else { return false }
    let next = actors.ranges[region].upperBound
    return next < source.upperBound && input.tags[next].universal == .noun
  }

  /// A person's name that ends a title with a prepositional phrase ("Secretary of State | Mara Lind"):
  /// no comma, verb or relative word before it, and another noun or name right before it.
  private func person(in range: Range<Int>, after head: Int) -> Int? {
    for token in range {
      let tag = input.tags[token]
      if tag.universal == .punctuation && tag.penn != .hyph || tag.isVerbal || tag.penn == .wp
        || tag.penn == .wdt || tag.universal == .coordinator && actors.name(at: token) == nil
      {
        return nil
      }
      guard let name = actors.name(at: token), actors.types[name] == .person,
        actors.ranges[name].lowerBound == token, token > range.lowerBound + 1,
        input.tags[token - 1].isNominal
      else { continue }
      let end = actors.ranges[name].upperBound
      if end < input.tags.count, input.tags[end].penn == .pos { continue }
      return end - 1
    }
    return nil
  }

  /// A name that the name tagger did not know: a proper noun at the head with what belongs to it, up
  /// to the first comma ("the Institute for Coast Studies").
  private func unlistedName(_ source: Range<Int>, head: Int) -> Range<Int>? {
    guard input.tags[head].universal == .properNoun, actors.name(at: head) == nil,
      input.traits[head].flags.contains(.capitalised), !SpeakerWords.roles.contains(lower(head))
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
    return start..<last
  }

  private func belongsToName(_ token: Int) -> Bool {
    input.traits[token].flags.contains(.capitalised) && input.tags[token].penn != .dt
      || input.tags[token].penn == .hyph
  }

  /// The name or noun phrase before a relative "who", a comma between them or not; what cannot be
  /// "who" (a place, a body) is left behind with its preposition ("an envoy of the ministry, who").
  private func antecedent(before token: Int) -> Range<Int>? {
    let sentence = input.text.sentences[Int(input.sentenceOfToken[token])]
    var end = token
    if end > sentence.lowerBound, lower(end - 1) == "," { end -= 1 }
    guard let last = chunk(endingAt: end, in: sentence) else { return nil }
    var start = last.lowerBound
    while !isPersonal(start..<last.upperBound), start > sentence.lowerBound + 1,
      input.tags[start - 1].universal == .adposition,
      let before = chunk(endingAt: start - 1, in: sentence)
    {
      start = before.lowerBound
    }
    return start..<last.upperBound
  }

  /// A name, or a noun with what stands before it, that ends before a token.
  private func chunk(endingAt end: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard end > sentence.lowerBound else { return nil }
    var start = end
    if let name = actors.name(at: end - 1) {
      start = actors.ranges[name].lowerBound
      if actors.types[name] == .person { return start..<end }
    }
    while start > sentence.lowerBound {
      let tag = input.tags[start - 1]
      guard
        tag.isNominal || tag.universal == .adjective || tag.universal == .number
          || tag.universal == .determiner || tag.penn == .prps || tag.penn == .pos
          || tag.penn == .hyph
      else { break }
      start -= 1
      if tag.universal == .determiner || tag.penn == .prps { break }
    }
    return start < end && (input.tags[end - 1].isNominal || actors.name(at: end - 1) != nil)
      ? start..<end : nil
  }

  /// Whether a noun phrase means a person or persons.
  private func isPersonal(_ phrase: Range<Int>) -> Bool {
    guard let head = head(of: phrase) else { return false }
    if let name = actors.name(at: head) { return actors.types[name] == .person }
    let noun = lower(head)
    return !SpeakerWords.bodies.contains(noun) && !SpeakerWords.places.contains(noun)
      && !SpeakerWords.firms.contains(noun)
  }

  private func apposed(_ source: Range<Int>, after head: Int) -> Int? {
    for token in (head + 1)..<max(head + 1, source.upperBound) {
      guard lower(token) == ",", token + 1 < source.upperBound else { continue }
      if let name = actors.name(at: token + 1),
        actors.types[name] == .person || actors.types[name] == .organization
      {
        return name
      }
      // "the running mate, Gov. Mara Lind,": a person that ends the next part.
      var end = token + 1
      while end < source.upperBound, lower(end) != "," { end += 1 }
      if let name = actors.name(at: end - 1), actors.types[name] == .person,
        (token + 1..<actors.ranges[name].lowerBound).allSatisfy({ input.tags[$0].isNominal })
      {
        return name
      }
    }
    return nil
  }

  /// Whether a name is but a nationality ("the German think-tank", "a Kenyan"); groups in the plural
  /// ("Democrats") and acronyms ("the NIS") are actors.
  private func isAdjective(_ name: Int) -> Bool {
    let last = actors.ranges[name].upperBound - 1
    return actors.types[name] == .miscellaneous && input.tags[last].penn != .nnps
      && input.tags[last].penn != .nns && !input.traits[last].flags.contains(.allCapitals)
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }

  private static let pronouns: [String: SpeakerPhrase.Pronoun] = [
    "he": .he, "him": .he, "his": .he, "she": .she, "her": .she, "it": .it, "its": .it,
    "they": .they, "them": .they, "their": .they,
  ]
  private static let reflexives: Set<String> = [
    "himself", "herself", "itself", "themselves", "also",
  ]
}
