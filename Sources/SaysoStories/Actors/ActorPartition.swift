internal import SaysoRecords

/// Report actors in clusters that grow: union-find, with what each cluster has seen.
struct ActorPartition {
  /// One report's actor with its reading.
  struct Node {
    let actor: ReportActor
    var reading: ActorReading
  }

  /// Two nodes that were joined, and why.
  struct Link {
    let first: Int
    let second: Int
    let evidence: MergeEvidence
  }

  /// What a cluster has.
  struct Cluster {
    var nodes: [Int]
    var persons: Set<PersonName> = []
    var stories: Set<String> = []
    /// Day numbers of all members, and of those without a story.
    var days: Set<Int> = []
    var looseDays: Set<Int> = []
    var reports: Set<ReportID> = []
    /// Keys of the offices that tell one person from another.
    var offices: Set<String> = []
    /// Roles without their owners.
    var roles: Set<String> = []
    /// Keys of the persons' full names among the forms in the reports.
    var formKeys: Set<String> = []
    /// Capitals that stand for the name.
    var acronyms: Set<String> = []
  }

  /// Ascending by what they are, report and name: the order of all that follows.
  private(set) var nodes: [Node]
  private var parents: [Int]
  private(set) var clusters: [Int: Cluster]
  /// Merges of two nodes, with why.
  private(set) var evidence: [Link] = []
  /// Nodes that may belong elsewhere.
  var doubtful: Set<Int> = []

  /// States that only the reports tell of.
  let told: ToldStates

  /// Days between two reports that count as near where no story is known.
  static let nearDays = 14

  init(_ nodes: [Node], told: ToldStates = ToldStates()) {
    self.nodes = nodes
    self.told = told
    parents = Array(nodes.indices)
    clusters = [:]
    var keys: [String: String?] = [:]
    func key(_ form: String) -> String? {
      if let known = keys[form] { return known }
      let name = PersonName(form)
      let key = name?.given == nil ? nil : name?.key
      keys[form] = .some(key)
      return key
    }
    for (index, node) in nodes.enumerated() {
      var cluster = Cluster(nodes: [index])
      if case .person(let name) = node.reading.identity { cluster.persons = [name] }
      if let story = node.actor.story { cluster.stories = [story] }
      if let day = node.actor.day?.dayNumber {
        cluster.days = [day]
        if node.actor.story == nil { cluster.looseDays = [day] }
      }
      cluster.reports = [node.actor.report]
      cluster.offices = Set(node.actor.offices.map(told.owned).filter(\.isTelling).map(\.key))
      cluster.roles = Set(node.actor.offices.filter { !$0.isFormer }.map(\.role))
      if case .person = node.reading.identity {
        cluster.formKeys = Set(node.actor.forms.compactMap { key($0.words) })
      } else if node.actor.name.contains(" ") {
        cluster.acronyms = Set(
          node.actor.forms.map(\.words)
            .filter { ActorReading.isAcronym($0) && ActorReading.spells($0, node.actor.name) }
            .map { $0.filter(\.isLetter) })
      }
      clusters[index] = cluster
    }
  }

  /// The cluster's number of a node.
  func root(_ node: Int) -> Int {
    var at = node
    while parents[at] != at { at = parents[at] }
    return at
  }

  /// The clusters' numbers, ascending.
  var roots: [Int] { clusters.keys.sorted() }

  /// Joins the clusters of two nodes, and says why.
  mutating func join(_ a: Int, _ b: Int, _ rule: MergeRule, words: String) {
    let names = [nodes[a].actor.name, nodes[b].actor.name].sorted()
    let low = min(root(a), root(b))
    let high = max(root(a), root(b))
    if names[0] != names[1] {
      evidence.append(
        Link(
          first: a, second: b,
          evidence: MergeEvidence(first: names[0], second: names[1], rule: rule, words: words)))
    }
    guard low != high, let other = clusters.removeValue(forKey: high) else { return }
    parents[high] = low
    clusters[low]?.nodes += other.nodes
    clusters[low]?.persons.formUnion(other.persons)
    clusters[low]?.stories.formUnion(other.stories)
    clusters[low]?.days.formUnion(other.days)
    clusters[low]?.looseDays.formUnion(other.looseDays)
    clusters[low]?.reports.formUnion(other.reports)
    clusters[low]?.offices.formUnion(other.offices)
    clusters[low]?.roles.formUnion(other.roles)
    clusters[low]?.acronyms.formUnion(other.acronyms)
    clusters[low]?.formKeys.formUnion(other.formKeys)
  }

  /// Whether two clusters meet: in a report, in a story, or within days where no story is known.
  func near(_ a: Cluster, _ b: Cluster) -> Bool {
    if !a.reports.isDisjoint(with: b.reports) || !a.stories.isDisjoint(with: b.stories) {
      return true
    }
    func meet(_ a: Set<Int>, _ b: Set<Int>) -> Bool {
      a.contains { day in b.contains { abs(day - $0) <= ActorPartition.nearDays } }
    }
    return meet(a.looseDays, b.days) || meet(b.looseDays, a.days)
  }
}
