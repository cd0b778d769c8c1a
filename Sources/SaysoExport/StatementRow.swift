internal import Sayso
internal import SaysoRecords

/// A statement with all that a row tells of it.
struct StatementRow {
  /// The names of the columns, which are those of a JSON line's members.
  static let columns = [
    "statement", "report", "title", "outlet", "agency", "url", "published", "said", "day", "holds",
    "speaker", "actor", "members", "named", "stance", "confidence", "kind", "cue", "content",
    "chain", "figures", "sha256", "start", "end", "claim", "wording", "corrected",
  ]

  let report: Report
  let statement: Statement
  /// Who speaks: by the name that is one for the story, or for the report where no story is meant.
  let actor: String?
  /// The actors of a group, likewise.
  let members: [String]
  /// The relays, likewise.
  let chain: [String]
  /// The figures in what was said.
  let figures: [Figure]
  /// The spans of the content in code points of the report's text.
  let spans: [(start: Int, end: Int)]
  /// The claim that it is about, where a story is meant.
  let claim: Claim?
  /// What of it a person put right.
  let corrected: [CorrectedField]

  /// The day it counts for.
  var day: CalendarDate? { StoryMaterial.day(statement, in: report) }

  /// The rows of a report's statements, in their order.
  ///
  /// - Parameter material: the story that the report is of; nil where none is meant.
  static func all(of read: ReadReport, in material: StoryMaterial? = nil) -> [StatementRow] {
    let points = CodePoints(of: read.statements.map(\.content), in: read.report.text)
    let figures = StatementFigures(read.figures)
    let id = read.report.id
    func name(_ own: String) -> String { material?.cast.name(own, in: id) ?? own }
    return read.statements.map { statement in
      StatementRow(
        report: read.report, statement: statement,
        actor: material.map { $0.actor(of: statement) } ?? statement.speaker?.actor,
        members: statement.speaker?.members.map(name) ?? [],
        chain: statement.chain.map { name($0.actor ?? $0.passage.text) },
        figures: figures.indices(in: statement.content).map { read.figures[$0] },
        spans: statement.content.spans.map {
          (points.count(before: $0.start), points.count(before: $0.end))
        },
        claim: material?.claim(of: statement.id),
        corrected: material?.briefing.sources[statement.id]?.corrected ?? statement.corrected)
    }
  }
}
