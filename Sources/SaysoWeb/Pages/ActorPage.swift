internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// An actor: what they said, where they stand, by what names they go.
extension Site {
  private static let statementsOfActor = 30
  /// Claims that an actor stands on, or is not heard on, and names offered, that are shown.
  private static let mostClaimsOfActor = 60
  private static let mostNamesOffered = 300
  private static let mostMoves = 30
  private static let mostSteps = 12

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
    let moved = positions.filter { !$0.1.earlier.isEmpty }
    let quoters = Quoters(statements, of: name)
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
            "isMoved": !position.earlier.isEmpty,
          ] as Fields
        },
        "moves": moved.prefix(Site.mostMoves).map { claim, position in
          [
            "wording": claim.wording, "href": Address.claim(claim.id, in: view.id),
            "steps": Site.steps(of: position),
          ] as Fields
        },
        "hasMoves": !moved.isEmpty, "hasMoreMoves": moved.count > Site.mostMoves,
        "moreMoves": moved.count - Site.mostMoves,
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
        "outlets": quoters.outlets, "hasOutlets": !quoters.outlets.isEmpty,
        "hasMoreOutlets": quoters.moreOutlets > 0, "moreOutlets": quoters.moreOutlets,
        "relays": quoters.relays, "hasRelays": !quoters.relays.isEmpty,
        "hasMoreRelays": quoters.moreRelays > 0, "moreRelays": quoters.moreRelays,
        "search": Address.search([("by", name)]),
        "others": entries.filter { $0.name != name }.prefix(Site.mostNamesOffered).map {
          ["name": $0.name] as Fields
        },
      ])
  }

  /// The stances that an actor took on a claim, one after another, each where it began.
  private static func steps(of position: Position) -> [Fields] {
    let course = position.course.suffix(mostSteps)
    return course.enumerated().map { place, taken in
      [
        "stance": taken.stance.rawValue, "sign": StanceSign.of(taken.stance),
        "day": taken.day?.iso ?? "undated", "href": Address.statement(taken.statement),
        "isFirst": place == 0,
      ]
    }
  }

  /// An actor over the whole ledger: on to the story where most is heard of it, or to the search.
  func actorAnywhere(_ request: PageRequest) async throws -> PageAnswer {
    let name = request.parameters["actor"] ?? ""
    return .redirect(to: Address.search([("by", name)]))
  }
}

/// Who carried an actor's statements to the page: outlets, and relays between them and the actor, each
/// with the first of those statements.
private struct Quoters {
  let outlets: [Fields]
  let moreOutlets: Int
  let relays: [Fields]
  let moreRelays: Int

  /// Outlets, relays, and statements of one of them, that are shown.
  private static let most = (outlets: 15, relays: 15, statements: 3)

  init(_ sources: [Desk.SourceLine], of actor: String) {
    var byOutlet: [String: [Desk.SourceLine]] = [:]
    var byRelay: [String: [Desk.SourceLine]] = [:]
    for source in sources {
      byOutlet[source.outlet ?? "", default: []].append(source)
      for relay in Set(source.chain) { byRelay[relay, default: []].append(source) }
    }
    (outlets, moreOutlets) = Quoters.rows(byOutlet, most: Quoters.most.outlets) { outlet in
      outlet.isEmpty ? [("by", actor)] : [("by", actor), ("outlet", outlet)]
    }
    // The search knows no relays: all that the actor said is the nearest.
    (relays, moreRelays) = Quoters.rows(byRelay, most: Quoters.most.relays) { _ in [("by", actor)] }
  }

  private static func rows(
    _ groups: [String: [Desk.SourceLine]], most: Int, _ query: (String) -> [(String, String)]
  ) -> ([Fields], Int) {
    let sorted = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let rows = sorted.prefix(most).map { name, sources -> Fields in
      [
        "name": name.isEmpty ? "no outlet" : name, "count": counted(sources.count, "statement"),
        "search": Address.search(query(name)),
        "carried": sources.prefix(Quoters.most.statements).map { source in
          [
            "href": Address.statement(source.statement.id), "day": source.day?.iso ?? "undated",
            "stance": source.statement.stance.rawValue,
            "sign": StanceSign.of(source.statement.stance),
            "words": shortened(source.words, to: 120),
          ] as Fields
        },
        "hasMore": sources.count > Quoters.most.statements,
        "more": sources.count - Quoters.most.statements,
      ]
    }
    return (rows, sorted.count - rows.count)
  }
}
