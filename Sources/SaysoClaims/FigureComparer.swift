import SaysoRecords

/// Sets the figures of claims side by side.
struct FigureComparer {
  let story: ClaimStory
  private let place: [StatementID: Int]

  init(_ story: ClaimStory) {
    self.story = story
    place = Dictionary(
      story.statements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figures of a claim by what they count.
  func comparisons(of claim: Claim) -> [FigureComparison] {
    var byKind: [Kind: [(figure: Figure, statement: Int)]] = [:]
    for id in claim.statements {
      guard let statement = place[id] else { continue }
      for figure in story.statements[statement].figures {
        guard let kind = Kind(figure) else { continue }
        byKind[kind, default: []].append((figure, statement))
      }
    }
    return byKind.keys.sorted().compactMap { kind in
      byKind[kind].map { comparison(of: $0, in: claim) }
    }
  }

  /// What a figure counts: figures are compared within a kind only.
  private struct Kind: Hashable, Comparable {
    let unit: String
    let counts: String

    init?(_ figure: Figure) {
      guard figure.low != nil || figure.high != nil else { return nil }
      let head = figure.counts.map { ContentWords.words(of: $0).last?.lowercased() ?? "" } ?? ""
      let stem = Stem.of(head)
      counts = ConceptTable.concepts[stem] ?? stem
      unit = figure.unit ?? ""
      // A bare number counts nothing that can be compared.
      if unit.isEmpty, counts.isEmpty { return nil }
      if ["year", "month", "week", "day", "hour", "minute"].contains(unit) { return nil }
    }

    static func < (a: Kind, b: Kind) -> Bool { (a.counts, a.unit) < (b.counts, b.unit) }
  }

  private func comparison(
    of figures: [(figure: Figure, statement: Int)], in claim: Claim
  ) -> FigureComparison {
    var groups: [Key: [(figure: Figure, statement: Int)]] = [:]
    for one in figures {
      let statement = story.statements[one.statement]
      groups[
        Key(
          actor: statement.actor ?? "", low: one.figure.low, high: one.figure.high,
          bound: one.figure.bound), default: []
      ].append(one)
    }
    var values = groups.values.map(value)
    values.sort { a, b in
      (a.first?.dayNumber ?? Int.max, a.statements[0]) < (
        b.first?.dayNumber ?? Int.max, b.statements[0]
      )
    }
    let relations = FigureComparer.relations(values)
    return FigureComparison(
      claim: claim.id, counts: figures.lazy.compactMap(\.figure.counts).first,
      verdict: FigureComparer.verdict(values, relations), values: values, relations: relations)
  }

  /// Values that are one: the same owner gives the same.
  private struct Key: Hashable {
    let actor: String
    let low: Double?
    let high: Double?
    let bound: Figure.Bound
  }

  private func value(_ same: [(figure: Figure, statement: Int)]) -> FigureValue {
    let ordered = same.sorted { $0.statement < $1.statement }
    let statements = ordered.map { story.statements[$0.statement] }
    let days = statements.compactMap(\.day)
    return FigureValue(
      figure: ordered[0].figure, actor: statements[0].actor, chain: statements[0].chain,
      first: days.min(), last: days.max(), statements: statements.map(\.id),
      reports: Set(statements.map { story.reports[$0.report].id }).sorted())
  }

  /// What each two values say together, where they do not agree.
  static func relations(_ values: [FigureValue]) -> [FigureComparison.Relation] {
    var relations: [FigureComparison.Relation] = []
    for second in values.indices {
      for first in 0..<second {
        let one = values[first]
        let other = values[second]
        if one.figure.whole != nil, one.figure.whole == other.figure.span {
          relations.append(.init(first, second, .partOf))
        } else if other.figure.whole != nil, other.figure.whole == one.figure.span {
          relations.append(.init(second, first, .partOf))
        } else if !overlap(one.figure, other.figure) {
          let isRevised = one.actor != nil && one.actor == other.actor && one.first != other.first
          relations.append(.init(first, second, isRevised ? .revised : .disagree))
        }
      }
    }
    return relations
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
    return relations.contains { $0.verdict == .partOf } ? .partOf : .agree
  }

  /// Whether two quantities can both be true of one thing.
  static func overlap(_ a: Figure, _ b: Figure) -> Bool {
    func range(_ figure: Figure) -> ClosedRange<Double> {
      var low = figure.low ?? -.infinity
      var high = figure.high ?? .infinity
      switch figure.bound {
      case .about:
        low -= abs(low) * 0.1
        high += abs(high) * 0.1
      case .atLeast: high = .infinity
      case .upTo: low = -.infinity
      case .exactly, .range: break
      }
      return min(low, high)...max(low, high)
    }
    return range(a).overlaps(range(b))
  }
}
