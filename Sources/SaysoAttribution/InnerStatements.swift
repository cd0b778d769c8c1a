internal import SaysoLanguage
internal import SaysoRecords

/// Finds a statement inside a statement: "the office said that Lind had told Aune that …" holds what
/// the office said, and what Lind told Aune on the office's word.
///
/// Only the main clause of what was said is looked at, and only if its subject is somebody else than
/// who speaks ("he said he believed" is one statement).
struct InnerStatements {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The plans, each followed by those inside it.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    given.flatMap { outer in
      [outer] + nested(in: outer).filter { inner in !given.contains { $0.cue.overlaps(inner.cue) } }
    }
  }

  private func nested(in outer: StatementPlan) -> [StatementPlan] {
    guard let inner = inner(of: outer.contents), outer.source?.overlaps(inner.source) != true else {
      return []
    }
    var plan = StatementPlan(
      cue: inner.cue, contents: inner.contents, source: inner.source,
      confidence: outer.confidence * InnerStatements.sureness)
    plan.relays = (outer.source.map { [$0] } ?? []) + outer.relays
    return [plan] + nested(in: plan)
  }

  /// Source, cue and contents of the statement that a content's main clause makes.
  func inner(
    of contents: [Range<Int>]
  ) -> (source: Range<Int>, cue: Range<Int>, contents: [Range<Int>])? {
    guard
      let clause = MainClauseFinder(input: input, lemmas: lemmas).clause(contents),
      clause.modal == nil, !clause.isEmbedded,
      !clause.isPassive, !clause.isConditioned, !clause.isImperative, isSomebody(clause.subject),
      let first = clause.subject.first, let last = clause.subject.last,
      last - first + 1 == clause.subject.count, let next = clause.rest.first,
      let start = contentStart(clause)
    else { return nil }
    let tail = contents.flatMap { piece -> [Range<Int>] in
      let own = max(piece.lowerBound, start)..<max(piece.upperBound, start)
      return own.isEmpty ? [] : [own]
    }
    guard !tail.isEmpty, next >= clause.group.upperBound else { return nil }
    return (first..<last + 1, clause.group, tail)
  }

  /// A plain noun phrase or a name, not the speaker's own pronoun.
  private func isSomebody(_ subject: [Int]) -> Bool {
    guard subject.count <= 14, !subject.contains(where: { input.isVerb($0) }),
      let head = subject.prefix(while: { input.tags[$0].universal != .adposition }).last
    else {
      return false
    }
    if subject.contains(where: { input.tags[$0].penn == .wdt || input.tags[$0].penn == .wp }) {
      return false
    }
    // Inside quotation marks only who has a name: "people say" is a way of speaking.
    return input.names[head] != 0 || input.tags[head].isNominal && !input.quotes.isQuoted(head)
  }

  /// Where what was told begins: at "that", or behind the verb where a clause follows at once, or at
  /// what is wanted, urged, accused.
  private func contentStart(_ clause: MainClause) -> Int? {
    let verb = lemmas[clause.verb]
    guard let first = clause.rest.first else { return nil }
    if InnerStatements.willing.contains(verb), input.tags[first].penn == .to { return first }
    if InnerStatements.moving.contains(verb), clause.rest.count > 1,
      input.tags[first].universal == .determiner || input.tags[first].isNominal
        || input.names[first] != 0
    {
      return first
    }
    guard InnerStatements.verbs.contains(verb) else { return nil }
    let reach = clause.rest.prefix(8).prefix { !isFinite($0) }
    if let that = reach.first(where: { lemmas[$0] == "that" && input.tags[$0].penn == .in }) {
      return that
    }
    guard !InnerStatements.addressing.contains(lemmas[clause.verb]),
      input.tags[first].universal != .adposition, input.tags[first].penn != .to
    else { return nil }
    return clause.rest.prefix(14).contains { isFinite($0) } ? first : nil
  }

  private func isFinite(_ token: Int) -> Bool {
    [.vbd, .vbz, .vbp, .md].contains(input.tags[token].penn)
  }

  /// An inner statement's share of the outer one's probability; PolNeAR does not mark them, so that
  /// this is a judgement, not a measurement.
  private static let sureness: Float = 0.6

  /// Verbs of saying; what one believes or wants inside a statement stays part of it.
  private static let verbs: Set<String> = [
    "say", "tell", "claim", "announce", "report", "warn", "deny", "confirm", "state", "assert",
    "insist", "inform", "assure", "acknowledge", "admit", "write", "argue", "declare", "allege",
    "promise", "add", "reply", "believe", "conclude", "agree", "think", "fear", "decide",
    "find", "estimate", "demand", "expect",
  ]
  /// Verbs whose infinitive is what one wants.
  private static let willing: Set<String> = [
    "want", "plan", "intend", "refuse", "decide", "agree", "hope", "vow", "pledge", "promise",
    "threaten", "offer", "decline", "vote",
  ]
  /// Verbs whose object is moved or judged by words.
  private static let moving: Set<String> = [
    "accuse", "urge", "condemn", "demand", "blame", "criticize", "criticise", "deny", "reject",
    "denounce", "welcome", "praise", "oppose",
  ]
  /// Verbs that take the one who is spoken to.
  private static let addressing: Set<String> = ["tell", "inform", "assure", "warn", "promise"]
}
