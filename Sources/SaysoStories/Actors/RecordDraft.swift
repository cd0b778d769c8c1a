internal import SaysoLanguage
internal import SaysoRecords

/// A record before it has its id.
struct RecordDraft {
  /// The key that the id is made of: the surest name of the members.
  let anchor: String
  /// All keys under which a name finds the record.
  let keys: [String]
  let members: [ActorRecord.Member]
  private let nodes: [ActorPartition.Node]
  private let givenName: String?
  private let evidence: [MergeEvidence]
  private let isDoubtful: Bool
  private let told: ToldStates

  init(
    _ group: DecidedGroups.Group, _ partition: ActorPartition,
    _ evidence: [MergeEvidence]
  ) {
    nodes = group.nodes.map { partition.nodes[$0] }
    givenName = group.name
    members = nodes.map { .init(report: $0.actor.report, name: $0.actor.name) }.sorted()
    keys = Set(nodes.compactMap(\.reading.globalKey)).sorted()
    anchor = keys.first ?? nodes.map(RecordDraft.localKey).min() ?? ""
    isDoubtful = group.nodes.contains { partition.doubtful.contains($0) }
    self.evidence = evidence
    told = partition.told
  }

  /// A key of a name that means nothing outside of its story or report.
  private static func localKey(_ node: ActorPartition.Node) -> String {
    let actor = node.actor
    let place = actor.story ?? actor.report.text
    return switch node.reading.identity {
    case .bare(let name): "4 bare \(name.family) \(place)"
    case .generic(let bodyClass): "5 generic \(bodyClass) \(place)"
    default: "6 unnamed \(actor.name) \(actor.report.text)"
    }
  }

  func record(id: ActorID) -> ActorRecord {
    let aliases = self.aliases
    return ActorRecord(
      id: id, name: givenName ?? name(aliases), kind: kind, state: state, aliases: aliases,
      offices: offices, members: members, evidence: evidence, isDoubtful: isDoubtful)
  }

  private var aliases: [ActorRecord.Alias] {
    var counts: [String: Int] = [:]
    for node in nodes {
      for form in node.actor.forms { counts[form.words, default: 0] += form.count }
      counts[node.actor.name, default: 0] += 0
    }
    return counts.map { .init(words: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
  }

  /// The commonest of the reports' fullest names that tells most; of a table's own, its name.
  private func name(_ aliases: [ActorRecord.Alias]) -> String {
    for node in nodes {
      switch node.reading.identity {
      case .state(let code):
        if let name = StateTable.shared[code]?.name ?? told.name(code) { return name }
      case .body(let body): return body.name
      default: continue
      }
    }
    var counts: [String: Int] = [:]
    for node in nodes { counts[node.actor.name, default: 0] += 1 }
    func isFull(_ name: String) -> Bool { name.contains(" ") }
    let full = counts.filter { isFull($0.key) }
    let name =
      (full.isEmpty ? counts : full)
      .sorted { ($1.value, $1.key.utf8.count, $0.key) < ($0.value, $0.key.utf8.count, $1.key) }
      .first?.key ?? ""
    return name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  private var state: String? {
    for node in nodes {
      switch node.reading.identity {
      case .state(let code), .owned(let code, _): return code
      case .body(let body): if let state = body.state { return state }
      default: continue
      }
    }
    return nil
  }

  /// The kind that most members have, as far as a name tells.
  private var kind: ActorKind {
    var counts: [ActorKind: Int] = [:]
    for node in nodes { counts[RecordDraft.kind(node), default: 0] += 1 }
    let sure = nodes.contains { $0.reading.globalKey?.hasPrefix("1") == true }
    let order: [ActorKind] =
      sure
      ? [.state, .outlet, .body]
      : [.person, .outlet, .body, .office, .group, .place, .unknown, .unnamed]
    let top = order.compactMap { counts[$0] }.max() ?? 0
    return order.first { counts[$0] == top } ?? .unknown
  }

  private static func kind(_ node: ActorPartition.Node) -> ActorKind {
    switch node.reading.identity {
    case .state: return .state
    case .body(let body): return body.isOutlet ? .outlet : .body
    case .owned, .generic: return .body
    case .person, .bare: return .person
    case .group: return .group
    case .office: return .office
    case .unnamed: return .unnamed
    case .name(let key):
      switch node.actor.type {
      case .organization:
        let last = key.split(separator: " ").last.map(String.init) ?? ""
        return outletWords.contains(last) && key.contains(" ") ? .outlet : .body
      case .location: return .place
      default: return .unknown
      }
    }
  }

  private static let outletWords: Set<String> = [
    "news", "times", "post", "herald", "journal", "gazette", "tribune", "chronicle", "press",
    "telegraph", "observer", "examiner", "courier", "inquirer", "magazine", "daily", "radio", "tv",
    "television", "dispatch", "mirror",
  ]

  private var offices: [ActorRecord.Office] {
    var found: [String: (office: FoundOffice, words: [String: Int], days: [CalendarDate])] = [:]
    for node in nodes {
      for office in node.actor.offices.map(told.owned) {
        var own = found[office.key] ?? (office, [:], [])
        let words = ["the ", "a ", "an "].first { office.words.lowercased().hasPrefix($0) }
          .map { String(office.words.dropFirst($0.count)) }
        own.words[words ?? office.words, default: 0] += 1
        if let day = node.actor.day { own.days.append(day) }
        found[office.key] = own
      }
    }
    return found.values.map { own in
      ActorRecord.Office(
        words: own.words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? "",
        owner: own.office.owner, role: own.office.role, isFormer: own.office.isFormer,
        first: own.days.min(), last: own.days.max())
    }.sorted { a, b in
      let one = a.first?.dayNumber ?? Int.max
      let other = b.first?.dayNumber ?? Int.max
      return (one, a.role, a.owner, a.isFormer ? 1 : 0) < (
        other, b.role, b.owner, b.isFormer ? 1 : 0
      )
    }
  }
}
