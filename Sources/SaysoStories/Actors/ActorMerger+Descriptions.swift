internal import SaysoLanguage
internal import SaysoRecords

/// The sieves of descriptions: what reports say that a body is, and who holds an office.
extension ActorMerger {
  /// "Harl's spy agency" goes to the one body of which a report says that it is Harl's spy agency, or
  /// whose name says so ("Intelligence Directorate of Harl").
  mutating func joinDescribed() {
    var said: [String: [(root: Int, words: String)]] = [:]
    var owned: [String: Int] = [:]
    for root in partition.roots {
      guard let cluster = partition.clusters[root] else { continue }
      for index in cluster.nodes {
        let node = partition.nodes[index]
        if case .owned = node.reading.identity, let key = node.reading.globalKey {
          owned[key] = root
        }
        guard case .name = node.reading.identity else { continue }
        for words in node.actor.described + [node.actor.name] {
          guard
            let identity = ActorReading.owned(words, partition.told)
              ?? ActorReading.service(words, partition.told),
            let key = ActorReading(identity: identity, words: words).globalKey
          else { continue }
          said[key, default: []].append((root, words))
        }
      }
    }
    for key in said.keys.sorted() {
      let bodies = said[key] ?? []
      guard let own = owned[key], let first = bodies.first,
        bodies.allSatisfy({ partition.root($0.root) == partition.root(first.root) })
      else { continue }
      partition.join(first.root, own, .saidSo, words: first.words)
    }
  }

  /// An office of a state that speaks goes to the one person near who holds it.
  mutating func joinHolders() {
    for root in partition.roots {
      guard partition.clusters[root] != nil,
        case .office(let key) = partition.nodes[root].reading.identity,
        OfficeReader.office(described: partition.nodes[root].actor.name).map(partition.told.owned)?
          .isTelling == true
      else { continue }
      let holders = partition.roots.filter {
        partition.clusters[$0]?.offices.contains(key) == true && $0 != root
          && partition.clusters[$0]?.persons.isEmpty == false && near(root, $0)
      }
      if holders.count == 1 {
        partition.join(
          holders[0], root, .officeHolder, words: partition.nodes[root].actor.name)
      }
    }
  }
}
