internal import SaysoLanguage

/// Gives a statement that stands wholly inside what somebody else says that speaker as its relay.
///
/// | words | speaker | relay |
/// |---|---|---|
/// | The envoy said: "The ministry told us that it was safe." | The ministry | The envoy |
/// | According to the release, Orr thanked the crew and noted its courage. | Orr | the release |
///
/// ``InnerStatements`` finds what the tagger left out; this joins what was found on both levels.
struct EnclosedStatements {
  let input: AttributionInput

  /// The plans, those inside another with its speaker and relays.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    given.map { plan in
      guard plan.relays.isEmpty, !isOwnWord(plan.source),
        let outer = given.filter({ encloses($0, plan) }).min(by: { length($0) < length($1) }),
        let source = outer.source, plan.source?.overlaps(source) != true
      else { return plan }
      var plan = plan
      plan.relays = [source] + outer.relays
      return plan
    }
  }

  /// Whether all of a statement but for nothing lies inside one piece of what another says.
  private func encloses(_ outer: StatementPlan, _ plan: StatementPlan) -> Bool {
    let parts = plan.contents + [plan.cue] + (plan.source.map { [$0] } ?? [])
    return outer.cue != plan.cue
      && outer.contents.contains { piece in
        parts.allSatisfy { piece.lowerBound <= $0.lowerBound && $0.upperBound <= piece.upperBound }
      }
  }

  private func length(_ plan: StatementPlan) -> Int { plan.contents.reduce(0) { $0 + $1.count } }

  /// Whether who speaks inside is "I", "we" or theirs: the outer speaker's own words.
  private func isOwnWord(_ source: Range<Int>?) -> Bool {
    guard let first = source?.first else { return false }
    return ["i", "we", "my", "our", "us", "me", "you"].contains(
      input.text.word(first).lowercased())
  }
}
