import SaysoRecords

/// Sets the figures of claims side by side.
struct FigureComparer {
  let story: ClaimStory
  private let place: [StatementID: Int]
  private let kinds: FigureKinds
  private let contents: [ContentWords]
  private let alignment: Alignment

  init(_ story: ClaimStory) {
    self.story = story
    place = Dictionary(
      story.statements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    kinds = FigureKinds(story)
    contents = story.statements.map { ContentWords($0.statement.content.text) }
    alignment = Alignment(contents)
  }

  /// The figures of a story's claims by what they count.
  ///
  /// Figures of one kind are set side by side within a claim, and across claims whose statements are
  /// alike; such a comparison is of the claim with most of its figures.
  func comparisons(of claims: [Claim]) -> [FigureComparison] {
    let order = Dictionary(
      claims.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [Group] = []
    for (number, claim) in claims.enumerated() {
      groups += self.groups(of: claim).map { Group(claim: number, kind: $0.key, found: $0.value) }
    }
    groups.sort {
      ($0.kind, $0.claim, $0.found[0].statement) < ($1.kind, $1.claim, $1.found[0].statement)
    }
    var joined: [[Group]] = []
    for group in groups {
      // One that is like several goes to the first.
      let place = joined.indices.first { place in
        joined[place][0].kind == group.kind && joined[place].contains { isAlike($0, group) }
      }
      if let place { joined[place].append(group) } else { joined.append([group]) }
    }
    return joined.map { groups in
      var counts: [Int: Int] = [:]
      for group in groups { counts[group.claim, default: 0] += group.found.count }
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? groups[0].claim
      return comparison(of: groups.flatMap(\.found), in: claims[most])
    }.sorted { a, b in
      (order[a.claim] ?? 0, a.values[0].statements[0], a.values[0].figure.span)
        < (order[b.claim] ?? 0, b.values[0].statements[0], b.values[0].figure.span)
    }
  }

  /// Figures of one kind in one claim.
  private struct Group {
    let claim: Int
    let kind: FigureKind
    let found: [Found]
  }

  /// Statements of two claims at least this alike count the same thing where their figures are of one
  /// kind: set on the affairs that claims are learned from.
  private static let alike = 0.35

  private func isAlike(_ a: Group, _ b: Group) -> Bool {
    a.found.contains { one in
      b.found.contains { other in
        isNear(one.figure, other.figure, within: 8)
          && alignment.cosine(contents[one.statement], contents[other.statement])
            >= FigureComparer.alike
      }
    }
  }

  private func isNear(_ a: Figure, _ b: Figure, within factor: Double) -> Bool {
    guard let one = a.low ?? a.high, let other = b.low ?? b.high, one > 0, other > 0 else {
      return false
    }
    return one / other < factor && other / one < factor
  }

  /// Stances whose figures are not the speaker's: who denies a number does not give it.
  private static let disowning: Set<Stance> = [.denies, .doubts, .declines]

  /// The figures of a claim by kind.
  private func groups(of claim: Claim) -> [FigureKind: [Found]] {
    var found: [Found] = []
    for id in claim.statements {
      guard let statement = place[id],
        !FigureComparer.disowning.contains(story.statements[statement].stance)
      else { continue }
      for figure in story.statements[statement].figures {
        let kind = kinds.kind(of: figure, in: statement)
        guard figure.low != nil || figure.high != nil, !kind.isTime else { continue }
        found.append(Found(figure: figure, statement: statement, kind: kind))
      }
    }
    // What counts "people", or says nothing of what it counts, goes with the one kind that it can be.
    let plain = Set(found.map(\.kind).filter { !$0.isOpen })
    var byKind: [FigureKind: [Found]] = [:]
    for one in found {
      let fitting = plain.filter { kind in
        one.kind.fits(kind)
          && found.contains { $0.kind == kind && isNear(one.figure, $0.figure, within: 20) }
      }
      var kind = one.kind.isOpen && fitting.count == 1 ? fitting.first ?? one.kind : one.kind
      // So does what says nothing of whose it is, where only one is named.
      let owned = plain.filter { !$0.owner.isEmpty && $0.ofAnybody == kind }
      if kind.owner.isEmpty, owned.count == 1 { kind = owned.first ?? kind }
      if !kind.isBare { byKind[kind, default: []].append(one) }
    }
    return byKind
  }

  /// A figure of a claim.
  private struct Found {
    let figure: Figure
    let statement: Int
    let kind: FigureKind
  }

  private func comparison(of figures: [Found], in claim: Claim) -> FigureComparison {
    var groups: [Key: [Found]] = [:]
    for one in figures {
      groups[
        Key(
          owner: Owner(of: story.statements[one.statement], in: story), low: one.figure.low,
          high: one.figure.high, bound: one.figure.bound), default: []
      ].append(one)
    }
    let values = groups.values.map { ($0, value($0)) }.sorted { a, b in
      (a.1.first?.dayNumber ?? Int.max, a.1.statements[0], a.1.figure.span) < (
        b.1.first?.dayNumber ?? Int.max, b.1.statements[0], b.1.figure.span
      )
    }
    let relations = relations(values.map(\.0), values.map(\.1))
    return FigureComparison(
      claim: claim.id, counts: figures.lazy.compactMap(\.figure.counts).first,
      verdict: FigureComparer.verdict(values.map(\.1), relations), values: values.map(\.1),
      relations: relations)
  }

  /// Values that are one: the same owner gives the same.
  private struct Key: Hashable {
    let owner: Owner
    let low: Double?
    let high: Double?
    let bound: Figure.Bound
  }

  /// Whose a figure is: whom nobody names, or who is only described, is one within an origin.
  private struct Owner: Hashable {
    let actor: String?
    let origin: String?

    init(of statement: ClaimStatement, in story: ClaimStory) {
      actor = statement.actor
      origin =
        statement.actor != nil && statement.named ? nil : story.origin(of: statement)
    }
  }

  private func value(_ same: [Found]) -> FigureValue {
    let ordered = same.sorted { ($0.statement, $0.figure.span) < ($1.statement, $1.figure.span) }
    let statements = ordered.map { story.statements[$0.statement] }
    let days = statements.compactMap(\.day)
    var ids: [StatementID] = []
    for statement in statements where ids.last != statement.id { ids.append(statement.id) }
    return FigureValue(
      figure: ordered[0].figure, actor: statements[0].actor, chain: statements[0].chain,
      first: days.min(), last: days.max(), statements: ids,
      reports: Set(statements.map { story.reports[$0.report].id }).sorted())
  }

  // MARK: - Relations

  /// What each two values say together, where they do not agree.
  private func relations(
    _ found: [[Found]], _ values: [FigureValue]
  ) -> [FigureComparison.Relation] {
    var relations: [FigureComparison.Relation] = []
    for second in values.indices {
      for first in 0..<second {
        let one = values[first]
        let other = values[second]
        if isPart(found[first], of: found[second]) {
          relations.append(.init(first, second, .partOf))
        } else if isPart(found[second], of: found[first]) {
          relations.append(.init(second, first, .partOf))
        } else if isSameOwner(found[first], found[second]) {
          guard FigureComparer.differ(one.figure, other.figure) else { continue }
          // Two numbers that one gives at a time count two things, or which is later is not known.
          let isLater = one.first.map { day in other.first.map { $0 != day } ?? false } ?? false
          relations.append(.init(first, second, isLater ? .revised : .alone))
        } else if !FigureComparer.overlap(one.figure, other.figure) {
          relations.append(.init(first, second, .disagree))
        }
      }
    }
    return relations
  }

  private func isSameOwner(_ a: [Found], _ b: [Found]) -> Bool {
    let one = story.statements[a[0].statement]
    return one.actor != nil
      && Owner(of: one, in: story) == Owner(of: story.statements[b[0].statement], in: story)
  }

  /// Whether the words say of one value that it is counted within another.
  private func isPart(_ part: [Found], of whole: [Found]) -> Bool {
    part.contains { one in
      guard let span = one.figure.whole,
        let meant = story.statements[one.statement].figures.first(where: { $0.span == span })
      else { return false }
      return whole.contains { $0.figure.low == meant.low && $0.figure.high == meant.high }
    }
  }

  /// What values say together: each actor's last value counts.
  static func verdict(
    _ values: [FigureValue], _ relations: [FigureComparison.Relation]
  ) -> FigureComparison.Verdict {
    guard values.count > 1 else { return .alone }
    let revised = Set(relations.filter { $0.verdict == .revised }.map(\.first))
    if relations.contains(where: {
      $0.verdict == .disagree && !revised.contains($0.first) && !revised.contains($0.second)
    }) {
      return .disagree
    }
    if !revised.isEmpty { return .revised }
    if relations.contains(where: { $0.verdict == .partOf }) { return .partOf }
    let isApart = relations.count { $0.verdict == .alone } == values.count * (values.count - 1) / 2
    return isApart ? .alone : .agree
  }

  /// Whether two quantities can both be true of one thing.
  static func overlap(_ a: Figure, _ b: Figure) -> Bool { range(a).overlaps(range(b)) }

  /// Whether two figures give other values, bounds aside ("at least 40", then "62").
  static func differ(_ a: Figure, _ b: Figure) -> Bool {
    func values(_ figure: Figure) -> ClosedRange<Double> {
      let low = figure.low ?? figure.high ?? 0
      let high = figure.high ?? figure.low ?? 0
      let slack = figure.bound == .about ? slack(high) : 0
      return (min(low, high) - slack)...(max(low, high) + slack)
    }
    return !values(a).overlaps(values(b))
  }

  /// The values that a figure allows: a rounded one those that round to it, a bounded one its open
  /// side.
  private static func range(_ figure: Figure) -> ClosedRange<Double> {
    var low = figure.low ?? -.infinity
    var high = figure.high ?? .infinity
    switch figure.bound {
    case .about:
      if low.isFinite { low -= slack(low) }
      if high.isFinite { high += slack(high) }
    case .atLeast: high = .infinity
    case .upTo: low = -.infinity
    case .exactly, .range: break
    }
    return min(low, high)...max(low, high)
  }

  /// How far a rounded value may be from the true one: half a unit of its last digit that is not zero,
  /// at most a tenth.
  private static func slack(_ value: Double) -> Double {
    let size = abs(value)
    var unit = 1.0
    while unit * 10 <= size, (size / (unit * 10)).rounded() * unit * 10 == size { unit *= 10 }
    return min(unit / 2, size * 0.1)
  }
}
