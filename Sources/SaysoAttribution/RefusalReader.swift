internal import SaysoLanguage

/// Reads silence that an engine missed: who was asked and did not answer.
///
/// | words | cue | content |
/// |---|---|---|
/// | "Brenmark did not respond to a request for comment" | did not respond to | a request for comment |
/// | "The embassy did not return calls" | did not return | calls |
struct RefusalReader {
  let input: AttributionInput
  let lemmas: TokenLemmas

  /// The plans, and the refusals that they miss.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    var plans = given
    var taken = Set<Int>()
    for plan in plans { taken.formUnion(([plan.cue] + plan.contents).joined()) }
    for sentence in input.text.sentences {
      for token in sentence where !taken.contains(token) {
        guard let plan = silence(token, sentence),
          let source = plan.source
        else { continue }
        let tokens = ([plan.cue, source] + plan.contents).joined()
        guard !tokens.contains(where: { taken.contains($0) }) else { continue }
        taken.formUnion(tokens)
        plans.append(plan)
      }
    }
    return plans
  }

  private func silence(_ token: Int, _ sentence: Range<Int>) -> StatementPlan? {
    guard RefusalReader.answers.contains(lemmas[token]), input.isVerb(token),
      let start = negation(before: token, sentence)
    else { return nil }
    let takesTo = lemmas[token] == "respond" || lemmas[token] == "reply"
    let from = takesTo ? token + 2 : token + 1
    guard from < sentence.upperBound, !takesTo || lemmas[token + 1] == "to" else { return nil }
    let end = clauseEnd(from, sentence)
    let asked = (from..<min(end, from + 8)).contains { RefusalReader.asking.contains(lemmas[$0]) }
    guard asked, !(from..<end).contains(where: { input.isVerb($0) }) else { return nil }
    guard let subject = SubjectFinder(input: input).subject(endingAt: start, in: sentence) else {
      return nil
    }
    return StatementPlan(
      cue: start..<from, contents: [from..<end], source: subject,
      confidence: RefusalReader.sureness)
  }

  /// The first token of the auxiliaries and adverbs before a verb, where one of them denies.
  private func negation(before verb: Int, _ sentence: Range<Int>) -> Int? {
    var start = verb
    while start > sentence.lowerBound,
      input.tags[start - 1].universal == .auxiliary || input.tags[start - 1].penn == .rb
        || input.tags[start - 1].penn == .md
    {
      start -= 1
    }
    let denies = (start..<verb).contains { RefusalReader.negations.contains(lemmas[$0]) }
    return denies ? start : nil
  }

  /// The end of the clause: before a mark or a word that joins clauses.
  private func clauseEnd(_ from: Int, _ sentence: Range<Int>) -> Int {
    var end = from
    while end < sentence.upperBound {
      let tag = input.tags[end]
      if [.stop, .colon, .comma, .openQuote, .closeQuote].contains(tag.penn) { break }
      if tag.penn == .cc, end + 1 < sentence.upperBound, input.isVerb(end + 1) { break }
      if tag.universal == .subordinator { break }
      end += 1
    }
    return end
  }

  private static let answers: Set<String> = ["respond", "reply", "return", "answer"]
  private static let asking: Set<String> = [
    "request", "call", "question", "email", "e-mail", "message", "inquiry", "enquiry", "query",
  ]
  private static let negations: Set<String> = ["not", "n't", "never"]

  /// PolNeAR's train part has 21 of 33 such silences as statements.
  private static let sureness: Float = 0.64
}
