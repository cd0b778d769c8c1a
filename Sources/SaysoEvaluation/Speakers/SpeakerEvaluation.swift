package import SaysoAttribution
package import SaysoLanguage
package import SaysoRecords

/// Measures who speakers are said to be, on gold sources.
///
/// A speaker is right when the actor given bears a name that the corpus has in the speaker's chain,
/// wrong when it bears none of them, unknown when no named actor is given. Measured are the speakers
/// with a name in their chain.
package struct SpeakerEvaluation: Sendable {
  /// What became of speakers.
  package struct Counts: Sendable {
    /// The right actor.
    package var right = 0
    /// Another actor.
    package var wrong = 0
    /// No actor, or one without a name.
    package var unknown = 0
    /// All of them.
    package var all: Int { right + wrong + unknown }
  }

  /// By kind of words.
  package private(set) var counts: [SpeakerDocument.Kind: Counts] = [:]
  /// A line for each speaker that is not right, with the sentence.
  package private(set) var errors: [String] = []

  /// Nothing measured yet.
  package init() {}

  /// Reads and measures one document, with the vectors of an engine that has them.
  package mutating func add(
    _ document: SpeakerDocument, tagger: Tagger, names: NameTagger,
    engine: (any RoleEngine)? = nil
  ) {
    let reading = SpeakerReading(document, tagger: tagger, names: names, engine: engine)
    let found = reading.resolved()
    for (source, actor) in zip(document.sources, found) {
      guard let chain = source.chain, let kind = source.kind else { continue }
      let gold = document.names(of: chain)
      guard !gold.isEmpty else { continue }
      // A machine's head of "Secretary of State Mara Lind" may be the first word; and a name that the
      // name tagger does not know has no place, but its words.
      let isRight =
        actor.names.contains { name in
          gold.contains {
            $0.head.overlaps(name) || $0.span.end == name.end && $0.span.contains(name)
          }
        }
        || actor.names.isEmpty
          && gold.contains { document.text.words($0.span).hasSuffix(actor.name ?? "-") }
      if isRight {
        counts[kind, default: Counts()].right += 1
        continue
      }
      if actor.names.isEmpty {
        counts[kind, default: Counts()].unknown += 1
      } else {
        counts[kind, default: Counts()].wrong += 1
      }
      errors.append(
        "\(actor.names.isEmpty ? "unknown" : "wrong") \(kind.rawValue) \(document.id): "
          + "\(document.text.words(source.span)) | gold "
          + "\(gold.first.map { document.text.words($0.span) } ?? "") | read "
          + "\(actor.name ?? "nobody")\n  \(reading.context(source.span))")
    }
  }

  /// The figures of one set.
  package func rows(_ set: String) -> [ScoreSheet.Row] {
    SpeakerDocument.Kind.allCases.flatMap { kind -> [ScoreSheet.Row] in
      guard let own = counts[kind], own.all > 0 else { return [] }
      return [
        .init("\(set) \(kind.rawValue) right", share(own.right, own)),
        .init("\(set) \(kind.rawValue) left unknown (error)", share(own.unknown, own)),
      ]
    }
  }

  /// The counts behind the shares, one line.
  package var summary: String {
    SpeakerDocument.Kind.allCases.compactMap { kind in
      counts[kind].map {
        "\(kind.rawValue) \($0.right) right, \($0.wrong) wrong, \($0.unknown) unknown"
      }
    }.joined(separator: "; ")
  }

  private func share(_ part: Int, _ own: Counts) -> Double { Double(part) / Double(own.all) }
}

/// One document, read by the stages before attribution.
package struct SpeakerReading: Sendable {
  /// The document.
  package let document: SpeakerDocument
  /// What the attribution stages see.
  package let input: AttributionInput
  /// The names.
  package let names: [NameSpan]
  /// Whom the names mean.
  package let actors: ReportActors
  /// The vectors of the words, where the engine has them.
  package let words: EncodedWords?

  /// Reads a document.
  package init(
    _ document: SpeakerDocument, tagger: Tagger, names nameTagger: NameTagger,
    engine: (any RoleEngine)? = nil
  ) {
    self.document = document
    let text = AnnotatedText(document.text, blocks: document.blocks)
    let traits = text.traits()
    let tags = tagger.tags(of: text, traits: traits)
    names = FusedNames.parted(
      nameTagger.names(in: text, traits: traits, tags: tags), text, tags: tags)
    actors = ReportActors(text, names: names)
    input = AttributionInput(
      text: text, traits: traits, tags: tags, names: names,
      clusters: nameTagger.wordClusters(traits),
      cueLevels: [UInt8](repeating: 0, count: text.tokens.count))
    words = engine?.encoded(input)
  }

  /// The sources as the resolver takes them; those outside of the blocks are empty.
  package var sources: [SpeakerSource] {
    document.sources.map { source in
      SpeakerSource(
        tokens: tokens(source.span),
        contents: source.contents.map { tokens($0) }.filter { !$0.isEmpty })
    }
  }

  /// For each source its actor, and where the actor's names stand; empty where it has none.
  package func resolved() -> [(name: String?, names: [TextSpan])] {
    let sources = sources
    let resolver = SpeakerResolver(input, actors: actors, words: words)
    var found = resolver.resolve(sources.filter { !$0.tokens.isEmpty })[...]
    return sources.map { source in
      guard !source.tokens.isEmpty, let speaker = found.popFirst() else { return (nil, []) }
      guard let actor = speaker.actor, speaker.named else { return (speaker.actor, []) }
      return (
        actor,
        names.indices.filter { actors.actors[$0] == actor }.map {
          input.text.span(names[$0].tokens)
        }
      )
    }
  }

  /// Tokens that share a byte with a span.
  package func tokens(_ span: TextSpan) -> Range<Int> {
    input.text.tokens(sharing: span)
  }

  /// The sentence of a span and the two before it.
  func context(_ span: TextSpan) -> String {
    guard let token = tokens(span).first else { return "" }
    let sentence = Int(input.sentenceOfToken[token])
    let first = input.text.sentences[max(0, sentence - 2)]
    let last = input.text.sentences[sentence]
    return document.text.words(input.text.span(first.lowerBound..<last.upperBound))
      .replacing("\n", with: " ")
  }
}
