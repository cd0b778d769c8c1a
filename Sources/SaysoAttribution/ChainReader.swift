internal import SaysoLanguage
internal import SaysoRecords

/// Reads source chains inside a sentence.
///
/// | words | speaker | relay |
/// |---|---|---|
/// | "The envoy, according to the Gazette, wrote that …" | the envoy | the Gazette |
/// | "… , a report said, citing an engineer" | an engineer | a report |
/// | "… , Lind said, according to state media" | Lind | state media |
/// | "… , Lind said, state media reported" | Lind | state media |
/// | "State media quoted Lind as saying …" | Lind | State media |
/// | "Lind told Reuters that …", "in an interview with Reuters" | Lind | Reuters |
struct ChainReader {
  let input: AttributionInput
  let map: PieceMap
  private let outlets: Outlets

  /// A reader of one report; `own` names its outlet and agency.
  init(input: AttributionInput, map: PieceMap, actors: ReportActors, own: [String] = []) {
    self.input = input
    self.map = map
    outlets = Outlets(input: input, actors: actors, own: own)
  }

  /// The plans with their relays, in the order given; some were only signs of a relay and are left
  /// out.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    var plans = given
    var dropped = Set<Int>()
    for index in plans.indices {
      if passOn(index, &plans) || cite(index, &plans) { dropped.insert(index) }
    }
    for index in plans.indices where !dropped.contains(index) {
      giveBack(index, &plans)
      quote(&plans[index])
      cutTail(&plans[index])
    }
    let sentences = Set(given.map(sentence)).sorted().map { input.text.sentences[$0] }
    for range in sentences { attach(range, &plans) }
    for index in plans.indices where !dropped.contains(index) {
      for relay in [told(plans[index]), conveyed(plans[index])].compactMap({ $0 })
      where !isKnown(relay, plans[index]) {
        plans[index].relays.append(relay)
      }
      if let relay = shown(plans[index]) { plans[index].relays.append(relay) }
    }
    plans = plans.indices.filter { !dropped.contains($0) }.map { plans[$0] }
    for range in sentences { closing(range, &plans) }
    return plans.map { plan in
      var plan = plan
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

  /// "according to state media" beside statements that have a speaker of their own: it relays all of
  /// them that stand before it, or the one that follows.
  private func attach(_ sentence: Range<Int>, _ plans: inout [StatementPlan]) {
    for token in sentence.dropLast(2)
    where lower(token) == "according" && lower(token + 1) == "to"
      && !plans.contains(where: { $0.cue.contains(token) || $0.holds(token) })
    {
      let piece = map.pieces.first {
        $0.role == .source && $0.tokens.lowerBound >= token + 2 && $0.tokens.lowerBound <= token + 3
      }
      guard
        let relay = outlets.outlet(at: token + 2) ?? piece?.tokens
          ?? SubjectFinder(input: input).phrase(startingAt: token + 2, in: sentence),
        !outlets.isOwn(relay)
      else { continue }
      if input.tags[relay.lowerBound].penn == .prps { continue }
      let own = plans.indices.filter { sentence.contains(plans[$0].cue.lowerBound) }
      let before = own.filter { plans[$0].cue.upperBound <= token }
      for index in before.isEmpty ? Array(own.prefix(1)) : before
      where plans[index].source != nil && !isKnown(relay, plans[index]) {
        plans[index].relays.append(relay)
      }
    }
  }

  /// "Lind thanked the crew, the release said", where the tagger saw only the thanks: what stands
  /// before the comma is what the release said, and Lind's statement came by it.
  private func closing(_ sentence: Range<Int>, _ plans: inout [StatementPlan]) {
    var end = sentence.upperBound
    while end > sentence.lowerBound, input.tags[end - 1].universal == .punctuation { end -= 1 }
    let verb = end - 1
    guard verb > sentence.lowerBound + 3, ChainReader.sayings.contains(lower(verb)),
      let phrase = SubjectFinder(input: input).phrase(endingAt: verb, in: sentence),
      phrase.lowerBound > sentence.lowerBound, lower(phrase.lowerBound - 1) == ",",
      !plans.contains(where: { $0.cue.contains(verb) })
    else { return }
    let comma = phrase.lowerBound - 1
    let inner = plans.indices.filter {
      sentence.contains(plans[$0].cue.lowerBound) && plans[$0].cue.upperBound < comma
        && plans[$0].source != nil && plans[$0].source?.overlaps(phrase) == false
    }
    guard let first = inner.first else { return }
    let sure = plans[first].confidence
    for index in inner {
      plans[index].contents = plans[index].contents.compactMap { piece in
        guard piece.upperBound > comma, sentence.contains(piece.lowerBound) else { return piece }
        return piece.lowerBound < comma ? piece.lowerBound..<comma : nil
      }
      if !isKnown(phrase, plans[index]) { plans[index].relays.append(phrase) }
    }
    plans.removeAll { plan in
      plan.contents.isEmpty
        || plan.relays.last == phrase && isSupposed(plan.source, in: sentence)
    }
    if outlets.outlet(at: phrase.lowerBound) == nil {
      plans.append(
        StatementPlan(
          cue: verb..<end, contents: [sentence.lowerBound..<comma], source: phrase,
          confidence: sure))
    }
  }

  /// Whether a source speaks in a condition only ("if the inquiry finds that …").
  private func isSupposed(_ source: Range<Int>?, in sentence: Range<Int>) -> Bool {
    guard let source, source.lowerBound > sentence.lowerBound else { return false }
    return ["if", "unless", "whether"].contains(lower(source.lowerBound - 1))
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
    guard let other = candidates.max(by: { plans[$0].cue.lowerBound < plans[$1].cue.lowerBound }),
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

  /// "State media quoted Lind as saying it fails": who is quoted speaks, who quotes relays.
  private func quote(_ plan: inout StatementPlan) {
    guard plan.cue.contains(where: { ["quoted", "quotes", "cited", "cites"].contains(lower($0)) })
    else { return }
    guard let source = plan.source, let first = plan.contents.first,
      source.upperBound <= plan.cue.lowerBound, first.lowerBound >= plan.cue.upperBound,
      let saying = first.dropLast().first(where: { lower($0) == "as" && isSaying($0 + 1) }),
      saying > first.lowerBound, saying - first.lowerBound <= 16, saying + 2 < first.upperBound
    else { return }
    plan.source = first.lowerBound..<saying
    plan.contents[0] = saying + 2..<first.upperBound
    plan.relays.append(source)
  }

  private func isSaying(_ token: Int) -> Bool {
    ["saying", "telling", "having"].contains(lower(token))
  }

  // MARK: Conveyed

  /// "Lind said it fails, according to the Gazette", where the content went to the paper: it goes back
  /// to the one whose cue stands right before it.
  private func giveBack(_ index: Int, _ plans: inout [StatementPlan]) {
    guard plans[index].cue.contains(where: { lower($0) == "according" }),
      let relay = plans[index].source, let content = plans[index].contents.first,
      let cue = map.cues.first(where: { cue in
        let tokens = map.pieces[cue].tokens
        let end = tokens.upperBound
        return tokens.contains { ChainReader.sayings.contains(lower($0)) }
          && end <= content.lowerBound && end + 1 >= content.lowerBound
          && !plans.contains { $0.cuePiece == cue }
      }),
      let source = map.pieces.indices.first(where: {
        map.pieces[$0].role == .source
          && map.pieces[$0].tokens.upperBound == map.pieces[cue].tokens.lowerBound
      })
    else { return }
    plans[index].cue = map.pieces[cue].tokens
    plans[index].source = map.pieces[source].tokens
    plans[index].relays = [relay]
  }

  /// "Lind said it fails, state media reported": the tail of the content is its relay.
  private func cutTail(_ plan: inout StatementPlan) {
    guard let last = plan.contents.last, last.lowerBound >= plan.cue.upperBound else { return }
    var end = last.upperBound
    while end > last.lowerBound, input.tags[end - 1].universal == .punctuation { end -= 1 }
    let verb = end - 1
    guard verb > last.lowerBound + 2, input.isVerb(verb), input.cueLevels[verb] >= 4,
      let comma = (max(last.lowerBound, verb - 8)..<verb).last(where: { lower($0) == "," }),
      comma + 1 < verb, let outlet = outlets.outlet(at: comma + 1), outlet.upperBound == verb
    else { return }
    plan.contents[plan.contents.count - 1] = last.lowerBound..<comma
    plan.relays.append(outlet)
  }

  /// "told Reuters": an outlet directly behind "told".
  private func told(_ plan: StatementPlan) -> Range<Int>? {
    guard
      let told = plan.cue.first(where: { ["told", "tells", "tell", "telling"].contains(lower($0)) })
    else { return nil }
    // "told the media" is told reporters: an address, no relay.
    return outlet(at: told + 1, plan).flatMap { range in
      range.allSatisfy { ["media", "press", "local"].contains(lower($0)) } ? nil : range
    }
  }

  /// The outlet behind words that bring one in ("in an interview with the Guardian"), in the cue's
  /// sentence and outside of the content.
  private func conveyed(_ plan: StatementPlan) -> Range<Int>? {
    let range = input.text.sentences[sentence(plan)]
    for token in range where !plan.holds(token) {
      for way in ChainReader.ways where begins(way, at: token, in: range) {
        if let relay = outlet(at: token + way.count, plan) { return relay }
      }
    }
    return nil
  }

  /// "a document reviewed by Reuters": whoever has seen it passes it on.
  private func shown(_ plan: StatementPlan) -> Range<Int>? {
    guard let source = plan.source else { return nil }
    for token in source.dropLast(2)
    where ChainReader.seeing.contains(lower(token)) && lower(token + 1) == "by" {
      if let outlet = outlets.outlet(at: token + 2), source.contains(outlet.lowerBound) {
        return outlet
      }
    }
    return nil
  }

  private func begins(_ words: [String], at token: Int, in range: Range<Int>) -> Bool {
    token + words.count < range.upperBound
      && words.indices.allSatisfy { lower(token + $0) == words[$0] }
  }

  /// The outlet at a token of the statement's sentence, outside of its content.
  private func outlet(at token: Int, _ plan: StatementPlan) -> Range<Int>? {
    guard input.text.sentences[sentence(plan)].contains(token), !plan.holds(token),
      let outlet = outlets.outlet(at: token), outlet != plan.source
    else { return nil }
    return outlet
  }

  /// Whether a relay is in the chain already, or speaks itself.
  private func isKnown(_ relay: Range<Int>, _ plan: StatementPlan) -> Bool {
    (plan.relays + [plan.source].compactMap { $0 }).contains { $0.overlaps(relay) }
  }

  // MARK: Places

  private func sentence(_ plan: StatementPlan) -> Int {
    Int(input.sentenceOfToken[plan.cue.lowerBound])
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }

  /// Forms of verbs of saying whose content a paper may pass on.
  private static let sayings: Set<String> = [
    "said", "says", "say", "told", "wrote", "writes", "claimed", "claims", "announced", "reported",
    "reports", "warned", "denied", "confirmed", "stated", "insisted", "added", "argued",
  ]

  /// What an outlet does with a paper that it writes of.
  private static let seeing: Set<String> = [
    "seen", "reviewed", "obtained", "viewed", "published", "cited", "quoted", "leaked",
  ]

  /// Words that an outlet follows which passes a statement on.
  private static let ways: [[String]] = [
    "interview with", "interview to", "interview for", "interview by", "interview on",
    "interviewed by", "interviewed on", "remarks to", "remarks published by", "remarks carried by",
    "remarks broadcast by", "comments to", "comments published by", "comments carried by",
    "statement carried by", "statement to", "statement published by", "speaking to", "speaking on",
    "speaking with", "spoke to", "spoke with", "quoted by", "cited by", "reported by",
    "carried by", "published by", "broadcast by", "broadcast on", "email to", "message to",
    "appearance on", "appearing on", "via", "per",
  ].map { $0.split(separator: " ").map(String.init) }

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
