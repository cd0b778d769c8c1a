internal import SaysoLanguage
internal import SaysoLearning
package import SaysoRecords

/// The actors of many reports, each once, with all their names.
///
/// A pure function of the set of report actors and of the decisions: the same whatever the order in
/// which they come, so that it is built anew whenever a report or a decision is added.
package struct ActorDirectory: Sendable {
  /// The records, by their ids.
  package let records: [ActorRecord]

  private let byMember: [ActorRecord.Member: Int]
  private let byKey: [String: Int]
  private let told: ToldStates

  /// The directory of report actors, with decisions applied on top.
  package init(_ actors: some Sequence<ReportActor>, decisions: [ActorDecision] = []) {
    let merged = ActorMerger(Set(actors)).partition
    var groups = DecidedGroups(merged)
    groups.apply(decisions)
    let drafts = zip(groups.groups, groups.evidence).map { RecordDraft($0, merged, $1) }
      .sorted { ($0.anchor, $0.members[0]) < ($1.anchor, $1.members[0]) }
    var seen: Set<String> = []
    let named = drafts.map { draft -> (draft: RecordDraft, record: ActorRecord) in
      // What was split off keeps its key; its first member tells it from the rest.
      let isFirst = seen.insert(draft.anchor).inserted
      let key =
        isFirst
        ? draft.anchor
        : draft.anchor + "\u{0}" + draft.members[0].report.text + "\u{0}" + draft.members[0].name
      return (draft, draft.record(id: ActorDirectory.id(key)))
    }.sorted { ($0.record.id, $0.draft.anchor) < ($1.record.id, $1.draft.anchor) }
    records = named.map(\.record)
    var members: [ActorRecord.Member: Int] = [:]
    var keys: [String: Int] = [:]
    var shared: Set<String> = []
    for (index, entry) in named.enumerated() {
      for member in entry.record.members where members[member] == nil { members[member] = index }
      for key in entry.draft.keys {
        if keys.updateValue(index, forKey: key) != nil { shared.insert(key) }
      }
    }
    byMember = members
    told = merged.told
    byKey = keys.filter { !shared.contains($0.key) }
  }

  /// The record of a name that one report has as the fullest of its actor.
  package func record(of name: String, in report: ReportID) -> ActorRecord? {
    byMember[ActorRecord.Member(report: report, name: name)].map { records[$0] }
  }

  /// The record that a full name or a name of the tables belongs to everywhere; nil for a name that no
  /// report has, a lone family name, or a name of several.
  package func record(named name: String, type: NameType = .organization) -> ActorRecord? {
    let actor = ReportActor(report: ReportID(""), name: name, type: type)
    guard let key = ActorReading(actor, told: told).globalKey else { return nil }
    return byKey[key].map { records[$0] }
  }

  /// Sixteen hexadecimal digits of a key's hash.
  private static func id(_ key: String) -> ActorID {
    let digits = String(FeatureHash.of(key), radix: 16)
    return ActorID(String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
