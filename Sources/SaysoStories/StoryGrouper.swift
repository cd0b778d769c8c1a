internal import SaysoLearning
package import SaysoRecords

/// Names a story, by its earliest report.
package struct StoryID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  package let text: String
  /// An id from its text.
  package init(_ text: String) { self.text = text }
  /// The id of the story that begins with a report.
  package init(earliest report: ReportID) {
    let digits = String(FeatureHash.of("story:" + report.text), radix: 16)
    text = String(repeating: "0", count: 16 - digits.count) + digits
  }
  /// The id as text.
  package var description: String { text }
  /// By text.
  package static func < (a: StoryID, b: StoryID) -> Bool { a.text < b.text }
}

/// What a new report did to the stories.
package enum StoryArrival: Hashable, Sendable {
  /// It is a story of its own.
  case opened
  /// It is one more report of a story.
  case joined
  /// It made one story of several; these ids are no more.
  case bridged([StoryID])
}

/// The stories after an addition, as far as they changed.
package struct StoryAddition: Hashable, Sendable {
  /// A report with the story that it now belongs to.
  package struct Place: Hashable, Sendable {
    /// The report.
    package let report: ReportID
    /// Its story.
    package let story: StoryID
  }

  /// The added reports by publication.
  package let added: [Place]
  /// What each of them did to the stories as they were before the addition.
  package let arrivals: [StoryArrival]
  /// Every report whose story is another than before, the added ones included, by publication.
  package let moved: [Place]
}

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

  private let scorer: StoryPairScorer
  private let usesTime: Bool
  private var entries: [Entry] = []
  private var places: [ReportID: Int] = [:]
  private var lists: [UInt64: [Int32]] = [:]
  private var likeness = UnitLikeness()
  private var groups: [Int: [Int]] = [:]

  /// A link's other end, and its log-odds.
  private struct Link: Equatable {
    let place: Int
    let odds: Float
  }

  private struct Entry {
    let id: ReportID
    let day: Int32
    let profile: StoryProfile
    let keys: [StoryKeys.Key]
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
  package var count: Int { entries.count }

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
    var added: [Int] = []
    var touched: [Int: Int] = [:]
    let ordered = reports.sorted {
      (StoryGrouper.day($0.features), $0.id) < (StoryGrouper.day($1.features), $1.id)
    }
    for (id, features) in ordered where places[id] == nil {
      added.append(insert(id, features, &touched))
    }
    return regroup(added, touched)
  }

  /// Adds one report.
  @discardableResult
  package mutating func add(_ id: ReportID, _ features: StoryFeatures) -> StoryAddition {
    add([(id, features)])
  }

  // MARK: Order

  private static func day(_ features: StoryFeatures) -> Int32 { features.published ?? .max }

  private func isEarlier(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (entries[a].day, entries[b].day)
    return one != other ? one < other : entries[a].id < entries[b].id
  }

  private func storyID(_ head: Int) -> StoryID { StoryID(earliest: entries[head].id) }

  // MARK: Candidates

  /// Where `at` stands, or would stand, in a list: sought from the end in growing steps, since most
  /// reports are newer than those there.
  private func position(_ at: Int, in list: [Int32]) -> Int {
    var high = list.count
    var step = 1
    while high > 0, !isEarlier(Int(list[max(0, high - step)]), at) {
      high = max(0, high - step)
      step *= 2
    }
    var low = max(0, high - step)
    while low < high {
      let middle = (low + high) / 2
      if isEarlier(Int(list[middle]), at) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The earlier reports that share keys enough with one, ascending by place.
  private func candidates(of at: Int) -> [Int] {
    var seen: [UInt64] = []
    for key in entries[at].keys {
      guard let list = lists[key.hash] else { continue }
      let place = position(at, in: list)
      for other in list[max(0, place - StoryGrouper.window)..<place] {
        seen.append(UInt64(other) << 8 | UInt64(key.worth))
      }
    }
    return StoryGrouper.worthy(&seen)
  }

  /// Of places with what a shared key is worth, those whose keys are worth ``sharing`` together.
  private static func worthy(_ seen: inout [UInt64]) -> [Int] {
    seen.sort()
    var result: [Int] = []
    var at = 0
    while at < seen.count {
      let place = seen[at] >> 8
      var worth: UInt64 = 0
      while at < seen.count, seen[at] >> 8 == place {
        worth += seen[at] & 0xFF
        at += 1
      }
      if worth >= sharing { result.append(Int(place)) }
    }
    return result
  }

  private func link(_ at: Int, to other: Int) -> Link {
    Link(
      place: other,
      odds: scorer.score(entries[at].profile, entries[other].profile, usesTime: usesTime))
  }

  /// The links of a report to the best of its candidates.
  private func links(of at: Int, among candidates: [Int]) -> [Link] {
    candidates.reduce(into: []) { links, other in insert(link(at, to: other), into: &links) }
  }

  /// Puts a link where it belongs, if it is good enough; of equals the earlier report comes first.
  private func insert(_ link: Link, into links: inout [Link]) {
    guard link.odds >= StoryGrouper.linking else { return }
    let place = links.firstIndex { other in
      link.odds != other.odds ? link.odds > other.odds : isEarlier(link.place, other.place)
    }
    guard let place = place ?? (links.count < StoryGrouper.mostLinks ? links.count : nil) else {
      return
    }
    links.insert(link, at: place)
    if links.count > StoryGrouper.mostLinks { links.removeLast() }
  }

  // MARK: Links

  /// Puts a report into the lists and links it; `touched` gathers the reports of every unit that
  /// changes, before and after.
  private mutating func insert(
    _ id: ReportID, _ features: StoryFeatures, _ touched: inout [Int: Int]
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
    let ends = Set(
      changes.flatMap { change in
        [change.at] + entries[change.at].links.map(\.place) + change.links.map(\.place)
      })
    gather(ends, &touched)
    for change in changes { relink(change.at, change.links) }
    gather(ends, &touched)
    return at
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
  private mutating func regroup(_ added: [Int], _ touched: [Int: Int]) -> StoryAddition {
    var done: Set<Int> = []
    // The reports that each old story had.
    let oldHeads = Set(touched.values.filter { $0 >= 0 })
    var newHeads: Set<Int> = []
    for at in touched.keys.sorted() where !done.contains(at) {
      let members = unit(of: at).sorted(by: isEarlier)
      done.formUnion(members)
      for group in partition(members) {
        let head = group[0]
        for member in group { entries[member].head = head }
        groups[head] = group
        newHeads.insert(head)
      }
    }
    for head in oldHeads where !newHeads.contains(head) { groups[head] = nil }
    let moved = done.filter { entries[$0].head != touched[$0] ?? -1 }.sorted(by: isEarlier)
    return StoryAddition(
      added: added.map(place), arrivals: added.map { arrival(of: $0, touched) },
      moved: moved.map(place))
  }

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
