package import SaysoRecords

/// Finds, for each report that is added, the earlier reports that have much of its text or whose text
/// it has much of.
///
/// Candidates are found by an eighth of all shingles, those with the lowest hashes, the same in every
/// text (the "modulo" sampling of Broder 1997; Irber et al. 2022). Winnowing (Schleimer, Wilkerson and
/// Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003) promises that each shared
/// run of a certain length is found, but picks by the neighbourhood, which edits of single words
/// change; a news copy is edited that way. The reports of which the sample promises enough are then
/// compared shingle by shingle.
///
/// The cost of a report does not grow with their number but for the caches of the machine: a shingle
/// leads to at most `ShinglePostings.capacity` reports, and a report looks at no more than ``budget``
/// of them, by the hashes of the shingles, so that what is looked at is a fair sample. Memory: about 4 bytes a shingle and 2 for the index.
///
/// Links do not depend on the order of adding as long as no text that is shared stands in more reports
/// than a shingle leads to; beyond, the later copies link to the first ones and not to each other, so
/// that the groups (``CopyGroups``) are the same. Links that are no copies are given for the
/// ``passages`` most promising reports only.
package struct CopyIndex: Sendable {
  private var numbers: [ReportID: Int] = [:]
  private var ids: [ReportID] = []
  private var sets: [ShingleSet] = []
  /// Shingles of each report; 0 for one that was taken out.
  private var counts: [UInt32] = []
  private var postings = ShinglePostings()

  // Memory that is used again; empty, or zero, between calls.
  private var tallies: [UInt16] = []
  private var touched: [UInt32] = []
  private var entries: [ShinglePostings.Entry] = []
  private var comparison = ShingleComparison()

  /// How often the range of hashes is halved for the sample: an eighth.
  static let sampleHalvings = 3
  /// Most report numbers that are looked at for one report: above what 90 shingles in the sample, as
  /// a report of 700 words has, lead to at most, so that only long texts are cut short.
  static let budget = 4096
  /// Most reports that are compared for the sake of a passage alone; with four a report costs 1.8 to
  /// 2.0 times as much at 100,000 reports as at 1,000 (`sayso-evaluate copies --growth 100000`).
  static let passages = 4

  /// An index of no reports.
  package init() {}

  /// How many reports it has.
  package var count: Int { numbers.count }

  /// The shingles of a report that was added.
  package func shingles(of id: ReportID) -> ShingleSet? { numbers[id].map { sets[$0] } }

  /// Adds a report, in place of what it had under this id, and gives its links to those added before,
  /// the largest shared text first.
  @discardableResult
  package mutating func add(_ id: ReportID, _ shingles: ShingleSet) -> [CopyLink] {
    remove(id)
    let sample = CopyIndex.sample(shingles)
    let links = links(of: id, shingles, sample: sample)
    insert(id, shingles, sample)
    return links
  }

  /// Takes a report up again whose links are known.
  package mutating func restore(_ id: ReportID, _ shingles: ShingleSet) {
    remove(id)
    insert(id, shingles, CopyIndex.sample(shingles))
  }

  private mutating func insert(_ id: ReportID, _ shingles: ShingleSet, _ sample: [UInt32]) {
    numbers[id] = ids.count
    ids.append(id)
    sets.append(shingles)
    counts.append(UInt32(shingles.count))
    tallies.append(0)
    postings.insert(sample, report: UInt32(ids.count - 1))
  }

  /// Takes a report out, if it is in.
  package mutating func remove(_ id: ReportID) {
    guard let number = numbers.removeValue(forKey: id) else { return }
    sets[number] = ShingleSet(hashes: [], halvings: 0)
    counts[number] = 0
  }

  /// The share of a passage's shingles that stand in a report, 0...1; nil where the report is not in
  /// the index or nothing can be compared.
  ///
  /// It tells whether a statement of one report stands in another word for word, also where the
  /// reports as a whole are no copies.
  package func share(of passage: ShingleSet, in id: ReportID) -> Double? {
    shingles(of: id).flatMap { passage.share(in: $0) }
  }

  /// The hashes by which a text is found, odd as the index wants them, ascending.
  private static func sample(_ shingles: ShingleSet) -> [UInt32] {
    let ceiling = ShingleSet.ceiling(sampleHalvings)
    return shingles.hashes.compactMap { $0 <= ceiling ? $0 | 1 : nil }.sorted()
  }

  private mutating func links(
    of id: ReportID, _ shingles: ShingleSet, sample: [UInt32]
  ) -> [CopyLink] {
    let candidates = candidates(shingles, sample: sample)
    guard !candidates.isEmpty else { return [] }
    comparison.begin(shingles)
    var links: [CopyLink] = []
    for number in candidates {
      let overlap = comparison.overlap(with: sets[number])
      let shorter = min(overlap.ownCount, overlap.otherCount)
      guard CopyLink.isWorthIt(shared: overlap.shared, shorter: shorter) else { continue }
      links.append(
        CopyLink(
          .init(id, count: overlap.ownCount, taken: overlap.ownTaken),
          .init(ids[number], count: overlap.otherCount, taken: overlap.otherTaken),
          shared: overlap.shared))
    }
    return links.sorted {
      ($1.shared, $0.side(besides: id).id) < ($0.shared, $1.side(besides: id).id)
    }
  }

  /// The reports that the sample tells to compare with: all that may be copies, and of those that
  /// share less the most promising, since there is no end of reports that share a quotation.
  private mutating func candidates(_ shingles: ShingleSet, sample: [UInt32]) -> [Int] {
    entries.removeAll(keepingCapacity: true)
    postings.find(sample, in: &entries)
    guard !entries.isEmpty else { return [] }
    var looked = entries.count
    if entries.reduce(0, { $0 + $1.count }) > CopyIndex.budget {
      var rest = CopyIndex.budget
      looked =
        entries.prefix { entry in
          rest -= entry.count
          return rest >= 0
        }.count
    }
    touched.removeAll(keepingCapacity: true)
    postings.tally(entries[..<looked], into: &tallies, touched: &touched)
    // How many shingles a hit stands for; what is in no other report was looked at as well.
    let seen = sample.count - (entries.count - looked)
    let scale = Double(sample.count << CopyIndex.sampleHalvings) / Double(max(1, seen))
    var chosen: [Int] = []
    var lesser: [(share: Double, number: Int)] = []
    for touched in touched {
      let number = Int(touched)
      let hits = tallies[number]
      tallies[number] = 0
      let shorter = min(shingles.count, Int(counts[number]))
      guard shorter > 0, hits > 1 || shorter < CopyIndex.short else { continue }
      let share = Double(hits) * scale / Double(shorter)
      if CopyIndex.mayBeCopy(share: share, of: Double(shorter) / scale) {
        chosen.append(number)
      } else if share >= CopyLink.passage {
        lesser.append((share, number))
      }
    }
    lesser.sort { ($1.share, ids[$0.number]) < ($0.share, ids[$1.number]) }
    return chosen + lesser.prefix(CopyIndex.passages).map(\.number)
  }

  /// A text with fewer shingles than this is compared at the first hit: ten in the sample.
  private static let short = 80

  /// Whether a share of a sample of so many shingles is not below that of a copy by more than two
  /// standard errors.
  private static func mayBeCopy(share: Double, of sample: Double) -> Bool {
    if share >= leastCopied { return true }
    let below = leastCopied - share
    return below * below * sample <= 4 * leastCopied * (1 - leastCopied)
  }

  /// The share of the shorter text's shingles that 99 of 100 copies of PolNeAR train with up to 40 %
  /// of their words edited have at least (`sayso-evaluate copies`).
  private static let leastCopied = 0.3
}
