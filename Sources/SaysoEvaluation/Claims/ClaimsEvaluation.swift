package import Sayso
internal import SaysoRecords

/// Claims, denials and figures over an affair, against its gold, in each of the gold's stories.
///
/// Each affair is measured twice: on the statements that the product finds (a gold statement is the
/// found one that shares most of its words; what was not found shares no claim), and on the gold's
/// own statements, which leaves the finding of statements out.
///
/// - *Pairs*: two gold statements that share a claim, in both; F1. "Across origins" leaves out pairs
///   within one report and within the copies of one text.
/// - *Denials*: of the gold's denials of what somebody else says, how many stand in a claim whose
///   other speakers' statements are mostly of the claim that is denied (recall); of the denials that
///   are shown beside what others say, how many are denials of that (precision: a wrong one is an
///   accusation). The same for confirmations and refusals.
/// - *Figures*: of the gold's pairs of figures, how many are told right as agreeing, disagreeing,
///   revised or part of each other: of all, and of those set side by side. Of the pairs that count
///   different things, how many are kept apart.
package struct ClaimsEvaluation: Sendable {
  /// Something that was told wrongly.
  package struct Fault: Sendable {
    /// The kind ("pair missed", "denial wrong", ...).
    package let kind: String
    /// The words.
    package let words: String
  }

  /// The figures.
  package let sheet: ScoreSheet
  /// What is wrong, on found statements.
  package private(set) var faults: [Fault] = []

  /// Where the gold lies, from the root of the repository.
  package static let folder = "Evaluation/affairs"

  /// Measures the affairs, in the order of their names.
  package init(
    _ names: [String], folder: String = ClaimsEvaluation.folder, data: String, pipeline: Pipeline,
    onGoldStatements: Bool = false
  ) throws {
    var rows: [ScoreSheet.Row] = []
    var digests: [String] = []
    var faults: [Fault] = []
    var count = 0
    for name in names {
      let affair = try Affair(name, folder: folder, data: data, pipeline: pipeline)
      count += affair.entries.count
      digests.append(affair.digest)
      let found = AffairScore(
        affair, try affair.briefings(affair.reads), affair.found, affair.reads)
      rows += found.rows.map { $0.named(name + ": ") }
      let gold = AffairScore(
        affair, try affair.briefings(affair.goldReads),
        affair.entries.indices.map(Affair.goldID), affair.goldReads)
      rows += gold.rows.map { $0.named(name + ", gold statements: ") }
      faults += onGoldStatements ? gold.faults : found.faults
    }
    self.faults = faults
    sheet = ScoreSheet(
      name: "claims",
      corpus:
        "\(count) gold statements; the weights have learned from all affairs but venaril",
      digest: digests.joined(separator: "-"), rows: rows)
  }
}

extension ScoreSheet.Row {
  fileprivate func named(_ prefix: String) -> ScoreSheet.Row {
    ScoreSheet.Row(prefix + measure, value, precision: precision, recall: recall)
  }
}

extension Affair {
  /// The brief of each of the gold's stories.
  func briefings(_ reads: [ReadReport]) throws -> [Desk.Briefing] {
    try stories.compactMap { story in try Desk.Briefing.together(story.map { reads[$0] }) }
  }
}

/// The score of the briefs of an affair's stories against its gold.
struct AffairScore {
  private(set) var rows: [ScoreSheet.Row] = []
  private(set) var faults: [ClaimsEvaluation.Fault] = []

  private let affair: Affair
  private let figures: [FigureComparison]
  /// For each gold statement the one that stands for it.
  private let found: [StatementID?]
  private let reads: [ReadReport]
  /// For each gold statement the stance of the one that stands for it.
  private let stances: [Stance?]
  /// For each gold statement the claim that it was put into.
  private let claims: [ClaimID?]

  init(
    _ affair: Affair, _ briefings: [Desk.Briefing], _ found: [StatementID?], _ reads: [ReadReport]
  ) {
    self.affair = affair
    figures = briefings.flatMap(\.brief.figures)
    self.found = found
    self.reads = reads
    var claimOf: [StatementID: ClaimID] = [:]
    for claim in briefings.flatMap(\.brief.claims) {
      for statement in claim.statements { claimOf[statement] = claim.id }
    }
    claims = found.map { $0.flatMap { claimOf[$0] } }
    var stanceOf: [StatementID: Stance] = [:]
    for statement in reads.flatMap(\.statements) { stanceOf[statement.id] = statement.stance }
    stances = found.map { $0.flatMap { stanceOf[$0] } }
    let matched = found.count { $0 != nil }
    rows.append(.init("statements found", Double(matched) / Double(max(1, found.count))))
    scorePairs()
    for stance in [Stance.denies, .confirms, .declines] { scoreReplies(stance) }
    scoreFigures()
  }

  private func words(_ entry: Int) -> String {
    let entry = affair.entries[entry]
    let text = affair.reads[entry.report].report.text
    return "[\(affair.reads[entry.report].report.title ?? "") | \(entry.speaker) \(entry.stance)"
      + " \(entry.claims.sorted().joined(separator: "+"))] "
      + entry.content.map { text.words($0) }.joined(separator: " … ")
  }

  // MARK: - Pairs

  private mutating func scorePairs() {
    var all = (right: 0.0, predicted: 0.0, gold: 0.0)
    var across = all
    for b in affair.entries.indices {
      for a in 0..<b {
        let one = affair.entries[a]
        let other = affair.entries[b]
        let isGold = !one.claims.isDisjoint(with: other.claims)
        let isFound = claims[a] != nil && claims[a] == claims[b]
        guard isGold || isFound else { continue }
        let isAcross =
          affair.origins[one.report] != affair.origins[other.report]
        all.right += isGold && isFound ? 1 : 0
        all.predicted += isFound ? 1 : 0
        all.gold += isGold ? 1 : 0
        if isAcross {
          across.right += isGold && isFound ? 1 : 0
          across.predicted += isFound ? 1 : 0
          across.gold += isGold ? 1 : 0
        }
        if isFound, !isGold {
          faults.append(.init(kind: "pair wrong", words: words(a) + "\n    " + words(b)))
        }
      }
    }
    rows.append(
      .init("pairs F1", PrecisionRecall(all.right, of: all.predicted, all.right, of: all.gold)))
    rows.append(
      .init(
        "pairs across origins F1",
        PrecisionRecall(across.right, of: across.predicted, across.right, of: across.gold)))
    // Big claims weigh less here: each statement counts once.
    var precision = 0.0
    var recall = 0.0
    for a in affair.entries.indices {
      let own = affair.entries[a].claims
      var both = 1.0
      var predicted = 1.0
      var gold = 1.0
      for b in affair.entries.indices where b != a {
        let isGold = !own.isDisjoint(with: affair.entries[b].claims)
        let isFound = claims[a] != nil && claims[a] == claims[b]
        both += isGold && isFound ? 1 : 0
        predicted += isFound ? 1 : 0
        gold += isGold ? 1 : 0
      }
      precision += both / predicted
      recall += both / gold
    }
    let count = Double(affair.entries.count)
    rows.append(
      .init("statements BCubed F1", PrecisionRecall(precision, of: count, recall, of: count)))
  }

  // MARK: - Denials

  private mutating func scoreReplies(_ stance: Stance) {
    let answers: Set<Stance> = [.denies, .declines, .doubts, .condemns]
    /// What others say, as the gold has it.
    func others(_ own: Int, _ isWanted: (Int) -> Bool) -> [Int] {
      affair.entries.indices.filter {
        $0 != own && !answers.contains(affair.entries[$0].stance)
          && affair.entries[$0].speaker != affair.entries[own].speaker && isWanted($0)
      }
    }
    var wanted = 0.0
    var found = 0.0
    var shown = 0.0
    var right = 0.0
    for own in affair.entries.indices {
      let entry = affair.entries[own]
      let isGold = entry.stance == stance
      let isShown = stances[own] == stance
      guard isGold || isShown else { continue }
      let isAnswerable = !others(own) { !affair.entries[$0].claims.isDisjoint(with: entry.claims) }
        .isEmpty
      let company = claims[own].map { claim in others(own) { claims[$0] == claim } } ?? []
      let good = company.count { !affair.entries[$0].claims.isDisjoint(with: entry.claims) }
      let isRight = good * 2 > company.count
      if isGold, isAnswerable {
        wanted += 1
        found += isRight ? 1 : 0
        if company.isEmpty { faults.append(.init(kind: "\(stance) alone", words: words(own))) }
      }
      if isShown, !company.isEmpty {
        shown += 1
        right += isRight && isGold ? 1 : 0
        if !(isRight && isGold) {
          faults.append(
            .init(
              kind: "\(stance) wrong",
              words: words(own) + "\n    stands with "
                + company.prefix(3).map(words).joined(separator: "\n    ")))
        }
      }
    }
    rows.append(
      .init("\(stance): claim found F1", PrecisionRecall(right, of: shown, found, of: wanted)))
  }

  // MARK: - Figures

  private mutating func scoreFigures() {
    var held = 0.0
    var right = 0.0
    for (a, b, verdict) in affair.comparisons {
      let told = relation(a, b)
      held += told == nil ? 0 : 1
      right += told == verdict ? 1 : 0
      if told != verdict {
        faults.append(
          .init(
            kind: "figures \(verdict)",
            words: "\(a) \(b): told \(told ?? "nothing"): \(seen(a)) | \(seen(b))"))
      }
    }
    let all = Double(affair.comparisons.count)
    rows.append(.init("figures told right, of all", all > 0 ? right / all : 0))
    rows.append(.init("figures told right, of those compared", held > 0 ? right / held : 0))
    let apart = affair.incomparable.filter { relation($0.a, $0.b) == nil }
    for pair in affair.incomparable where relation(pair.a, pair.b) != nil {
      faults.append(
        .init(
          kind: "figures incomparable",
          words: "\(pair.a) \(pair.b): \(words(pair.a)) | \(words(pair.b))"))
    }
    rows.append(
      .init(
        "figures of other things kept apart",
        affair.incomparable.isEmpty
          ? 1 : Double(apart.count) / Double(affair.incomparable.count)))
  }

  /// The words of a gold figure, and how far it came.
  private func seen(_ id: String) -> String {
    guard let figure = affair.figures[id] else { return "" }
    let read = reads[figure.report]
    let own = read.figures.filter { $0.span.overlaps(figure.span) }
    let state: String
    if own.isEmpty {
      state = "not read as a figure"
    } else if !read.statements.contains(where: { statement in
      statement.content.spans.contains { span in own.contains { span.contains($0.span) } }
    }) {
      state = "in no statement"
    } else if values(of: figure).isEmpty {
      state = "in no claim or of no kind"
    } else {
      state =
        values(of: figure).contains { figures[$0.comparison].values.count > 1 }
        ? "beside others" : "alone"
    }
    return words(id) + " (" + state + ")"
  }

  private func words(_ figure: String) -> String {
    guard let figure = affair.figures[figure] else { return "" }
    return affair.reads[figure.report].report.text.words(figure.span)
  }

  /// What the brief tells of two gold figures; nil where it does not compare them.
  private func relation(_ a: String, _ b: String) -> String? {
    guard let one = affair.figures[a].map(values), let other = affair.figures[b].map(values) else {
      return nil
    }
    for first in one {
      for second in other where first.comparison == second.comparison {
        return figures[first.comparison].verdict(first.value, second.value).rawValue
      }
    }
    return nil
  }

  private struct Value {
    let comparison: Int
    let value: Int
  }

  /// Where the brief has a gold figure.
  private func values(of figure: Affair.Quantity) -> [Value] {
    let read = reads[figure.report]
    let own = read.figures.filter { $0.span.overlaps(figure.span) }
    var places: [Value] = []
    for (number, comparison) in figures.enumerated() {
      for (place, value) in comparison.values.enumerated() {
        let isHere = value.statements.contains { id in
          read.statements.contains {
            $0.id == id
              && $0.content.spans.contains { span in
                own.contains {
                  span.contains($0.span) && $0.low == value.figure.low
                    && $0.high == value.figure.high
                }
              }
          }
        }
        if isHere { places.append(Value(comparison: number, value: place)) }
      }
    }
    return places
  }
}
