internal import Sayso
internal import SaysoRecords

/// A story with its brief, its reports and who speaks in them: what the formats of a story are made of.
struct StoryMaterial: Sendable {
  /// The brief with what its lines rest on.
  let briefing: Desk.Briefing
  /// The reports, by publication.
  let reads: [ReadReport]
  /// Who speaks.
  let cast: StoryCast
  /// The current version of each report.
  let versions: [ReportID: VersionSummary]
  /// The time of exporting, ISO 8601.
  let now: String
  private let places: [StatementID: (read: Int, statement: Int)]
  private let claims: [StatementID: Claim]

  /// The material of a brief, whose reports are read from the desk's ledger.
  init(_ briefing: Desk.Briefing, desk: Desk, now: String) throws {
    let story = briefing.brief.story
    let reads = try story.reports.compactMap { try desk.ledger.readReport($0) }
    var versions: [ReportID: VersionSummary] = [:]
    for report in story.reports {
      versions[report] = try desk.ledger.versions(of: report).last { $0.isCurrent }
    }
    self.init(
      briefing, reads, try desk.cast(of: reads, story: story.id), versions: versions, now: now)
  }

  init(
    _ briefing: Desk.Briefing, _ reads: [ReadReport], _ cast: StoryCast,
    versions: [ReportID: VersionSummary], now: String
  ) {
    self.briefing = briefing
    self.reads = reads
    self.cast = cast
    self.versions = versions
    self.now = now
    var places: [StatementID: (read: Int, statement: Int)] = [:]
    for (number, read) in reads.enumerated() {
      for (place, statement) in read.statements.enumerated() where places[statement.id] == nil {
        places[statement.id] = (number, place)
      }
    }
    self.places = places
    claims = Dictionary(
      briefing.brief.claims.flatMap { claim in claim.statements.map { ($0, claim) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The story.
  var story: Story { briefing.brief.story }
  /// The brief.
  var brief: StoryBrief { briefing.brief }

  /// A statement with the report that it stands in; nil for one of no report here.
  func source(_ id: StatementID) -> (read: ReadReport, statement: Statement)? {
    places[id].map { (reads[$0.read], reads[$0.read].statements[$0.statement]) }
  }

  /// The number of the report that a statement stands in, counted from 0.
  func reportNumber(of id: StatementID) -> Int? { places[id]?.read }

  /// The claim that a statement is about.
  func claim(of id: StatementID) -> Claim? { claims[id] }

  /// The claim of an id.
  func claim(_ id: ClaimID) -> Claim? { brief.claims.first { $0.id == id } }

  /// Who makes a statement, by the name that is one for all reports; nil where nobody is known.
  func actor(of statement: Statement) -> String? {
    briefing.sources[statement.id]?.actor ?? statement.speaker?.actor
  }

  /// The day a statement counts for: said on it or, where that is not known, published on it.
  static func day(_ statement: Statement, in report: Report) -> CalendarDate? {
    statement.said.flatMap { CalendarDate(iso: $0.prefix(10)) } ?? report.published?.date
  }
}
