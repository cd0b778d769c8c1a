internal import SaysoLanguage
internal import SaysoRecords

/// What the stance asks of a content: its form and its main clause.
struct ContentReading {
  let form: ContentForm
  let clause: MainClause?
  /// Its tokens without the pieces' borders.
  let tokens: [Int]
}

/// Reads the form of what follows a cue.
struct ContentReader {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The form and the main clause of the contents; words of the cue behind its verb may name what was
  /// said, too ("dismissed reports | of a landing").
  func read(_ contents: [Range<Int>], cue: Range<Int>?) -> ContentReading {
    let tokens = Array(contents.joined())
    let clause = MainClauseFinder(input: input, lemmas: lemmas).clause(contents)
    return ContentReading(form: form(tokens, clause, cue), clause: clause, tokens: tokens)
  }

  private func form(_ tokens: [Int], _ clause: MainClause?, _ cue: Range<Int>?) -> ContentForm {
    let words = tokens.filter { input.tags[$0].universal != .punctuation }
    var form: ContentForm = []
    guard let first = words.first else { return cue == nil ? .noun : [.noun, .telling] }
    let tag = input.tags[first]
    let open = openInfinitive(cue, before: first)
    if tag.penn == .to || open != nil {
      form.insert(.infinitive)
      let verb = open ?? words.dropFirst().first { input.tags[$0].isVerbal }
      if let verb, isTelling(verb) { form.insert(.telling) }
    } else if lemmas[first] == "that", tag.penn == .in || tag.universal == .subordinator {
      form.insert(.clause)
    } else if ContentReader.questions.contains(lemmas[first]) || isQuestionWord(tag) {
      form.formUnion([.question, .clause])
    } else if tag.penn == .vbg {
      form.insert(.gerund)
    } else {
      form.formUnion(phrase(words, clause))
    }
    let inCue = (cue ?? 0..<0).filter { !input.tags[$0].isVerbal }
    func isCharge(_ token: Int) -> Bool {
      isNoun(token) && StanceTable.charges.contains(lemmas[token])
    }
    // "rejected a claim" may be the cue of "that the dam holds".
    if inCue.contains(where: isCharge) { form.insert(.charge) }
    if form.contains(.noun) || !form.contains(.clause) {
      let head = words.prefix(7).prefix { !input.tags[$0].isVerbal || input.tags[$0].penn == .vbn }
      if head.contains(where: isCharge) { form.insert(.charge) }
      if (head.prefix(4) + inCue).contains(where: { StanceTable.intentions.contains(lemmas[$0]) }) {
        form.insert(.intention)
      }
    }
    if !form.contains(.clause) { form.formUnion(granted(words)) }
    if isCalled(tokens, StanceTable.falsehoods, ofCharge: true) { form.insert(.falsehood) }
    if isCalled(tokens, StanceTable.slurs, ofCharge: false) { form.insert(.slur) }
    return form
  }

  /// What may be granted, refused or appointed rather than said.
  private func granted(_ words: [Int]) -> ContentForm {
    guard let first = words.first else { return [] }
    let head = words.prefix(8).prefix {
      !input.tags[$0].isVerbal && input.tags[$0].universal != .adposition
    }
    if head.contains(where: { StanceTable.requests.contains(lemmas[$0]) }) { return .request }
    // "him more money": a recipient and a thing.
    if words.count > 1,
      ["him", "them", "her", "me", "us"].contains(input.text.word(first).lowercased()),
      input.tags[first].universal == .pronoun, head.count > 1
    {
      return .request
    }
    let isPerson =
      input.names[first] == 1 || head.contains { StanceTable.offices.contains(lemmas[$0]) }
    let isOwned = head.contains { input.tags[$0].penn == .pos }
    return isPerson && !isOwned ? .appointee : []
  }

  /// The verb of an infinitive whose "to" is the cue's ("declined to | comment", "to comment").
  private func openInfinitive(_ cue: Range<Int>?, before first: Int) -> Int? {
    guard let cue, let to = cue.last(where: { input.tags[$0].penn == .to }) else { return nil }
    let verb = to + 1
    if cue.contains(verb), input.tags[verb].isVerbal, lemmas[verb] != "be" { return verb }
    return verb == cue.upperBound && first == verb ? first : nil
  }

  private static let questions: Set<String> = [
    "whether", "if", "when", "how", "why", "what", "who", "where", "which",
  ]

  private func isNoun(_ token: Int) -> Bool { !input.tags[token].isVerbal }

  private func isQuestionWord(_ tag: Tag) -> Bool {
    tag.penn == .wrb || tag.penn == .wp || tag.penn == .wdt
  }

  private func isTelling(_ verb: Int) -> Bool {
    StanceTable.telling.contains(lemmas[verb])
      || input.cueLevels[verb] >= ContentReader.tellingLevel
  }

  /// From here on a verb is a cue in every third place, so that to refuse it is to refuse to say.
  private static let tellingLevel: UInt8 = 4

  /// A noun phrase, "the crews to leave", or a clause.
  private func phrase(_ words: [Int], _ clause: MainClause?) -> ContentForm {
    let infinitive = words.prefix(14).firstIndex { input.tags[$0].penn == .to }
    let finite = clause.flatMap { clause in
      clause.isEmbedded
        ? nil
        : words.firstIndex { $0 >= clause.tokens[clause.subject.count] }
    }
    if let infinitive, infinitive < finite ?? Int.max,
      infinitive + 1 < words.count, input.tags[words[infinitive + 1]].isVerbal
    {
      return [.objectInfinitive, .noun]
    }
    return finite == nil || clause?.isImperative == true && finite == nil ? .noun : .clause
  }

  /// Whether the first words call something one of a set of things, unless they say "not".
  private func isCalled(_ tokens: [Int], _ names: Set<String>, ofCharge: Bool) -> Bool {
    for (place, token) in tokens.prefix(14).enumerated() where names.contains(lemmas[token]) {
      if tokens[max(0, place - 3)..<place].contains(where: { isNegation($0) }) { continue }
      if ofCharge, isOfCharge(token) == false || isOfNews(token) && !isOfClaim(tokens.first) {
        continue
      }
      return true
    }
    return false
  }

  func isNegation(_ token: Int) -> Bool {
    ["not", "n't", "n’t", "never", "neither", "nor", "without"].contains(lemmas[token])
  }

  /// Whether "news" stands behind a falsehood: an outlet may be called that, too, to insult it.
  func isOfNews(_ falsehood: Int) -> Bool {
    falsehood + 1 < input.tags.count && lemmas[falsehood + 1] == "news"
  }

  /// Whether a word stands for what was said: "it", "them", "the reports".
  func isOfClaim(_ token: Int?) -> Bool {
    token.map {
      ["it", "that", "this", "they", "them", "those", "these"].contains(
        input.text.word($0).lowercased()) || StanceTable.charges.contains(lemmas[$0])
    } ?? false
  }

  /// Whether the noun behind a falsehood is a report or a charge ("a baseless and obvious rumor");
  /// nil when no noun stands behind it, false when it is a thing ("a fake bomb").
  func isOfCharge(_ falsehood: Int) -> Bool? {
    var token = falsehood + 1
    while token < input.tags.count, token <= falsehood + 3,
      [.adjective, .adverb, .coordinator].contains(input.tags[token].universal)
    {
      token += 1
    }
    guard token < input.tags.count, input.tags[token].isNominal else { return nil }
    return StanceTable.charges.contains(lemmas[token])
  }
}
