internal import SaysoLanguage
internal import SaysoRecords

/// The sieves of bodies: capitals, and shorter names.
extension ActorMerger {
  /// Capitals alone go to the one name that reports shorten so, or whose initials they are in the
  /// same story.
  mutating func joinAcronyms() {
    var stated: [String: [Int]] = [:]
    var spelled: [String: [Int]] = [:]
    var lone: [(Int, String)] = []
    for root in partition.roots {
      guard let cluster = partition.clusters[root] else { continue }
      let identity = partition.nodes[root].reading.identity
      switch identity {
      case .name, .body, .owned: break
      default: continue
      }
      for acronym in cluster.acronyms { stated[acronym, default: []].append(root) }
      let name = partition.nodes[root].actor.name
      if case .name = identity, ActorReading.isAcronym(name) {
        lone.append((root, name.filter(\.isLetter)))
      } else {
        let initials = String(
          name.split { $0 == " " || $0 == "-" }.compactMap(\.first).filter(\.isUppercase))
        if initials.count > 2 { spelled[initials, default: []].append(root) }
      }
    }
    for (root, acronym) in lone {
      let owners = (stated[acronym] ?? []).filter { $0 != root }
      let chosen = shortest(owners) ?? shortest(owners.filter { meet(root, $0) })
      if let chosen {
        partition.join(chosen, root, .acronym, words: acronym)
      } else if owners.isEmpty {
        let alike = (spelled[acronym] ?? []).filter { isAlwaysNear(root, $0) }
        if alike.count == 1 { partition.join(alike[0], root, .acronym, words: acronym) }
      } else {
        partition.doubtful.formUnion(partition.clusters[root]?.nodes ?? [])
      }
    }
  }

  /// The name with which all the others begin; nil where there is none such.
  private func shortest(_ roots: [Int]) -> Int? {
    let keyed = roots.map { (ActorReading.nameKey(partition.nodes[$0].actor.name), $0) }.sorted {
      $0 < $1
    }
    guard let first = keyed.first, keyed.allSatisfy({ $0.0.hasPrefix(first.0) }) else { return nil }
    return first.1
  }

  /// A body's shorter name in the same story, where just one longer name goes on so: what is left out
  /// says only what kind of body it is ("Brenn" for "Brenn Holdings"), or where it is ("Falcons" for
  /// "Olmar Falcons").
  mutating func joinShorterBodies() {
    var words: [Int: [String]] = [:]
    var byFirst: [String: [Int]] = [:]
    var byLast: [String: [Int]] = [:]
    var places: Set<String> = []
    var bare: [String: [Int]] = [:]
    for root in partition.roots {
      if case .bare(let name) = partition.nodes[root].reading.identity {
        bare[name.family, default: []].append(root)
      }
      guard case .name(let key) = partition.nodes[root].reading.identity else { continue }
      let own = key.split(separator: " ").map(String.init)
      guard let first = own.first, let last = own.last else { continue }
      let share = share(of: .location, root)
      if share > 0.5 { places.insert(key) }
      words[root] = own
      byFirst[first, default: []].append(root)
      byLast[last, default: []].append(root)
    }
    var joins: [(Int, Int)] = []
    for root in words.keys.sorted() {
      guard let own = words[root], let first = own.first, let last = own.last,
        !own.allSatisfy({ ActorMerger.bodyWords.contains($0) || ActorMerger.loneWords.contains($0) }
        ),
        (bare[Transliteration.key(last)] ?? []).count(where: { near(root, $0) })
          < (partition.clusters[root]?.nodes.count ?? 0)
      else { continue }
      let isPlace = share(of: .location, root) > 0.3
      let longer = (byFirst[first] ?? []).filter { other in
        guard let whole = words[other], whole.count > own.count, whole.starts(with: own) else {
          return false
        }
        if isOwner(whole[own.count...], of: own) { return isAlwaysNear(root, other) }
        let extra = isPlace ? ActorMerger.landWords : ActorMerger.bodyWords
        return whole[own.count...].allSatisfy { extra.contains($0) } && isAlwaysNear(root, other)
      }
      let placed = (byLast[last] ?? []).filter { other in
        guard let whole = words[other], whole.count > own.count,
          whole.suffix(own.count) == own[...],
          share(of: .organization, other) > 0.5
        else { return false }
        let lead = whole.dropLast(own.count).joined(separator: " ")
        return places.contains(lead) && !ActorMerger.compass.contains(lead)
          && isAlwaysNear(root, other)
      }
      let all = Set(longer + placed)
      if all.count == 1, let long = all.first { joins.append((long, root)) }
    }
    for (long, short) in joins {
      partition.join(long, short, .shorterBody, words: partition.nodes[long].actor.name)
    }
  }

  /// "of Harl" after a name of two words, "of" and any place after one of more.
  private func isOwner(_ words: ArraySlice<String>, of own: [String]) -> Bool {
    guard own.count > 1, words.first == "of" else { return false }
    let owner = words.dropFirst().joined(separator: " ")
    return own.count > 2 && words.count <= 3 || partition.told.code(owner) != nil
      || StateTable.shared.state(named: owner) != nil
  }

  /// Whether every report of the first cluster is near the second, so that a short name is not taken
  /// along from stories that never tell what it stands for.
  private func isAlwaysNear(_ short: Int, _ long: Int) -> Bool {
    guard let one = partition.clusters[short], let other = partition.clusters[long] else {
      return false
    }
    return one.nodes.allSatisfy { node in
      let actor = partition.nodes[node].actor
      if other.reports.contains(actor.report) { return true }
      if let story = actor.story, other.stories.contains(story) { return true }
      guard let day = actor.day?.dayNumber else { return false }
      let days = actor.story == nil ? other.days : other.looseDays
      return days.contains { abs($0 - day) <= ActorPartition.nearDays }
    }
  }

  /// The share of a cluster's reports that give its name a type.
  private func share(of type: NameType, _ root: Int) -> Double {
    let nodes = partition.clusters[root]?.nodes ?? []
    let own = nodes.count { partition.nodes[$0].actor.type == type }
    return Double(own) / Double(max(1, nodes.count))
  }

  /// Words that only say what kind of body a name is of.
  static let bodyWords: Set<String> = [
    "center", "clinic", "hospital", "treatment", "rehabilitation", "rehab", "facility", "institute",
    "hotel", "casino", "group", "holdings", "industries", "motors", "motor", "energy", "airlines",
    "airways", "technologies", "technology", "systems", "software", "computer", "computers",
    "electronics", "pharmaceuticals", "bank", "capital", "partners", "news", "media", "network",
    "entertainment", "pictures", "studios", "records", "party", "church", "club", "team",
    "&", "international", "global", "worldwide", "association", "society", "organization", "agency",
    "service", "services", "department", "newspaper", "magazine", "times", "journal",
    "company", "co", "corporation", "inc", "plc", "spa",
  ]
  /// Further words that are no name by themselves.
  private static let loneWords: Set<String> = [
    "county", "university", "college", "school", "police", "city", "town", "street", "board",
    "court",
    "council", "committee", "office", "house", "senate", "democratic", "republican", "state",
    "fire",
    "district", "dist", "airport", "of", "the",
  ]
  private static let compass: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "new",
    "upper", "lower", "middle",
  ]
  private static let landWords: Set<String> = [
    "sea", "ocean", "mountains", "peninsula", "desert", "national", "park",
  ]
}
