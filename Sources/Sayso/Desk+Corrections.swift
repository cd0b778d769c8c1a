public import SaysoLedger
public import SaysoRecords

extension Desk {
  /// Keeps what a person put right, and corrects the reading of the report; it holds from now on, also
  /// when the report is read again.
  ///
  /// - Parameters:
  ///   - correction: what is put right.
  ///   - by: who does it; may be empty.
  ///   - now: the time of correcting, ISO 8601.
  /// - Throws: ``CorrectionError`` where the ledger has no such statement, or the report no such words.
  public func correct(
    _ correction: Correction, by: String = "", now: String
  ) throws -> KeptCorrection {
    let (statement, report) = try statement(correction.statement)
    let place = KeptCorrection.Place(of: statement, in: report)
    let action = try action(correction.action, on: statement, in: report)
    let trial = KeptCorrection(
      number: .max, place: place, action: action, by: by, made: now, withdrawn: nil)
    guard
      let read = try ledger.uncorrectedReport(report.id),
      try CorrectedReading(read, ledger.corrections(of: report.id) + [trial]).met.contains(.max)
    else {
      throw CorrectionError(
        problem: "no words of the report stand for this speaker", place: at(statement.id.text),
        remedy: "name the speaker by words of the report")
    }
    return try ledger.keep(
      action, at: place, by: by, now: now, correcting: CorrectedReading.correcting)
  }

  /// What people put right, by number, withdrawn corrections included: all, or those of one report.
  public func corrections(of report: ReportID? = nil) throws -> [KeptCorrection] {
    try ledger.corrections(of: report)
  }

  /// Withdraws a correction: the reading is as if it had not been made, and the correction stays as one
  /// that is withdrawn.
  ///
  /// - Parameter now: the time of withdrawing, ISO 8601.
  /// - Returns: the correction as it is now.
  /// - Throws: ``CorrectionError`` where there is none of this number that stands.
  public func withdraw(correction number: Int, now: String) throws -> KeptCorrection {
    if let kept = try ledger.withdraw(
      number, now: now, correcting: CorrectedReading.correcting)
    {
      return kept
    }
    let isKnown = try ledger.corrections().contains { $0.number == number }
    throw CorrectionError(
      problem: isKnown
        ? "the correction is withdrawn already" : "there is no correction of this number",
      place: ledger.path + ": \(number)", remedy: "`sayso correct --list` lists them")
  }

  /// Whether a correction says that two statements share a claim that stand in different stories: it
  /// joins them only where all reports are taken as one story.
  ///
  /// Statements of which the index of stories does not know the story yet count as of one.
  public func joinsAcrossStories(_ correction: KeptCorrection) throws -> Bool {
    guard case .align(let other) = correction.action,
      let story = try ledger.story(of: correction.place.report),
      let otherStory = try ledger.story(of: other.report)
    else { return false }
    return story != otherStory
  }

  /// The numbers of the corrections that stand and do not apply, since their statement is not found in
  /// the current version of its report: in all reports, or in one.
  public func unmetCorrections(of report: ReportID? = nil) throws -> Set<Int> {
    let standing = try ledger.corrections(of: report).filter(\.stands)
    var unmet = Set(standing.map(\.number))
    for report in Set(standing.map(\.place.report)).sorted() {
      guard let read = try ledger.uncorrectedReport(report) else { continue }
      unmet.subtract(
        CorrectedReading(read, standing.filter { $0.place.report == report }).met)
    }
    for correction in standing {
      guard case .align(let other) = correction.action else { continue }
      let read = try ledger.readReport(other.report)
      if read.flatMap({ StatementFinder($0).find(other) }) == nil {
        unmet.insert(correction.number)
      }
    }
    return unmet
  }

  // MARK: What is meant

  private func at(_ statement: String) -> String { ledger.path + ": statement " + statement }

  /// The statement that a person means, with its report.
  private func statement(_ name: String) throws -> (Statement, Report) {
    var query = StatementQuery()
    query.idPrefix = name
    let found = try name.isEmpty ? [] : ledger.statements(query)
    let exact = found.filter { $0.statement.id.text == name }
    guard let one = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil,
      let report = try ledger.report(one.report)
    else {
      throw CorrectionError(
        problem: found.isEmpty
          ? "the ledger holds no such statement" : "several statements have ids that begin so",
        place: at(name),
        remedy: found.isEmpty
          ? "`sayso statements --ids` lists them with their ids" : "give more of the id")
    }
    return (one.statement, report)
  }

  private func action(
    _ action: Correction.Action, on statement: Statement, in report: Report
  ) throws -> KeptCorrection.Action {
    switch action {
    case .stance(let stance): return .stance(stance)
    case .speakerUnknown: return .speaker(.unknown)
    case .speakerNamed(let name):
      guard !name.allSatisfy(\.isWhitespace) else { throw missing(name, statement) }
      return .speaker(.name(name))
    case .speaker(let words):
      return .speaker(
        .words(
          try passage(words, of: statement, in: report) { places in
            // Whom a content names does not say it, as a rule.
            let outside = places.filter { !statement.content.spans.contains(where: $0.overlaps) }
            return StatementFinder.nearest(
              outside.isEmpty ? places : outside, to: (statement.cue ?? statement.content).extent)
          }))
    case .content(let words):
      return .content(
        try passage(words, of: statement, in: report) {
          StatementFinder.nearest($0, to: statement.content.extent)
        })
    case .dismiss: return .dismiss
    case .apart: return .apart
    case .align(let name):
      let (other, otherReport) = try self.statement(name)
      guard other.id != statement.id || otherReport.id != report.id else {
        throw CorrectionError(
          problem: "a statement belongs to its own claim", place: at(name),
          remedy: "name another statement")
      }
      return .align(KeptCorrection.Place(of: other, in: otherReport))
    }
  }

  private func passage(
    _ words: Correction.Words, of statement: Statement, in report: Report,
    choosing nearest: ([TextSpan]) -> TextSpan?
  ) throws -> Passage {
    switch words {
    case .text(let text):
      let words = WordPlaces(report.text)
      if let span = nearest(words.places(of: text)) { return Passage([span], in: report.text) }
      // Pieces as they are printed.
      let pieces = text.split(separator: " … ").map { words.places(of: String($0)) }
      guard pieces.count > 1, let first = nearest(pieces[0]) else { throw missing(text, statement) }
      var spans = [first]
      for places in pieces.dropFirst() {
        guard let next = places.first(where: { $0.start >= spans[spans.count - 1].end }) else {
          throw missing(text, statement)
        }
        spans.append(next)
      }
      return Passage(spans, in: report.text)
    case .spans(let spans):
      guard let last = spans.last, last.end <= report.text.byteCount,
        spans.allSatisfy({ !$0.isEmpty && isWhole($0, in: report.text) }),
        zip(spans, spans.dropFirst()).allSatisfy({ $0.end <= $1.start })
      else {
        throw CorrectionError(
          problem: "the places do not lie in the text of the report", place: at(statement.id.text),
          remedy: "give them as bytes of its text, ascending and apart")
      }
      return Passage(spans, in: report.text)
    }
  }

  /// Whether a span cuts no scalar in two.
  private func isWhole(_ span: TextSpan, in text: FrozenText) -> Bool {
    [span.start, span.end].allSatisfy { place in
      place == text.byteCount || text.bytes[place] & 0xC0 != 0x80
    }
  }

  private func missing(_ words: String, _ statement: Statement) -> CorrectionError {
    CorrectionError(
      problem: "the report does not have the words \"\(words)\"", place: at(statement.id.text),
      remedy: "give words exactly as they stand in the report")
  }
}
