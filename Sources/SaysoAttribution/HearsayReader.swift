internal import SaysoLanguage
internal import SaysoRecords

/// Reads statements that have no speaker: hearsay by adverb, by a passive, by "it is alleged".
///
/// | words | cue | content |
/// |---|---|---|
/// | "The army reportedly lost a ship" | reportedly | The army … lost a ship |
/// | "Orlov is believed to have left" | is believed | Orlov … to have left |
/// | "It is alleged that he paid" | is alleged | that he paid |
struct HearsayReader {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The plans, those of a passive without their subject as source, and the hearsay that they miss.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    var plans = given.map(withoutPatient)
    var taken = Set<Int>()
    for plan in plans { taken.formUnion(([plan.cue] + plan.contents).joined()) }
    for sentence in input.text.sentences {
      for token in sentence where !taken.contains(token) {
        guard let plan = adverb(token, sentence) ?? passive(token, sentence) else { continue }
        let tokens = ([plan.cue] + plan.contents).joined()
        guard !tokens.contains(where: { taken.contains($0) }) else { continue }
        taken.formUnion(tokens)
        plans.append(plan)
      }
    }
    return plans
  }

  /// "Orlov is believed to have left": Orlov does not believe, he is what is believed.
  private func withoutPatient(_ plan: StatementPlan) -> StatementPlan {
    guard let source = plan.source, source.upperBound <= plan.cue.lowerBound,
      let verb = plan.cue.last(where: { input.tags[$0].isVerbal }), input.tags[verb].penn == .vbn,
      verb > plan.cue.lowerBound, plan.cue.contains(where: { $0 < verb && lemmas[$0] == "be" }),
      HearsayReader.held.contains(lemmas[verb]),
      !plan.cue.contains(where: { lemmas[$0] == "by" || lemmas[$0] == "as" }),
      plan.contents.allSatisfy({ $0.lowerBound >= plan.cue.upperBound })
    else { return plan }
    var plan = plan
    plan.contents.insert(source, at: 0)
    plan.source = nil
    return plan
  }

  // MARK: What the tagger missed

  private func adverb(_ token: Int, _ sentence: Range<Int>) -> StatementPlan? {
    guard HearsayReader.adverbs.contains(lemmas[token]) else { return nil }
    let cue = token..<token + 1
    let end = clauseEnd(token + 1, sentence)
    guard end > token + 1 else { return nil }
    if token == sentence.lowerBound {
      let start = input.tags[token + 1].penn == .comma ? token + 2 : token + 1
      return plan(cue, [start..<end], HearsayReader.sureness.adverb)
    }
    // Between the subject with its auxiliaries and the verb.
    var before = token
    while before > sentence.lowerBound, input.tags[before - 1].universal == .auxiliary {
      before -= 1
    }
    guard input.isVerb(token + 1),
      let subject = SubjectFinder(input: input).subject(endingAt: before, in: sentence)
    else {
      return nil
    }
    return plan(cue, [subject.lowerBound..<token, token + 1..<end], HearsayReader.sureness.adverb)
  }

  private func passive(_ token: Int, _ sentence: Range<Int>) -> StatementPlan? {
    guard input.tags[token].penn == .vbn, HearsayReader.hearsay.contains(lemmas[token]) else {
      return nil
    }
    var start = token
    while start > sentence.lowerBound,
      input.tags[start - 1].universal == .auxiliary || input.tags[start - 1].penn == .rb
    {
      start -= 1
    }
    guard (start..<token).contains(where: { lemmas[$0] == "be" }), token + 2 < sentence.upperBound
    else { return nil }
    let next = lemmas[token + 1]
    let end = clauseEnd(token + 1, sentence)
    let cue = start..<token + 1
    if start > sentence.lowerBound, lemmas[start - 1] == "it", next == "that" {
      return plan(cue, [token + 1..<end], HearsayReader.sureness.passive)
    }
    guard next == "to", input.tags[token + 1].penn == .to,
      let subject = SubjectFinder(input: input).subject(endingAt: start, in: sentence)
    else { return nil }
    return plan(cue, [subject, token + 1..<end], HearsayReader.sureness.passive)
  }

  private func plan(_ cue: Range<Int>, _ contents: [Range<Int>], _ sure: Float) -> StatementPlan? {
    contents.allSatisfy { !$0.isEmpty }
      ? StatementPlan(cue: cue, contents: contents, source: nil, confidence: sure) : nil
  }

  /// The end of the clause that goes on at a token: before the closing mark, before ", according",
  /// ", but", ", who", and before a quotation.
  private func clauseEnd(_ from: Int, _ sentence: Range<Int>) -> Int {
    var end = from
    while end < sentence.upperBound {
      let tag = input.tags[end]
      if tag.penn == .stop || tag.penn == .colon || tag.penn == .closeQuote { break }
      if tag.penn == .comma, end + 1 < sentence.upperBound {
        let next = input.tags[end + 1]
        if next.penn == .cc || next.penn == .wdt || next.penn == .wp || next.penn == .vbg { break }
        if (end + 1..<min(end + 6, sentence.upperBound)).contains(where: { input.isVerb($0) }) {
          break
        }
      }
      end += 1
    }
    return end
  }

  private static let adverbs: Set<String> = ["reportedly", "allegedly", "purportedly"]

  /// Verbs whose passive says that something is said or held by nobody in particular.
  private static let hearsay: Set<String> = [
    "say", "believe", "think", "allege", "report", "understand", "rumor", "rumour", "claim",
    "expect",
  ]

  /// Verbs whose passive's subject is what is said or held of.
  private static let held: Set<String> = hearsay.union([
    "know", "consider", "suspect", "estimate", "accuse", "blame", "presume", "see", "ask",
  ])

  /// Shares that PolNeAR has as statements: "reportedly" 20 of 30, "is expected to" and the like 60
  /// of 69 (train and dev).
  private static let sureness: (adverb: Float, passive: Float) = (0.6, 0.8)
}
