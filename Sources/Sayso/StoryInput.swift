internal import SaysoClaims
internal import SaysoLedger
internal import SaysoRecords
internal import SaysoStories

/// The reports of a ledger on their way to stories and claims.
///
/// A pure function of the reports: their order does not matter.
struct StoryInput {
  /// The reports by publication, then by id.
  let reads: [ReadReport]
  /// Which are copies of which.
  let copies: CopyGroups

  /// Prepares reports whose copies, also among other reports, are known.
  init(_ reads: [ReadReport], copies: CopyGroups) {
    self.reads = StoryInput.ordered(reads)
    self.copies = copies
  }

  /// Prepares reports, finding copies among them.
  init(_ reads: [ReadReport]) {
    self.reads = StoryInput.ordered(reads)
    var index = CopyIndex()
    var links: [CopyLink] = []
    var copied: [CopiedReport] = []
    for read in self.reads {
      let shingles = ShingleSet(read.report)
      links += index.add(read.report.id, shingles)
      copied.append(CopiedReport(read.report, shingles))
    }
    copies = CopyGroups(copied, links)
  }

  private static func ordered(_ reads: [ReadReport]) -> [ReadReport] {
    reads.sorted { a, b in
      (a.report.published?.iso ?? "\u{7F}", a.report.id) < (
        b.report.published?.iso ?? "\u{7F}", b.report.id
      )
    }
  }

  /// What claims need of some of the reports, which are given as places in `reads`.
  ///
  /// - Parameter corrections: what people put right, of which claims need where statements belong.
  func story(
    of places: [Int], names: ActorNames, corrections: [KeptCorrection] = []
  ) -> ClaimStory {
    var reports: [ClaimReport] = []
    var statements: [ClaimStatement] = []
    for place in places {
      let read = reads[place]
      let report = read.report
      let number = reports.count
      reports.append(
        ClaimReport(
          id: report.id, outlet: report.outlet, title: report.title, day: report.published?.date,
          published: report.published?.iso,
          origin: copies.group(of: report.id)?.earliest.id ?? report.id))
      for (order, statement) in read.statements.enumerated() {
        statements.append(
          claimStatement(statement, read, report: number, order: order, names))
      }
    }
    return ClaimStory(
      reports: reports, statements: statements, decisions: decisions(corrections, of: places))
  }

  /// The corrections that say where statements belong, those left out whose statements are not among
  /// those of the reports at `places`.
  private func decisions(_ corrections: [KeptCorrection], of places: [Int]) -> [ClaimDecision] {
    let deciding = corrections.filter { $0.stands && $0.action.decidesClaim }
    guard !deciding.isEmpty else { return [] }
    var firsts: [ReportID: (read: ReadReport, first: Int)] = [:]
    var count = 0
    for place in places {
      firsts[reads[place].report.id] = (reads[place], count)
      count += reads[place].statements.count
    }
    func statement(_ place: KeptCorrection.Place) -> Int? {
      guard let (read, first) = firsts[place.report] else { return nil }
      return StatementFinder(read).find(place).map { first + $0 }
    }
    return deciding.compactMap { correction in
      guard let own = statement(correction.place) else { return nil }
      guard case .align(let place) = correction.action else { return .apart(own) }
      return statement(place).flatMap { $0 == own ? nil : .align(own, with: $0) }
    }
  }

  private func claimStatement(
    _ statement: Statement, _ read: ReadReport, report: Int, order: Int, _ names: ActorNames
  ) -> ClaimStatement {
    func name(_ actor: String) -> String { names.name(read.report.id, actor) }
    let spans = statement.content.spans
    func isInside(_ span: TextSpan) -> Bool { spans.contains { $0.contains(span) } }
    var about: [String] = []
    for mention in read.mentions where isInside(mention.span) && mention.type != .miscellaneous {
      guard let actor = mention.actor.map(name), !about.contains(actor) else { continue }
      about.append(actor)
    }
    let sentence = StoryInput.sentence(around: statement, in: read.report.text)
    let isNamed = statement.speaker.map { speaker in
      speaker.named || speaker.actor.map { names.isKnown(read.report.id, $0) } ?? false
    }
    let said = statement.said.flatMap { CalendarDate(iso: $0.prefix(10)) }
    return ClaimStatement(
      statement: statement, report: report, order: order,
      actor: statement.speaker?.actor.map(name), named: isNamed ?? false,
      isBody: statement.speaker?.actor.map(ActorKind.isBody) ?? false,
      chain: statement.chain.map { name($0.actor ?? $0.passage.text) }, about: about,
      figures: read.figures.filter { isInside($0.span) },
      sentence: sentence.words, before: sentence.before,
      day: said ?? read.report.published?.date, origin: origin(of: statement, read, names))
  }

  /// Where a statement began that came through an outlet, by the one nearest its speaker.
  ///
  /// Nil where none passed it on.
  private func origin(of statement: Statement, _ read: ReadReport, _ names: ActorNames) -> String? {
    let id = read.report.id
    let outlet = statement.chain.lazy.map { $0.actor ?? $0.passage.text }
      .first { copies.isPublisher($0) || names.isOutlet(id, $0) }
    switch outlet.flatMap({ copies.origin(of: id, from: $0) }) {
    case .report(let report)?: return report.text
    case .cited(let name)?: return "cited " + name
    case nil: return nil
    }
  }

  /// The line around a statement's words from one full stop to the next, and what stands before it.
  private static func sentence(
    around statement: Statement, in text: FrozenText
  ) -> (words: String, before: String) {
    let extents = statement.passages.map(\.extent)
    guard let first = extents.map(\.start).min(), let last = extents.map(\.end).max() else {
      return ("", "")
    }
    let bytes = text.bytes
    func isEnd(_ place: Int) -> Bool {
      bytes[place] == 10
        || bytes[place] == UInt8(ascii: ".") && place + 1 < bytes.count && bytes[place + 1] == 32
    }
    var start = first
    while start > 0, first - start < 400, !isEnd(start - 1) { start -= 1 }
    var end = last
    while end < bytes.count, end - last < 400, !isEnd(end) { end += 1 }
    var opening = max(0, start - 300)
    while opening < start, opening > 0, !isEnd(opening - 1) { opening += 1 }
    return (
      String(decoding: bytes[start..<end], as: UTF8.self),
      String(decoding: bytes[opening..<start], as: UTF8.self)
    )
  }
}

extension KeptCorrection.Action {
  /// Whether it says where a statement belongs, and leaves the statement as it is.
  fileprivate var decidesClaim: Bool {
    switch self {
    case .align, .apart: true
    case .stance, .speaker, .content, .dismiss: false
    }
  }
}
