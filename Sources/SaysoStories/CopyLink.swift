package import SaysoRecords

/// How much two reports have of each other's text.
package struct CopyLink: Sendable, Hashable {
  /// What the two are to each other.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Each has most of the other: a copy, edited or retitled.
    case same
    /// Most of the first stands in the second, which has more.
    case part
    /// Most of the second stands in the first, which has more.
    case contains
    /// A passage of some size, or a long quotation, stands in both; neither has most of the other.
    case shares
  }

  /// One report's side of a link.
  package struct Side: Sendable, Hashable {
    /// The report.
    package let id: ReportID
    /// How many shingles it has.
    package let count: Int
    /// The share of its words outside quotations that stand, in runs of three or more, in the other
    /// report, 0...1; of all words, where nearly all are quoted.
    package let taken: Double

    /// A side from its parts.
    package init(_ id: ReportID, count: Int, taken: Double) {
      self.id = id
      self.count = count
      self.taken = taken
    }
  }

  /// The report whose id sorts first.
  package let first: Side
  /// The other.
  package let second: Side
  /// Shingles that stand in both, quotations too.
  package let shared: Int

  /// A link of two reports, given in either order.
  package init(_ a: Side, _ b: Side, shared: Int) {
    precondition(shared <= min(a.count, b.count), "no more can be shared than each has")
    (first, second) = a.id < b.id ? (a, b) : (b, a)
    self.shared = shared
  }

  /// The share of the first report's shingles that stand in the second, 0...1.
  package var firstInSecond: Double { CopyLink.share(shared, of: first.count) }
  /// The share of the second report's shingles that stand in the first, 0...1.
  package var secondInFirst: Double { CopyLink.share(shared, of: second.count) }
  /// What stands in both as a share of what stands in either (Jaccard), 0...1.
  package var jaccard: Double { CopyLink.share(shared, of: first.count + second.count - shared) }

  /// Whether one has most of the other's running text, so that the two are no independent reports.
  package var isCopy: Bool { max(first.taken, second.taken) >= CopyLink.most }

  /// What the two are to each other.
  package var kind: Kind {
    guard isCopy else { return .shares }
    if min(first.taken, second.taken) >= CopyLink.mutual { return .same }
    return first.taken >= second.taken ? .part : .contains
  }

  /// The side of a report, which must be one of the two.
  package func side(of id: ReportID) -> Side { first.id == id ? first : second }

  /// The other side.
  package func side(besides id: ReportID) -> Side { first.id == id ? second : first }

  /// From this share of its running words on a report is another's copy.
  ///
  /// "Most" by its meaning, and what was measured leaves room: of 840 copies of PolNeAR train with up to
  /// 40 % of the words edited 837 have more (99 of 100 more than 0.53), of 204 pairs of BASIL's
  /// independent reports of one event none has more than 0.27 (`sayso-evaluate copies`).
  package static let most = 0.5
  /// From this share of both on two reports are one text; above a half, so that a text made of two
  /// others cannot be one with both (the two shares would add up to more than the whole).
  package static let mutual = 0.6
  /// From this share of the shorter text's shingles on a passage in both is worth a link: well below
  /// the 0.3 that nearly all edited copies have.
  package static let passage = 0.1
  /// Such a passage has at least this many shingles, or half of the shorter text's.
  package static let passageCount = 20

  /// Whether so much is shared that it is worth a link.
  static func isWorthIt(shared: Int, shorter: Int) -> Bool {
    shared > 0 && share(shared, of: shorter) >= passage
      && shared >= min(passageCount, (shorter + 1) / 2)
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
