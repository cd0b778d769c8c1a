internal import SaysoLanguage
internal import SaysoRecords

/// Reads source chains inside a sentence.
///
/// | words | speaker | relay |
/// |---|---|---|
/// | "The envoy, according to the Gazette, wrote that …" | the envoy | the Gazette |
/// | "… , a report said, citing an engineer" | an engineer | a report |
/// | "… , Lind said, according to state media" | Lind | state media |
/// | "Lind told Reuters that …", "in an interview with Reuters" | Lind | Reuters |
struct ChainReader {
  let input: AttributionInput
  let map: PieceMap
  let actors: ReportActors

  /// The plans with their relays, in the order given; some were only signs of a relay and are left
  /// out.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    var plans = given
    var dropped = Set<Int>()
    for index in plans.indices {
      if passOn(index, &plans) || cite(index, &plans) { dropped.insert(index) }
    }
    for cue in map.cues where !given.contains(where: { $0.frame.cue == cue }) {
      attach(cue, &plans)
    }
    for index in plans.indices where !dropped.contains(index) {
      if let relay = told(plans[index]) ?? interview(plans[index]) {
        plans[index].relays.append(relay)
      }
    }
    return plans.indices.filter { !dropped.contains($0) }.map { index in
      var plan = plans[index]
      plan.relays = plan.relays.map(withoutComma)
      return plan
    }
  }

  /// A source without the comma that closes it ("the Gazette,").
  private func withoutComma(_ range: Range<Int>) -> Range<Int> {
    range.count > 1 && lower(range.upperBound - 1) == ","
      ? range.lowerBound..<range.upperBound - 1 : range
  }

  // MARK: According to

  /// "The envoy, according to the Gazette, wrote that …": the content of the first is the speaker of
  /// what follows in the sentence.
  ///
  /// Returns whether the frame was only that.
  private func passOn(_ index: Int, _ plans: inout [StatementPlan]) -> Bool {
    let cue = plans[index].cue
    guard cue.contains(where: { lower($0) == "according" }), plans[index].contents.count == 1,
      let relay = plans[index].source
    else { return false }
    let content = plans[index].contents[0]
    guard content.count <= 10, content.upperBound <= cue.lowerBound,
      !content.contains(where: { input.tags[$0].isVerbal }),
      content.contains(where: { input.tags[$0].isNominal })
    else { return false }
    var found = false
    for other in plans.indices
    where other != index && sentence(plans[other]) == sentence(plans[index]) {
      guard plans[other].cue.lowerBound > cue.lowerBound,
        plans[other].source == nil || plans[other].source == relay
      else { continue }
      plans[other].source = content
      plans[other].relays.append(relay)
      found = true
    }
    return found
  }

  /// "according to state media" beside a statement that has a speaker of its own.
  private func attach(_ cue: Int, _ plans: inout [StatementPlan]) {
    let tokens = map.pieces[cue].tokens
    guard tokens.contains(where: { lower($0) == "according" }), cue + 1 < map.pieces.count,
      map.pieces[cue + 1].role == .source,
      map.pieces[cue + 1].tokens.lowerBound <= tokens.upperBound + 1
    else { return }
    let relay = map.pieces[cue + 1].tokens
    let own = Int(input.sentenceOfToken[tokens.lowerBound])
    guard
      let near = plans.indices.filter({ sentence(plans[$0]) == own && plans[$0].source != nil })
        .min(by: { distance(plans[$0], tokens) < distance(plans[$1], tokens) }),
      plans[near].source != relay
    else { return }
    plans[near].relays.append(relay)
  }

  // MARK: Citing

  /// "…, a report said, citing an engineer": who is cited speaks, who cites relays.
  ///
  /// Returns whether
  /// the frame was only that.
  private func cite(_ index: Int, _ plans: inout [StatementPlan]) -> Bool {
    let cue = plans[index].cue
    guard cue.contains(where: { ["citing", "quoting"].contains(lower($0)) }),
      plans[index].contents.count == 1
    else { return false }
    let cited = plans[index].contents[0]
    guard cited.lowerBound >= cue.upperBound, cited.count <= 14,
      cited.prefix(6).contains(where: { ChainReader.informants.contains(lower($0)) })
    else { return false }
    let candidates = plans.indices.filter {
      $0 != index && sentence(plans[$0]) == sentence(plans[index]) && plans[$0].source != nil
        && plans[$0].cue.upperBound <= cue.lowerBound
    }
    guard let other = candidates.max(by: { plans[$0].frame.cue < plans[$1].frame.cue }),
      let relay = plans[other].source
    else {
      return !restore(index, cited: cited, &plans)
    }
    plans[other].relays.insert(relay, at: 0)
    plans[other].source = cited
    return true
  }

  /// "It failed, a report said, citing an engineer", where only "citing" was found: what stands
  /// before the one who cites was said, and the verb behind that one is the cue.
  private func restore(_ index: Int, cited: Range<Int>, _ plans: inout [StatementPlan]) -> Bool {
    guard let relay = plans[index].source, relay.upperBound < plans[index].cue.lowerBound else {
      return false
    }
    let start = input.text.sentences[sentence(plans[index])].lowerBound
    let verb = relay.upperBound
    let end = relay.lowerBound - 1
    guard input.isVerb(verb), input.cueLevels[verb] >= 4, end > start, lower(end) == ",",
      (start..<end).contains(where: { input.isVerb($0) }),
      !plans.contains(where: { $0.contents.contains { $0.overlaps(start..<end) } })
    else { return false }
    plans[index].contents = [start..<end]
    plans[index].cue = verb..<verb + 1
    plans[index].source = cited
    plans[index].relays = [relay]
    return true
  }

  // MARK: Told, interview

  /// "told Reuters": a body's name directly behind "told".
  private func told(_ plan: StatementPlan) -> Range<Int>? {
    let cue = plan.cue
    guard cue.contains(where: { lower($0) == "told" }) else { return nil }
    let range = input.text.sentences[sentence(plan)]
    let next = cue.upperBound
    return outlet(at: range.contains(next) && lower(next) == "the" ? next + 1 : next, plan)
  }

  /// "in an interview with the Guardian", near the cue.
  private func interview(_ plan: StatementPlan) -> Range<Int>? {
    let cue = plan.cue
    for token in input.text.sentences[sentence(plan)]
    where lower(token) == "interview" || lower(token) == "interviewed" {
      guard abs(token - cue.lowerBound) <= 12, !isContent(token, plan),
        token + 2 < input.tags.count, ["with", "by", "to"].contains(lower(token + 1))
      else { continue }
      let start = lower(token + 2) == "the" ? token + 3 : token + 2
      if let relay = outlet(at: start, plan) { return relay }
    }
    return nil
  }

  /// The body's name at a token of the statement's sentence, outside of its content.
  private func outlet(at token: Int, _ plan: StatementPlan) -> Range<Int>? {
    guard input.text.sentences[sentence(plan)].contains(token), !isContent(token, plan),
      let name = actors.name(at: token), actors.types[name] == .organization
    else { return nil }
    return actors.ranges[name]
  }

  // MARK: Places

  private func isContent(_ token: Int, _ plan: StatementPlan) -> Bool {
    plan.contents.contains { $0.contains(token) }
  }

  private func sentence(_ plan: StatementPlan) -> Int {
    Int(input.sentenceOfToken[plan.cue.lowerBound])
  }

  private func distance(_ plan: StatementPlan, _ tokens: Range<Int>) -> Int {
    abs(plan.cue.lowerBound - tokens.lowerBound)
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }

  /// Nouns for those whom reports cite.
  private static let informants: Set<String> = [
    "official", "officials", "source", "sources", "engineer", "engineers", "employee", "employees",
    "diplomat", "diplomats", "aide", "aides", "person", "people", "spokesman", "spokeswoman",
    "spokesperson", "officer", "officers", "witness", "witnesses", "minister", "analyst",
    "analysts",
    "expert", "experts", "lawyer", "lawyers", "adviser", "advisers", "advisor", "executive",
    "executives", "insider", "insiders", "agency", "ministry", "military", "intelligence", "police",
    "resident", "residents", "commander", "commanders", "soldier", "soldiers", "doctor", "doctors",
  ]
}
