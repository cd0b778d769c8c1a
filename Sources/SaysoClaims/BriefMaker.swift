package import SaysoRecords

/// Makes the brief of a story: claims, figures, timeline, what rests on one unnamed source, what is
/// cited, what moved.
package struct BriefMaker: Sendable {
  package init() {}

  /// The brief; `since` is the day after which changes are told.
  package func brief(of input: ClaimStory, as story: Story, since: CalendarDate?) -> StoryBrief {
    let claims = ClaimMaker().claims(of: input)
    let comparer = FigureComparer(input)
    let figures = comparer.comparisons(of: claims)
    return StoryBrief(
      story: story, claims: claims, figures: figures,
      timeline: timeline(of: claims, input), unnamed: unnamed(claims, input),
      cited: Tracer(story: input).cited(),
      changes: since.map { changes(claims, figures, since: $0) } ?? [])
  }

  /// The trace of one claim of a story.
  package func trace(_ claim: Claim, in input: ClaimStory) -> [TraceStep] {
    Tracer(story: input).steps(of: claim)
  }

  /// Claims that one unnamed source alone asserts.
  ///
  /// A body that is only described ("the harbour ministry") is none.
  private func unnamed(_ claims: [Claim], _ input: ClaimStory) -> [ClaimID] {
    let bodies = Set(input.statements.lazy.filter(\.isBody).map(\.id))
    return claims.filter { claim in
      let holding = claim.positions.filter { $0.stance != .denies && $0.stance != .declines }
      return holding.count == 1 && !holding[0].named
        && !holding[0].taken.contains { bodies.contains($0.statement) }
    }.map(\.id)
  }

  // MARK: - Timeline

  /// What was said on the day it was said, and what is told to have happened on the day it is told
  /// for.
  private func timeline(of claims: [Claim], _ input: ClaimStory) -> [TimelineEntry] {
    var entries: [TimelineEntry] = []
    let places = Dictionary(
      input.statements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for claim in claims {
      for position in claim.positions {
        // Each stance where it begins.
        var last: Stance?
        for taken in position.taken where taken.stance != last {
          last = taken.stance
          guard let day = taken.day, let place = places[taken.statement] else { continue }
          entries.append(
            TimelineEntry(
              day: day, kind: .said, actor: position.actor,
              text: Wording.of(input.statements[place].statement.content),
              statements: [taken.statement]))
        }
      }
      let done = ContentWords(claim.wording)
      guard done.phase == .done, !done.isNegated, let place = places[claim.worded] else { continue }
      let statement = input.statements[place]
      if let held = statement.statement.holds.flatMap({ CalendarDate(iso: $0.prefix(10)) }),
        statement.stance == .asserts || statement.stance == .confirms
      {
        entries.append(
          TimelineEntry(
            day: held, kind: .happened, actor: nil, text: claim.wording,
            statements: claim.statements.sorted()))
      }
    }
    return entries.sorted { a, b in
      (a.day.dayNumber, a.kind.rawValue, a.statements[0]) < (
        b.day.dayNumber, b.kind.rawValue, b.statements[0]
      )
    }
  }

  // MARK: - Changes

  /// What moved after a day, in the order of days.
  package func changes(
    _ claims: [Claim], _ figures: [FigureComparison], since: CalendarDate
  ) -> [StoryChange] {
    func isNew(_ day: CalendarDate?) -> Bool { day.map { $0 > since } ?? false }
    var changes: [StoryChange] = []
    for claim in claims {
      if isNew(claim.first) {
        changes.append(
          StoryChange(
            kind: .newClaim, claim: claim.id, after: claim.wording, day: claim.first,
            statement: claim.worded))
        continue
      }
      for position in claim.positions {
        let first = position.taken[0]
        if isNew(first.day) {
          changes.append(
            StoryChange(
              kind: .newPosition, claim: claim.id, actor: position.actor,
              after: position.stance.rawValue, day: first.day, statement: first.statement))
        } else if let earlier = position.earlier.last, isNew(position.since) {
          changes.append(
            StoryChange(
              kind: .movedPosition, claim: claim.id, actor: position.actor,
              before: earlier.stance.rawValue, after: position.stance.rawValue,
              day: position.since, statement: position.taken.last?.statement))
        }
      }
    }
    for comparison in figures {
      guard claims.first(where: { $0.id == comparison.claim }).map({ !isNew($0.first) }) == true
      else { continue }
      for value in comparison.values where isNew(value.first) {
        changes.append(
          StoryChange(
            kind: .newFigure, claim: comparison.claim, actor: value.actor,
            after: value.figure.passage.text, day: value.first, statement: value.statements[0]))
      }
    }
    return changes.sorted { a, b in
      (a.day?.dayNumber ?? 0, a.claim, a.actor ?? "") < (
        b.day?.dayNumber ?? 0, b.claim, b.actor ?? ""
      )
    }
  }
}
