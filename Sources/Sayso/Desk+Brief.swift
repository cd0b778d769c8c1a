internal import SaysoClaims
internal import SaysoLedger
public import SaysoRecords
internal import SaysoStories

extension Desk {
  /// A story's brief with what its lines rest on.
  public struct Briefing: Sendable {
    /// The brief.
    public let brief: StoryBrief
    /// Every statement of the story by its id.
    public let sources: [StatementID: SourceLine]
    /// Which reports are copies of which, by the earliest.
    public let copies: [ReportID: [ReportID]]
    let input: ClaimStory

    /// A claim by its id, or by the beginning of one that no other has.
    public func claim(_ id: String) -> Claim? {
      let found = brief.claims.filter { $0.id.text.hasPrefix(id) }
      return found.first { $0.id.text == id } ?? (found.count == 1 ? found[0] : nil)
    }

    /// A claim back to its beginnings in this ledger.
    public func trace(_ claim: Claim) -> [Step] {
      BriefMaker().trace(claim, in: input).map {
        Step(statement: $0.statement, depth: $0.depth, link: $0.link.rawValue)
      }
    }
  }

  /// A step of a trace: a statement, under the one that it came from.
  public struct Step: Sendable, Hashable {
    /// The statement.
    public let statement: StatementID
    /// How deep it stands; 0 for a beginning.
    public let depth: Int
    /// Why it stands there: "origin", "copy", "cites", "again".
    public let link: String
  }

  /// A statement with the report that it stands in.
  public struct SourceLine: Sendable, Hashable {
    /// The statement.
    public let statement: Statement
    /// Who speaks, by the name that is one for all reports; nil when unknown.
    public let actor: String?
    /// Its relays by such names.
    public let chain: [String]
    /// The day it was said, or published.
    public let day: CalendarDate?
    /// The report.
    public let report: ReportID
    /// Who published it.
    public let outlet: String?
  }

  /// The briefs of the ledger's stories, the largest first.
  ///
  /// - Parameters:
  ///   - story: only the story of this id, or of the beginning of one, or whose name or reports hold
  ///     these words; nil for all.
  ///   - since: the day after which changes are told.
  public func briefs(story: String? = nil, since: CalendarDate? = nil) throws -> [Briefing] {
    var reads: [ReadReport] = []
    for summary in try ledger.reports() {
      if let read = try ledger.readReport(summary.id) { reads.append(read) }
    }
    let input = StoryInput(reads)
    let stories = StoryMaker(input)
    return stories.stories.filter { story.map($0.answers) ?? true }.map { found in
      let claimStory = input.story(of: found.places, names: stories.name)
      var sources: [StatementID: SourceLine] = [:]
      for statement in claimStory.statements {
        let report = claimStory.reports[statement.report]
        sources[statement.id] = SourceLine(
          statement: statement.statement, actor: statement.actor, chain: statement.chain,
          day: statement.day, report: report.id, outlet: report.outlet)
      }
      var copies: [ReportID: [ReportID]] = [:]
      for report in claimStory.reports where report.origin != report.id {
        copies[report.origin, default: []].append(report.id)
      }
      return Briefing(
        brief: BriefMaker().brief(of: claimStory, as: found.story, since: since), sources: sources,
        copies: copies, input: claimStory)
    }
  }
}

/// Parts the reports of a ledger into stories.
struct StoryMaker {
  /// A story with its reports' places in the input.
  struct Found {
    let story: Story
    let places: [Int]

    /// Whether a person means it by `words`: its id or the beginning of it, or words of its name.
    func answers(_ words: String) -> Bool {
      if story.id.hasPrefix(words) { return true }
      let name = story.name.lowercased()
      return words.lowercased().split(separator: " ").allSatisfy { name.contains($0) }
    }
  }

  /// The stories, those with most reports first.
  let stories: [Found]

  init(_ input: StoryInput) {
    guard !input.reads.isEmpty else {
      stories = []
      return
    }
    stories = [StoryMaker.found(Array(input.reads.indices), input)]
  }

  /// The name of a report's actor that is one for all reports.
  func name(_ report: ReportID, _ actor: String) -> String {
    for opening in ["the ", "The "] where actor.hasPrefix(opening) {
      return String(actor.dropFirst(opening.count))
    }
    return actor
  }

  private static func found(_ places: [Int], _ input: StoryInput) -> Found {
    let reports = places.map { input.reads[$0].report }
    let days = reports.compactMap { $0.published?.date }
    let origins = Set(reports.map { input.copies.group(of: $0.id)?.earliest.id ?? $0.id })
    let title = reports.lazy.compactMap(\.title).first ?? "untitled"
    return Found(
      story: Story(
        id: "s" + (reports.first?.id.text ?? ""), name: title, first: days.min(), last: days.max(),
        reports: reports.map(\.id), origins: origins.count,
        outlets: Set(reports.compactMap(\.outlet)).sorted()),
      places: places)
  }
}
