internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// A report as published, with every statement marked in place.
extension Site {
  private static let recordsOnAPage = 40
  private static let mostCopies = 100
  private static let versionsOnAPage = 5
  /// Changed statements of one version that are shown.
  private static let mostChanged = 60

  func report(_ request: PageRequest) async throws -> PageAnswer {
    let id = ReportID(request.parameters["report"] ?? "")
    guard let read = try desk.ledger.readReport(id) else { throw PageProblem.missing("report") }
    let report = read.report
    let view = try await story(of: id)
    // The text is whole, the records beside it come in pages.
    let size = Site.recordsOnAPage
    let last = max(0, read.statements.count - 1) / size
    let start = min(request.page - 1, last) * size
    let marked = MarkedReport(read) { number in
      let page = number / size
      guard page * size != start else { return nil }
      return "?page=\(page + 1)#r-" + FormValues.encoded(read.statements[number].id.text)
    }
    let copies = try desk.storiesAsIndexed().copies(of: id)
    let versions = try desk.ledger.versions(of: id)
    let statements = read.statements.enumerated().dropFirst(start).prefix(size).map {
      place, statement in record(statement, number: place + 1, in: read, view)
    }
    return page(
      "report", title: report.title ?? "A report without a headline", request,
      [
        "headline": report.title ?? "A report without a headline",
        "outlet": report.outlet ?? "no outlet", "hasAgency": report.agency != nil,
        "agency": report.agency ?? "", "byline": report.byline ?? "",
        "hasByline": report.byline != nil, "published": report.published?.iso ?? "undated",
        "url": report.url ?? "", "isLinked": Site.mayLink(report.url), "hasUrl": report.url != nil,
        "sha256": report.sha256.hex, "text": marked.html,
        "statements": statements, "count": counted(read.statements.count, "statement"),
        "pager": Fields.pager(request, hasMore: start + size < read.statements.count),
        "storyName": view?.story.name ?? "", "hasStory": view != nil,
        "story": view.map { Address.story($0.id) } ?? "",
        "copies": copies.prefix(Site.mostCopies).map { copy in Site.fields(of: copy, own: id) },
        "hasCopies": !copies.isEmpty, "hasMoreCopies": copies.count > Site.mostCopies,
        "moreCopies": copies.count - Site.mostCopies, "hasVersions": versions.count > 1,
        "versions": counted(versions.count, "version"),
        "versionsHref": Address.report(id) + "/versions", "wasAnalysed": read.analysed,
      ])
  }

  /// A statement's record, as it stands beside the text.
  func record(
    _ statement: Statement, number: Int, in read: ReadReport, _ view: StoryView?
  ) -> Fields {
    let source = view?.briefing.sources[statement.id]
    let claim = view.flatMap { view in
      view.claims[statement.id]?.first.flatMap { view.claim($0) }
    }
    let actor = source?.actor ?? statement.speaker?.actor
    let figures = read.figures.filter { figure in
      statement.content.spans.contains { $0.contains(figure.span) }
    }.map { $0.passage.text }
    return [
      "number": number, "id": statement.id.text, "anchor": "r-" + statement.id.text,
      "mark": "#s-" + statement.id.text, "href": Address.statement(statement.id),
      "stance": statement.stance.rawValue, "sign": StanceSign.of(statement.stance),
      "kind": statement.kind.rawValue, "percent": Int((statement.confidence.value * 100).rounded()),
      "actor": actor ?? "nobody named", "hasActor": actor != nil,
      "actorHref": actor.map { name in
        view.map { Address.actor(name, in: $0.id) } ?? Address.actor(name)
      } ?? "",
      "speaker": statement.speaker?.passage.text ?? "", "cue": statement.cue?.text ?? "",
      "hasCue": statement.cue != nil, "content": statement.content.text,
      "chain": statement.chain.map { $0.actor ?? $0.passage.text }.joined(separator: " ← "),
      "hasChain": !statement.chain.isEmpty, "said": statement.said ?? "",
      "hasSaid": statement.said != nil, "holds": statement.holds ?? "",
      "hasHolds": statement.holds != nil,
      "figures": figures.joined(separator: ", "), "hasFigures": !figures.isEmpty,
      "claim": claim?.wording ?? "", "hasClaim": claim != nil,
      "claimHref": claim.flatMap { claim in view.map { Address.claim(claim.id, in: $0.id) } }
        ?? "",
      "isCorrected": !statement.corrected.isEmpty,
      "citation": Site.citation(statement, read.report, actor: actor),
    ]
  }

  /// A statement as one quotes it: words, speaker, outlet, date, address.
  static func citation(_ statement: Statement, _ report: Report, actor: String?) -> String {
    let words = statement.content.text
    let place = [
      report.outlet ?? "no outlet", report.title.map { "“\($0)”" }, report.published?.date.iso,
      report.url,
    ].compactMap { $0 }
    return "“\(words)” — \(actor ?? "speaker not named"), in \(place.joined(separator: ", "))"
  }

  /// Only addresses of the web become links: a report may state any.
  static func mayLink(_ url: String?) -> Bool {
    guard let url = url?.lowercased() else { return false }
    return url.hasPrefix("https://") || url.hasPrefix("http://")
  }

  private static func fields(of copy: TextCopy, own: ReportID) -> Fields {
    var words: [String] = []
    if let changes = copy.changes {
      if changes.isRetitled { words.append("retitled") }
      if !changes.altered.isEmpty {
        words.append(counted(changes.altered.count, "paragraph") + " rewritten")
      }
      if !changes.added.isEmpty { words.append("\(changes.added.count) added") }
      if changes.leftOut > 0 { words.append("\(changes.leftOut) left out") }
      if words.isEmpty { words.append("word for word") }
    } else {
      words.append("the earliest")
    }
    return [
      "href": Address.report(copy.report), "title": copy.title ?? "without a headline",
      "outlet": copy.outlet ?? "no outlet", "published": copy.published?.iso ?? "undated",
      "changes": words.joined(separator: ", "), "isOwn": copy.report == own,
    ]
  }

  /// The versions of a report, each with what changed.
  func versions(_ request: PageRequest) throws -> PageAnswer {
    let id = ReportID(request.parameters["report"] ?? "")
    var rows: [Fields] = []
    var title: String?
    var place = 0
    let size = Site.versionsOnAPage
    let start = (request.page - 1) * size
    try desk.versions(of: id) { version in
      place += 1
      title = version.read.report.title
      guard place > start, place <= start + size else { return }
      let comparison = version.earlier?.comparison
      rows.append([
        "number": version.summary.number, "addedAt": version.summary.addedAt,
        "isFirst": comparison == nil,
        "percent": Int(((comparison?.textChanged ?? 0) * 100).rounded()),
        "fields": comparison?.fields.map {
          ["field": $0.field, "old": $0.old ?? "nothing", "new": $0.new ?? "nothing"] as Fields
        } ?? [],
        "statements": comparison?.statements.prefix(Site.mostChanged).map(Site.fields) ?? [],
        "hasMore": (comparison?.statements.count ?? 0) > Site.mostChanged,
        "more": (comparison?.statements.count ?? 0) - Site.mostChanged,
        "unchanged": comparison?.unchanged ?? 0,
      ])
    }
    guard place > 0 else { throw PageProblem.missing("report") }
    return page(
      "versions", title: "Versions", request,
      [
        "headline": title ?? "A report without a headline", "report": Address.report(id),
        "versions": rows, "pager": Fields.pager(request, hasMore: place > start + size),
      ])
  }

  private static func fields(of change: VersionComparison.StatementChange) -> Fields {
    switch change {
    case .appeared(let new): ["what": "appeared", "old": "", "new": new.content.text]
    case .vanished(let old): ["what": "vanished", "old": old.content.text, "new": ""]
    case .changed(let old, let new, let aspects):
      [
        "what": "changed: " + aspects.map(\.rawValue).joined(separator: ", "),
        "old":
          "\(old.speaker?.actor ?? "nobody named") \(old.stance.rawValue): \(old.content.text)",
        "new":
          "\(new.speaker?.actor ?? "nobody named") \(new.stance.rawValue): \(new.content.text)",
      ]
    }
  }
}
