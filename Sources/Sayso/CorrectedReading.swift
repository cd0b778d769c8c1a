internal import SaysoAttribution
internal import SaysoLanguage
internal import SaysoLedger
internal import SaysoRecords

/// A report as models read it, with what people put right.
///
/// A pure function of the two. What a person decided is sure: the statement has confidence 1 and says
/// which of its fields were corrected. Its id stays.
struct CorrectedReading {
  /// The report with its corrected statements, in reading order.
  let read: ReadReport
  /// The numbers of the corrections that met their statement; the others wait for it.
  let met: Set<Int>
  /// What people say are no statements.
  let dismissed: [Statement]

  /// Applies corrections that stand, in their order; later ones prevail.
  init(_ read: ReadReport, _ corrections: [KeptCorrection]) {
    let finder = StatementFinder(read)
    var statements: [Statement?] = read.statements
    var met: Set<Int> = []
    var dismissed: Set<Int> = []
    for correction in corrections where correction.stands {
      guard let place = finder.find(correction.place) else { continue }
      let statement = statements[place] ?? read.statements[place]
      switch correction.action {
      case .align, .apart: break
      case .dismiss:
        dismissed.insert(place)
      case .stance(let stance):
        statements[place] = statement.corrected(.stance, stance: stance)
      case .speaker(let speaker):
        guard
          let found = CorrectedReading.speaker(
            speaker, of: statement, from: correction.place, finder, in: read)
        else { continue }
        statements[place] = statement.corrected(speaker: found.speaker)
      case .content(let words):
        guard let words = finder.moved(words, from: correction.place, near: statement) else {
          continue
        }
        statements[place] = statement.corrected(
          .content, kind: CorrectedReading.kind(of: words, in: read.report), content: words)
      }
      met.insert(correction.number)
    }
    self.met = met
    self.dismissed = dismissed.sorted().map { read.statements[$0] }
    for place in dismissed { statements[place] = nil }
    self.read = ReadReport(
      report: read.report, statements: CorrectedReading.ordered(statements.compactMap { $0 }),
      mentions: read.mentions, dates: read.dates, figures: read.figures, analysed: read.analysed)
  }

  /// As the ledger wants it.
  static let correcting: Ledger.Correcting = { CorrectedReading($0, $1).read }

  /// By where the contents begin; those that begin together as they were.
  private static func ordered(_ statements: [Statement]) -> [Statement] {
    guard statements.contains(where: { $0.corrected.contains(.content) }) else {
      return statements
    }
    return statements.enumerated().sorted { a, b in
      (a.element.content.extent.start, a.offset) < (b.element.content.extent.start, b.offset)
    }.map(\.element)
  }

  // MARK: Speakers

  /// A speaker that a person chose, or that there is none.
  private struct Found {
    let speaker: Speaker?
  }

  private static func speaker(
    _ choice: KeptCorrection.Speaker, of statement: Statement, from place: KeptCorrection.Place,
    _ finder: StatementFinder, in read: ReadReport
  ) -> Found? {
    switch choice {
    case .unknown: return Found(speaker: nil)
    case .words(let words):
      return finder.moved(words, from: place, near: statement).map {
        Found(speaker: speaker(at: $0, in: read))
      }
    case .name(let name):
      let named = read.mentions.filter { $0.actor == name || $0.passage.text == name }
      let near = StatementFinder.nearest(named.map(\.span), to: statement.content.extent)
      let words = statement.speaker?.passage ?? near.map { Passage([$0], in: read.report.text) }
      return words.map { Found(speaker: Speaker(passage: $0, actor: name, named: true)) }
    }
  }

  /// Whom words name: as another statement has it, or the name in them, or else what they say.
  private static func speaker(at words: Passage, in read: ReadReport) -> Speaker {
    if let known = read.statements.lazy.compactMap(\.speaker).first(where: {
      $0.passage.spans == words.spans
    }) {
      return known
    }
    let mention =
      read.mentions.first { $0.span == words.extent }
      ?? read.mentions.first { isName($0, of: words) }
      ?? read.mentions.first { $0.span.contains(words.extent) }
    return Speaker(
      passage: words, actor: mention.map { $0.actor ?? $0.passage.text } ?? words.text,
      named: mention != nil)
  }

  /// Whether a name inside words is that of whom they mean: a person's ("Mayor Ilse Müller"), or all
  /// but the article ("the White House"); not so "an official in Seoul".
  private static func isName(_ mention: Mention, of words: Passage) -> Bool {
    guard words.extent.contains(mention.span), mention.type != .miscellaneous else { return false }
    return mention.type == .person
      || words.text.lowercased() == "the " + mention.passage.text.lowercased()
  }

  // MARK: Contents

  /// How much of a content stands in quotation marks, its punctuation left aside, as attribution
  /// counts it.
  private static func kind(of content: Passage, in report: Report) -> StatementKind {
    let text = AnnotatedText(report.text, blocks: report.blocks)
    let traits = text.traits()
    let quotes = QuoteMarks(text, traits: traits)
    let words = text.tokens.indices.filter { token in
      content.spans.contains { $0.contains(text.tokens[token]) }
        && !traits[token].flags.contains(.punctuation)
    }
    let quoted = words.filter(quotes.isQuoted).count
    return quoted == 0 ? .indirect : quoted == words.count ? .direct : .mixed
  }
}

extension Statement {
  /// The statement with what a person put right.
  fileprivate func corrected(
    _ field: CorrectedField, kind: StatementKind? = nil, stance: Stance? = nil,
    content: Passage? = nil
  ) -> Statement {
    Statement(
      id: id, kind: kind ?? self.kind, stance: stance ?? self.stance, confidence: Confidence(1),
      speaker: speaker, cue: cue, content: content ?? self.content, chain: chain, said: said,
      holds: holds, corrected: with(field), meaning: content == nil ? meaning : nil)
  }

  /// The statement with another speaker, who does not relay himself.
  fileprivate func corrected(speaker: Speaker?) -> Statement {
    let own = speaker?.passage.extent
    return Statement(
      id: id, kind: kind, stance: stance, confidence: Confidence(1), speaker: speaker, cue: cue,
      content: content,
      chain: chain.filter { relay in !(own.map(relay.passage.extent.overlaps) ?? false) },
      said: said, holds: holds, corrected: with(.speaker), meaning: meaning)
  }

  private func with(_ field: CorrectedField) -> [CorrectedField] {
    CorrectedField.allCases.filter { $0 == field || corrected.contains($0) }
  }
}
