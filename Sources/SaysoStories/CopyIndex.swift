package import SaysoRecords

/// Finds, for each report that is added, the earlier reports that have much of its text or whose text
/// it has much of.
///
/// Candidates are found by an eighth of all shingles, those with the lowest hashes, the same in every
/// text (the "modulo" sampling of Broder 1997; Irber et al. 2022). Winnowing (Schleimer, Wilkerson and
/// Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003) promises that each shared
/// run of a certain length is found, but picks by the neighbourhood, which edits of single words
/// change; a news copy is edited that way. What the sample promises enough of is then compared
/// exactly, shingle by shingle.
///
/// The cost of a report does not grow with their number but for the caches of the machine: a shingle
/// leads to at most `ShinglePostings.capacity` reports, and a report looks at no more than ``budget``
/// of them, the rarest shingles first. Memory: about 4 bytes a shingle and 2 for the index.
package struct CopyIndex: Sendable {
  private var numbers: [ReportID: Int] = [:]
  private var ids: [ReportID] = []
  private var sets: [ShingleSet] = []
  private var postings = ShinglePostings()

  // Memory that is used again; empty, or zero, between calls.
  private var tallies: [UInt16] = []
  private var touched: [UInt32] = []
  private var entries: [ShinglePostings.Entry] = []
  private var comparison = ShingleComparison()

  /// How often the range of hashes is halved for the sample: an eighth.
  static let sampleHalvings = 3
  /// Most report numbers that are looked at for one report.
  static let budget = 4096

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
    numbers[id] = ids.count
    ids.append(id)
    sets.append(shingles)
    tallies.append(0)
    postings.insert(sample, report: UInt32(ids.count - 1))
    return links
  }

  /// Takes a report out, if it is in.
  package mutating func remove(_ id: ReportID) {
    guard let number = numbers.removeValue(forKey: id) else { return }
    sets[number] = ShingleSet(hashes: [], halvings: 0)
  }

  /// The share of a passage's words that stand in a report, 0...1, by shingles; nil where the report
  /// is not in the index or nothing can be compared.
  ///
  /// It tells whether a statement of one report stands in another word for word, also where the
  /// reports as a whole are no copies.
  package func share(of passage: ShingleSet, in id: ReportID) -> Double? {
    shingles(of: id).flatMap { passage.share(in: $0) }
  }

  private static func sample(_ shingles: ShingleSet) -> [UInt32] {
    let ceiling = ShingleSet.ceiling(sampleHalvings)
    return shingles.hashes.compactMap { $0 <= ceiling ? $0 | 1 : nil }
  }

  private mutating func links(
    of id: ReportID, _ shingles: ShingleSet, sample: [UInt32]
  ) -> [CopyLink] {
    entries.removeAll(keepingCapacity: true)
    postings.find(sample, in: &entries)
    guard !entries.isEmpty else { return [] }
    var looked = entries.count
    if entries.reduce(0, { $0 + $1.count }) > CopyIndex.budget {
      entries.sort { $0.count < $1.count }
      var rest = CopyIndex.budget
      looked = entries.prefix { rest -= $0.count; return rest >= 0 }.count
    }
    touched.removeAll(keepingCapacity: true)
    postings.tally(entries[..<looked], into: &tallies, touched: &touched)
    let filter = CandidateFilter(
      count: shingles.count, sample: sample.count, left: entries.count - looked)
    var hasBegun = false
    var links: [CopyLink] = []
    for number in touched {
      let hits = Int(tallies[Int(number)])
      tallies[Int(number)] = 0
      let other = sets[Int(number)]
      guard filter.accepts(hits: hits, count: other.count) else { continue }
      if !hasBegun {
        comparison.begin(shingles)
        hasBegun = true
      }
      let overlap = comparison.overlap(with: other)
      guard
        CopyLink.isWorthIt(
          shared: overlap.shared, shorter: min(overlap.ownCount, overlap.otherCount))
      else { continue }
      links.append(
        CopyLink(
          .init(id, count: overlap.ownCount, taken: overlap.ownTaken),
          .init(ids[Int(number)], count: overlap.otherCount, taken: overlap.otherTaken),
          shared: overlap.shared))
    }
    return links.sorted {
      ($1.shared, $0.side(besides: id).id) < ($0.shared, $1.side(besides: id).id)
    }
  }
}

/// Whether the sample promises that two texts share a passage, so that comparing them is worth it.
struct CandidateFilter {
  /// Shingles of the report that is added.
  let count: Int
  /// Those of them in the sample.
  let sample: Int
  /// Those in the sample that were left unlooked at.
  let left: Int

  /// Whether a report of `count` shingles, of which `hits` were found, is worth comparing.
  func accepts(hits: Int, count other: Int) -> Bool {
    guard other > 0 else { return false }
    let looked = Double(max(1, sample - left))
    let scale = Double(1 << CopyIndex.sampleHalvings) * Double(max(1, sample)) / looked
    let expected = Double(hits) * scale
    let shorter = Double(min(count, other))
    return expected >= CandidateFilter.slack * CopyLink.passage * shorter
      && (hits > 1 || shorter < CandidateFilter.short * scale)
  }

  /// How far the sample may fall short of what is asked for.
  static let slack = 0.6
  /// A text with fewer than this many shingles in the sample is compared at the first hit.
  static let short = 10.0
}
