package import SaysoLanguage
internal import SaysoLearning
package import SaysoRecords

/// Finds who said what in one report.
///
/// An engine finds sources, cues and contents and joins them; then come kind, stance, speaker, day
/// and confidence. Pure: the same text and models give the same statements.
package struct Attributor: Sendable {
  /// Finds pieces and joins them.
  package let engine: any RoleEngine
  /// Gives dictionary forms.
  package let lemmatizer: Lemmatizer

  /// Gives the trees of sentences that hold statements.
  package let parser: DependencyParser

  /// An attributor on trained parts.
  package init(engine: any RoleEngine, lemmatizer: Lemmatizer, parser: DependencyParser) {
    self.engine = engine
    self.lemmatizer = lemmatizer
    self.parser = parser
  }

  /// The statements and the named mentions of a report, each in reading order.
  ///
  /// `outlets` are names or addresses of who published it, which relay nothing in it; `headline` gives
  /// the persons whom its headline names.
  package func read(
    _ report: ReportID, _ text: AnnotatedText, traits: [TokenTraits], tags: [Tag],
    names: [NameSpan], clusters: [UInt16], times: [TimeExpression], outlets: [String] = [],
    headline: @escaping () -> [String] = { [] }
  ) -> (statements: [Statement], mentions: [Mention]) {
    let names = FusedNames.parted(names, text, tags: tags)
    let actors = ReportActors(text, names: names)
    let mentions = names.indices.map { index in
      Mention(
        passage: Passage([text.span(names[index].tokens)], in: text.text),
        type: names[index].type, actor: actors.actors[index])
    }
    guard !text.tokens.isEmpty else { return ([], mentions) }
    let input = engine.input(text, traits: traits, tags: tags, names: names, clusters: clusters)
    let found = engine.found(input)
    let map = found.map
    let given = given(found, input, traits: traits)
    let mender = ClauseMender(input: input, map: map)
    let lemmas = TokenLemmas(input, lemmatizer)
    let stances = StanceReader(input: input, lemmas: lemmas)
    let hearsay = HearsayReader(input: input, lemmas: lemmas)
    let refusals = RefusalReader(input: input, lemmas: lemmas)
    let inner = InnerStatements(input: input, lemmas: lemmas)
    let chains = ChainReader(input: input, map: map, actors: actors, own: outlets)
    var days = StatementTimes(input: input, times: times)
    var statements: [Statement] = []
    func passage(_ ranges: [Range<Int>]) -> Passage {
      Passage(joined(ranges, text).map { text.span($0) }, in: text.text)
    }
    let speeches = SpeechParagraphs(input: input, map: map)
    let rules = hearsay.plans(refusals.plans(speeches.plans(mender.mended(given))))
    let all = inner.plans(chains.plans(rules))
      .filter { !AnonymityClause.isOne($0, input) }
    let plans = EnclosedStatements(input: input).plans(all)
      .sorted { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
    var speakers = resolved(
      plans, SpeakerResolver(input, actors: actors, words: found.words, headline: headline))[...]
    for plan in plans {
      let (cue, contents) = (plan.cue, plan.contents)
      let speaker = plan.source.flatMap { source in
        speakers.popFirst().map { found in
          Speaker(
            passage: passage([source]), actor: found.actor, named: found.named,
            members: found.members)
        }
      }
      let chain = plan.relays.compactMap { relay -> Relay? in
        let found = speakers.popFirst()
        // Who passes on his own words is no relay.
        if let actor = found?.actor, actor == speaker?.actor { return nil }
        return Relay(
          passage: passage([relay]),
          actor: found?.named ?? false || found?.isBody ?? false ? found?.actor : nil)
      }
      let content = passage(contents)
      let stance = stances.stance(cue: cue, contents: contents, source: plan.source)
      statements.append(
        Statement(
          id: identifier(report, cue: text.span(cue), content: content),
          kind: kind(contents, input), stance: stance,
          confidence: Confidence(Double(plan.confidence)),
          speaker: speaker, cue: passage([cue]), content: content,
          chain: chain,
          said: days.said(plan, actor: speaker?.named ?? false ? speaker?.actor : nil),
          holds: days.holds(contents, stance: stance),
          meaning: found.words?.meaning(of: contents, in: text)))
    }
    return (statements, mentions)
  }

  /// The statements that the engine found and that are sure enough, their borders chosen.
  private func given(
    _ found: FoundRoles, _ input: AttributionInput, traits: [TokenTraits]
  ) -> [StatementPlan] {
    let map = found.map
    let features = engine.borders.map { _ in
      BorderFeatures(
        input, map, roles: found.roles,
        trees: parser.dependencies(
          of: input.text, traits: traits, sentences: map.sentences(of: found.frames)))
    }
    return found.frames.compactMap { frame -> StatementPlan? in
      let confidence = engine.probability(frame, map, input, roles: found.roles)
      guard confidence >= Attributor.leastConfidence, !isDeed(frame, map, input) else { return nil }
      let contents = features.flatMap { engine.borders?.contents(of: frame, $0) }
      return StatementPlan(frame, map, contents: contents, confidence: confidence)
    }
  }

  /// Who speaks and who relays, plan by plan: the speaker, where there is one, then the relays.
  private func resolved(
    _ plans: [StatementPlan], _ resolver: SpeakerResolver
  ) -> [ResolvedSpeaker] {
    resolver.resolve(
      plans.flatMap { plan in
        (plan.source.map { [SpeakerSource(tokens: $0, contents: plan.contents)] } ?? [])
          + plan.relays.map { SpeakerSource(tokens: $0, contents: [], isRelay: true) }
      })
  }

  /// Statements less sure than this are not given: an F1 is highest near a threshold of half itself
  /// (Lipton, Elkan and Naryanaswamy, 2014), and PolNeAR dev is flat from 0.2 to 0.35
  /// (`sayso-evaluate attribution`).
  private static let leastConfidence: Float = 0.25

  /// Whether the "statement" is but something done ("forces continued operations"): a cue word that
  /// hardly ever is one, and a content without quotation marks and without a verb.
  private func isDeed(
    _ frame: StatementFrame, _ map: PieceMap, _ input: AttributionInput
  ) -> Bool {
    !map.pieces[frame.cue].tokens.contains { input.cueLevels[$0] >= Attributor.leastCueLevel }
      && !frame.contents.contains { content in
        map.pieces[content].tokens.contains {
          input.isVerb($0) || input.quotes.isQuoted($0)
        }
      }
  }

  /// Below this level of cue-likeness a word is a cue in fewer than one of seven places.
  private static let leastCueLevel: UInt8 = 3

  /// Ranges with those joined that touch.
  private func joined(_ ranges: [Range<Int>], _ text: AnnotatedText) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { result, range in
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
    }
  }

  /// How much of the content stands in quotation marks, its punctuation left aside.
  private func kind(_ contents: [Range<Int>], _ input: AttributionInput) -> StatementKind {
    var quoted = 0
    var words = 0
    for token in contents.joined() where !input.traits[token].flags.contains(.punctuation) {
      words += 1
      if input.quotes.isQuoted(token) { quoted += 1 }
    }
    return quoted == 0 ? .indirect : quoted == words ? .direct : .mixed
  }

  /// An id from the report and the places of cue and content, 64 bits in hexadecimal.
  private func identifier(_ report: ReportID, cue: TextSpan, content: Passage) -> StatementID {
    var hash = FeatureHash.of(report.text)
    for span in [cue] + content.spans {
      hash = FeatureHash.combine(hash, UInt64(span.start), UInt64(span.end))
    }
    let digits = String(FeatureHash.finish(hash), radix: 16)
    return StatementID(String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
