internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// A statement by itself: its record, its paragraph, its claims, how to cite it.
extension Site {
  func statement(_ request: PageRequest) async throws -> PageAnswer {
    let id = StatementID(request.parameters["statement"] ?? "")
    guard let report = try desk.ledger.report(of: id),
      let read = try desk.ledger.readReport(report),
      let number = read.statements.firstIndex(where: { $0.id == id })
    else { throw PageProblem.missing("statement") }
    let view = try await story(of: report)
    let own = read.statements[number]
    let claims = view.flatMap { view in
      view.claims[id]?.compactMap { view.claim($0) }.map { view.block($0) }
    }
    let way =
      view.flatMap { view in view.briefing.sources[id].map { view.way(of: $0) } }
      ?? SourceWay(
        actor: own.speaker?.actor, isNamed: own.speaker?.named ?? false,
        actorHref: own.speaker?.actor.map { Address.actor($0) },
        chain: own.chain.map { $0.actor ?? $0.passage.text }, outlet: read.report.outlet,
        outletHref: Address.mark(id, in: report))
    let history = try desk.corrections(of: report).filter { $0.place.statement == id }
    return page(
      "statementPage", title: own.content.text, request,
      [
        "record": record(own, number: number + 1, in: read, view),
        "way": way.nodes, "context": MarkedReport(read, around: own).html,
        "report": Address.report(report),
        "place": Address.mark(id, in: report),
        "headline": read.report.title ?? "without a headline",
        "outlet": read.report.outlet ?? "no outlet",
        "published": read.report.published?.iso ?? "undated",
        "claims": claims ?? [], "hasClaims": !(claims ?? []).isEmpty,
        "hasStory": view != nil, "storyName": view?.story.name ?? "",
        "story": view.map { Address.story($0.id) } ?? "",
        "link": Address.statement(id), "choices": choices(for: own, in: read, view),
        "correctHref": Address.statement(id) + "/correct",
        "history": try history.map {
          [
            "what": Site.words(of: $0.action), "by": $0.by, "made": $0.made,
            "isWithdrawn": $0.withdrawn != nil,
            "isAcross": try desk.joinsAcrossStories($0) && $0.withdrawn == nil,
          ] as Fields
        },
        "hasHistory": !history.isEmpty,
      ])
  }
}
