internal import SaysoLanguage
internal import SaysoRecords

/// Reads the stance: the cue decides by its frames, and a cue that leaves it open ("said") hands it to
/// the content's main clause.
///
/// Negation and modal of the cue count; where nothing holds, the speaker asserts.
struct StanceReader {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The stance of a statement from the tokens of its cue, its contents and its source.
  func stance(cue: Range<Int>?, contents: [Range<Int>], source: Range<Int>? = nil) -> Stance {
    let reading = ContentReader(input: input, lemmas: lemmas).read(contents, cue: cue)
    let clause = ClauseStance(input: input, lemmas: lemmas, source: source, cue: cue)
    guard let cue else {
      // Nobody denies without saying so.
      let stance = clause.stance(reading) ?? .asserts
      return stance == .denies ? .asserts : stance
    }
    if isNeitherNor(cue) { return .declines }
    if let stance = byFrame(cue, reading, source) { return stance }
    if isNegated(cue.lowerBound, in: cue) || cue.contains(where: { isNegation($0) }) {
      return .asserts
    }
    if refuses(reading.tokens) { return .declines }
    return clause.stance(reading) ?? (considersSomeday(reading.tokens) ? .conditional : .asserts)
  }

  // MARK: The cue

  /// The first word of the cue that has a frame decides.
  private func byFrame(_ cue: Range<Int>, _ reading: ContentReading, _ source: Range<Int>?)
    -> Stance?
  {
    let matcher = FrameMatcher(lemmas: lemmas)
    let limit = cue.upperBound + 3
    for token in cue {
      let negated = isNegated(token, in: cue)
      func frame(_ table: [String: [StanceFrame]]) -> StanceFrame? {
        matcher.frame(
          table, at: token, tag: input.tags[token], form: reading.form, limit: limit)
      }
      if negated, let frame = frame(StanceTable.underNegation) { return frame.stance }
      guard let frame = frame(StanceTable.frames) else { continue }
      // "working to confirm", "efforts to rebut it": not yet done.
      if frame.stance == .confirms || frame.stance == .denies, token > 0,
        input.tags[token].penn == .vb, lemmas[token - 1] == "to"
      {
        return .asserts
      }
      if negated, !frame.isNegative { return StanceTable.negated[frame.stance] ?? .asserts }
      return isPossible(token, in: cue) && frame.stance != .declines ? .conditional : frame.stance
    }
    return nil
  }

  /// Whether "not", "never", "no" stands in the cue before a word, or right before the cue.
  private func isNegated(_ token: Int, in cue: Range<Int>) -> Bool {
    let sentence = input.text.sentences[Int(input.sentenceOfToken[cue.lowerBound])]
    let start = max(sentence.lowerBound, cue.lowerBound - 3)
    let reach = start..<token
    let noun = ["no", "little"]
    guard let negation = reach.last(where: { isNegation($0) || noun.contains(lemmas[$0]) }) else {
      return false
    }
    if noun.contains(lemmas[negation]), negation + 3 < token { return false }
    return !(negation..<token).contains { isBreak($0) }
  }

  private func isNegation(_ token: Int) -> Bool {
    ["not", "n't", "n’t", "never", "neither", "nor", "without", "nobody"].contains(lemmas[token])
  }

  private func isBreak(_ token: Int) -> Bool { [",", ";", "that", "but"].contains(lemmas[token]) }

  /// "may consider": a modal of possibility before a word of the cue.
  private func isPossible(_ token: Int, in cue: Range<Int>) -> Bool {
    (max(0, cue.lowerBound - 2)..<token).contains {
      ["may", "might", "could"].contains(lemmas[$0]) && input.tags[$0].universal == .auxiliary
    }
  }

  /// "neither confirmed nor denied", "would not confirm or deny".
  private func isNeitherNor(_ cue: Range<Int>) -> Bool {
    let words = (max(0, cue.lowerBound - 2)..<min(cue.upperBound + 3, lemmas.words.count)).map {
      lemmas[$0]
    }
    return words.contains("confirm") && words.contains("deny")
      && words.contains {
        ["neither", "nor", "not", "n't", "n’t", "refuse", "decline"].contains($0)
      }
  }

  // MARK: The content

  /// "no comment", "does not feel the need to comment", "could neither confirm nor rule it out": a
  /// refusal in the speaker's own words, in the content's first twelve.
  private func refuses(_ content: [Int]) -> Bool {
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

  /// "we may consider …" in any sentence of the content.
  private func considersSomeday(_ content: [Int]) -> Bool {
    zip(content.prefix(80), content.dropFirst()).contains { token, next in
      ["may", "might", "could"].contains(lemmas[token])
        && ["consider", "mull", "review", "weigh", "reconsider"].contains(lemmas[next])
    }
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
