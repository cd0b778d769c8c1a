package import SaysoRecords

/// Groups reports by event as they come in.
///
/// The stories are a function of the set of reports alone, in three steps that each new report repeats
/// only where it changes something:
///
/// 1. *Candidates.* Every report has a few keys: its weightiest words and pairs of words. In each key's
///    list, ordered by publication, a report sees the ``window`` reports before it. So a key that all
///    the world shares costs no more than a rare one, and what lies close in time is seen first.
/// 2. *Links.* A report is linked to the ``mostLinks`` earlier candidates that it scores best with, if well
///    enough. (The antecedents of mention ranking, Denis and Baldridge, "Specialized models and ranking
///    for coreference resolution", 2008, with reports for mentions and more than one of them, so that
///    a report can bring two stories together.) Where a late report is a better antecedent of later
///    ones, their links move to it.
/// 3. *Stories.* Among the reports that links connect average linkage (Sokal and Michener, "A statistical
///    method for evaluating systematic relationships", 1958) joins what is likelier than ``joining``
///    to be of one event. Where links connect more than ``mostTogether`` reports, weak ones are left
///    out, by the steps of ``levels``, and what is still more at the last step is a story as it is.
///
/// Cost of a report: at most keys * ``window`` pair scores for its links, and one linkage of at most
/// ``mostTogether`` reports for each unit that it touches, however many reports there are. A report that
/// comes long after its day also has the links looked at of those next after it in its keys' lists.
///
/// A story is named by its earliest report, by day and then by id, undated ones last. When an earlier one
/// comes, or two stories become one, the id of the earliest report is the story's; the others are no
/// more and ``StoryAddition/moved`` says where their reports went.
///
/// (Past 400 lines: the three steps share the lists and links, which no other file may touch.)
package struct StoryGrouper: Sendable {
  /// Reports before it that a report sees in the list of a key.
  package static let window = 8
  /// What the keys must be worth that a report shares with one that it sees.
  static let sharing: UInt64 = 2
  /// Log-odds that a link needs.
  package static let linking: Float = -1
  /// Earlier reports that a report is linked to.
  static let mostLinks = 2
  /// Mean probability of one event that average linkage needs.
  package static let joining: Float = 0.55
  /// Connected reports up to which average linkage looks at all pairs.
  package static let mostTogether = 64
  /// Log-odds that links need where they connect too many, one step after another.
  static let levels: [Float] = [linking, 0.5, 1.5, 2.5, 3.5, 5]

  let scorer: StoryPairScorer
  let usesTime: Bool
  private(set) var entries: [Entry] = []
  private var places: [ReportID: Int] = [:]
  private(set) var lists: [UInt64: [Int32]] = [:]
  private var likeness = UnitLikeness()
  private var groups: [Int: [Int]] = [:]

  /// A link's other end, and its log-odds.
  struct Link: Equatable {
    let place: Int
    let odds: Float
  }

  struct Entry {
    let id: ReportID
    let day: Int32
    var profile: StoryProfile
    var keys: [StoryKeys.Key]
    /// Its links to earlier reports, the best first.
    var links: [Link] = []
    /// The links of later reports to it.
    var linked: [Link] = []
    /// The earliest report of its story.
    var head = -1
  }

  /// No reports yet; without `usesTime` the days of publication count for nothing.
  package init(scorer: StoryPairScorer, usesTime: Bool = true) {
    self.scorer = scorer
    self.usesTime = usesTime
  }

  /// Number of reports.
  package var count: Int { places.count }

  /// The links of a report to earlier ones, the best first.
  package func links(of report: ReportID) -> [StoryLink] {
    places[report].map { place in
      entries[place].links.map { StoryLink(earlier: entries[$0.place].id, odds: $0.odds) }
    } ?? []
  }

  /// The story of a report; nil for one that was not added.
  package func story(of report: ReportID) -> StoryID? {
    places[report].map { storyID(entries[$0].head) }
  }

  /// The reports of the story of a report, by publication.
  package func reports(with report: ReportID) -> [ReportID] {
    places[report].map { (groups[entries[$0].head] ?? []).map { entries[$0].id } } ?? []
  }

  /// All stories by their earliest report, each with its reports by publication.
  package var stories: [(id: StoryID, reports: [ReportID])] {
    groups.keys.sorted(by: isEarlier).map { head in
      (storyID(head), (groups[head] ?? []).map { entries[$0].id })
    }
  }

  /// Adds reports; one that is there already is passed over.
  ///
  /// Any order and any division into batches give the same stories.
  @discardableResult
  package mutating func add(_ reports: [(id: ReportID, features: StoryFeatures)]) -> StoryAddition {
    change(reports.filter { places[$0.id] == nil })
  }

  /// Adds reports, in place of what it had under their ids.
  @discardableResult
  package mutating func put(_ reports: [(id: ReportID, features: StoryFeatures)]) -> StoryAddition {
    change(reports)
  }

  private mutating func change(
    _ reports: [(id: ReportID, features: StoryFeatures)]
  ) -> StoryAddition {
    var change = Change()
    for (id, _) in reports { takeOut(id, &change) }
    let ordered = reports.sorted {
      (StoryGrouper.day($0.features), $0.id) < (StoryGrouper.day($1.features), $1.id)
    }
    for (id, features) in ordered where places[id] == nil {
      change.added.append(insert(id, features, &change))
    }
    return regroup(change)
  }

  /// What is gathered while reports come and go.
  private struct Change {
    var added: [Int] = []
    /// The reports of every unit that changes, before and after, with the heads they had.
    var touched: [Int: Int] = [:]
    var relinked: Set<Int> = []
  }

  /// Adds one report.
  @discardableResult
  package mutating func add(_ id: ReportID, _ features: StoryFeatures) -> StoryAddition {
    add([(id, features)])
  }

  // MARK: Keeping

  /// Takes up reports with the links and stories that a grouper of the same scorer found, scoring
  /// none; links and stories must be whole.
  package init(
    scorer: StoryPairScorer,
    kept: [(id: ReportID, features: StoryFeatures, links: [StoryLink], story: StoryID)]
  ) {
    self.init(scorer: scorer)
    entries.reserveCapacity(kept.count)
    for (at, report) in kept.enumerated() {
      entries.append(
        Entry(
          id: report.id, day: StoryGrouper.day(report.features),
          profile: StoryProfile(report.features), keys: StoryKeys.keys(of: report.features)))
      places[report.id] = at
    }
    var stories: [StoryID: [Int]] = [:]
    // By publication, so that each list grows at its end.
    for at in entries.indices.sorted(by: isEarlier) {
      for key in entries[at].keys { lists[key.hash, default: []].append(Int32(at)) }
      stories[kept[at].story, default: []].append(at)
    }
    for members in stories.values {
      for member in members { entries[member].head = members[0] }
      groups[members[0]] = members
    }
    for (at, report) in kept.enumerated() {
      let links = report.links.compactMap { link in
        places[link.earlier].map { Link(place: $0, odds: link.odds) }
      }
      entries[at].links = links
      for link in links {
        entries[link.place].linked.append(Link(place: at, odds: link.odds))
      }
    }
  }

  // MARK: Order

  private static func day(_ features: StoryFeatures) -> Int32 { features.published ?? .max }

  func isEarlier(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (entries[a].day, entries[b].day)
    return one != other ? one < other : entries[a].id < entries[b].id
  }

  private func storyID(_ head: Int) -> StoryID { StoryID(earliest: entries[head].id) }

  // MARK: Links

  /// Puts a report into the lists and links it.
  private mutating func insert(
    _ id: ReportID, _ features: StoryFeatures, _ change: inout Change
  ) -> Int {
    let at = entries.count
    entries.append(
      Entry(
        id: id, day: StoryGrouper.day(features), profile: StoryProfile(features),
        keys: StoryKeys.keys(of: features)))
    places[id] = at
    var seen: [UInt64] = []
    var before: [UInt64] = []
    var lost: Set<Int> = []
    for key in entries[at].keys {
      // Taken out and put back, so that it is changed in place.
      var list: [Int32] = []
      swap(&list, &lists[key.hash, default: []])
      let place = position(at, in: list)
      for other in list[max(0, place - StoryGrouper.window)..<place] {
        before.append(UInt64(other) << 8 | UInt64(key.worth))
      }
      list.insert(Int32(at), at: place)
      for seat in list.indices.dropFirst(place + 1).prefix(StoryGrouper.window) {
        let other = Int(list[seat])
        seen.append(UInt64(other) << 8 | UInt64(key.worth))
        // Whom the new one pushes out of the other's window.
        let out = seat - StoryGrouper.window - 1
        if out >= 0, entries[other].links.contains(where: { $0.place == Int(list[out]) }) {
          lost.insert(other)
        }
      }
      swap(&list, &lists[key.hash, default: []])
    }
    var changes = [(at: at, links: links(of: at, among: StoryGrouper.worthy(&before)))]
    for other in lost.union(StoryGrouper.worthy(&seen)) {
      var new = entries[other].links
      if lost.contains(other) {
        new = links(of: other, among: candidates(of: other))
      } else {
        insert(link(other, to: at), into: &new)
      }
      if new != entries[other].links { changes.append((other, new)) }
    }
    apply(changes, &change)
    return at
  }

  /// Takes a report out of the lists and of all links, if it is there; its place stays empty.
  private mutating func takeOut(_ id: ReportID, _ change: inout Change) {
    guard let at = places[id] else { return }
    var after: Set<Int> = []
    for key in entries[at].keys {
      var list: [Int32] = []
      swap(&list, &lists[key.hash, default: []])
      let place = position(at, in: list)
      list.remove(at: place)
      for other in list.dropFirst(place).prefix(StoryGrouper.window) { after.insert(Int(other)) }
      if list.isEmpty { lists[key.hash] = nil } else { lists[key.hash] = list }
    }
    var changes: [(at: Int, links: [Link])] = [(at: at, links: [])]
    // Whoever saw it now sees one more that lies before it.
    for other in after {
      let new = links(of: other, among: candidates(of: other))
      if new != entries[other].links { changes.append((other, new)) }
    }
    apply(changes, &change)
    places[id] = nil
    entries[at].keys = []
    entries[at].profile = StoryProfile(
      StoryFeatures(words: [], pairs: [], days: [], published: nil, length: 0))
    change.relinked.remove(at)
  }

  /// Sets new links of some reports, and notes whom that concerns.
  private mutating func apply(_ changes: [(at: Int, links: [Link])], _ change: inout Change) {
    let ends = Set(
      changes.flatMap { new in
        [new.at] + entries[new.at].links.map(\.place) + new.links.map(\.place)
      })
    gather(ends, &change.touched)
    for new in changes {
      relink(new.at, new.links)
      change.relinked.insert(new.at)
    }
    gather(ends, &change.touched)
  }

  /// Notes all reports of the units of some reports with the story they had before.
  private func gather(_ ends: Set<Int>, _ touched: inout [Int: Int]) {
    var seen: Set<Int> = []
    for end in ends where !seen.contains(end) {
      for member in unit(of: end) {
        seen.insert(member)
        if touched[member] == nil { touched[member] = entries[member].head }
      }
    }
  }

  private mutating func relink(_ at: Int, _ links: [Link]) {
    for link in entries[at].links { entries[link.place].linked.removeAll { $0.place == at } }
    entries[at].links = links
    for link in links {
      entries[link.place].linked.append(Link(place: at, odds: link.odds))
    }
  }

  // MARK: Stories

  /// The reports that average linkage looks at together with one: those that links lead to, at the
  /// first level at which they are few enough; at the last level however many.
  private func unit(of at: Int) -> [Int] {
    let levels = StoryGrouper.levels
    for level in levels.dropLast() {
      let members = connected(to: at, least: level, most: StoryGrouper.mostTogether)
      if members.count <= StoryGrouper.mostTogether { return members }
    }
    return connected(to: at, least: levels[levels.count - 1], most: .max)
  }

  /// The reports that links of so many log-odds lead to; the search ends where there are more than `most`.
  private func connected(to at: Int, least: Float, most: Int) -> [Int] {
    var members = [at]
    var seen: Set<Int> = [at]
    var next = 0
    while next < members.count, members.count <= most {
      let entry = entries[members[next]]
      for link in entry.links + entry.linked where link.odds >= least {
        if seen.insert(link.place).inserted { members.append(link.place) }
      }
      next += 1
    }
    return members
  }

  /// Makes the stories of the touched reports anew.
  private mutating func regroup(_ change: Change) -> StoryAddition {
    let touched = change.touched
    var done: Set<Int> = []
    // The reports that each old story had.
    let oldHeads = Set(touched.values.filter { $0 >= 0 })
    var newHeads: Set<Int> = []
    var changed: [StoryAddition.Group] = []
    for at in touched.keys.sorted() where !done.contains(at) && isIn(at) {
      let members = unit(of: at).sorted(by: isEarlier)
      done.formUnion(members)
      for group in partition(members) {
        let head = group[0]
        for member in group { entries[member].head = head }
        if groups[head] != group {
          changed.append(.init(id: storyID(head), reports: group.map { entries[$0].id }))
        }
        groups[head] = group
        newHeads.insert(head)
      }
    }
    for head in oldHeads where !newHeads.contains(head) { groups[head] = nil }
    let left = Set(newHeads.map { storyID($0) })
    let moved = done.filter { entries[$0].head != touched[$0] ?? -1 }.sorted(by: isEarlier)
    return StoryAddition(
      added: change.added.map(place), arrivals: change.added.map { arrival(of: $0, touched) },
      moved: moved.map(place), changed: changed.sorted { $0.id < $1.id },
      gone: Set(oldHeads.map { storyID($0) }).subtracting(left).sorted(),
      relinked: change.relinked.filter(isIn).sorted(by: isEarlier).map { entries[$0].id })
  }

  /// Whether a place holds a report that was not taken out.
  private func isIn(_ at: Int) -> Bool { places[entries[at].id] == at }

  private func place(_ at: Int) -> StoryAddition.Place {
    StoryAddition.Place(report: entries[at].id, story: storyID(entries[at].head))
  }

  private func arrival(of at: Int, _ touched: [Int: Int]) -> StoryArrival {
    let head = entries[at].head
    let group = groups[head] ?? []
    let before = Set(group.compactMap { touched[$0] }.filter { $0 >= 0 })
    if group.count == 1 { return .opened }
    let gone = before.filter { $0 != head }.map { storyID($0) }.sorted()
    return before.count > 1 ? .bridged(gone) : .joined
  }

  private mutating func partition(_ members: [Int]) -> [[Int]] {
    guard members.count > 1 else { return [members] }
    // Still too many at the last level: these links are those of near copies.
    guard members.count <= StoryGrouper.mostTogether else { return [members] }
    let values = likeness.values(of: members) { a, b in
      Likelihood.of(
        scorer.score(entries[a].profile, entries[b].profile, usesTime: usesTime))
    }
    let linkage = AverageLinkage(count: members.count, likeness: values)
    return linkage.groups(least: StoryGrouper.joining).map { $0.map { members[$0] } }
  }
}
