internal import SaysoLanguage
internal import SaysoRecords

/// Reads the stance from the cue, its negation, and the first words of the content.
///
/// Rules are in order of trust; the first that holds decides. Where none does, the speaker asserts.
struct StanceReader {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The stance of a statement from its cue's and its contents' tokens.
  func stance(cue: Range<Int>?, contents: [Range<Int>]) -> Stance {
    guard let cue else { return .asserts }
    let words = cue.map { lemmas[$0] }
    let negated = isNegated(cue)
    let content = contents.first ?? cue.upperBound..<cue.upperBound
    if isRefusal(cue, words, content, negated: negated) { return .declines }
    if words.contains(where: { StanceTable.rejecting.contains($0) }), !negated,
      startsWithCharge(content) || mentionsFalsehood(content, within: 8)
    {
      return .denies
    }
    if words.contains(where: { StanceTable.naming.contains($0) }), !negated,
      mentionsFalsehood(content, within: 14)
    {
      return .denies
    }
    if words.contains(where: { StanceTable.believing.contains($0) }), negated { return .doubts }
    if words.contains(where: { StanceTable.voicing.contains($0) }),
      words.contains(where: {
        $0.hasSuffix("kepticism") || $0.hasSuffix("cepticism") || $0 == "doubt"
      })
    {
      return negated ? .asserts : .doubts
    }
    let rejects = words.contains { StanceTable.rejecting.contains($0) }
    if !rejects, let stance = urging(cue, words, content) { return stance }
    if !negated, words.contains(where: { StanceTable.deciding.contains($0) }),
      startsWithInfinitive(content)
    {
      return .plans
    }
    for (token, word) in zip(cue, words) {
      guard let stance = StanceTable.stances[word],
        input.tags[token].isVerbal || !StanceTable.verbsOnly.contains(word)
      else { continue }
      if negated { return stance == .confirms ? .declines : .asserts }
      return stance
    }
    guard words.contains(where: { StanceTable.plain.contains($0) }), !negated else {
      return .asserts
    }
    return modality(content)
  }

  // MARK: The cue

  /// Whether "not", "never", "no" stands in the cue or right before it.
  private func isNegated(_ cue: Range<Int>) -> Bool {
    let sentence = sentenceRange(cue.lowerBound)
    let before = max(sentence.lowerBound, cue.lowerBound - 3)..<cue.lowerBound
    return cue.contains { isNegation($0) }
      || before.contains { isNegation($0) && !isBroken($0..<cue.lowerBound) }
  }

  private func isNegation(_ token: Int) -> Bool {
    ["not", "n't", "never", "neither", "nor", "n’t", "without"].contains(lemmas[token])
  }

  private func isBroken(_ range: Range<Int>) -> Bool {
    range.contains { [",", ";", "that", "but"].contains(lemmas[$0]) }
  }

  /// "declined to comment", "refused to say", "would not confirm", "no comment", "neither confirmed
  /// nor denied", "did not respond to".
  private func isRefusal(
    _ cue: Range<Int>, _ words: [String], _ content: Range<Int>, negated: Bool
  ) -> Bool {
    if words.contains("neither") && (words.contains("confirm") || words.contains("deny")) {
      return true
    }
    let next = cue.upperBound..<min(cue.upperBound + 4, input.tags.count)
    let reach = words + next.map { lemmas[$0] }
    if words.contains("decline") || words.contains("refuse") || words.contains("refusal") {
      return reach.contains { StanceTable.telling.contains($0) || $0 == "request" }
        || words.contains("decline")
    }
    if negated, words.contains(where: { StanceTable.withholding.contains($0) }) {
      return true
    }
    if negated, words.contains("confirm") { return true }
    if negated, words.contains(where: { ["will", "would", "wo"].contains($0) }),
      words.contains(where: { StanceTable.telling.contains($0) })
    {
      return true
    }
    return refusesInContent(content)
  }

  /// "no comment", "does not feel the need to comment", "will not go further": a refusal in the
  /// speaker's own words, in the content's first twelve.
  private func refusesInContent(_ content: Range<Int>) -> Bool {
    let opening = Array(content.prefix(12))
    let words = opening.map { lemmas[$0] }
    if words.contains("neither"), words.contains("nor"), words.contains("confirm") { return true }
    guard let negation = opening.firstIndex(where: { isNegation($0) || lemmas[$0] == "no" }),
      let verb = opening.dropFirst(negation).firstIndex(where: {
        ["comment", "elaborate", "speculate"].contains(lemmas[$0])
      })
    else { return false }
    return verb - negation <= 7
  }

  /// "called on", "called for", "asked … to".
  private func urging(_ cue: Range<Int>, _ words: [String], _ content: Range<Int>) -> Stance? {
    let next = cue.upperBound < input.tags.count ? lemmas[cue.upperBound] : ""
    if words.contains("call"),
      words.contains("on") || words.contains("for")
        || next == "on" || next == "for" || words.contains("upon")
    {
      return .urges
    }
    if !["ask", "press", "tell", "want"].allSatisfy({ !words.contains($0) }) {
      let opening = Array(content.prefix(8))
      let infinitive = opening.firstIndex { input.tags[$0].penn == .to }
      let verb = opening.firstIndex { input.tags[$0].isVerbal }
      if words.contains("want"), infinitive == 0 { return .plans }
      if let infinitive, infinitive <= (verb ?? Int.max) { return .urges }
    }
    return nil
  }

  // MARK: The content

  private func startsWithInfinitive(_ content: Range<Int>) -> Bool {
    content.first.map { input.tags[$0].penn == .to } ?? false
  }

  private func startsWithCharge(_ content: Range<Int>) -> Bool {
    content.prefix(7).contains { StanceTable.charges.contains(lemmas[$0]) }
  }

  /// Whether the content's first words call something false, unless they say "not false".
  private func mentionsFalsehood(_ content: Range<Int>, within count: Int) -> Bool {
    content.prefix(count).contains { token in
      StanceTable.falsehoods.contains(lemmas[token]) && isOfCharge(token) != false
        && !(max(content.lowerBound, token - 3)..<token).contains { isNegation($0) }
    }
  }

  /// Whether the noun behind a falsehood is a report or a charge ("a baseless and obvious rumor");
  /// nil when no noun stands behind it, false when it is a thing ("a fake bomb").
  private func isOfCharge(_ falsehood: Int) -> Bool? {
    var token = falsehood + 1
    while token < input.tags.count, token <= falsehood + 3,
      [.adjective, .adverb, .coordinator].contains(input.tags[token].universal)
    {
      token += 1
    }
    guard token < input.tags.count, input.tags[token].isNominal else { return nil }
    return StanceTable.charges.contains(lemmas[token])
  }

  /// What the content's first clause does: a plan of the speaker's, a condition, or neither.
  private func modality(_ content: Range<Int>) -> Stance {
    let clause = Array(firstClause(content))
    guard !clause.isEmpty else { return .asserts }
    if isFlatDenial(clause) { return .denies }
    let words = clause.map { lemmas[$0] }
    if let modal = words.firstIndex(where: { $0 == "may" || $0 == "might" }), modal < 12,
      input.tags[clause[modal]].universal == .auxiliary
    {
      return .conditional
    }
    if considersSomeday(content) { return .conditional }
    if let modal = words.prefix(12).firstIndex(where: { $0 == "should" || $0 == "must" }),
      modal > 0, modal + 1 < words.count, words[modal + 1] != "have", words[modal + 1] != "be",
      words[modal + 1] != "not"
    {
      return .urges
    }
    let first = words.first { $0 != "\"" && $0 != "“" && $0 != "that" } ?? ""
    if first == "if" || first == "unless" || words.dropFirst().contains("if") && hasModal(words) {
      return .conditional
    }
    let own = words.prefix(4).firstIndex {
      ["he", "she", "it", "they", "we", "i"].contains($0)
    }
    if let own {
      let rest = Array(words.dropFirst(own + 1).prefix(3))
      if let verb = rest.first, ["will", "'ll", "’ll", "would", "plan", "intend"].contains(verb),
        !rest.contains("not"), !rest.contains("n't"), !rest.contains("be"), !rest.contains("have"),
        !rest.contains("like")
      {
        return .plans
      }
      if rest.first == "be", let act = rest.dropFirst().first,
        ["consider", "review", "plan", "prepare", "mull", "craft", "weigh"].contains(act)
      {
        return .plans
      }
    }
    return .asserts
  }

  /// "we may consider …" in any sentence of the content.
  private func considersSomeday(_ content: Range<Int>) -> Bool {
    content.prefix(80).dropLast(1).contains { token in
      ["may", "might", "could"].contains(lemmas[token])
        && ["consider", "mull", "review", "weigh", "reconsider"].contains(lemmas[token + 1])
    }
  }

  /// "… is a baseless and obvious rumor": a copula, then at most five words on, a falsehood.
  private func isFlatDenial(_ clause: [Int]) -> Bool {
    for (place, token) in clause.enumerated() where StanceTable.falsehoods.contains(lemmas[token]) {
      let before = clause[max(0, place - 5)..<place]
      guard let copula = before.lastIndex(where: { lemmas[$0] == "be" }) else { continue }
      let between = clause[(copula + 1)..<place]
      let plain = between.allSatisfy {
        let tag = input.tags[$0].universal
        return tag == .determiner || tag == .adverb || tag == .adjective || tag == .coordinator
      }
      guard plain, !before.contains(where: { isNegation($0) || lemmas[$0] == "if" }) else {
        continue
      }
      switch isOfCharge(token) {
      case true?: return true
      case false?: continue
      case nil:
        // A passport may be false, a claim that is false is denied: of the plain words only the
        // subject tells.
        let subject = clause[..<copula].suffix(5).map { lemmas[$0] }
        if StanceTable.surelyFalse.contains(lemmas[token])
          || subject.contains(where: {
            StanceTable.charges.contains($0)
              || ["it", "that", "this", "they", "those"].contains($0)
          })
        {
          return true
        }
      }
    }
    return false
  }

  private func hasModal(_ words: [String]) -> Bool {
    words.contains { ["will", "would", "could", "may", "might", "can"].contains($0) }
  }

  /// The content up to its first sentence end or semicolon, at most 40 tokens.
  private func firstClause(_ content: Range<Int>) -> Range<Int> {
    let limit = min(content.upperBound, content.lowerBound + 40)
    var end = content.lowerBound
    while end < limit {
      let word = lemmas[end]
      if word == ";" || word == "." && end > content.lowerBound { break }
      end += 1
    }
    return content.lowerBound..<end
  }

  private func sentenceRange(_ token: Int) -> Range<Int> {
    input.text.sentences[Int(input.sentenceOfToken[token])]
  }
}

/// Dictionary forms, lower-cased, of the tokens of a text.
struct TokenLemmas {
  let words: [String]

  init(_ input: AttributionInput, _ lemmatizer: Lemmatizer) {
    words = input.tags.indices.map { token in
      lemmatizer.lemma(of: input.text.word(token), tag: input.tags[token]).lowercased()
    }
  }

  subscript(_ token: Int) -> String { words[token] }
}
