internal import SaysoLanguage
internal import SaysoRecords

/// Brings the actors of many reports together.
///
/// Agglomeration by rules, the surest first, after the sieves of Lee et al. ("Deterministic
/// Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules", 2013), here over the
/// actors of reports instead of mentions: each sieve looks at the clusters as the one before left
/// them, and joins only what is told apart from all else. A name that may belong to several stays
/// alone. Nothing depends on the order of the input, as all that is walked is sorted by its content.
struct ActorMerger {
  var partition: ActorPartition

  init(_ actors: Set<ReportActor>) {
    let told = ToldStates(actors)
    var readings = ReadingMemory(told)
    let sorted = actors.map { (ActorMerger.order($0), $0) }.sorted { $0.0 < $1.0 }
      .map { ActorPartition.Node(actor: $0.1, reading: readings.reading($0.1)) }
    let keyed = ActorMerger.agreed(sorted).enumerated().map { place, node in
      (key: node.reading.globalKey ?? "9", rank: node.reading.rank, place: place, node: node)
    }
    partition = ActorPartition(
      keyed.sorted { ($0.key, $0.rank, $0.place) < ($1.key, $1.rank, $1.place) }.map(\.node),
      told: told)
    joinEqual()
    joinPersons(.exact)
    joinPersons(.initial)
    joinAcronyms()
    joinShorterBodies()
    joinDescribed()
    joinBare()
    joinHolders()
    joinGeneric()
  }

  private static func order(_ actor: ReportActor) -> String {
    let own = [actor.report.text, actor.name, actor.type?.rawValue ?? "", actor.story ?? ""]
    let found =
      actor.offices.map(\.words) + actor.owns + actor.described
      + actor.forms.map { "\($0.words) \($0.count)" }
    return (own + found).joined(separator: "\u{0}")
  }

  // MARK: Types that reports disagree on

  /// The readings after the reports have agreed on which names are persons'.
  ///
  /// A full name goes by the type that most reports give it; a lone name by the type that most
  /// mentions in its story have, and is a person's when a person of the story has it as family name
  /// and not fewer mentions call it a person.
  private static func agreed(_ nodes: [ActorPartition.Node]) -> [ActorPartition.Node] {
    var fullCounts: [String: (person: Int, other: Int)] = [:]
    var loneCounts: [String: (person: Int, other: Int)] = [:]
    var families: Set<String> = []
    /// The persons of a story by their family names, with the reports that have them.
    var persons: [String: [PersonName: Int]] = [:]
    var nameKeys: [String: String] = [:]
    func nameKey(_ name: String) -> String {
      if let known = nameKeys[name] { return known }
      let key = ActorReading.nameKey(name)
      nameKeys[name] = key
      return key
    }
    func lone(_ node: ActorPartition.Node) -> String? {
      guard !node.actor.name.contains(" ") else { return nil }
      let story = node.actor.story ?? ""
      switch node.reading.identity {
      case .bare, .name: return story + "\u{0}" + Transliteration.key(node.actor.name)
      default: return nil
      }
    }
    for node in nodes {
      let key = nameKey(node.actor.name)
      switch node.reading.identity {
      case .person(let name):
        fullCounts[key, default: (0, 0)].person += 1
        families.insert((node.actor.story ?? "") + "\u{0}" + name.family)
        if let story = node.actor.story {
          persons[story + "\u{0}" + name.family, default: [:]][name, default: 0] += 1
        }
      case .name where key.contains(" "):
        fullCounts[key, default: (0, 0)].other += 1
      default: break
      }
      if let key = lone(node) {
        let count = node.actor.forms.reduce(0) { $0 + $1.count }
        if node.actor.type == .person {
          loneCounts[key, default: (0, 0)].person += count
        } else {
          loneCounts[key, default: (0, 0)].other += count
        }
      }
    }
    return nodes.map { node in
      var node = node
      let key = nameKey(node.actor.name)
      switch node.reading.identity {
      case .person:
        if let counts = fullCounts[key], counts.other > counts.person {
          node.reading = ActorReading(identity: .name(key), words: node.actor.name)
        } else if let name = known(node, persons, cut: true) {
          node.reading = ActorReading(identity: .person(name), words: node.actor.name)
        }
      case .name where key.contains(" "):
        guard let name = PersonName(node.actor.name), name.given != nil else { break }
        let counts = fullCounts[key] ?? (0, 0)
        if counts.person > 0 && counts.person >= counts.other
          || known(node, persons, cut: false) != nil
        {
          node.reading = ActorReading(identity: .person(name), words: node.actor.name)
        }
      case .bare, .name:
        guard let own = lone(node), let counts = loneCounts[own],
          let name = PersonName(node.actor.name)
        else { break }
        if families.contains(own) ? counts.person >= counts.other : counts.person > counts.other {
          node.reading = ActorReading(identity: .bare(name), words: node.actor.name)
        } else if !families.contains(own) {
          node.reading = ActorReading(identity: .name(key), words: node.actor.name)
        }
      default: break
      }
      return node
    }
  }

  /// A person of the story whom a name means beside its type or a first word that is none of it
  /// ("Forward Anna Olsk"): the name as it is or, where `cut`, without its first word.
  private static func known(
    _ node: ActorPartition.Node, _ persons: [String: [PersonName: Int]], cut: Bool
  ) -> PersonName? {
    guard let story = node.actor.story, let whole = PersonName(node.actor.name) else { return nil }
    let others = persons[story + "\u{0}" + whole.family] ?? [:]
    if !cut {
      return others.keys.contains { ($0.agreement(with: whole) ?? .initial) == .exact }
        || others.keys.contains { $0.middles.isEmpty && whole.middles == [$0.given ?? ""] }
        ? whole : nil
    }
    let words = PersonName.untitled(node.actor.name)
    guard words.count > 2, let rest = PersonName(words.dropFirst().joined(separator: " ")),
      words[0].count > 1, let count = others[rest], count > others[whole] ?? 0
    else { return nil }
    return rest
  }

  // MARK: Sieves

  /// Equal identities: names written alike, states and bodies of the tables.
  private mutating func joinEqual() {
    var first: [String: Int] = [:]
    for (index, node) in partition.nodes.enumerated() {
      guard let key = node.reading.globalKey else { continue }
      guard let known = first[key] else {
        first[key] = index
        continue
      }
      var rule = node.reading.rule
      let other = partition.nodes[known]
      if case .person = node.reading.identity {
        rule = ActorMerger.rule(node.actor.name, other.actor.name)
      }
      partition.join(known, index, rule, words: node.reading.words)
    }
  }

  /// Why two names of a person with one key are one: letter for letter, but for a first word, or by key.
  private static func rule(_ a: String, _ b: String) -> MergeRule {
    let one = PersonName.untitled(a)
    let other = PersonName.untitled(b)
    if one.joined() == other.joined() { return .sameName }
    let shorter = one.count < other.count ? one : other
    let longer = one.count < other.count ? other : one
    return longer.suffix(shorter.count) == shorter[...] ? .shorterName : .transliteration
  }

  /// Persons of one family name whose given names agree.
  ///
  /// What agrees must do so with one another all through: "George Bush" joins neither of two persons
  /// called so. Short given names and initials count only within a story or beside one office.
  private mutating func joinPersons(_ level: PersonName.Agreement) {
    var blocks: [String: [Int]] = [:]
    for root in partition.roots {
      for family in Set(partition.clusters[root]?.persons.map(\.family) ?? []) {
        blocks[family, default: []].append(root)
      }
    }
    for family in blocks.keys.sorted() {
      let block = blocks[family] ?? []
      guard block.count > 1 else { continue }
      var edges: [(Int, Int)] = []
      var agree: Set<[Int]> = []
      for (place, a) in block.enumerated() {
        for b in block[(place + 1)...] {
          guard let agreement = agreement(a, b) else { continue }
          agree.insert([a, b])
          if agreement >= level, agreement == .exact || meet(a, b) { edges.append((a, b)) }
        }
      }
      joinCliques(edges, agree, level)
    }
  }

  private func agreement(_ a: Int, _ b: Int) -> PersonName.Agreement? {
    guard let one = partition.clusters[a], let other = partition.clusters[b] else { return nil }
    var least = PersonName.Agreement.exact
    for p in one.persons {
      for q in other.persons {
        // A report that names both keeps father and son apart.
        if p.generation != q.generation, !one.reports.isDisjoint(with: other.reports) { return nil }
        guard let own = p.agreement(with: q) else {
          // A report that has both forms for one person.
          let isForm = one.formKeys.contains(q.key) || other.formKeys.contains(p.key)
          guard isForm, meet(a, b) else { return nil }
          least = min(least, .initial)
          continue
        }
        least = min(least, own)
      }
    }
    return least
  }

  /// Whether two clusters are near, or share an office that tells.
  func meet(_ a: Int, _ b: Int) -> Bool {
    guard let one = partition.clusters[a], let other = partition.clusters[b] else { return false }
    return partition.near(one, other) || !one.offices.isDisjoint(with: other.offices)
  }

  private mutating func joinCliques(
    _ edges: [(Int, Int)], _ agree: Set<[Int]>, _ level: PersonName.Agreement
  ) {
    func isClique(_ group: [Int]) -> Bool {
      group.enumerated().allSatisfy { place, a in
        group[(place + 1)...].allSatisfy { agree.contains([a, $0]) }
      }
    }
    for whole in ActorMerger.components(edges) {
      var groups = [whole]
      if !isClique(whole) {
        // What lies near is less likely to be somebody else.
        groups = ActorMerger.components(edges.filter { whole.contains($0.0) && meet($0.0, $0.1) })
      }
      var joined: Set<Int> = []
      for group in groups where isClique(group) {
        joined.formUnion(group)
        for other in group.dropFirst() {
          partition.join(group[0], other, .shorterName, words: partition.nodes[other].actor.name)
        }
      }
      for root in whole where !joined.contains(root) {
        partition.doubtful.formUnion(shorter(root, among: whole))
      }
    }
  }

  /// The nodes of a cluster that tells less than another of its group.
  private func shorter(_ root: Int, among group: [Int]) -> [Int] {
    func detail(_ root: Int) -> Int {
      partition.clusters[root]?.persons.map(\.detail).max() ?? 0
    }
    let top = group.map(detail).max() ?? 0
    return detail(root) < top ? partition.clusters[root]?.nodes ?? [] : []
  }

  /// Connected parts of a graph, each ascending, by their first members.
  private static func components(_ edges: [(Int, Int)]) -> [[Int]] {
    var neighbours: [Int: [Int]] = [:]
    for (a, b) in edges {
      neighbours[a, default: []].append(b)
      neighbours[b, default: []].append(a)
    }
    var seen: Set<Int> = []
    var result: [[Int]] = []
    for start in neighbours.keys.sorted() where seen.insert(start).inserted {
      var group = [start]
      var next = 0
      while next < group.count {
        for other in neighbours[group[next]] ?? [] where seen.insert(other).inserted {
          group.append(other)
        }
        next += 1
      }
      result.append(group.sorted())
    }
    return result
  }

  /// Whether two clusters meet in a story or in time.
  func near(_ a: Int, _ b: Int) -> Bool {
    guard let one = partition.clusters[a], let other = partition.clusters[b] else { return false }
    return partition.near(one, other)
  }

  /// Lone family names: to the one person beside the same office, or the only one near.
  private mutating func joinBare() {
    var persons: [String: [Int]] = [:]
    for root in partition.roots {
      for family in Set(partition.clusters[root]?.persons.map(\.family) ?? []) {
        persons[family, default: []].append(root)
      }
    }
    var joins: [(person: Int, node: Int, rule: MergeRule, words: String)] = []
    var open: [String: [Int]] = [:]
    for (index, node) in partition.nodes.enumerated() {
      guard case .bare(let name) = node.reading.identity, let own = partition.clusters[index] else {
        continue
      }
      let all = persons[name.family] ?? []
      let holders = all.filter {
        partition.clusters[$0]?.offices.isDisjoint(with: own.offices) == false
      }
      if holders.count == 1 {
        let office = node.actor.offices.first(where: \.isTelling)?.words ?? ""
        joins.append((holders[0], index, .surnameAndOffice, office))
        continue
      }
      let close = all.filter { near(index, $0) }
      if close.count == 1 {
        joins.append((close[0], index, .loneSurname, node.actor.name))
      } else if close.count > 1 {
        let alike = close.filter {
          partition.clusters[$0]?.roles.isDisjoint(with: own.roles) == false
        }
        if alike.count == 1 {
          let office = node.actor.offices.first?.words ?? ""
          joins.append((alike[0], index, .surnameAndOffice, office))
        } else {
          partition.doubtful.insert(index)
        }
      } else {
        open[name.family, default: []].append(index)
      }
    }
    for join in joins { partition.join(join.person, join.node, join.rule, words: join.words) }
    // Nobody near has the whole name: the lone names of a story are one.
    for family in open.keys.sorted() { joinNear(open[family] ?? []) }
  }

  /// Ministries and the like of no stated state: one within a story, where no two states' are told of.
  private mutating func joinGeneric() {
    var generic: [String: [Int]] = [:]
    var owned: [String: [Int]] = [:]
    for (index, node) in partition.nodes.enumerated() {
      switch node.reading.identity {
      case .generic(let bodyClass):
        partition.doubtful.insert(index)
        generic[bodyClass, default: []].append(index)
      case .owned(_, let bodyClass): owned[bodyClass, default: []].append(index)
      default: break
      }
    }
    for bodyClass in generic.keys.sorted() {
      let nodes = generic[bodyClass] ?? []
      joinNear(
        nodes.filter { node in
          let roots = Set((owned[bodyClass] ?? []).map { partition.root($0) })
          return roots.count { near(node, $0) } < 2
        })
    }
  }

  /// Joins nodes that share a story, or lie within days of one another without one.
  private mutating func joinNear(_ nodes: [Int]) {
    for (place, a) in nodes.enumerated() {
      for b in nodes[(place + 1)...]
      where partition.root(a) != partition.root(b) && isNear(a, b) {
        partition.join(a, b, .sameName, words: partition.nodes[b].actor.name)
      }
    }
  }

  private func isNear(_ a: Int, _ b: Int) -> Bool {
    let one = partition.nodes[a].actor
    let other = partition.nodes[b].actor
    if let story = one.story, let own = other.story { return story == own }
    guard let day = one.day, let own = other.day else { return one.report == other.report }
    return abs(day.dayNumber - own.dayNumber) <= ActorPartition.nearDays
  }
}

/// Readings by what they are made of, so that each name is read once for all reports.
private struct ReadingMemory {
  private struct Key: Hashable {
    let name: String
    let type: NameType?
    let isNamed: Bool
    let speaks: Bool
    let described: [String]
  }

  private let told: ToldStates
  private var known: [Key: ActorReading] = [:]

  init(_ told: ToldStates) { self.told = told }

  mutating func reading(_ actor: ReportActor) -> ActorReading {
    let key = Key(
      name: actor.name, type: actor.type, isNamed: actor.isNamed, speaks: actor.speaks,
      described: actor.described)
    if let reading = known[key] { return reading }
    let reading = ActorReading(actor, told: told)
    known[key] = reading
    return reading
  }
}
