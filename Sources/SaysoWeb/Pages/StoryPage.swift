internal import Sayso
internal import SaysoRecords

/// The brief of a story, with pictures.
extension Site {
  /// A block of a claim has some 6 kB.
  private static let claimsOnAPage = 15
  private static let reportsOnAPage = 100
  /// Reports and changes that stand on the story's own page.
  private static let mostReports = 50
  private static let mostChanges = 100
  private static let mostDays = 60

  func story(_ request: PageRequest) async throws -> PageAnswer {
    let view = try await story(request.parameters["story"] ?? "")
    let brief = view.brief
    let since = request.value("since").flatMap { CalendarDate(iso: $0) }
    let lanes: TimelineChart.Lanes = request.value("lanes") == "outlets" ? .outlets : .actors
    let selection = BriefSelection(brief, .screen.days(Site.mostDays))
    let timeline = TimelineChart(view, lanes: lanes)
    let matrix = PositionMatrix(view)
    let figures = FiguresTable(view)
    let questions = view.questions(selection)
    let changes = since.map { view.changes(since: $0) } ?? []
    let reports = view.reports
    return page(
      "story", title: brief.story.name, request,
      [
        "name": brief.story.name, "facts": view.facts, "story": Address.story(view.id),
        "claims": selection.claims.map { view.block($0) }, "moreClaims": selection.moreClaims,
        "hasMoreClaims": selection.moreClaims > 0,
        "claimsHref": Address.story(view.id) + "/claims",
        "timeline": timeline.html, "hasTimeline": timeline.isWorthShowing,
        "hasMoves": timeline.hasMoves,
        "movedSign": "\(StanceSign.of(.asserts))›\(StanceSign.of(.denies))",
        "byOutlets": lanes == .outlets, "days": view.days(selection),
        "matrix": matrix.fields, "hasMatrix": matrix.isWorthShowing,
        "legend": StanceSign.legend,
        "figures": figures.rows, "hasFigures": !figures.rows.isEmpty,
        "hasMoreFigures": figures.more > 0, "moreFigures": figures.more,
        "unnamed": view.unnamed(selection), "hasUnnamed": !selection.unnamed.isEmpty,
        "since": since?.iso ?? "", "hasSince": since != nil,
        "changes": Array(changes.prefix(Site.mostChanges)), "hasChanges": !changes.isEmpty,
        "hasMoreChanges": changes.count > Site.mostChanges,
        "moreChanges": changes.count - Site.mostChanges, "questions": questions,
        "hasQuestions": !questions.isEmpty, "reports": Array(reports.prefix(Site.mostReports)),
        "hasMoreReports": reports.count > Site.mostReports,
        "moreReports": reports.count - Site.mostReports,
        "reportsHref": Address.story(view.id) + "/reports",
        "exportsHref": Address.story(view.id) + "/export",
      ])
  }

  /// All claims of a story.
  func claims(_ request: PageRequest) async throws -> PageAnswer {
    let view = try await story(request.parameters["story"] ?? "")
    let size = Site.claimsOnAPage
    let start = (request.page - 1) * size
    let claims = view.brief.claims.dropFirst(start)
    return page(
      "claims", title: "Claims: " + view.story.name, request,
      [
        "name": view.story.name, "story": Address.story(view.id),
        "count": counted(view.brief.claims.count, "claim"),
        "claims": claims.prefix(size).map { view.block($0) },
        "pager": Fields.pager(request, hasMore: claims.count > size),
      ])
  }

  /// All reports of a story.
  func reports(_ request: PageRequest) async throws -> PageAnswer {
    let view = try await story(request.parameters["story"] ?? "")
    let size = Site.reportsOnAPage
    let reports = view.reports.dropFirst((request.page - 1) * size)
    return page(
      "reports", title: "Reports: " + view.story.name, request,
      [
        "name": view.story.name, "story": Address.story(view.id),
        "count": counted(view.story.reports.count, "report") + " from "
          + counted(view.story.origins, "origin"),
        "reports": Array(reports.prefix(size)),
        "pager": Fields.pager(request, hasMore: reports.count > size),
      ])
  }
}

extension StoryView {
  /// What the story is, in one line.
  var facts: String {
    [
      counted(story.reports.count, "report") + " from " + counted(story.origins, "origin"),
      span(story.first, story.last), listed(story.outlets),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// Claims that one unnamed source alone makes, besides those shown.
  func unnamed(_ selection: BriefSelection) -> [Fields] {
    selection.unnamed.map { claim in
      [
        "href": Address.claim(claim.id, in: id), "wording": claim.wording,
        "actor": BriefSelection.source(of: claim) ?? "nobody named",
      ]
    }
  }

  /// What happened, and where the claims shown were first made.
  func days(_ selection: BriefSelection) -> [Fields] {
    selection.days.map { entry in
      [
        "day": entry.day.iso, "actor": entry.actor ?? "nobody named",
        "isSaid": entry.kind == .said, "text": entry.text,
        "href": entry.statements.first.map { Address.statement($0) } ?? "",
      ]
    }
  }

  /// What moved after a day.
  func changes(since day: CalendarDate) -> [Fields] {
    briefing.changes(since: day).map { change in
      let wording = claim(change.claim)?.wording ?? ""
      let actor = change.actor ?? "nobody named"
      let words: String
      switch change.kind {
      case .newClaim: words = "new claim"
      case .newPosition: words = "\(actor) now \(change.after ?? "")"
      case .movedPosition:
        words = "\(actor) moved from \(change.before ?? "") to \(change.after ?? "")"
      case .newFigure: words = "\(actor) gives \(change.after ?? "")"
      }
      return [
        "day": change.day?.iso ?? "undated", "words": words, "wording": wording,
        "href": change.statement.map { Address.statement($0) }
          ?? Address.claim(change.claim, in: id),
      ]
    }
  }

  /// What is contested, unanswered, cited and not held.
  func questions(_ selection: BriefSelection) -> [Fields] {
    func question(_ kind: String, _ claim: Claim, _ words: String) -> Fields {
      [
        "kind": kind, "words": words, "wording": claim.wording, "hasClaim": true,
        "href": Address.claim(claim.id, in: id),
      ]
    }
    var result = selection.contested.map { question("contested", $0, "") }
    result += selection.unanswered.map {
      question("not answered by", $0, listed($0.silent))
    }
    if !selection.missing.isEmpty {
      let names = selection.missing.map { "\($0.source) (\($0.statements.count))" }
      result.append([
        "kind": "cited and not held", "words": names.joined(separator: ", "), "hasClaim": false,
      ])
    }
    return result
  }

  /// Copies that stand under a report in a list; the page of the report has more.
  private static let mostCopies = 10

  /// Its reports, copies under the report that they copy.
  var reports: [Fields] {
    let lines = briefing.reports
    let copies = Dictionary(
      grouping: lines.filter { $0.origin != $0.id }, by: { $0.origin })
    func fields(_ report: Desk.ReportLine) -> Fields {
      [
        "href": Address.report(report.id), "title": report.title ?? "without a headline",
        "outlet": report.outlet ?? "no outlet", "day": report.day?.iso ?? "undated",
      ]
    }
    let held = Set(lines.map(\.id))
    return lines.filter { $0.origin == $0.id || !held.contains($0.origin) }.map { report in
      var own = fields(report)
      let ran = copies[report.id] ?? []
      own["copies"] = ran.prefix(StoryView.mostCopies).map(fields)
      own["hasCopies"] = !ran.isEmpty
      own["hasMoreCopies"] = ran.count > StoryView.mostCopies
      own["moreCopies"] = ran.count - StoryView.mostCopies
      return own
    }
  }
}
