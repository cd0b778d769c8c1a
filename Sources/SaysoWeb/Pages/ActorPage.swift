internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// An actor: what they said, where they stand, by what names they go.
extension Site {
  private static let statementsOfActor = 30
  /// Claims that an actor stands on, or is not heard on, and names offered, that are shown.
  private static let mostClaimsOfActor = 60
  private static let mostNamesOffered = 300

  /// An actor within a story.
  func actor(_ request: PageRequest) async throws -> PageAnswer {
    let view = try await story(request.parameters["story"] ?? "")
    let name = request.parameters["actor"] ?? ""
    let positions = view.brief.claims.flatMap { claim in
      claim.positions.filter { $0.actor == name }.map { (claim, $0) }
    }
    let statements = view.briefing.sources.values.filter { $0.actor == name }
      .sorted {
        ($0.day?.iso ?? "\u{7F}", $0.statement.id) < ($1.day?.iso ?? "\u{7F}", $1.statement.id)
      }
    let entries = try await views.actors(of: view.story, request.parameters["story"] ?? "")
    let entry = entries.first { $0.name == name }
    let about = view.brief.claims.filter { $0.silent.contains(name) }
    guard !statements.isEmpty || entry != nil || !about.isEmpty else {
      throw PageProblem.missing("actor")
    }
    let size = Site.statementsOfActor
    let here = statements.dropFirst((request.page - 1) * size)
    var outlets: [String: Int] = [:]
    for source in statements { outlets[source.outlet ?? "no outlet", default: 0] += 1 }
    return page(
      "actor", title: name, request,
      [
        "name": name, "kind": entry?.kind ?? "", "hasKind": entry != nil,
        "isDoubtful": entry?.isDoubtful ?? false,
        "storyName": view.story.name, "story": Address.story(view.id),
        "aliases": entry?.aliases.map { ["text": $0.text, "count": $0.count] as Fields } ?? [],
        "offices": entry?.offices.map {
          ["text": $0.text, "days": span($0.first, $0.last)] as Fields
        } ?? [],
        "hasOffices": !(entry?.offices.isEmpty ?? true),
        "evidence": entry?.evidence.map {
          ["first": $0.first, "second": $0.second, "rule": $0.rule, "words": $0.words] as Fields
        } ?? [],
        "hasEvidence": !(entry?.evidence.isEmpty ?? true),
        "hasMorePositions": positions.count > Site.mostClaimsOfActor,
        "morePositions": positions.count - Site.mostClaimsOfActor,
        "positions": positions.prefix(Site.mostClaimsOfActor).map { claim, position in
          [
            "wording": claim.wording, "href": Address.claim(claim.id, in: view.id),
            "stance": position.stance.rawValue, "sign": StanceSign.of(position.stance),
            "since": position.since?.iso ?? "undated", "isDoubtful": position.isDoubtful,
            "history": position.earlier.map {
              [
                "stance": $0.stance.rawValue, "sign": StanceSign.of($0.stance),
                "day": $0.day?.iso ?? "undated",
              ] as Fields
            },
          ] as Fields
        },
        "hasPositions": !positions.isEmpty,
        "hasMoreSilent": about.count > Site.mostClaimsOfActor,
        "moreSilent": about.count - Site.mostClaimsOfActor,
        "silent": about.prefix(Site.mostClaimsOfActor).map {
          ["wording": $0.wording, "href": Address.claim($0.id, in: view.id)] as Fields
        },
        "hasSilent": !about.isEmpty,
        "statements": here.prefix(size).compactMap { view.line($0.statement.id) },
        "pager": Fields.pager(request, hasMore: here.count > size, at: "#statements"),
        "count": counted(statements.count, "statement"),
        "outlets": outlets.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { ["outlet": $0.key, "count": $0.value] as Fields },
        "search": Address.search([("by", name)]),
        "others": entries.filter { $0.name != name }.prefix(Site.mostNamesOffered).map {
          ["name": $0.name] as Fields
        },
      ])
  }

  /// An actor over the whole ledger: on to the story where most is heard of it, or to the search.
  func actorAnywhere(_ request: PageRequest) async throws -> PageAnswer {
    let name = request.parameters["actor"] ?? ""
    return .redirect(to: Address.search([("by", name)]))
  }
}
