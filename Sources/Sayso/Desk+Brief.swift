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
  ///   - story: only the story of this id, or of the beginning of one, or whose name holds these
  ///     words; nil for all.
  ///   - since: the day after which changes are told.
  ///   - together: whether all reports of the ledger are taken as one story.
  public func briefs(
    story: String? = nil, since: CalendarDate? = nil, together: Bool = false
  ) throws -> [Briefing] {
    var reads: [ReadReport] = []
    for summary in try ledger.reports() {
      if let read = try ledger.readReport(summary.id) { reads.append(read) }
    }
    let input = StoryInput(reads)
    let stories = try StoryMaker(input, together: together)
    let decisions = try ledger.actorDecisions()
    return stories.stories.filter { story.map($0.answers) ?? true }.map { found in
      let names = ActorNames(
        found.places.map { input.reads[$0] }, story: found.story.id, decisions: decisions)
      let claimStory = input.story(of: found.places, names: names.name)
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

  /// Groups the reports by event, or takes them as one story; the same stories come out whatever their order.
  ///
  /// Throws where the models' folder lacks the weights of stories.
  init(_ input: StoryInput, together: Bool) throws {
    let model = try ModelShelf().file("stories")
    let background = try StoryBackground(model)
    if together {
      stories =
        input.reads.first.map { first in
          [
            StoryMaker.found(
              Array(input.reads.indices), id: StoryID(earliest: first.report.id), input,
              background: background)
          ]
        } ?? []
      return
    }
    var grouper = StoryGrouper(scorer: try StoryPairScorer(model))
    grouper.add(
      input.reads.map { ($0.report.id, StoryFeatures($0, background: background)) })
    let places = Dictionary(
      input.reads.enumerated().map { ($1.report.id, $0) }, uniquingKeysWith: { first, _ in first })
    stories = grouper.stories.map { id, reports in
      StoryMaker.found(
        reports.compactMap { places[$0] }.sorted(), id: id, input, background: background)
    }.sorted { a, b in
      (b.places.count, a.story.id) < (a.places.count, b.story.id)
    }
  }

  private static func found(
    _ places: [Int], id: StoryID, _ input: StoryInput, background: StoryBackground
  ) -> Found {
    let reports = places.map { input.reads[$0].report }
    let origins = Set(reports.map { input.copies.group(of: $0.id)?.earliest.id ?? $0.id })
    let name = StoryName(reports.map(StoryName.Source.init), background: background)
    return Found(
      story: Story(
        id: id.text, name: name.text, first: name.span?.lowerBound, last: name.span?.upperBound,
        reports: reports.map(\.id), origins: origins.count, outlets: name.outlets),
      places: places)
  }
}
