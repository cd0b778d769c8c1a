package import SaysoLanguage
package import SaysoRecords

extension ReportActor {
  /// The actors of a report: its names by whom they refer to, and what speaks without a name.
  ///
  /// Groups ("Seoul and Washington") are left out, as their members are named themselves. Offices are
  /// read from the words beside the names of persons. `text` is the report's, where it is at hand.
  package static func all(
    in read: ReadReport, story: String? = nil, text: AnnotatedText? = nil
  ) -> [ReportActor] {
    ReportActorReader(read, text ?? AnnotatedText(read.report.text, blocks: read.report.blocks))
      .actors(story: story)
  }
}

/// Collects the actors of one report.
private struct ReportActorReader {
  private let read: ReadReport
  private let text: AnnotatedText
  /// Keys of the bodies and places named, which may own an office.
  private let owners: Set<String>
  /// What names own, by their spans.
  private let owned: [TextSpan: [String]]

  init(_ read: ReadReport, _ text: AnnotatedText) {
    self.read = read
    self.text = text
    var owners = Set(
      read.mentions.filter { $0.type == .organization || $0.type == .location }
        .map { ActorReading.nameKey($0.passage.text) })
    var owned: [TextSpan: [String]] = [:]
    for mention in read.mentions {
      let own = ReportActorReader.owned(after: mention.span, text)
      guard !own.isEmpty else { continue }
      owned[mention.span] = own
      owners.insert(ActorReading.nameKey(mention.passage.text))
    }
    self.owned = owned
    self.owners = owners
  }

  private struct Found {
    var forms: [String: Int] = [:]
    var types: [NameType: Int] = [:]
    var speaks = false
    var isNamed = true
    var offices: Set<FoundOffice> = []
    var owns: Set<String> = []
    var described: Set<String> = []
  }

  func actors(story: String?) -> [ReportActor] {
    var found: [String: Found] = [:]
    for mention in read.mentions {
      let name = mention.actor ?? mention.passage.text
      found[name, default: Found()].forms[mention.passage.text, default: 0] += 1
      found[name, default: Found()].types[mention.type, default: 0] += 1
      found[name]?.owns.formUnion(owned[mention.span] ?? [])
      if mention.type != .person {
        found[name]?.described.formUnion(described(beside: mention.span))
      }
      if mention.type == .person {
        found[name, default: Found()].offices.formUnion(offices(beside: mention.span))
      } else if let acronym = acronym(after: mention.span) {
        found[name, default: Found()].forms[acronym, default: 0] += 1
      }
    }
    func speak(_ name: String?, isNamed: Bool) {
      guard let name else { return }
      if found[name] == nil {
        found[name] = Found(forms: [name: 0], isNamed: isNamed)
      }
      found[name]?.speaks = true
      if found[name]?.types.isEmpty == true { found[name]?.forms[name, default: 0] += 1 }
    }
    for statement in read.statements {
      if let speaker = statement.speaker, speaker.members.isEmpty,
        speaker.actor?.contains(" and ") != true || found[speaker.actor ?? ""] != nil
      {
        speak(speaker.actor, isNamed: speaker.named)
      }
      for member in statement.speaker?.members ?? [] { speak(member, isNamed: true) }
      for relay in statement.chain { speak(relay.actor, isNamed: false) }
    }
    return found.map { name, own in
      ReportActor(
        report: read.report.id, day: read.report.published?.date, story: story, name: name,
        forms: own.forms.map { ReportActor.Form($0.key, count: $0.value) },
        type: ReportActorReader.commonest(own.types),
        isNamed: own.isNamed, speaks: own.speaks, offices: Array(own.offices),
        owns: Array(own.owns), described: Array(own.described))
    }.sorted { $0.name < $1.name }
  }

  /// The commonest type; persons first, then bodies, then places, where several are.
  private static func commonest(_ types: [NameType: Int]) -> NameType? {
    let top = types.values.max() ?? 0
    return NameType.allCases.first { top > 0 && types[$0] == top }
  }

  // MARK: The words beside a name

  /// Words that end a phrase before or after a name.
  private static let borders: Set<String> = [
    ",", ";", ":", ".", "(", ")", "\"", "“", "”", "``", "''", "?", "!", "—", "–", "and", "said",
    "says",
    "who", "that", "told",
  ]

  /// The longest phrase that is tried, in tokens: an office of a department with a long name.
  private static let reach = 9

  private func offices(beside span: TextSpan) -> [FoundOffice] {
    guard let first = token(at: span.start), let last = token(at: span.end - 1) else { return [] }
    var result: [FoundOffice] = []
    var start = first
    while start > 0, first - start < ReportActorReader.reach, isInside(start - 1, first) {
      start -= 1
    }
    let isOffice = (start..<first).contains { OfficeReader.canEndRole(text.word($0)) }
    for begin in start..<first where isOffice && isWhole(first) {
      if let office = OfficeReader.office(described: phrase(begin..<first), owners: owners) {
        result.append(office)
        break
      }
    }
    if last + 2 < text.tokens.count, [",", "("].contains(text.word(last + 1)) {
      let begin = last + 2
      var end = begin
      while end < text.tokens.count, end - begin < ReportActorReader.reach, isInside(end, last) {
        end += 1
      }
      // "…, President Anna Olsk's envoy" is another's office.
      let isOffice = (begin..<end).contains { OfficeReader.canEndRole(text.word($0)) }
      for stop in stride(from: end, to: begin, by: -1)
      where isOffice && isWhole(stop) && !goesOn(stop) {
        if let office = OfficeReader.office(described: phrase(begin..<stop), owners: owners) {
          result.append(office)
          break
        }
      }
    }
    return result
  }

  /// Whether a phrase can end before a token: not after "of", "for" or a possessive.
  private func isWhole(_ end: Int) -> Bool {
    guard end > 0 else { return false }
    return !["of", "for", "'s", "’s", "'", "’"].contains(text.word(end - 1).lowercased())
  }

  /// Whether a name or a possessive follows, so that what stands before is no whole phrase.
  private func goesOn(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    let word = text.word(token)
    return word.first?.isUppercase == true || word.hasPrefix("'") || word.hasPrefix("’")
  }

  // MARK: Bodies of states

  /// The classes of what a name owns: the words right after it, or after its possessive.
  private static func owned(after span: TextSpan, _ text: AnnotatedText) -> [String] {
    guard let last = token(at: span.end - 1, text) else { return [] }
    var begin = last + 1
    if begin < text.tokens.count, ["'s", "’s", "'", "’"].contains(text.word(begin)) { begin += 1 }
    for count in stride(from: min(4, text.tokens.count - begin), through: 1, by: -1) {
      let word = text.word(begin + count - 1)
      guard OfficeReader.canEndRole(word) || BodyTable.shared.canEnd(word) else { continue }
      let words = phrase(begin..<(begin + count), text)
      if let own = BodyTable.shared.bodyClass(of: words) ?? OfficeReader.role(of: words) {
        return ToldStates.tells(own) ? [own] : []
      }
    }
    return []
  }

  /// "Harl's spy agency" before or after the name of a body with a comma between, and "Harl's foreign
  /// ministry" where the name is the ministry's alone.
  private func described(beside span: TextSpan) -> [String] {
    guard let first = token(at: span.start), let last = token(at: span.end - 1) else { return [] }
    var result: [String] = []
    let name = phrase(first..<(last + 1))
    if BodyTable.shared.bodyClass(of: name) != nil, let start = owner(endingAt: first) {
      result.append(phrase(start..<(last + 1)))
    }
    var end = first
    if end > 0, ["the", "The"].contains(text.word(end - 1)) { end -= 1 }
    if end > 1, [",", "—", "–"].contains(text.word(end - 1)) {
      end -= 1
      for count in stride(from: min(4, end), through: 1, by: -1)
      where BodyTable.shared.bodyClass(of: phrase((end - count)..<end)) != nil {
        if let start = owner(endingAt: end - count) { result.append(phrase(start..<end)) }
        break
      }
    }
    return result
  }

  /// Where the owner begins that ends before a token: a capitalised word or two, or a possessive.
  private func owner(endingAt end: Int) -> Int? {
    var start = end
    if start > 0, ["'s", "’s", "'", "’"].contains(text.word(start - 1)) { start -= 1 }
    let border = start
    while start > 0, border - start < 3, text.word(start - 1).first?.isUppercase == true,
      sentence(of: start - 1) == sentence(of: border - 1), text.word(start - 1) != "The"
    {
      start -= 1
    }
    return start < border ? start : nil
  }

  /// Whether a token goes on with a phrase: no border, and in the sentence of `anchor`.
  private func isInside(_ token: Int, _ anchor: Int) -> Bool {
    !ReportActorReader.borders.contains(text.word(token).lowercased())
      && sentence(of: token) == sentence(of: anchor)
  }

  /// "(NIS)" right after a name.
  private func acronym(after span: TextSpan) -> String? {
    guard let last = token(at: span.end - 1), last + 3 < text.tokens.count,
      text.word(last + 1) == "(", text.word(last + 3) == ")"
    else { return nil }
    let word = text.word(last + 2)
    let name = text.text.words(span)
    guard ActorReading.isAcronym(word), name.contains(" "),
      word.first == name.first(where: \.isUppercase)
    else { return nil }
    return word
  }

  private func phrase(_ tokens: Range<Int>) -> String { ReportActorReader.phrase(tokens, text) }

  private static func phrase(_ tokens: Range<Int>, _ text: AnnotatedText) -> String {
    var result = ""
    for token in tokens {
      let word = text.word(token)
      let joins = word.hasPrefix("'") || word.hasPrefix("’")
      result += (result.isEmpty || joins ? "" : " ") + word
    }
    return result
  }

  private func token(at byte: Int) -> Int? { ReportActorReader.token(at: byte, text) }

  private static func token(at byte: Int, _ text: AnnotatedText) -> Int? {
    var low = 0
    var high = text.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if text.tokens[middle].end <= byte { low = middle + 1 } else { high = middle }
    }
    return low < text.tokens.count && text.tokens[low].contains(byte) ? low : nil
  }

  private func sentence(of token: Int) -> Int {
    var low = 0
    var high = text.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
