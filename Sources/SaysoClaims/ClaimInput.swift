package import SaysoRecords

/// A report as claims see it.
package struct ClaimReport: Hashable, Sendable {
  package let id: ReportID
  package let outlet: String?
  package let title: String?
  /// The day it was published.
  package let day: CalendarDate?
  /// The whole time of publication as ISO 8601, for order inside a day.
  package let published: String?
  /// The report that it is a copy of, or itself: reports of one origin share it.
  package let origin: ReportID

  package init(
    id: ReportID, outlet: String?, title: String?, day: CalendarDate?, published: String?,
    origin: ReportID
  ) {
    self.id = id
    self.outlet = outlet
    self.title = title
    self.day = day
    self.published = published
    self.origin = origin
  }
}

/// A statement as claims see it: who, what, when, with its actors known across reports.
package struct ClaimStatement: Hashable, Sendable {
  package let statement: Statement
  /// The report, as an index into the story's reports.
  package let report: Int
  /// Its place among the statements of the report.
  package let order: Int
  /// Who speaks, by the name that is one for all reports; nil when unknown.
  package let actor: String?
  package let named: Bool
  /// Whether a speaker without a name is a body by its description ("the harbour ministry").
  package let isBody: Bool
  /// The relays by such names.
  package let chain: [String]
  /// The actors that the content names.
  package let about: [String]
  /// The figures inside the content.
  package let figures: [Figure]
  /// The words around the statement: its sentence, for what the content leaves out.
  package let sentence: String
  /// What stands before that sentence in the report, a sentence or two.
  package let before: String
  /// The day it was said, or the day of its report.
  package let day: CalendarDate?
  /// Where it began, as a key that statements of one origin share, when an outlet's report brought it.
  ///
  /// Nil where it began in its report's own text.
  package let origin: String?

  package init(
    statement: Statement, report: Int, order: Int, actor: String?, named: Bool,
    isBody: Bool = false,
    chain: [String],
    about: [String], figures: [Figure], sentence: String, before: String = "",
    day: CalendarDate?, origin: String? = nil
  ) {
    self.statement = statement
    self.report = report
    self.order = order
    self.actor = actor
    self.named = named
    self.isBody = isBody
    self.chain = chain
    self.about = about
    self.figures = figures
    self.sentence = sentence
    self.before = before
    self.day = day
    self.origin = origin
  }

  package var id: StatementID { statement.id }

  /// What was said or, where that is a word or two, the sentence that it stands in.
  package var words: String {
    let content = statement.content.text
    let isShort = content.split(whereSeparator: \.isWhitespace).count < 3
    return isShort && !sentence.isEmpty
      ? sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      : Wording.bare(content)
  }

  /// Whether one known speaker says both; descriptions ("a senior official") are one only in a report.
  static func isSameSpeaker(_ a: ClaimStatement, _ b: ClaimStatement) -> Bool {
    a.actor != nil && a.actor == b.actor && (a.named && b.named || a.report == b.report)
  }
  package var stance: Stance { statement.stance }
}

/// What a person decided about the claim of a statement; statements are given by their places in a
/// story.
package enum ClaimDecision: Hashable, Sendable {
  /// It belongs to the claim of the other.
  case align(Int, with: Int)
  /// It shares its claim with no other.
  case apart(Int)

  /// The statement that is decided about.
  package var statement: Int {
    switch self {
    case .align(let statement, _), .apart(let statement): statement
    }
  }
}

/// The reports of one story with their statements, in a fixed order: by publication, then by id.
package struct ClaimStory: Sendable {
  package let reports: [ClaimReport]
  package let statements: [ClaimStatement]
  /// What people decided, in the order in which it counts: later decisions prevail.
  package let decisions: [ClaimDecision]

  /// A story; the order of `reports` and `statements` must not depend on how they were added.
  package init(
    reports: [ClaimReport], statements: [ClaimStatement], decisions: [ClaimDecision] = []
  ) {
    self.reports = reports
    self.statements = statements
    self.decisions = decisions
  }

  /// The statements that belong to another's claim because a person says so.
  var alignedStatements: Set<Int> {
    var aligned: Set<Int> = []
    for decision in decisions {
      switch decision {
      case .align(let statement, _): aligned.insert(statement)
      case .apart(let statement): aligned.remove(statement)
      }
    }
    return aligned
  }

  /// Where a statement began: that of its report, or of the report that brought it.
  func origin(of statement: ClaimStatement) -> String {
    statement.origin ?? reports[statement.report].origin.text
  }
}
