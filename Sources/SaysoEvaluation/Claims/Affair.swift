internal import Crypto
internal import Foundation
package import Sayso
internal import SaysoAttribution
internal import SaysoLanguage
internal import SaysoReading
package import SaysoRecords

/// An affair with its gold, read by the product.
package struct Affair: Sendable {
  /// A gold statement at its place.
  package struct Entry: Sendable {
    /// The report, as an index.
    package let report: Int
    /// Where its content lies.
    package let content: [TextSpan]
    /// Who says it, by the gold's name.
    package let speaker: String
    /// What the speaker does with it.
    package let stance: Stance
    /// The claims that it meets.
    package let claims: Set<String>
    /// The day it was said, where the report tells it again.
    package let said: String?
    /// The relays, by the gold's names.
    package let chain: [String]
  }

  /// A gold figure at its place.
  package struct Quantity: Sendable {
    /// The report, as an index.
    package let report: Int
    /// Its words.
    package let span: TextSpan
    /// Lowest and highest value.
    package let low: Double?, high: Double?
  }

  /// Its name.
  package let name: String
  /// The reports with what the product reads in them, by the names of their files.
  package let reads: [ReadReport]
  /// The statements.
  package let entries: [Entry]
  /// The figures by id.
  package let figures: [String: Quantity]
  /// Pairs of figures with their verdicts.
  package let comparisons: [(a: String, b: String, verdict: String)]
  /// Pairs of figures that count different things.
  package let incomparable: [(a: String, b: String)]
  /// What the statements mean, where the engine tells.
  let meanings: [Meaning?]
  /// What a report's text goes back to, as an index.
  package let origins: [Int]
  /// The gold's stories, each as places of its reports.
  package let stories: [[Int]]
  /// SHA-256 of the gold.
  package let digest: String

  /// Reads an affair's folder below `folder`; its reports lie there or below `data`.
  package init(_ name: String, folder: String, data: String, pipeline: Pipeline) throws {
    self.name = name
    let bytes = try CorpusFile.bytes("\(name)/gold.json", in: folder)
    let gold: AffairGold
    do {
      gold = try JSONDecoder().decode(AffairGold.self, from: Data(bytes))
    } catch {
      throw EvaluationError(
        problem: "the gold does not fit the format", place: "\(folder)/\(name)/gold.json",
        remedy: "restore it; \(folder)/README.md gives the format", cause: error)
    }
    digest = SHA256.hash(data: bytes).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    let files = gold.stories.flatMap(\.reports).sorted()
    let base =
      gold.texts == nil
      ? "\(folder)/\(name)/reports" : "\(data)/realcase-ukraine2026/docs"
    var reads: [ReadReport] = []
    var place: [String: Int] = [:]
    for file in files {
      var found: ReadReport?
      var problem: ReadingError?
      ReportReader().read(file: "\(base)/\(file)") { result in
        switch result {
        case .success(let reading): found = found ?? pipeline.read(reading.report)
        case .failure(let error): problem = error
        }
      }
      guard let found else {
        throw EvaluationError(
          problem: "a report of the affair cannot be read", place: "\(base)/\(file)",
          remedy: "restore it, or fetch the corpus again", cause: problem)
      }
      if let text = gold.texts?.first(where: { $0.report == file }) {
        let own = SHA256.hash(data: found.report.text.bytes)
          .map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
        guard own == text.sha256 else {
          throw EvaluationError(
            problem: "the report is read into another text than the one that was annotated",
            place: file, remedy: "annotate it again in \(folder)/\(name)/gold.json")
        }
      }
      place[file] = reads.count
      reads.append(found)
    }
    self.reads = reads
    func spans(_ report: String, _ words: String?, _ spans: [[Int]]?) throws -> [TextSpan] {
      guard let number = place[report] else { throw Affair.unknown(report, name) }
      let text = reads[number].report.text
      if let spans {
        let index = CodePointIndex(text)
        return spans.map { TextSpan(index.byte($0[0]), index.byte($0[1])) }
      }
      let wanted = Array((words ?? "").utf8)
      guard let found = Affair.place(of: wanted, in: text.bytes) else {
        throw EvaluationError(
          problem: "the words of the gold are not in the report", place: "\(name)/\(report)",
          remedy: "mark again: " + (words ?? ""))
      }
      return [TextSpan(found, found + wanted.count)]
    }
    entries = try gold.statements.map { entry in
      guard let stance = Stance(rawValue: entry.stance) else {
        throw EvaluationError(
          problem: "there is no stance '\(entry.stance)'", place: "\(name)/\(entry.report)",
          remedy: "use one of " + Stance.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return Entry(
        report: place[entry.report] ?? 0,
        content: try spans(entry.report, entry.content, entry.spans), speaker: entry.speaker,
        stance: stance,
        claims: Set([entry.claim] + (entry.also ?? [])), said: entry.said,
        chain: entry.chain ?? [])
    }
    let read = reads.map { read in pipeline.encoded(read.report) }
    meanings = entries.map { entry in
      let (text, words) = read[entry.report]
      return words?.meaning(
        of: entry.content.map { text.tokens(sharing: $0) }.filter { !$0.isEmpty }, in: text)
    }
    var figures: [String: Quantity] = [:]
    for figure in gold.figures {
      let found = try spans(figure.report, figure.words, figure.spans)
      figures[figure.id] = Quantity(
        report: place[figure.report] ?? 0,
        span: found.dropFirst().reduce(found[0]) { $0.union($1) }, low: figure.low,
        high: figure.high)
    }
    self.figures = figures
    comparisons = gold.comparisons.map { ($0.a, $0.b, $0.verdict ?? "") }
    incomparable = gold.incomparable.map { ($0.a, $0.b) }
    stories = gold.stories.map { story in story.reports.compactMap { place[$0] }.sorted() }
    var origins = Array(reads.indices)
    for copies in gold.origins {
      guard let first = copies.first.flatMap({ place[$0] }) else { continue }
      for copy in copies { if let own = place[copy] { origins[own] = first } }
    }
    self.origins = origins
  }

  /// The reports with the gold's statements in place of those that were found.
  package var goldReads: [ReadReport] {
    reads.enumerated().map { number, read in
      let text = read.report.text
      let statements = entries.enumerated().filter { $0.element.report == number }.map {
        order, entry in
        let passage = Passage(entry.content, in: text)
        let isNamed = !entry.speaker.hasPrefix("unnamed:")
        return Statement(
          id: Affair.goldID(order), kind: .indirect, stance: entry.stance,
          confidence: Confidence(1),
          speaker: entry.speaker == "unnamed: absent"
            ? nil : Speaker(passage: passage, actor: entry.speaker, named: isNamed),
          cue: nil, content: passage,
          chain: entry.chain.map { Relay(passage: passage, actor: $0) }, said: entry.said,
          meaning: meanings[order])
      }.sorted { $0.content.extent < $1.content.extent }
      return ReadReport(
        report: read.report, statements: statements, mentions: read.mentions, dates: read.dates,
        figures: read.figures, analysed: read.analysed)
    }
  }

  /// The id of a gold statement in ``goldReads``.
  package static func goldID(_ entry: Int) -> StatementID { StatementID("gold\(entry)") }

  /// The statement that was found for each gold one: the one that shares most of its content.
  package var found: [StatementID?] {
    entries.map { entry in
      var best: (share: Double, id: StatementID)?
      let own = entry.content.reduce(0) { $0 + $1.length }
      for statement in reads[entry.report].statements {
        var shared = 0
        for a in entry.content {
          for b in statement.content.spans where a.overlaps(b) {
            shared += min(a.end, b.end) - max(a.start, b.start)
          }
        }
        let other = statement.content.spans.reduce(0) { $0 + $1.length }
        guard shared > 0, Double(shared) >= 0.5 * Double(min(own, other)) else { continue }
        let share = Double(shared) / Double(own + other - shared)
        if share > best?.share ?? 0.15 { best = (share, statement.id) }
      }
      return best?.id
    }
  }

  private static func place(of words: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !words.isEmpty, words.count <= bytes.count else { return nil }
    return (0...(bytes.count - words.count)).first { start in
      bytes[start..<(start + words.count)].elementsEqual(words)
    }
  }

  private static func unknown(_ report: String, _ name: String) -> EvaluationError {
    EvaluationError(
      problem: "the gold names a report that is in no story", place: "\(name): \(report)",
      remedy: "add it to `stories`")
  }
}
