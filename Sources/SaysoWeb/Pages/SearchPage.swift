internal import HTTPTypes
internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// The search over statements and reports.
extension Site {
  private static let foundOnAPage = 30

  /// The query that a request means, with its problems in words.
  static func query(_ request: PageRequest) throws -> StatementQuery {
    func day(_ name: String) throws -> CalendarDate? {
      guard let text = request.value(name) else { return nil }
      guard let day = CalendarDate(iso: text) else {
        throw PageProblem(
          .badRequest, "“\(text)” is no day.", remedy: "Write days like 2024-10-29.")
      }
      return day
    }
    var query = StatementQuery(
      by: request.value("by"), about: request.value("q"), since: try day("since"),
      until: try day("until"))
    if let text = request.value("stance") {
      guard let stance = Stance(rawValue: text) else {
        throw PageProblem(
          .badRequest, "“\(text)” is no stance.",
          remedy: "Stances are " + Stance.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      query.stance = stance
    }
    query.outlet = request.value("outlet")
    if let text = request.value("figure") {
      let digits = text.filter { $0 != "," && $0 != " " }
      guard let figure = Double(digits), figure.isFinite else {
        throw PageProblem(
          .badRequest, "“\(text)” is no number.", remedy: "Write figures like 12000 or 2.5.")
      }
      query.figure = figure
    }
    return query
  }

  func search(_ request: PageRequest) async throws -> PageAnswer {
    var query = try Site.query(request)
    let isAsked = ["q", "by", "stance", "outlet", "since", "until", "figure"]
      .contains { request.value($0) != nil }
    var fields: Fields = [
      "by": request.value("by") ?? "", "outlet": request.value("outlet") ?? "",
      "since": request.value("since") ?? "", "until": request.value("until") ?? "",
      "figure": request.value("figure") ?? "", "isAsked": isAsked,
      "stances": Stance.allCases.map {
        ["stance": $0.rawValue, "isChosen": $0 == query.stance] as Fields
      },
    ]
    guard isAsked else { return page("search", title: "Search", request, fields) }
    let size = Site.foundOnAPage
    query.start = (request.page - 1) * size
    query.limit = size + 1
    let found = try desk.ledger.statements(query)
    let counts = try desk.ledger.counts(of: query)
    fields["statements"] = found.prefix(size).map(Site.line)
    fields["count"] = counted(counts.total, "statement")
    fields["hasStatements"] = !found.isEmpty
    fields["byStance"] = Stance.allCases.compactMap { stance -> Fields? in
      counts.stances[stance].map {
        [
          "label": stance.rawValue, "count": $0, "sign": StanceSign.of(stance),
          "href": narrowed(request, "stance", stance.rawValue),
        ]
      }
    }
    fields["byOutlet"] = counts.outlets.map {
      ["label": $0.outlet, "count": $0.count, "href": narrowed(request, "outlet", $0.outlet)]
        as Fields
    }
    let asked = Address.search(
      request.query.filter { $0.key != "page" && !$0.value.isEmpty }.sorted { $0.key < $1.key }
        .map { ($0.key, $0.value) })
    fields["csv"] = "/export/csv" + asked.dropFirst("/search".count)
    fields["jsonl"] = "/export/jsonl" + asked.dropFirst("/search".count)
    fields["pager"] = Fields.pager(request, hasMore: found.count > size)
    var reports: [ReportSummary] = []
    if let words = request.value("q"), request.page == 1 {
      reports = try desk.ledger.reports(about: words, most: 20)
    }
    fields["reports"] = reports.map {
      [
        "href": Address.report($0.id), "title": $0.title ?? "without a headline",
        "outlet": $0.outlet ?? "no outlet", "day": $0.published?.date.iso ?? "undated",
      ] as Fields
    }
    fields["hasReports"] = !reports.isEmpty
    return page("search", title: "Search", request, fields)
  }

  /// The same search with one more filter.
  private func narrowed(_ request: PageRequest, _ name: String, _ value: String) -> String {
    var pairs = request.query.filter { $0.key != "page" && !$0.value.isEmpty }
    pairs[name] = value
    return Address.search(pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// A found statement in the fields of the template `statement`.
  static func line(_ found: FoundStatement) -> Fields {
    let statement = found.statement
    let actor = statement.speaker?.actor
    return [
      "id": statement.id.text, "href": Address.statement(statement.id),
      "place": Address.mark(statement.id, in: found.report),
      "stance": statement.stance.rawValue, "sign": StanceSign.of(statement.stance),
      "actor": actor ?? "nobody named", "hasActor": actor != nil,
      "actorHref": actor.map { Address.actor($0) } ?? "",
      "isNamed": statement.speaker?.named ?? false,
      "cue": statement.cue?.text ?? "", "hasCue": statement.cue != nil,
      "content": statement.content.text, "isQuoted": statement.kind == .direct,
      "chain": statement.chain.map { $0.actor ?? $0.passage.text }.joined(separator: " ← "),
      "hasChain": !statement.chain.isEmpty, "outlet": found.outlet ?? "no outlet",
      "day": found.day?.iso ?? "undated", "report": Address.report(found.report),
      "isDoubtful": false, "hasWay": false, "isCorrected": !statement.corrected.isEmpty,
    ]
  }

  /// The sources that statements came through, those not held first.
  func cited(_ request: PageRequest) throws -> PageAnswer {
    let sources = try desk.ledger.citedSources(most: 300)
    func fields(_ sources: [CitedCount]) -> [Fields] {
      sources.map {
        [
          "source": $0.source, "statements": $0.statements, "reports": $0.reports,
          "href": Address.search([("by", $0.source)]),
        ]
      }
    }
    let missing = sources.filter { !$0.isHeld }
    let held = sources.filter(\.isHeld)
    return page(
      "cited", title: "Cited and not held", request,
      [
        "missing": fields(missing), "hasMissing": !missing.isEmpty, "held": fields(held),
        "hasHeld": !held.isEmpty,
      ])
  }
}
