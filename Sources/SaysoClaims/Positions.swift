import SaysoRecords

/// Gathers the statements of a claim by who makes them.
enum Positions {
  /// The positions, those in most reports first; `members` must be in the order of time.
  ///
  /// What is said by nobody known, or by an unnamed source, is a position of its own for each origin.
  static func of(_ members: [(Int, Double)], in story: ClaimStory) -> [Position] {
    var taken: [Key: [Position.Taken]] = [:]
    var reports: [Key: Set<Int>] = [:]
    for (place, strength) in members {
      let statement = story.statements[place]
      let key = Key(
        actor: statement.actor,
        origin: statement.named ? nil : story.origin(of: statement))
      taken[key, default: []].append(
        Position.Taken(
          stance: statement.stance, day: statement.day, statement: statement.id,
          alignment: Confidence(strength)))
      reports[key, default: []].insert(statement.report)
    }
    return taken.keys.sorted { a, b in
      // Those that nobody is named for come last among as many reports.
      (reports[b]?.count ?? 0, a.actor ?? "\u{7F}", a.origin ?? "") < (
        reports[a]?.count ?? 0, b.actor ?? "\u{7F}", b.origin ?? ""
      )
    }.compactMap { key in
      taken[key].map { Position(actor: key.actor, named: key.origin == nil, taken: $0) }
    }
  }

  /// Whose position it is: unnamed sources are one only within an origin.
  private struct Key: Hashable {
    let actor: String?
    let origin: String?
  }
}
