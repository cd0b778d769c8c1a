package import SaysoLanguage
internal import SaysoLearning
package import SaysoRecords

/// Finds who said what in one report.
///
/// Two passes of a sequence tagger find sources, cues and contents; a ranking joins them; then come
/// kind, stance, speaker, day and confidence. Pure: the same text and model give the same
/// statements.
package struct Attributor: Sendable {
  /// The trained parts.
  package let model: AttributionModel
  /// Gives dictionary forms.
  package let lemmatizer: Lemmatizer

  /// An attributor on trained parts.
  package init(model: AttributionModel, lemmatizer: Lemmatizer) {
    self.model = model
    self.lemmatizer = lemmatizer
  }

  /// The statements and the named mentions of a report, each in reading order.
  package func read(
    _ report: ReportID, _ text: AnnotatedText, traits: [TokenTraits], tags: [Tag],
    names: [NameSpan], times: [TimeExpression]
  ) -> (statements: [Statement], mentions: [Mention]) {
    let actors = ReportActors(text, names: names)
    let mentions = names.indices.map { index in
      Mention(
        passage: Passage([text.span(names[index].tokens)], in: text.text),
        type: names[index].type, actor: actors.actors[index])
    }
    guard !text.tokens.isEmpty else { return ([], mentions) }
    let input = model.input(text, traits: traits, tags: tags, names: names)
    let (frames, map, roles) = model.frames(input)
    let stances = StanceReader(input: input, lemmas: TokenLemmas(input, lemmatizer))
    let chains = ChainReader(input: input, map: map, actors: actors)
    var speakers = SpeakerResolver(input, names: names, actors: actors)
    var statements: [Statement] = []
    func passage(_ ranges: [Range<Int>]) -> Passage {
      Passage(joined(ranges, text).map { text.span($0) }, in: text.text)
    }
    let plans = chains.plans(frames).sorted { reading($0.frame, map) < reading($1.frame, map) }
    for plan in plans {
      let cue = map.pieces[plan.frame.cue].tokens
      let contents = plan.frame.contents.map { map.pieces[$0].tokens }
      let speaker = plan.source.map { source -> Speaker in
        let (actor, named) = speakers.resolve(source)
        return Speaker(passage: passage([source]), actor: actor, named: named)
      }
      let content = passage(contents)
      statements.append(
        Statement(
          id: identifier(report, cue: text.span(cue), content: content),
          kind: kind(contents, input), stance: stances.stance(cue: cue, contents: contents),
          confidence: Confidence(
            Double(model.probability(plan.frame, map, input, roles: roles))),
          speaker: speaker, cue: passage([cue]), content: content,
          chain: plan.relays.map { Relay(passage: passage([$0]), actor: speakers.actor(of: $0)) },
          said: said(cue, contents, input, times)))
    }
    return (statements, mentions)
  }

  /// Order of reading: where the content starts.
  private func reading(_ frame: StatementFrame, _ map: PieceMap) -> Int {
    map.pieces[frame.contents[0]].tokens.lowerBound
  }

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

  /// The day that stands beside the cue: in its sentence and outside of the content.
  private func said(
    _ cue: Range<Int>, _ contents: [Range<Int>], _ input: AttributionInput,
    _ times: [TimeExpression]
  ) -> String? {
    let sentence = input.text.span(
      input.text.sentences[Int(input.sentenceOfToken[cue.lowerBound])])
    let own = input.text.span(cue)
    let taken = contents.map { input.text.span($0) }
    return times.filter { time in
      time.kind == .date && sentence.contains(time.span) && time.value?.utf8.count == 10
        && !taken.contains { $0.overlaps(time.span) }
    }.min { distance($0.span, own) < distance($1.span, own) }?.value
  }

  private func distance(_ a: TextSpan, _ b: TextSpan) -> Int {
    a.start >= b.end ? a.start - b.end : max(0, b.start - a.end)
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
