internal import HTTPTypes
internal import Sayso

/// What can be asked for, each with its path; the server, the tests and the description of the API
/// are made from this table.
enum Routes {
  /// A page.
  struct Page: Sendable {
    let path: String
    /// Whether the page is the same for all readers until the ledger changes.
    var isKept = true
    let answer: @Sendable (Site, PageRequest) async throws -> PageAnswer
  }

  /// Where a form goes.
  struct Form: Sendable {
    let path: String
    let answer: @Sendable (Site, PageRequest, SentForm) async throws -> PageAnswer
  }

  static let pages: [Page] = [
    Page(path: "/") { site, request in try site.storiesAndMark(request) },
    Page(path: "/stories/:story") { try await $0.story($1) },
    Page(path: "/stories/:story/claims") { try await $0.claims($1) },
    Page(path: "/stories/:story/reports") { try await $0.reports($1) },
    Page(path: "/stories/:story/claims/:claim") { try await $0.claim($1) },
    Page(path: "/stories/:story/actors/:actor") { try await $0.actor($1) },
    Page(path: "/stories/:story/export") { try await $0.exports($1) },
    Page(path: "/stories/:story/export/:format", isKept: false) { try await $0.export($1) },
    Page(path: "/export/:format", isKept: false) { try $0.exportFound($1) },
    Page(path: "/claims/:claim") { try await $0.claim($1) },
    Page(path: "/actors/:actor") { try await $0.actorAnywhere($1) },
    Page(path: "/statements/:statement") { try await $0.statement($1) },
    Page(path: "/reports/:report") { try await $0.report($1) },
    Page(path: "/reports/:report/versions") { try $0.versions($1) },
    Page(path: "/search") { try await $0.search($1) },
    Page(path: "/cited") { try $0.cited($1) },
    Page(path: "/accuracy") { try $0.accuracy($1) },
    Page(path: "/corrections") { try $0.corrections($1) },
    Page(path: "/corrections/gold.jsonl") { try $0.gold($1) },
    Page(path: "/add", isKept: false) { try await $0.add($1) },
    Page(path: "/add/:job", isKept: false) { try await $0.job($1) },
  ]

  static let forms: [Form] = [
    Form(path: "/add") { try await $0.add($1, $2) },
    Form(path: "/statements/:statement/correct") { try $0.correct($1, $2) },
    Form(path: "/actors") { try $0.decide($1, $2) },
    Form(path: "/corrections/undo") { try $0.undo($1, $2) },
  ]

  static var api: [Page] {
    API.operations.map { operation in
      Page(path: operation.path) { site, request in
        try API.check(request, for: operation)
        return try await operation.answer(site, request)
      }
    }
  }
}

extension Site {
  /// The answer of a route, from those kept where it may be.
  func answer(_ route: Routes.Page, _ request: PageRequest) async throws -> PageAnswer {
    guard route.isKept else { return try await route.answer(self, request) }
    let query = request.query.sorted { $0.key < $1.key }
      .map { FormValues.encoded($0.key) + "=" + FormValues.encoded($0.value) }
    let key =
      request.path + "?" + query.joined(separator: "&")
      + " \(request.by) \(request.seen ?? -1)"
    return try await pages.page(key) { try await route.answer(self, request) }
  }

  /// The list of stories; remembers in the reader's browser what has been seen, so that what comes
  /// later stands first on the next visit.
  func storiesAndMark(_ request: PageRequest) throws -> PageAnswer {
    var answer = try stories(request)
    let last = try desk.ledger.lastAddition().number
    if request.page == 1, request.seen != last || request.value("seen") != nil {
      // The mark moves on only when the reader says so, or has none: a page loaded twice must not
      // lose what is new.
      if request.seen == nil || request.value("seen") == "now" {
        answer.headers.append(
          ("set-cookie", "sayso-seen=\(last); Max-Age=31536000; SameSite=Strict; Path=/"))
      }
    }
    if request.value("seen") == "now" {
      var redirect = PageAnswer.redirect(to: "/")
      redirect.headers += answer.headers
      return redirect
    }
    return answer
  }

  /// Makes the briefs of the first page's stories, so that the first reader need not wait for them.
  func warm() async {
    do {
      // Takes in what a killed run or an older program has left.
      _ = try desk.stories()
      for story in try desk.ledger.recentStories(most: 12) { _ = try await views.view(story.id) }
    } catch {
      // Whoever asks for the page is told.
    }
  }
}
