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

  /// The ledger's stories as the index has them, however far it lags behind the reports; for those who
  /// ask while somebody else adds.
  ///
  /// - Parameter together: whether all reports of the ledger are taken as one story.
  public func storiesAsIndexed(together: Bool = false) throws -> StoryShelf {
    together ? try StoryShelf(reading: ledger, together: true) : try StoryShelf(indexed: ledger)
  }
}

/// The stories of a ledger, those with most reports first.
///
/// From the index of stories, so that only the reports of a story that is asked for are read.
public struct StoryShelf: Sendable {
  private let ledger: Ledger
  private let made: (input: StoryInput, stories: [StoryMaker.Found])?

  /// What a ledger says that can be read and not written.
  static let mayNotWrite: [LedgerError.Kind] = [.readOnly, .unreadable, .locked, .full]

  init(indexed ledger: Ledger) throws {
    self.ledger = ledger
    made = nil
  }

  init(reading ledger: Ledger, together: Bool) throws {
    self.ledger = ledger
    let input = StoryInput(try ledger.readReports(try ledger.reports().map(\.id)))
    let maker = try StoryMaker(input, together: together)
    made = (input, maker.stories)
  }

  /// The stories that a person means by some words: the beginning of an id, or words of a name.
  ///
  /// - Parameters:
  ///   - words: nil for all stories.
  ///   - most: how many at most.
  public func find(_ words: String? = nil, most: Int = .max) throws -> [Story] {
    let heads = try meant(words, most: most)
    guard let made else { return try ledger.stories(heads.map(\.id)) }
    let ids = Set(heads.map(\.id))
    return made.stories.map(\.story).filter { ids.contains($0.id) }
  }

  /// How many stories a person may mean by some words.
  ///
  /// - Parameter words: nil for all stories.
  public func count(of words: String? = nil) throws -> Int {
    if words == nil, made == nil { return try ledger.storyCount() }
    return try meant(words, most: .max).count
  }

  /// The stories meant, without reading more than need be: what looks like an id is sought as one first.
  private func meant(_ words: String?, most: Int) throws -> [StoryHead] {
    var heads: [StoryHead] = []
    if let made {
      heads = made.stories.map { StoryHead(id: $0.story.id, name: $0.story.name) }
    } else {
      guard let words else { return try ledger.storyHeads(most: most) }
      if words.count >= StoryShelf.idDigits, words.allSatisfy(\.isHexDigit) {
        let found = try ledger.storyHeads(idPrefix: words, most: most)
        if !found.isEmpty { return found }
      }
      heads = try ledger.storyHeads()
    }
    guard let words else { return Array(heads.prefix(most)) }
    let parts = words.lowercased().split(separator: " ")
    let found = heads.filter { head in
      if head.id.hasPrefix(words) { return true }
      let name = head.name.lowercased()
      return parts.allSatisfy { name.contains($0) }
    }
    return Array(found.prefix(most))
  }

  /// Digits from which on words are taken for the beginning of an id, where there is such a story; no
  /// word of a name is as long and of these letters alone.
  private static let idDigits = 8

  /// The brief of a story, for which its reports are read, and of others only which are copies.
  ///
  /// - Parameter since: the day after which changes are told.
  public func briefing(of story: Story, since: CalendarDate? = nil) throws -> Desk.Briefing {
    let claimStory: ClaimStory
    let corrections = try ledger.corrections()
    if let made, let found = made.stories.first(where: { $0.story.id == story.id }) {
      let names = try names(found.places.map { made.input.reads[$0] }, of: story)
      claimStory = made.input.story(of: found.places, names: names, corrections: corrections)
    } else {
      let reads = try ledger.readReports(story.reports)
      let input = StoryInput(reads, copies: try copies(around: story.reports))
      let names = try names(input.reads, of: story)
      claimStory = input.story(
        of: Array(reads.indices), names: names, corrections: corrections)
    }
    var sources: [StatementID: Desk.SourceLine] = [:]
    let decided = Set(claimStory.decisions.map(\.statement))
    for (place, statement) in claimStory.statements.enumerated() {
      let report = claimStory.reports[statement.report]
      sources[statement.id] = Desk.SourceLine(
        statement: statement.statement, actor: statement.actor, chain: statement.chain,
        words: statement.words,
        day: statement.day, report: report.id, outlet: report.outlet,
        corrected: statement.statement.corrected + (decided.contains(place) ? [.claim] : []))
    }
    var copies: [ReportID: [ReportID]] = [:]
    for report in claimStory.reports where report.origin != report.id {
      copies[report.origin, default: []].append(report.id)
    }
    return Desk.Briefing(
      brief: BriefMaker().brief(of: claimStory, as: story, since: since), sources: sources,
      copies: copies, input: claimStory)
  }

  /// Every actor that speaks in a story, as ``Desk/actors()`` gives those of a ledger.
  public func actors(of story: Story) throws -> [ActorEntry] {
    let reads = try ledger.readReports(story.reports)
    return ActorEntry.all(in: reads, try names(reads, of: story))
  }

  /// The copies among the reports of one text, and what each changed, the earliest report first; none
  /// where a report stands alone.
  public func copies(of report: ReportID) throws -> [TextCopy] {
    guard let group = try copies(around: [report]).group(of: report), group.members.count > 1
    else { return [] }
    let reports = try ledger.readReports(group.members.map(\.report.id)).map(\.report)
    guard let earliest = reports.first else { return [] }
    return reports.map { own in
      TextCopy(own, changes: own.id == earliest.id ? nil : CopyChanges(of: own, against: earliest))
    }
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
