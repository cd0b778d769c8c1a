internal import Sayso
internal import SaysoRecords

/// A claim: every statement side by side, its way through the reports, what stands near it.
extension Site {
  private static let statementsOnAPage = 40

  func claim(_ request: PageRequest) async throws -> PageAnswer {
    let id = ClaimID(request.parameters["claim"] ?? "")
    let view: StoryView
    if let story = request.parameters["story"] {
      view = try await self.story(story)
    } else {
      // The id of a claim is that of its first statement.
      guard id.text.first == "c",
        let report = try desk.ledger.report(of: StatementID(String(id.text.dropFirst()))),
        let found = try await story(of: report)
      else { throw PageProblem.missing("claim") }
      view = found
    }
    guard let claim = view.claim(id) else { throw PageProblem.missing("claim") }
    let statements = claim.positions.flatMap(\.taken)
    let trace = view.briefing.trace(claim)
    let size = Site.statementsOnAPage
    let here = statements.dropFirst((request.page - 1) * size)
    let way = trace.dropFirst((request.page("way") - 1) * size)
    let steps = way.prefix(size).compactMap { step -> Fields? in
      guard var fields = view.line(step.statement) else { return nil }
      fields["depth"] = min(step.depth, 6)
      fields["link"] = step.link
      fields["isOrigin"] = step.link == "origin"
      return fields
    }
    let related = claim.related.prefix(40).compactMap { relation -> Fields? in
      view.claim(relation.claim).map {
        [
          "as": relation.kind.rawValue, "wording": $0.wording,
          "href": Address.claim($0.id, in: view.id),
        ]
      }
    }
    let figures = FiguresTable(view, of: claim.id)
    return page(
      "claim", title: claim.wording, request,
      [
        "claim": view.block(claim), "storyName": view.story.name,
        "story": Address.story(view.id), "count": counted(statements.count, "statement"),
        "statements": here.prefix(size).compactMap {
          view.line($0.statement, alignment: $0.alignment, hasWay: true)
        },
        "pager": Fields.pager(request, hasMore: here.count > size, at: "#statements"),
        "trace": steps,
        "wayPager": Fields.pager(
          request, hasMore: way.count > size, name: "way", label: "Pages of the way",
          at: "#trace"), "related": related,
        "hasRelated": !related.isEmpty, "figures": figures.rows,
        "hasFigures": !figures.rows.isEmpty, "hasMoreFigures": figures.more > 0,
        "moreFigures": figures.more, "link": Address.claim(claim.id),
      ])
  }
}
