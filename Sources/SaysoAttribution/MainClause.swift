internal import SaysoLanguage
internal import SaysoRecords

/// The main clause of what was said: its subject, its verb with modal and negation, and whether a
/// condition hangs on it.
struct MainClause {
  /// Tokens of the clause's sentence, from the subject on.
  let tokens: [Int]
  /// Tokens of the subject; empty in an imperative.
  let subject: [Int]
  /// The main verb; the copula where the predicate is none.
  let verb: Int
  /// "will", "may", "must" ("have to", "need to"), …; nil without one.
  let modal: String?
  /// Whether verb or modal is negated.
  let isNegated: Bool
  /// "has been", "should have".
  let isPerfect: Bool
  /// "be" with a participle.
  let isPassive: Bool
  /// "be" with a present participle.
  let isProgressive: Bool
  /// "Stop the war", "let us go".
  let isImperative: Bool
  /// "if", "unless", before or behind.
  let isConditioned: Bool
  /// "perhaps", "possibly".
  let isHedged: Bool
  /// Whether its verb may belong to a clause inside a noun phrase ("a claim that it fails").
  let isEmbedded: Bool
  /// The tokens behind the verb.
  let rest: [Int]

  /// The tokens of the verb's group ("has not said").
  var group: Range<Int> {
    let first = tokens[min(subject.count, tokens.count - 1)]
    return min(first, verb)..<max(first, verb) + 1
  }
}

/// Finds the main clause by word classes: past openers and subordinate clauses, over relative ones.
///
/// | words | subject | verb |
/// |---|---|---|
/// | "that the crews who stayed will leave" | the crews who stayed | will leave |
/// | "if it rains, the line closes" | the line | closes, conditioned |
/// | "Stop the pumps" | none | stop, imperative |
struct MainClauseFinder {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The main clause of a content's first sentence that has one.
  func clause(_ contents: [Range<Int>]) -> MainClause? {
    var sentence: [Int] = []
    var number: Int32?
    for token in contents.joined() {
      let own = input.sentenceOfToken[token]
      if own != number, !sentence.isEmpty {
        if let clause = clause(in: sentence) { return clause }
        sentence = []
      }
      number = own
      sentence.append(token)
      if lemmas[token] == ";" || sentence.count >= MainClauseFinder.reach {
        return clause(in: sentence)
      }
    }
    return clause(in: sentence)
  }

  /// Tokens that are looked at; longer sentences are cut.
  private static let reach = 70

  private func clause(in sentence: [Int]) -> MainClause? {
    var start = afterOpeners(sentence, 0)
    var conditioned = false
    var end = subordinateEnd(sentence, start)
    while let close = end {
      if isCondition(sentence, start) { conditioned = true }
      start = afterOpeners(sentence, close)
      end = subordinateEnd(sentence, start)
    }
    guard start < sentence.count else { return nil }
    var open = 0
    if isCondition(sentence, start) {
      // "if it rains they will stay": no comma tells where the main clause begins.
      conditioned = true
      open = 1
      start += 1
    }
    guard start < sentence.count else { return nil }
    if let imperative = imperative(sentence, start, conditioned) { return imperative }
    guard let (finite, embedded) = finite(sentence, start, open: open) else { return nil }
    // "I think that it fails" says no more than "it fails".
    if isParenthetical(sentence, start, finite),
      let inner = clause(in: Array(sentence[(finite + 1)...]))
    {
      return inner
    }
    return build(
      sentence, subject: Array(sentence[start..<finite]), finite, conditioned, imperative: false,
      embedded: embedded)
  }

  private func isParenthetical(_ sentence: [Int], _ start: Int, _ finite: Int) -> Bool {
    finite == start + 1 && ["i", "we"].contains(lemmas[sentence[start]])
      && MainClauseFinder.holding.contains(lemmas[sentence[finite]])
      && input.tags[sentence[finite]].penn != .vbd
  }

  // MARK: Before the subject

  /// Past marks, "that", "so", "well,", adverbs with their comma.
  private func afterOpeners(_ sentence: [Int], _ from: Int) -> Int {
    var at = from
    while at < sentence.count {
      let token = sentence[at]
      let tag = input.tags[token]
      let skips =
        tag.universal == .punctuation || tag.universal == .interjection || tag.penn == .cc
        || (lemmas[token] == "that"
          && (tag.penn == .in || at == from && startsClause(sentence, at)))
        || (tag.penn == .rb && at + 1 < sentence.count && !isNegation(token))
      guard skips else { break }
      at += 1
    }
    return at
  }

  /// Whether "that" at a place opens a clause, and is not its subject.
  private func startsClause(_ sentence: [Int], _ at: Int) -> Bool {
    at + 1 < sentence.count && !input.tags[sentence[at + 1]].isVerbal
      && input.tags[sentence[at + 1]].penn != .md
  }

  /// The place behind the comma that closes a subordinate clause or a phrase at `from`.
  private func subordinateEnd(_ sentence: [Int], _ from: Int) -> Int? {
    guard from < sentence.count else { return nil }
    let first = sentence[from]
    let isSubordinator =
      MainClauseFinder.subordinators.contains(lemmas[first])
      && input.tags[first].universal != .verb
    let isPhrase = input.tags[first].universal == .adposition || input.tags[first].penn == .vbg
    guard isSubordinator || isPhrase else { return nil }
    var verbs = 0
    for at in (from + 1)..<max(from + 1, sentence.count) {
      let token = sentence[at]
      if isSubordinator ? input.tags[token].isVerbal : isFinite(token) { verbs += 1 }
      if input.tags[token].penn == .comma || lemmas[token] == "then" {
        if isSubordinator ? verbs > 0 || at - from > 1 : verbs == 0 { return at + 1 }
      }
      if !isSubordinator, verbs > 0 { return nil }
    }
    return nil
  }

  private func isCondition(_ sentence: [Int], _ at: Int) -> Bool {
    guard MainClauseFinder.conditions.contains(lemmas[sentence[at]]) else { return false }
    let before = sentence[at] > 0 ? lemmas[sentence[at] - 1] : ""
    let after = at + 1 < sentence.count ? lemmas[sentence[at + 1]] : ""
    return !["even", "as", "only"].contains(before) && !["anything", "not"].contains(after)
  }

  // MARK: Verbs

  /// "Stop the pumps", "do not go", "let us go", "please stop".
  private func imperative(_ sentence: [Int], _ start: Int, _ conditioned: Bool) -> MainClause? {
    var at = start
    if lemmas[sentence[at]] == "please" { at += 1 }
    guard at < sentence.count, input.tags[sentence[at]].penn == .vb,
      input.traits[sentence[at]].flags.contains(.capitalised) || at > start
        || lemmas[sentence[at]] == "let"
    else { return nil }
    return build(sentence, subject: [], at, conditioned, imperative: true)
  }

  /// The place of the main clause's finite verb.
  private func finite(_ sentence: [Int], _ start: Int, open: Int) -> (at: Int, isEmbedded: Bool)? {
    var pending = open
    var skipped: Int?
    var at = start
    var hasNoun = false
    while at < sentence.count {
      let token = sentence[at]
      let tag = input.tags[token]
      let opensRelative =
        tag.penn == .wdt || tag.penn == .wp || tag.penn == .wrb
        || tag.universal == .subordinator && at > start
        || hasNoun && lemmas[token] == "that" && tag.penn == .in
        || hasNoun && at > start && isSubjectPronoun(token)
          && input.tags[sentence[at - 1]].isNominal
      if opensRelative { pending += 1 }
      if tag.isNominal || tag.universal == .pronoun { hasNoun = true }
      if isFinite(token) {
        if pending == 0 { return (at, false) }
        pending -= 1
        skipped = skipped ?? at
        at = groupEnd(sentence, at)
        continue
      }
      at += 1
    }
    return skipped.map { ($0, true) }
  }

  private func isSubjectPronoun(_ token: Int) -> Bool {
    ["he", "she", "they", "we", "i"].contains(lemmas[token])
      || ["he", "she", "they", "we", "i"].contains(input.text.word(token).lowercased())
  }

  private func isFinite(_ token: Int) -> Bool {
    switch input.tags[token].penn {
    case .md, .vbd, .vbz, .vbp: return true
    default: return false
    }
  }

  /// The end of a verb's group: auxiliaries, adverbs, negation and the full verb.
  private func groupEnd(_ sentence: [Int], _ from: Int) -> Int {
    var at = from + 1
    while at < sentence.count,
      input.tags[sentence[at]].isVerbal && !startsAnother(sentence, at) || isInner(sentence[at])
    {
      at += 1
    }
    return at
  }

  /// Whether a verb is finite and no participle taken for a past tense ("has denied").
  private func startsAnother(_ sentence: [Int], _ at: Int) -> Bool {
    guard isFinite(sentence[at]) else { return false }
    let auxiliary = sentence[..<at].last { !isInner($0) }.map { lemmas[$0] }
    return input.tags[sentence[at]].penn != .vbd || auxiliary != "have" && auxiliary != "be"
  }

  private func isInner(_ token: Int) -> Bool {
    input.tags[token].penn == .rb || isNegation(token)
  }

  private func isQuoteMark(_ token: Int) -> Bool {
    input.tags[token].penn == .openQuote || input.tags[token].penn == .closeQuote
  }

  func isNegation(_ token: Int) -> Bool {
    ["not", "n't", "n’t", "never", "neither", "nor"].contains(lemmas[token])
  }

  private func build(
    _ sentence: [Int], subject: [Int], _ finite: Int, _ conditioned: Bool, imperative: Bool,
    embedded: Bool = false
  ) -> MainClause {
    var modal: String?
    var negated = subject.contains { MainClauseFinder.nobody.contains(lemmas[$0]) }
    var hedged = subject.contains { MainClauseFinder.hedges.contains(lemmas[$0]) }
    var perfect = false
    var hasBe = false
    var verb = finite
    var at = finite
    // "is not allowed", "has to leave", "is going to leave": the group, over "to" of a half modal.
    while at < sentence.count {
      let token = sentence[at]
      let tag = input.tags[token]
      let lemma = lemmas[token]
      if at > finite, startsAnother(sentence, at) { break }
      if tag.penn == .md || MainClauseFinder.modals.contains(lemma) && tag.universal == .auxiliary {
        modal = MainClauseFinder.plain(lemma)
        verb = at
      } else if tag.isVerbal {
        if lemma == "have", followsParticiple(sentence, at) { perfect = true }
        if lemma == "be" { hasBe = true }
        verb = at
        if let half = halfModal(sentence, at) {
          // "does not have to" lays no duty on anyone.
          if half.modal == "must" {
            modal = negated ? modal : "must"
          } else {
            modal = modal ?? half.modal
          }
          at = half.next
          continue
        }
      } else if isNegation(token) {
        negated = true
      } else if isInner(token) || isQuoteMark(token) {
        if MainClauseFinder.hedges.contains(lemma) { hedged = true }
      } else {
        break
      }
      at += 1
    }
    let token = sentence[verb]
    let tag = input.tags[token].penn
    let rest = Array(sentence[min(at, sentence.count)...])
    return MainClause(
      tokens: Array(sentence[(finite - subject.count)...]), subject: subject, verb: token,
      modal: modal, isNegated: negated, isPerfect: perfect,
      isPassive: hasBe && verb > finite && tag == .vbn,
      isProgressive: hasBe && verb > finite && tag == .vbg, isImperative: imperative,
      isConditioned: conditioned || isConditionedBehind(rest), isHedged: hedged,
      isEmbedded: embedded, rest: rest)
  }

  /// "has", with a participle behind it.
  private func followsParticiple(_ sentence: [Int], _ at: Int) -> Bool {
    sentence[(at + 1)...].prefix(3).contains {
      input.tags[$0].penn == .vbn || input.tags[$0].penn == .vbd
    }
  }

  /// "has to", "needs to", "is going to", "ought to": the modal it stands for, and the place behind.
  private func halfModal(_ sentence: [Int], _ at: Int) -> (modal: String, next: Int)? {
    guard let modal = MainClauseFinder.halfModals[lemmas[sentence[at]]], at + 2 < sentence.count,
      lemmas[sentence[at + 1]] == "to", input.tags[sentence[at + 2]].penn == .vb,
      lemmas[sentence[at]] != "go" || input.tags[sentence[at]].penn == .vbg
    else { return nil }
    return (modal, at + 2)
  }

  /// "…, if it rains", "unless it rains".
  private func isConditionedBehind(_ rest: [Int]) -> Bool {
    let end = rest.firstIndex { MainClauseFinder.borders.contains(lemmas[$0]) } ?? rest.count
    return (0..<end).contains { place in
      if rest[place...].prefix(4).map({ lemmas[$0] }) == ["in", "the", "event", "of"] {
        return true
      }
      guard isCondition(rest, place), rest.count > place + 2 else { return false }
      let before = lemmas[max(0, rest[place] - 1)]
      return !MainClauseFinder.asking.contains(before)
    }
  }

  private static func plain(_ modal: String) -> String {
    switch modal {
    case "'ll", "’ll", "wo", "shall": return "will"
    case "'d", "’d": return "would"
    case "ca", "can": return "can"
    case "ought": return "must"
    default: return modal
    }
  }

  private static let modals: Set<String> = [
    "will", "would", "may", "might", "could", "can", "should", "must", "shall",
  ]
  private static let halfModals = [
    "have": "must", "need": "must", "go": "will", "ought": "must", "gotta": "must",
  ]
  private static let hedges: Set<String> = ["perhaps", "maybe", "possibly"]
  /// Subjects that negate their verb.
  private static let nobody: Set<String> = ["nobody", "nothing", "none", "no", "neither", "few"]
  private static let conditions: Set<String> = ["if", "unless", "provided", "providing"]
  private static let asking: Set<String> = [
    "ask", "know", "see", "wonder", "determine", "decide", "say", "clear", "sure", "check", "or",
  ]
  /// Behind these another clause begins, whose conditions are its own.
  private static let borders: Set<String> = ["that", "because", "who", "which", "but", ";", ":"]
  /// Verbs of holding, that add nothing to what they hold when one says them of oneself.
  private static let holding: Set<String> = ["think", "believe", "guess", "mean", "suppose"]
  private static let subordinators: Set<String> = [
    "if", "unless", "when", "whenever", "while", "although", "though", "because", "since", "after",
    "before", "once", "until", "as", "whereas", "provided", "even", "given", "despite",
  ]
}
