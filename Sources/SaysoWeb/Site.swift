internal import HTTPTypes
internal import Hummingbird
internal import Sayso
internal import SaysoRecords

/// The pages over one ledger.
struct Site: Sendable {
  let desk: Desk
  let options: WebOptions
  let templates: Templates
  let views: StoryViews
  let pages: PageCache
  let additions: Additions?
  /// What every form carries, so that no other site can send one.
  let formToken: String

  init(_ options: WebOptions, formToken: String) throws {
    self.options = options
    desk = try Desk(asking: options.ledger)
    templates = try Templates()
    views = StoryViews(desk)
    pages = PageCache(desk)
    additions = options.isEditing ? Additions(options) : nil
    self.formToken = formToken
  }

  /// A page from its template; `title` stands in the browser's tab.
  func page(_ template: String, title: String, _ request: PageRequest, _ fields: Fields)
    -> PageAnswer
  {
    var fields = fields
    fields["title"] = title
    fields["editing"] = options.isEditing
    fields["formToken"] = formToken
    fields["by"] = request.by
    fields["here"] = request.path
    fields["q"] = request.value("q") ?? ""
    return PageAnswer(html: templates.render(template, fields))
  }

  /// The page that says what went wrong.
  func problem(_ problem: PageProblem, _ request: PageRequest) -> PageAnswer {
    var answer = page(
      "problem", title: problem.status.reasonPhrase, request,
      [
        "status": problem.status.code, "problem": problem.problem, "remedy": problem.remedy,
      ])
    answer.status = problem.status
    return answer
  }

  /// The story of an id, or a page that says that there is none.
  func story(_ id: String) async throws -> StoryView {
    if id == StoryViews.together {
      let count = try desk.ledger.reportCount()
      guard count <= StoryViews.mostTogether else {
        throw PageProblem(
          .notFound, "The ledger holds \(count) reports, too many to show as one story.",
          remedy: "Open one of its stories.")
      }
    }
    guard let view = try await views.view(id) else { throw PageProblem.missing("story") }
    return view
  }

  /// The story that a report belongs to.
  func story(of report: ReportID) async throws -> StoryView? {
    guard let id = try desk.ledger.story(of: report) else { return nil }
    return try await views.view(id)
  }
}
