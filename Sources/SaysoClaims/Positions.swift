import SaysoRecords

/// Gathers the statements of a claim by who makes them.
enum Positions {
  /// The positions, those in most reports first; `members` must be in the order of time.
  ///
  /// Statements of nobody known are no position.
  static func of(_ members: [(Int, Double)], in story: ClaimStory) -> [Position] {
    var taken: [String: [Position.Taken]] = [:]
    var named: [String: Bool] = [:]
    var reports: [String: Set<Int>] = [:]
    for (place, strength) in members {
      let statement = story.statements[place]
      guard let actor = statement.actor else { continue }
      let key = statement.named ? actor : actor + "\u{0}\(story.reports[statement.report].origin)"
      taken[key, default: []].append(
        Position.Taken(
          stance: statement.stance, day: statement.day, statement: statement.id,
          alignment: Confidence(strength)))
      named[key] = statement.named
      reports[key, default: []].insert(statement.report)
    }
    return taken.map { key, taken in
      (
        reports[key]?.count ?? 0,
        Position(
          actor: String(key.prefix { $0 != "\u{0}" }), named: named[key] ?? false, taken: taken),
        key
      )
    }
    .sorted { ($1.0, $0.2) < ($0.0, $1.2) }
    .map(\.1)
  }
}
