internal import Sayso
internal import SaysoRecords

/// The fields of what stands on several pages.
extension StoryView {
  /// A statement with its speaker, words, way and place; the template `statement` shows it.
  ///
  /// - Parameter hasWay: whether its way is drawn as a path.
  func line(
    _ id: StatementID, alignment: Confidence? = nil, hasWay: Bool = false
  ) -> Fields? {
    guard let source = briefing.sources[id] else { return nil }
    let statement = source.statement
    return [
      "hasWay": hasWay, "way": hasWay ? way(of: source).nodes : [],
      "id": id.text, "href": Address.statement(id), "place": Address.mark(id, in: source.report),
      "stance": statement.stance.rawValue, "sign": StanceSign.of(statement.stance),
      "actor": source.actor ?? "nobody named", "hasActor": source.actor != nil,
      "actorHref": source.actor.map { Address.actor($0, in: self.id) } ?? "",
      "isNamed": statement.speaker?.named ?? false,
      "cue": statement.cue?.text ?? "", "hasCue": statement.cue != nil,
      "content": source.words, "isQuoted": statement.kind == .direct,
      "chain": source.chain.joined(separator: " ← "), "hasChain": !source.chain.isEmpty,
      "outlet": source.outlet ?? "no outlet", "day": source.day?.iso ?? "undated",
      "report": Address.report(source.report), "isDoubtful": (alignment?.value ?? 1) < 0.6,
      "isCorrected": !source.corrected.isEmpty,
    ]
  }

  /// The way of a statement as a path.
  func way(of source: Desk.SourceLine) -> SourceWay {
    SourceWay(
      actor: source.actor, isNamed: source.statement.speaker?.named ?? false,
      actorHref: source.actor.map { Address.actor($0, in: id) }, chain: source.chain,
      outlet: source.outlet, outletHref: Address.mark(source.statement.id, in: source.report),
      missing: missing)
  }

  /// A claim as the head of its positions; with the newest statement of each.
  func block(_ claim: Claim) -> Fields {
    let shown = claim.positions.prefix(StoryView.mostPositions)
    let positions = shown.map { position -> Fields in
      let taken = position.clearest
      return [
        "actor": position.actor ?? "nobody named", "hasActor": position.actor != nil,
        "isUnnamed": position.actor != nil && !position.named,
        "actorHref": position.actor.map { Address.actor($0, in: id) } ?? "",
        "stance": position.stance.rawValue, "sign": StanceSign.of(position.stance),
        "since": position.since?.iso ?? "undated", "isDoubtful": position.isDoubtful,
        "isCorrected": !briefing.corrected(position).isEmpty,
        "before": position.earlier.last?.stance.rawValue ?? "",
        "beforeDay": position.earlier.last?.day?.iso ?? "",
        "hasBefore": !position.earlier.isEmpty,
        "more": position.taken.count - 1, "hasMore": position.taken.count > 1,
        "statement": line(taken.statement, alignment: taken.alignment) ?? [:],
      ]
    }
    return [
      "id": claim.id.text, "href": Address.claim(claim.id, in: id),
      "wording": claim.wording, "reports": counted(claim.reports.count, "report"),
      "origins": counted(claim.origins, "origin"), "first": claim.first?.iso ?? "undated",
      "isUnnamed": brief.unnamed.contains(claim.id), "positions": positions,
      "hasMorePositions": claim.positions.count > shown.count,
      "morePositions": counted(claim.positions.count - shown.count, "more position"),
      "silent": listed(claim.silent), "hasSilent": !claim.silent.isEmpty,
    ]
  }

  /// The positions of a claim that stand under it in a list of claims; all are on its own page.
  private static let mostPositions = 6
}

/// Names in a row, of which those past the first dozen are counted.
func listed(_ names: [String]) -> String {
  let most = 12
  return names.prefix(most).joined(separator: ", ")
    + (names.count > most ? " and \(names.count - most) more" : "")
}

/// Words up to a length, for places that lead to the whole.
func shortened(_ words: String, to most: Int) -> String {
  guard words.count > most else { return words }
  return words.prefix(most - 1).trimmed + "…"
}

/// A number with its noun.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A span of days in words.
func span(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
  switch (first, last) {
  case (let first?, let last?): first == last ? first.iso : "\(first.iso) to \(last.iso)"
  case (let one?, nil), (nil, let one?): one.iso
  case (nil, nil): "undated"
  }
}

extension Fields {
  /// Links to the pages before and after one of a list.
  ///
  /// - Parameters:
  ///   - name: what the number is called in the address, where a page has several lists.
  ///   - place: the mark at which the list stands.
  static func pager(
    _ request: PageRequest, hasMore: Bool, name: String = "page", label: String = "Pages",
    at place: String = ""
  ) -> Fields {
    let page = request.page(name)
    func address(_ page: Int) -> String {
      let pairs =
        request.query.filter { $0.key != name && !$0.value.isEmpty }
        .sorted { $0.key < $1.key } + [(name, String(page))]
      let query = pairs.map { FormValues.encoded($0.0) + "=" + FormValues.encoded($0.1) }
      return request.path + "?" + query.joined(separator: "&") + place
    }
    return [
      "isShown": page > 1 || hasMore, "number": page, "label": label,
      "hasBefore": page > 1, "before": address(page - 1),
      "hasMore": hasMore, "next": address(page + 1),
    ]
  }
}
