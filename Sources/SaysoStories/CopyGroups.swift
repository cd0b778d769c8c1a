package import SaysoRecords

/// What is known of a report when copies are gathered.
package struct CopiedReport: Sendable, Hashable {
  /// The report.
  package let id: ReportID
  /// When it was published, where it says so.
  package let published: PublicationTime?
  /// Who published it.
  package let outlet: String?
  /// The wire service that it credits.
  package let agency: String?
  /// How many shingles its text has.
  package let count: Int

  /// A report from its parts.
  package init(
    id: ReportID, published: PublicationTime?, outlet: String?, agency: String?, count: Int
  ) {
    self.id = id
    self.published = published
    self.outlet = outlet
    self.agency = agency
    self.count = count
  }

  /// A report with its shingles.
  package init(_ report: Report, _ shingles: ShingleSet) {
    self.init(
      id: report.id, published: report.published, outlet: report.outlet, agency: report.agency,
      count: shingles.count)
  }
}

/// The reports of one origin: one text and its copies.
package struct CopyGroup: Sendable, Hashable {
  /// A report of the group.
  package struct Member: Sendable, Hashable {
    /// The report.
    package let report: CopiedReport
    /// The link by which it is here, to an earlier report where there is one; nil for the earliest.
    package let link: CopyLink?
  }

  /// The reports, the earliest first: by time of publication, a day without a time of day after all
  /// times of that day, reports without a date last; at one time the longer first, then by id.
  package let members: [Member]

  /// The earliest report of the group.
  package var earliest: CopiedReport { members[0].report }

  /// Who ran it, each outlet once, in the order of the reports.
  package var outlets: [String] {
    var seen: Set<String> = []
    return members.compactMap(\.report.outlet).filter { seen.insert($0).inserted }
  }
}

/// Gathers reports into groups of one origin; the result depends on the set of reports and links,
/// not on their order.
///
/// Reports of which each has most of the other (``CopyLink/Kind/same``) are one group, through any
/// number of hands. Of what is left, each group is put to the one earlier report that it takes the
/// largest text from, if that is most of its own text, or if it has most of the earlier one and that
/// makes up at least ``mainPart`` of its own. So a report that is made of two independent ones goes to
/// one of them and does not make the two one, and a long report that takes in a short one whole stays
/// an origin. Passages that are merely shared (a quotation, a boilerplate) gather nothing.
package struct CopyGroups: Sendable, Hashable {
  /// The groups, also those of one report, by their earliest reports.
  package let groups: [CopyGroup]
  private let places: [ReportID: Int]
  /// The reports of each outlet and agency by its folded name, as ``ranked(_:)`` orders them.
  let publishers: [String: [CopiedReport]]

  /// From this share of its running words on an earlier text that was taken in whole makes a report
  /// its copy.
  package static let mainPart = 0.33

  /// Gathers reports by their links; links to reports that are not given do not count.
  package init(_ reports: [CopiedReport], _ links: [CopyLink]) {
    let ranked = CopyGroups.ranked(reports)
    var ranks: [ReportID: Int] = [:]
    for (rank, report) in ranked.enumerated() { ranks[report.id] = rank }
    // By ranks, so that the smaller is the earlier.
    let copies = links.filter(\.isCopy).compactMap { link -> Copy? in
      guard let a = ranks[link.first.id], let b = ranks[link.second.id], a != b else { return nil }
      return Copy(earlier: min(a, b), later: max(a, b), link: link)
    }.sorted()
    var forest = RankForest(count: ranked.count)
    for copy in copies where copy.link.kind == .same { forest.join(copy.earlier, copy.later) }
    // Of each group, the best text that it takes from an earlier group.
    var sources: [Int: Copy] = [:]
    for copy in copies where copy.link.kind != .same {
      let taker = forest.root(copy.later)
      guard forest.root(copy.earlier) < taker else { continue }
      let received = copy.link.side(of: ranked[copy.later].id).taken
      let given = copy.link.side(of: ranked[copy.earlier].id).taken
      guard received >= CopyLink.most || (given >= CopyLink.most && received >= CopyGroups.mainPart)
      else { continue }
      if let best = sources[taker], best.link.shared >= copy.link.shared { continue }
      sources[taker] = copy
    }
    for (_, copy) in sources.sorted(by: { $0.key < $1.key }) {
      forest.join(copy.earlier, copy.later)
    }
    self.init(ranked, copies, &forest)
  }

  private init(_ ranked: [CopiedReport], _ copies: [Copy], _ forest: inout RankForest) {
    // For each report the link with the most text, to an earlier report where there is one.
    var best: [Int: CopyLink] = [:]
    for copy in copies where forest.root(copy.earlier) == forest.root(copy.later) {
      if best[copy.later].map({ $0.shared < copy.link.shared }) ?? true {
        best[copy.later] = copy.link
      }
    }
    for copy in copies where forest.root(copy.earlier) == forest.root(copy.later) {
      if best[copy.earlier] == nil { best[copy.earlier] = copy.link }
    }
    var members: [Int: [CopyGroup.Member]] = [:]
    for (rank, report) in ranked.enumerated() {
      let root = forest.root(rank)
      members[root, default: []].append(
        CopyGroup.Member(report: report, link: rank == root ? nil : best[rank]))
    }
    groups = members.sorted { $0.key < $1.key }.map { CopyGroup(members: $0.value) }
    var places: [ReportID: Int] = [:]
    for (place, group) in groups.enumerated() {
      for member in group.members { places[member.report.id] = place }
    }
    self.places = places
    var publishers: [String: [CopiedReport]] = [:]
    for report in ranked {
      for name in Set([report.outlet, report.agency].compactMap { $0.map(CopyGroups.folded) })
      where !name.isEmpty { publishers[name, default: []].append(report) }
    }
    self.publishers = publishers
  }

  /// The group of a report.
  package func group(of id: ReportID) -> CopyGroup? { places[id].map { groups[$0] } }

  /// How many origins some reports have.
  package func originCount(of ids: some Sequence<ReportID>) -> Int {
    Set(ids.compactMap { places[$0] }).count
  }

  /// Reports in the order in which a group lists them, each id once.
  static func ranked(_ reports: [CopiedReport]) -> [CopiedReport] {
    var seen: Set<ReportID> = []
    return reports.map { (report: $0, moment: PublicationMoment($0.published)) }
      .sorted { a, b in
        (a.moment, b.report.count, a.report.id) < (b.moment, a.report.count, b.report.id)
      }
      .map(\.report)
      .filter { seen.insert($0.id).inserted }
  }

  /// A link of two reports by their ranks; sorted by ranks.
  private struct Copy: Comparable {
    let earlier: Int
    let later: Int
    let link: CopyLink
    static func < (a: Copy, b: Copy) -> Bool { (a.earlier, a.later) < (b.earlier, b.later) }
    static func == (a: Copy, b: Copy) -> Bool { (a.earlier, a.later) == (b.earlier, b.later) }
  }
}

/// Sets of ranks that are joined; the root of a set is its smallest rank.
struct RankForest {
  private var parents: [Int]

  /// Each rank by itself.
  init(count: Int) { parents = Array(0..<count) }

  /// The smallest rank of the set of a rank.
  mutating func root(_ rank: Int) -> Int {
    var rank = rank
    while parents[rank] != rank {
      parents[rank] = parents[parents[rank]]
      rank = parents[rank]
    }
    return rank
  }

  /// Makes two sets one.
  mutating func join(_ a: Int, _ b: Int) {
    let a = root(a)
    let b = root(b)
    parents[max(a, b)] = min(a, b)
  }
}

/// When a report was published, for putting reports in order.
struct PublicationMoment: Comparable {
  private let day: Int
  private let second: Int

  /// The moment of a publication time, in UTC where it states a zone.
  ///
  /// A day without a time stands after all times of that day: a missing time of day must make no
  /// report the first. No time at all stands after all.
  init(_ time: PublicationTime?) {
    guard let time else {
      (day, second) = (Int.max, 0)
      return
    }
    guard let second = PublicationMoment.second(Array(time.iso.utf8.dropFirst(10))) else {
      (day, self.second) = (time.date.dayNumber, 86_400)
      return
    }
    let shift = second < 0 ? -1 : second / 86_400
    day = time.date.dayNumber + shift
    self.second = second - shift * 86_400
  }

  /// The second of the day in UTC by `T09:23:46.5+02:00`; can lie outside of the day.
  private static func second(_ text: [UInt8]) -> Int? {
    func number(_ from: Int) -> Int? {
      guard from + 2 <= text.count, (48...57).contains(text[from]),
        (48...57).contains(text[from + 1])
      else { return nil }
      return Int(text[from] - 48) * 10 + Int(text[from + 1] - 48)
    }
    guard text.first == UInt8(ascii: "T"), let hour = number(1), let minute = number(4) else {
      return nil
    }
    let second = text.count > 6 && text[6] == UInt8(ascii: ":") ? number(7) ?? 0 : 0
    var zone = 0
    let sign = text.lastIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    if let sign, let hours = number(sign + 1) {
      let minutes = number(sign + 4) ?? number(sign + 3) ?? 0
      zone = (hours * 60 + minutes) * 60 * (text[sign] == UInt8(ascii: "+") ? 1 : -1)
    }
    return (hour * 60 + minute) * 60 + second - zone
  }

  static func < (a: PublicationMoment, b: PublicationMoment) -> Bool {
    (a.day, a.second) < (b.day, b.second)
  }
}
