internal import SaysoLanguage
internal import SaysoRecords

/// The stance that a content's main clause shows where the cue leaves it open ("said").
///
/// Rules in order of precedence; the first that holds decides.
struct ClauseStance {
  let input: AttributionInput
  let lemmas: TokenLemmas
  /// The tokens of the speaker; nil where there is none.
  let source: Range<Int>?
  /// The cue's tokens.
  let cue: Range<Int>?

  /// One rule: its stance, an example, and when it holds.
  struct Rule: Sendable {
    let stance: Stance
    let example: String
    let holds: @Sendable (ClauseStance, MainClause) -> Bool
  }

  static let rules: [Rule] = [
    Rule(stance: .denies, example: "the story is a baseless rumour") { $0.isFlatDenial($1) },
    Rule(stance: .conditional, example: "if it rains, the line will close") { own, clause in
      clause.isConditioned && !clause.isImperative
    },
    Rule(stance: .conditional, example: "the ministry may consider a step") { own, clause in
      clause.modal == "may" || clause.modal == "might"
    },
    Rule(stance: .conditional, example: "the line could close") { own, clause in
      clause.modal == "could" && !clause.isNegated && !own.isPerception(clause.verb)
    },
    Rule(stance: .conditional, example: "perhaps the line will close") { _, clause in
      clause.isHedged
    },
    Rule(stance: .conditional, example: "it is possible that the line closes") { own, clause in
      own.isPossible(clause)
    },
    Rule(stance: .urges, example: "stop the pumps") { own, clause in
      clause.isImperative && !own.isIdle(clause.verb)
    },
    Rule(stance: .urges, example: "the crews must leave") { own, clause in own.isDemand(clause) },
    Rule(stance: .warns, example: "they will pay a price") { own, clause in own.isThreat(clause) },
    Rule(stance: .plans, example: "he will resign") { own, clause in own.isOwnAct(clause) },
    Rule(stance: .plans, example: "the talks will begin") { own, clause in own.isMeeting(clause) },
    Rule(stance: .plans, example: "our goal is to leave") { own, clause in own.isAim(clause) },
    Rule(stance: .plans, example: "they are considering a plan") { own, clause in
      clause.isProgressive && !clause.isNegated && own.isOwn(clause)
        && ClauseStance.weighing.contains(own.lemmas[clause.verb])
    },
    Rule(stance: .condemns, example: "it was not fair") { own, clause in own.isBlame(clause) },
  ]

  /// The stance; nil where no rule holds.
  func stance(_ reading: ContentReading) -> Stance? {
    guard let clause = reading.clause else { return nil }
    if let performed = performed(clause) { return performed }
    return ClauseStance.rules.first { $0.holds(self, clause) }?.stance
  }

  // MARK: What the speaker does by saying it

  /// "We condemn the attack", "he supported the bill": the speaker's own act, named.
  private func performed(_ clause: MainClause) -> Stance? {
    let wishes = clause.modal == "would" && lemmas[clause.verb] == "like"
    guard isOwn(clause), clause.modal == nil || wishes, !clause.isPerfect, !clause.isConditioned,
      !clause.isPassive, !clause.isImperative
    else { return nil }
    let copula = lemmas[clause.verb] == "be"
    let head = copula ? clause.rest.first { input.tags[$0].universal != .adverb } : clause.verb
    guard let head else { return nil }
    let form = ContentReader(input: input, lemmas: lemmas).read(
      clause.rest.last.map { [head + 1..<max(head + 1, $0 + 1)] } ?? [], cue: nil
    ).form
    let table = clause.isNegated ? StanceTable.underNegation : StanceTable.frames
    let frame = FrameMatcher(lemmas: lemmas).frame(
      table, at: head, tag: input.tags[head], form: form, limit: head + 5)
    // "said he ordered" tells of a deed; attitudes only shift their tense ("said he supported").
    switch frame?.stance {
    case .confirms?: return nil
    case .urges? where input.tags[clause.verb].penn == .vbd: return nil
    case let stance: return stance
    }
  }

  // MARK: Conditions of the rules

  /// Whether the subject is the speaker, or his side.
  func isOwn(_ clause: MainClause) -> Bool {
    guard let first = clause.subject.first else { return false }
    let words = clause.subject.map { lemmas[$0] }
    if clause.subject.count <= 3,
      let pronoun = words.first(where: { ClauseStance.own.contains($0) })
    {
      if pronoun == "i" || pronoun == "we" { return true }
      guard let source else { return false }
      let isPerson = source.contains { input.names[$0] == 1 }
      return pronoun == "it" ? !isPerson : true
    }
    let head = clause.subject.prefix { input.tags[$0].universal != .adposition }
      .last { input.tags[$0].isNominal }
    guard let head, let source else { return false }
    let isBody = ClauseStance.bodies.contains(lemmas[head])
    if input.tags[first].penn == .prps {
      return words[0] != "your" && !ClauseStance.programmes.contains(lemmas[head])
    }
    if words[0] == "the", clause.subject.count == 2, isBody { return true }
    return source.contains { token in
      input.tags[token].universal != .adposition
        && (lemmas[token] == lemmas[head] && isBody
          || isKin(token, head))
    }
  }

  /// Whether two names share their stem ("Russian", "Russia").
  private func isKin(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (input.text.word(a), input.text.word(b))
    return x.count >= 4 && y.count >= 4 && x.first?.isUppercase == true
      && x.prefix(4) == y.prefix(4)
  }

  private func isOwnAct(_ clause: MainClause) -> Bool {
    guard clause.modal == "will" || clause.modal == "would", !clause.isPerfect,
      !ClauseStance.happening.contains(lemmas[clause.verb])
    else { return false }
    return announces || !clause.isPassive && isOwn(clause)
  }

  /// "the next meeting will take place soon".
  private func isMeeting(_ clause: MainClause) -> Bool {
    (clause.modal == "will" || clause.modal == "would") && !clause.isNegated
      && clause.subject.contains { ClauseStance.meetings.contains(lemmas[$0]) }
      && ["take", "hold", "begin", "start", "resume", "continue", "happen", "be"]
        .contains(lemmas[clause.verb])
  }

  /// "our goal is to leave".
  private func isAim(_ clause: MainClause) -> Bool {
    guard lemmas[clause.verb] == "be", !clause.isNegated, let first = clause.subject.first,
      input.tags[first].penn == .prps
    else { return false }
    return clause.subject.contains { ClauseStance.aims.contains(lemmas[$0]) }
      && clause.rest.prefix(3).contains { input.tags[$0].penn == .to }
  }

  /// "it was unfair", "it is not acceptable".
  private func isBlame(_ clause: MainClause) -> Bool {
    guard lemmas[clause.verb] == "be", clause.modal == nil else { return false }
    let words = clause.isNegated ? StanceTable.merits : StanceTable.slurs
    let predicate = clause.rest.prefix(8).prefix {
      ![.adposition, .subordinator, .verb].contains(input.tags[$0].universal)
    }
    return predicate.contains { words.contains(lemmas[$0]) }
  }

  private var announces: Bool {
    (cue ?? 0..<0).contains { ["announce", "order", "decide", "unveil"].contains(lemmas[$0]) }
  }

  private func isDemand(_ clause: MainClause) -> Bool {
    guard clause.modal == "should" || clause.modal == "must", !clause.isPerfect else {
      return false
    }
    let first = clause.subject.first.map { lemmas[$0] } ?? ""
    if clause.subject.count == 1, first == "i" { return false }
    return !ClauseStance.saying.contains(lemmas[clause.verb])
  }

  private func isThreat(_ clause: MainClause) -> Bool {
    guard clause.modal == "will" || clause.modal == "would", !clause.isNegated,
      let objects = ClauseStance.threats[lemmas[clause.verb]]
    else { return false }
    return objects.isEmpty || clause.rest.prefix(6).contains { objects.contains(lemmas[$0]) }
  }

  private func isPossible(_ clause: MainClause) -> Bool {
    guard lemmas[clause.verb] == "be", !clause.isNegated else { return false }
    return clause.rest.prefix(3).contains { ["possible", "possibility"].contains(lemmas[$0]) }
  }

  private func isPerception(_ verb: Int) -> Bool {
    ["see", "hear", "feel", "smell"].contains(lemmas[verb])
  }

  private func isIdle(_ verb: Int) -> Bool {
    ["look", "thank", "say", "guess", "listen", "believe", "imagine"].contains(lemmas[verb])
  }

  /// "is a baseless and obvious rumor": a copula, then at most five words on, a falsehood.
  private func isFlatDenial(_ clause: MainClause) -> Bool {
    guard lemmas[clause.verb] == "be", !clause.isNegated, clause.modal == nil,
      !clause.isConditioned
    else { return false }
    for (place, token) in clause.rest.prefix(6).enumerated()
    where StanceTable.falsehoods.contains(lemmas[token]) {
      let plain = clause.rest[..<place].allSatisfy {
        let tag = input.tags[$0].universal
        return tag == .determiner || tag == .adverb || tag == .adjective || tag == .coordinator
      }
      guard plain else { return false }
      let reader = ContentReader(input: input, lemmas: lemmas)
      if clause.rest[..<place].contains(where: { reader.isNegation($0) }) { return false }
      // A passport may be false, a claim that is false is denied: of the plain words only the
      // subject tells.
      if let ofCharge = reader.isOfCharge(token) {
        return ofCharge
          && (!reader.isOfNews(token) || clause.subject.contains { reader.isOfClaim($0) })
      }
      return clause.subject.suffix(5).contains {
        StanceTable.charges.contains(lemmas[$0])
          || ["it", "that", "this", "they", "those"].contains(lemmas[$0])
      }
    }
    return false
  }

  private static let own: Set<String> = ["i", "we", "he", "she", "they", "it"]

  /// Bodies, and those who act for them, that speak of themselves by their noun ("the ministry will").
  private static let bodies: Set<String> = [
    "company", "government", "ministry", "administration", "party", "agency", "bank", "airline",
    "union", "council", "committee", "board", "firm", "group", "office", "department", "service",
    "force", "troop", "army", "military", "side", "team", "country", "staff", "campaign", "navy",
    "soldier", "people", "authority", "parliament", "police", "coalition", "delegation",
  ]

  /// Verbs of what befalls one: "it will rain" is no plan.
  private static let happening: Set<String> = [
    "be", "become", "remain", "cost", "last", "happen", "lose", "suffer", "die", "face", "need",
    "know", "depend", "seem", "appear", "fail", "survive", "win", "benefit", "see", "like", "have",
    "take", "rain", "fall", "rise", "grow", "mean", "lead", "help", "prove", "result", "cause",
    "occur", "love", "want", "think", "feel", "say",
  ]

  /// Nouns for what people arrange.
  private static let meetings: Set<String> = [
    "meeting", "talk", "round", "summit", "negotiation", "election", "exercise", "ceremony",
    "conference", "visit", "exchange", "delivery", "operation", "investigation", "trial", "vote",
  ]

  /// What is one's own, but acts by its working only ("her plan will save jobs").
  private static let programmes: Set<String> = [
    "plan", "proposal", "policy", "bill", "law", "idea", "reform", "approach", "measure", "move",
    "decision", "deal", "tax", "opponent", "rival", "enemy", "life", "wife", "husband", "son",
    "daughter", "child", "family", "friend", "job",
  ]

  private static let aims: Set<String> = [
    "goal", "aim", "objective", "intention", "plan", "task", "priority", "mission", "purpose",
  ]

  /// Verbs of looking into a plan.
  private static let weighing: Set<String> = [
    "consider", "review", "plan", "prepare", "mull", "craft", "weigh", "study", "work", "discuss",
    "explore", "examine", "assess", "develop", "draft", "try", "seek",
  ]

  /// Verbs of the saying itself: "it must be said".
  private static let saying: Set<String> = ["say", "note", "stress", "admit", "confess", "tell"]

  /// What one threatens, by verb and object.
  private static let threats: [String: Set<String>] = [
    "face": ["consequence", "retaliation", "response", "punishment", "sanction", "wrath"],
    "pay": ["price", "dearly", "heavily"], "regret": [], "retaliate": [],
    "suffer": ["consequence"],
  ]
}

/// Finds the frame that fits a word and what follows it.
struct FrameMatcher {
  let lemmas: TokenLemmas

  /// The fitting frame with most words; of those the one whose words stand closest, then the first.
  func frame(
    _ table: [String: [StanceFrame]], at token: Int, tag: Tag, form: ContentForm, limit: Int
  ) -> StanceFrame? {
    var best: (frame: StanceFrame, end: Int)?
    for frame in table[lemmas[token]] ?? [] where frame.fits(tag, form) {
      guard let end = end(of: frame, token, limit) else { continue }
      if let held = best, held.frame.words.count > frame.words.count || held.end <= end { continue }
      best = (frame, end)
    }
    return best?.frame
  }

  /// Where the later words end: in order, each at most three tokens on, before `limit`.
  private func end(of frame: StanceFrame, _ first: Int, _ limit: Int) -> Int? {
    var at = first
    for word in frame.words.dropFirst() {
      let reach = (at + 1)..<max(at + 1, min(at + 4, limit, lemmas.words.count))
      guard let next = reach.first(where: { lemmas[$0] == word }) else { return nil }
      at = next
    }
    return at
  }
}
