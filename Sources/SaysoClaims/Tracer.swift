package import SaysoRecords

/// A step of a claim's way: a statement in a report, and where it came from.
package struct TraceStep: Hashable, Sendable {
  package let statement: StatementID
  package let report: ReportID
  package let outlet: String?
  package let day: CalendarDate?
  package let actor: String?
  package let stance: Stance
  package let chain: [String]
  package let words: String
  /// How deep it lies in the tree: copies and relayed statements stand under what they carry.
  package let depth: Int
  /// Why it stands there.
  package let link: Link

  package enum Link: String, Sendable, CaseIterable {
    /// Nothing in the ledger is known that it came from.
    case origin
    /// Its report is a copy.
    case copy
    /// It says that it came through an outlet whose report the ledger holds.
    case cites
    /// The same speaker again.
    case again
  }
}

/// Leads a claim back to its beginnings in the ledger.
struct Tracer {
  let story: ClaimStory

  /// The statements of a claim as a tree written in lines, beginnings by time.
  func steps(of claim: Claim) -> [TraceStep] {
    let ids = Set(claim.statements)
    let members = story.statements.indices.filter { ids.contains(story.statements[$0].id) }
      .sorted { key($0) < key($1) }
    var parent: [Int: (Int, TraceStep.Link)] = [:]
    for (rank, place) in members.enumerated() {
      let own = story.statements[place]
      let report = story.reports[own.report]
      for earlier in members[..<rank] {
        let other = story.statements[earlier]
        let source = story.reports[other.report]
        if report.origin != report.id, source.id == report.origin {
          parent[place] = (earlier, .copy)
          break
        }
        if let outlet = source.outlet, own.chain.contains(where: { same($0, outlet) }) {
          parent[place] = (earlier, .cites)
          break
        }
        if let actor = own.actor, own.named, actor == other.actor, own.report != other.report,
          parent[place] == nil
        {
          parent[place] = (earlier, .again)
        }
      }
    }
    var children: [Int: [Int]] = [:]
    for place in members {
      if let (above, _) = parent[place] { children[above, default: []].append(place) }
    }
    var steps: [TraceStep] = []
    func add(_ place: Int, _ depth: Int) {
      let own = story.statements[place]
      let report = story.reports[own.report]
      steps.append(
        TraceStep(
          statement: own.id, report: report.id, outlet: report.outlet, day: own.day,
          actor: own.actor, stance: own.stance, chain: own.chain,
          words: own.statement.content.text, depth: depth, link: parent[place]?.1 ?? .origin))
      for child in children[place] ?? [] { add(child, depth + 1) }
    }
    for place in members where parent[place] == nil { add(place, 0) }
    return steps
  }

  private func key(_ place: Int) -> (Int, Int, Int) {
    let own = story.statements[place]
    return (own.day?.dayNumber ?? Int.max, own.report, own.order)
  }

  private func same(_ a: String, _ b: String) -> Bool {
    let one = a.lowercased()
    let other = b.lowercased()
    return one == other || "the " + one == other || one == "the " + other
  }

  /// The relays of a story's statements, and which of them are outlets whose reports it holds.
  func cited() -> [CitedSource] {
    var statements: [String: [StatementID]] = [:]
    for statement in story.statements {
      for relay in statement.chain { statements[relay, default: []].append(statement.id) }
    }
    let outlets = story.reports.compactMap(\.outlet)
    return statements.keys.sorted().map { source in
      CitedSource(
        source: source, held: outlets.contains { same($0, source) },
        statements: (statements[source] ?? []).sorted())
    }
  }
}
