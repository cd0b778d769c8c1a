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

    /// The reports of the story, by publication.
    public var reports: [ReportLine] {
      input.reports.map {
        ReportLine(id: $0.id, title: $0.title, outlet: $0.outlet, day: $0.day, origin: $0.origin)
      }
    }

    /// A claim by its id, or by the beginning of one that no other has.
    public func claim(_ id: String) -> Claim? {
      let found = brief.claims.filter { $0.id.text.hasPrefix(id) }
      return found.first { $0.id.text == id } ?? (found.count == 1 ? found[0] : nil)
    }

    /// What moved after a day.
    public func changes(since day: CalendarDate) -> [StoryChange] {
      BriefMaker().changes(brief.claims, brief.figures, since: day)
    }

    /// What people put right in the statements of a position, in the order of the cases.
    public func corrected(_ position: Position) -> [CorrectedField] {
      let fields = Set(position.taken.flatMap { sources[$0.statement]?.corrected ?? [] })
      return CorrectedField.allCases.filter(fields.contains)
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

  /// A report of a story, without its text.
  public struct ReportLine: Sendable, Hashable {
    /// What it is known by.
    public let id: ReportID
    /// Its headline.
    public let title: String?
    /// Who published it.
    public let outlet: String?
    /// The day it was published.
    public let day: CalendarDate?
    /// The report that it is a copy of, or itself.
    public let origin: ReportID
  }

  /// A statement with the report that it stands in.
  public struct SourceLine: Sendable, Hashable {
    /// The statement.
    public let statement: Statement
    /// Who speaks, by the name that is one for all reports; nil when unknown.
    public let actor: String?
    /// Its relays by such names.
    public let chain: [String]
    /// What was said or, where that is a word or two that mean nothing alone ("it"), the sentence that it
    /// stands in.
    public let words: String
    /// The day it was said, or published.
    public let day: CalendarDate?
    /// The report.
    public let report: ReportID
    /// Who published it.
    public let outlet: String?
    /// What of it a person put right, in the order of the cases.
    public let corrected: [CorrectedField]
  }

  /// The briefs of the ledger's stories, the largest first; ``stories(together:catchingUp:)`` gives
  /// them one by one.
  ///
  /// - Parameters:
  ///   - story: only the story of this id, or of the beginning of one, or whose name holds these
  ///     words; nil for all.
  ///   - since: the day after which changes are told.
  ///   - together: whether all reports of the ledger are taken as one story.
  public func briefs(
    story: String? = nil, since: CalendarDate? = nil, together: Bool = false
  ) throws -> [Briefing] {
    let shelf = try stories(together: together)
    return try shelf.find(story).map { try shelf.briefing(of: $0, since: since) }
  }
}
