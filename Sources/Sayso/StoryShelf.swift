internal import SaysoClaims
internal import SaysoLearning
internal import SaysoLedger
public import SaysoRecords
internal import SaysoStories

extension Desk {
  /// The ledger's stories, to be looked at one by one.
  ///
  /// Where the index of stories lags behind the reports (a run was killed, or an older program wrote the
  /// ledger, or with other weights) it catches up first; a ledger that may not be written is read whole
  /// instead.
  ///
  /// - Parameters:
  ///   - together: whether all reports of the ledger are taken as one story.
  ///   - catchingUp: called with the number of reports where many have to be taken in, which takes
  ///     some time.
  public func stories(
    together: Bool = false, catchingUp: (_ reports: Int) -> Void = { _ in }
  ) throws -> StoryShelf {
    if together { return try StoryShelf(reading: ledger, together: true) }
    let model = try ModelShelf().file("stories")
    if try StoryIndex.pending(ledger, model: model) != 0 {
      do {
        let writable = ledger.isReadOnly ? try Ledger(addingTo: ledger.path) : ledger
        var index = try StoryIndex(writable, model: model)
        try index.catchUp(telling: catchingUp)
      } catch let error as LedgerError where StoryShelf.mayNotWrite.contains(error.kind) {
        return try StoryShelf(reading: ledger, together: false)
      }
      guard try StoryIndex.pending(ledger, model: model) == 0 else {
        return try StoryShelf(reading: ledger, together: false)
      }
    }
    return try StoryShelf(indexed: ledger)
  }
}

/// The stories of a ledger, those with most reports first.
///
/// From the index of stories, so that only the reports of a story that is asked for are read.
public struct StoryShelf: Sendable {
  /// How many stories there are.
  public var count: Int { rows.count }

  private let ledger: Ledger
  private let rows: [StoryHead]
  private let made: (input: StoryInput, stories: [String: StoryMaker.Found])?

  /// What a ledger says that can be read and not written.
  static let mayNotWrite: [LedgerError.Kind] = [.readOnly, .unreadable, .locked, .full]

  init(indexed ledger: Ledger) throws {
    self.ledger = ledger
    rows = try ledger.storyHeads()
    made = nil
  }

  init(reading ledger: Ledger, together: Bool) throws {
    self.ledger = ledger
    let input = StoryInput(try ledger.readReports(try ledger.reports().map(\.id)))
    let maker = try StoryMaker(input, together: together)
    rows = maker.stories.map { StoryHead(id: $0.story.id, name: $0.story.name) }
    made = (
      input,
      Dictionary(maker.stories.map { ($0.story.id, $0) }, uniquingKeysWith: { first, _ in first })
    )
  }

  /// The stories that a person means by some words: the beginning of an id, or words of a name.
  ///
  /// - Parameters:
  ///   - words: nil for all stories.
  ///   - most: how many at most.
  public func find(_ words: String? = nil, most: Int = .max) throws -> [Story] {
    let ids = meant(words).prefix(most).map(\.id)
    if let made { return ids.compactMap { made.stories[$0]?.story } }
    return try ledger.stories(ids)
  }

  /// How many stories a person may mean by some words.
  public func count(of words: String?) -> Int { meant(words).count }

  private func meant(_ words: String?) -> [StoryHead] {
    guard let words else { return rows }
    let parts = words.lowercased().split(separator: " ")
    return rows.filter { row in
      if row.id.hasPrefix(words) { return true }
      let name = row.name.lowercased()
      return parts.allSatisfy { name.contains($0) }
    }
  }

  /// The brief of a story, for which its reports are read, and of others only which are copies.
  ///
  /// - Parameter since: the day after which changes are told.
  public func briefing(of story: Story, since: CalendarDate? = nil) throws -> Desk.Briefing {
    let claimStory: ClaimStory
    if let made, let found = made.stories[story.id] {
      let names = try names(found.places.map { made.input.reads[$0] }, of: story)
      claimStory = made.input.story(of: found.places, names: names.name)
    } else {
      let reads = try ledger.readReports(story.reports)
      let input = StoryInput(reads, copies: try copies(around: story.reports))
      let names = try names(input.reads, of: story)
      claimStory = input.story(of: Array(reads.indices), names: names.name)
    }
    var sources: [StatementID: Desk.SourceLine] = [:]
    for statement in claimStory.statements {
      let report = claimStory.reports[statement.report]
      sources[statement.id] = Desk.SourceLine(
        statement: statement.statement, actor: statement.actor, chain: statement.chain,
        day: statement.day, report: report.id, outlet: report.outlet)
    }
    var copies: [ReportID: [ReportID]] = [:]
    for report in claimStory.reports where report.origin != report.id {
      copies[report.origin, default: []].append(report.id)
    }
    return Desk.Briefing(
      brief: BriefMaker().brief(of: claimStory, as: story, since: since), sources: sources,
      copies: copies, input: claimStory)
  }

  /// The names of the actors of a story, with what a person decided.
  private func names(_ reads: [ReadReport], of story: Story) throws -> ActorNames {
    ActorNames(reads, story: story.id, decisions: try ledger.actorDecisions())
  }

  /// Which of some reports are copies, of whatever reports of the ledger.
  private func copies(around reports: [ReportID]) throws -> CopyGroups {
    let links = try ledger.copyLinks(around: reports, least: CopyLink.most)
    let ids = Set(links.flatMap { [$0.first.report, $0.second.report] }).union(reports)
    return CopyGroups(
      try ledger.outlines(of: ids.sorted()).map(CopiedReport.init), links.map(CopyLink.init))
  }
}
