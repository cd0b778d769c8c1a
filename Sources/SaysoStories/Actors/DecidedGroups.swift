internal import SaysoLanguage
internal import SaysoRecords

/// The clusters after what people decided: merges, splits and names, one after another.
struct DecidedGroups {
  /// Nodes that are one actor, and the name that somebody gave it.
  struct Group {
    var nodes: [Int]
    var name: String?
  }

  private(set) var groups: [Group]
  private(set) var links: [ActorPartition.Link]
  private let partition: ActorPartition

  init(_ partition: ActorPartition) {
    self.partition = partition
    groups = partition.roots.map { Group(nodes: partition.clusters[$0]?.nodes.sorted() ?? []) }
    links = partition.evidence
  }

  /// Applies decisions by their numbers.
  mutating func apply(_ decisions: [ActorDecision]) {
    for decision in decisions.sorted(by: { $0.number < $1.number }) {
      switch decision.action {
      case .merge(let a, let b): merge(a, b)
      case .split(let reference): split(reference)
      case .rename(let reference, let name):
        for index in indices(of: reference) { groups[index].name = name }
      }
    }
  }

  private mutating func merge(_ a: ActorDecision.Reference, _ b: ActorDecision.Reference) {
    let ones = indices(of: a)
    let others = indices(of: b)
    guard let first = (ones + others).min(), !ones.isEmpty, !others.isEmpty else { return }
    for index in Set(ones + others).sorted().reversed() where index != first {
      groups[first].nodes += groups[index].nodes
      groups[first].name = groups[first].name ?? groups[index].name
      groups.remove(at: index)
    }
    groups[first].nodes.sort()
    let nodes = [a, b].compactMap { reference in
      groups[first].nodes.first { matches($0, reference) }
    }
    links.append(
      ActorPartition.Link(
        first: nodes[0], second: nodes[1],
        evidence: MergeEvidence(
          first: a.name, second: b.name, rule: .decision, words: "\(a.name) = \(b.name)")))
  }

  private mutating func split(_ reference: ActorDecision.Reference) {
    var apart: [Int] = []
    for index in indices(of: reference).reversed() {
      let own = groups[index].nodes.filter { matches($0, reference) }
      guard own.count < groups[index].nodes.count else { continue }
      groups[index].nodes.removeAll { own.contains($0) }
      apart += own
    }
    if !apart.isEmpty { groups.append(Group(nodes: apart.sorted())) }
  }

  /// For each group, why its nodes belong together; links that a split has cut are gone.
  var evidence: [[MergeEvidence]] {
    var group: [Int: Int] = [:]
    for (index, own) in groups.enumerated() {
      for node in own.nodes { group[node] = index }
    }
    var result = groups.map { _ in Set<MergeEvidence>() }
    for link in links {
      if let index = group[link.first], index == group[link.second] {
        result[index].insert(link.evidence)
      }
    }
    return result.map { own in
      own.sorted {
        ($0.first, $0.second, $0.rule.rawValue, $0.words)
          < ($1.first, $1.second, $1.rule.rawValue, $1.words)
      }
    }
  }

  /// The groups that hold a name.
  private func indices(of reference: ActorDecision.Reference) -> [Int] {
    groups.indices.filter { index in groups[index].nodes.contains { matches($0, reference) } }
  }

  private func matches(_ node: Int, _ reference: ActorDecision.Reference) -> Bool {
    let actor = partition.nodes[node].actor
    guard reference.report == nil || reference.report == actor.report else { return false }
    return actor.name.foldedForNames == reference.name.foldedForNames
  }
}
