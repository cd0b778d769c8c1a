internal import Crypto
internal import Foundation
package import SaysoRecords

/// A report of the gold set with its text and its offsets turned into bytes.
package struct GoldDocument: Sendable {
  /// One statement.
  package struct Entry: Sendable {
    /// Who says it.
    package let speaker: [TextSpan]
    /// Which actor that is, an id.
    package let actor: String?
    /// What signals it.
    package let cue: [TextSpan]
    /// What is said.
    package let content: [TextSpan]
    /// What the speaker does with it.
    package let stance: Stance
    /// How it reached the page: words and actor id.
    package let chain: [(spans: [TextSpan], actor: String?)]
    /// The day it was said.
    package let said: String?
    /// When it is to hold.
    package let holds: String?
    /// The quantities in it.
    package let figures: [Quantity]
  }

  /// Somebody who speaks.
  package struct Actor: Sendable {
    /// What may be printed for it, the fullest form first.
    package let forms: [String]
    /// person, office, body, state, group or outlet.
    package let kind: String?
    /// Whether the report gives a proper name for it.
    package let isNamed: Bool
    /// Of a group: the actors in it.
    package let members: [String]

    /// An actor from its parts.
    package init(_ forms: [String], kind: String?, isNamed: Bool = true, members: [String] = []) {
      self.forms = forms
      self.kind = kind
      self.isNamed = isNamed
      self.members = members
    }
  }

  /// A quantity in a content.
  package struct Quantity: Sendable {
    /// Its words.
    package let span: TextSpan
    /// Lowest and highest value.
    package let low: Double?, high: Double?
    /// How the words bound it.
    package let bound: Figure.Bound
    /// Its unit, as the annotator wrote it.
    package let unit: String?
    /// What is counted.
    package let counts: TextSpan?
    /// The figure that it is a part of.
    package let whole: TextSpan?
  }

  /// The name of its file, without the ending.
  package let name: String
  /// The half it is in.
  package let half: GoldHalf
  /// The report to be read.
  package let report: Report
  /// The actors by id.
  package let actors: [String: Actor]
  /// The statements by the start of their content.
  package let entries: [Entry]

  /// A gold report on the text of its corpus below `data`.
  ///
  /// Throws where the corpus text is another than the one that was annotated.
  package init(_ gold: GoldReport, name: String, data: String) throws {
    let source = try GoldDocument.source(gold, data: data)
    func words(_ pieces: [[Int]]) -> String {
      String(
        String.UnicodeScalarView(
          pieces.flatMap {
            source.text[min($0[0], source.text.count)..<min($0[1], source.text.count)]
          }))
    }
    let parts = gold.blocks.map { words($0.pieces) }
    let text = FrozenText(parts.joined(separator: "\n\n"))
    let digest = SHA256.hash(data: text.bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    guard digest == gold.sha256 else {
      throw EvaluationError(
        problem: "the corpus text is another than the one that was annotated",
        place: "\(name) (\(gold.file))", remedy: "fetch the corpus again")
    }
    var start = 0
    var blocks: [TextBlock] = []
    for (block, part) in zip(gold.blocks, parts) {
      let end = start + part.utf8.count
      blocks.append(
        TextBlock(block.kind == "heading" ? .heading : .paragraph, TextSpan(start, end)))
      start = end + 2
    }
    let index = CodePointIndex(text)
    func span(_ pair: [Int]) -> TextSpan { TextSpan(index.byte(pair[0]), index.byte(pair[1])) }
    func spans(_ pairs: [[Int]]?) -> [TextSpan] { (pairs ?? []).map(span).sorted() }
    self.name = name
    half = gold.half
    report = Report(
      id: ReportID(name), title: gold.title.map(words) ?? source.title,
      url: GoldDocument.address(gold.file),
      published: try GoldDocument.day(gold.published, name), language: "en",
      sha256: SHA256Digest(hex: digest), text: text, blocks: blocks)
    actors = gold.actors.mapValues { actor in
      Actor(
        actor.spans.map { text.words(span($0)) } + (actor.forms ?? []), kind: actor.kind,
        isNamed: actor.named ?? true, members: actor.members ?? [])
    }
    entries = try gold.statements.map { entry in
      guard let stance = Stance(rawValue: entry.stance) else {
        throw EvaluationError(
          problem: "there is no stance '\(entry.stance)'", place: name,
          remedy: "use one of " + Stance.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return Entry(
        speaker: spans(entry.speaker), actor: entry.actor, cue: spans(entry.cue),
        content: spans(entry.content), stance: stance,
        chain: entry.chain.map { (spans($0.spans), $0.actor) }, said: entry.said,
        holds: entry.holds,
        figures: entry.figures.map { figure in
          Quantity(
            span: span(figure.span), low: figure.low, high: figure.high,
            bound: GoldDocument.bounds[figure.bound] ?? .exactly, unit: figure.unit,
            counts: figure.counts.map(span),
            whole: figure.partOf.map { span(entry.figures[$0].span) })
        })
    }.sorted { ($0.content.first?.start ?? 0) < ($1.content.first?.start ?? 0) }
  }

  private static let bounds: [String: Figure.Bound] = [
    "exactly": .exactly, "about": .about, "at-least": .atLeast, "more-than": .atLeast,
    "at-most": .upTo, "less-than": .upTo, "up-to": .upTo, "range": .range,
  ]

  private struct Line: Decodable {
    var text: String
    var title: String?
  }

  private static func source(
    _ gold: GoldReport, data: String
  ) throws -> (text: [Unicode.Scalar], title: String?) {
    guard let number = gold.line else {
      let bytes = try CorpusFile.bytes(gold.file, in: data)
      return (Array(String(decoding: bytes, as: UTF8.self).unicodeScalars), nil)
    }
    let lines = try CorpusFile.lines(gold.file, in: data)
    guard number <= lines.count else {
      throw EvaluationError(
        problem: "the corpus has no line \(number)", place: gold.file,
        remedy: "fetch the corpus again")
    }
    let line = try JSONDecoder().decode(Line.self, from: Data(lines[number - 1].utf8))
    return (Array(line.text.unicodeScalars), line.title)
  }

  /// The address of a crawled page's outlet, which its file is named for ("docs/time.com_4f.md").
  private static func address(_ file: String) -> String? {
    guard let name = file.split(separator: "/").last, file.contains("/docs/"),
      let host = name.split(separator: "_").first, host.contains(".")
    else { return nil }
    return "https://" + host
  }

  private static func day(_ text: String?, _ name: String) throws -> PublicationTime? {
    guard let text else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw EvaluationError(
        problem: "'\(text)' is no date", place: name, remedy: "write it as 2026-02-21")
    }
    return PublicationTime(date)
  }
}
