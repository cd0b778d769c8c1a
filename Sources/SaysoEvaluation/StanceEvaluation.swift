package import Sayso
internal import SaysoLanguage
package import SaysoRecords

/// How stances agree with what readers take for a fact.
///
/// A stance says what a speaker does, factuality whether the event is so; they should go together. Two
/// sets are looked at:
///
/// - *Graded events*, in the news sentences of Lee et al. (2015) and of MEANTIME: of each content that
///   the product reads in them, the first event that is a verb. "held above unheld" is the chance that
///   an event under asserts or confirms is graded higher than one under denies, doubts, declines or
///   conditional, ties counted half (the area under the ROC curve); "held above moved" the same for
///   plans and urges. Readers grade a firm plan hardly below a fact, so that the second is near a half
///   by the nature of the set, and what they grade may lie deeper in the content than what the stance
///   is about: the figures tell a change, they are no accuracy.
/// - *Speech links* of MEANTIME: the statement whose cue and content cover a link's two ends. The
///   annotators marked an event certain or not, past or future; certain and not future must go with
///   stances that say so, the others with open ones. A forecast ("prices will fall") is asserted here
///   and future there, and counts against us.
package struct StanceEvaluation: Sendable {
  /// Grades of the events under each stance.
  package private(set) var grades: [Stance: [Double]] = [:]
  /// Speech links by whether they are held, and by whether the stance is open; found ones only.
  package private(set) var links: [Bool: [Bool: Int]] = [:]
  /// All speech links.
  package private(set) var linkCount = 0
  private let digest: String

  private static let factuality = "factuality/factuality.jsonl"
  private static let meantime = "meantime/meantime.jsonl"

  /// Stances that say it is so.
  package static let held: [Stance] = [.asserts, .confirms]
  /// Stances that do not.
  package static let unheld: [Stance] = [.denies, .doubts, .declines, .conditional]
  /// Stances of what is to come.
  package static let moved: [Stance] = [.plans, .urges]

  /// Reads both sets below a data folder.
  package init(data: String, pipeline: Pipeline) throws {
    digest = try CorpusFile.digest(
      [StanceEvaluation.factuality, StanceEvaluation.meantime], in: data)
    let corpus = try FactualityCorpus(
      jsonLines: CorpusFile.bytes(StanceEvaluation.factuality, in: data),
      sets: ["uw", "meantime"])
    for sentence in corpus.sentences { add(sentence, pipeline) }
    let speech = try SpeechLinkCorpus(
      jsonLines: CorpusFile.bytes(StanceEvaluation.meantime, in: data))
    for document in speech.documents { add(document, pipeline) }
  }

  private mutating func add(_ sentence: FactualityCorpus.Sentence, _ pipeline: Pipeline) {
    let report = StanceEvaluation.report("sentence", sentence.text)
    let text = AnnotatedText(report.text, blocks: report.blocks)
    let tags = pipeline.stages.tagger.tags(of: text, traits: text.traits())
    let verbs = text.tokens.indices.filter { tags[$0].isVerbal }.map { text.tokens[$0] }
    for statement in pipeline.read(report).statements {
      let event = sentence.events.first { event in
        statement.content.spans.contains { $0.contains(event.span) || $0.overlaps(event.span) }
          && verbs.contains { $0.overlaps(event.span) }
      }
      if let event { grades[statement.stance, default: []].append(event.factuality) }
    }
  }

  private mutating func add(_ document: SpeechLinkCorpus.Document, _ pipeline: Pipeline) {
    let statements = pipeline.read(StanceEvaluation.report(document.id, document.text)).statements
    for link in document.links {
      linkCount += 1
      let statement = statements.first { statement in
        statement.cue?.spans.contains { $0.overlaps(link.cue) } == true
          && statement.content.spans.contains { $0.overlaps(link.event) }
      }
      guard let statement else { continue }
      let isOpen = (StanceEvaluation.unheld + StanceEvaluation.moved).contains(statement.stance)
      links[link.isHeld, default: [:]][isOpen, default: 0] += 1
    }
  }

  /// A text as a report, its lines as paragraphs.
  private static func report(_ id: String, _ text: FrozenText) -> Report {
    var blocks: [TextBlock] = []
    var start = 0
    for line in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      if end > start { blocks.append(TextBlock(.paragraph, TextSpan(start, end))) }
      start = end + 1
    }
    return Report(
      id: ReportID(id), language: "en",
      sha256: SHA256Digest(hex: String(repeating: "0", count: 64)),
      text: text, blocks: blocks)
  }

  // MARK: Figures

  /// The figures.
  package var sheet: ScoreSheet {
    func all(_ stances: [Stance]) -> [Double] { stances.flatMap { grades[$0] ?? [] } }
    let held = all(StanceEvaluation.held)
    let unheld = all(StanceEvaluation.unheld)
    let moved = all(StanceEvaluation.moved)
    let found = links.values.flatMap(\.values).reduce(0, +)
    let right = (links[true]?[false] ?? 0) + (links[false]?[true] ?? 0)
    return ScoreSheet(
      name: "stance",
      corpus: "\(held.count) graded events held, \(unheld.count) unheld, \(moved.count) moved; "
        + "\(linkCount) speech links, \(found) read",
      digest: digest,
      rows: [
        .init("held above unheld", StanceEvaluation.ordered(held, above: unheld)),
        .init("held above moved", StanceEvaluation.ordered(held, above: moved)),
        .init("held is factual", StanceEvaluation.share(held) { $0 >= 1.5 }),
        .init("unheld is not factual", StanceEvaluation.share(unheld) { $0 < 1.5 }),
        .init("links found", linkCount == 0 ? 0 : Double(found) / Double(linkCount)),
        .init("links held or open alike", found == 0 ? 0 : Double(right) / Double(found)),
      ])
  }

  /// The stances by four bins of factuality, counts, and the links' confusion.
  package var table: String {
    let borders: [(String, ClosedRange<Double>)] = [
      ("-3…-1.5", -3...(-1.5)), ("-1.5…0", -1.4999...0), ("0…1.5", 0.0001...1.4999),
      ("1.5…3", 1.5...3),
    ]
    func cell(_ text: String) -> String {
      String(repeating: " ", count: max(0, 9 - text.count)) + text
    }
    var lines = [
      "stance       " + borders.map { cell($0.0) }.joined() + cell("mean")
    ]
    for stance in Stance.allCases {
      guard let own = grades[stance] else { continue }
      let mean = own.reduce(0, +) / Double(own.count)
      let name = stance.rawValue + String(repeating: " ", count: 13 - stance.rawValue.count)
      lines.append(
        name + borders.map { border in cell("\(own.count { border.1.contains($0) })") }.joined()
          + cell("\((mean * 100).rounded() / 100)"))
    }
    lines.append("speech links      held    open (stance)")
    for isHeld in [true, false] {
      lines.append(
        (isHeld ? "certain    " : "not certain") + cell("\(links[isHeld]?[false] ?? 0)")
          + cell("\(links[isHeld]?[true] ?? 0)"))
    }
    return lines.joined(separator: "\n")
  }

  /// The chance that a value of the first list is above one of the second, ties counted half.
  package static func ordered(_ high: [Double], above low: [Double]) -> Double {
    guard !high.isEmpty, !low.isEmpty else { return 0 }
    var sum = 0.0
    for a in high { for b in low { sum += a > b ? 1 : a == b ? 0.5 : 0 } }
    return sum / Double(high.count * low.count)
  }

  private static func share(_ values: [Double], _ holds: (Double) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
  }
}
