package import SaysoRecords

/// How far the index of stories has come.
package struct StoryState: Hashable, Sendable {
  /// What made the index; nil where there is none yet.
  package let stamp: String?
  /// How often it was written: two that write at once must not both build on the same.
  package let generation: Int
  /// Reports that it has yet to take in.
  package let pending: Int
}

/// What is compared of a report, as bytes that its maker alone reads.
package struct StorySketch: Hashable, Sendable {
  /// The report.
  package let report: ReportID
  /// By which it is grouped.
  package let features: [UInt8]
  /// By which copies are found.
  package let shingles: [UInt8]
  /// How many shingles its text has.
  package let shingleCount: Int

  /// A sketch from its parts.
  package init(report: ReportID, features: [UInt8], shingles: [UInt8], shingleCount: Int) {
    self.report = report
    self.features = features
    self.shingles = shingles
    self.shingleCount = shingleCount
  }
}

/// A report's link to an earlier one of its event.
package struct KeptStoryLink: Hashable, Sendable {
  /// The earlier report.
  package let earlier: ReportID
  /// Log-odds of one event.
  package let odds: Float

  /// A link from its parts.
  package init(earlier: ReportID, odds: Float) {
    self.earlier = earlier
    self.odds = odds
  }
}

/// Two reports that have text of each other.
package struct KeptCopyLink: Hashable, Sendable {
  /// One of the two.
  package struct Side: Hashable, Sendable {
    /// The report.
    package let report: ReportID
    /// Its shingles.
    package let count: Int
    /// The share of its words that stand in the other, 0...1.
    package let taken: Double

    /// A side from its parts.
    package init(report: ReportID, count: Int, taken: Double) {
      self.report = report
      self.count = count
      self.taken = taken
    }
  }

  /// One side.
  package let first: Side
  /// The other.
  package let second: Side
  /// Shingles in both.
  package let shared: Int

  /// A link from its parts.
  package init(first: Side, second: Side, shared: Int) {
    self.first = first
    self.second = second
    self.shared = shared
  }
}

/// A story as far as it is asked for by name.
package struct StoryHead: Hashable, Sendable {
  /// What it is known by.
  package let id: String
  /// What it is called.
  package let name: String

  /// A story's id and name.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A story without its reports.
package struct StoryRow: Hashable, Sendable {
  /// What it is known by.
  package let id: String
  /// What it is called.
  package let name: String
  /// The day of its first report.
  package let first: CalendarDate?
  /// The day of its last report.
  package let last: CalendarDate?
  /// How many reports it has.
  package let reports: Int
  /// How many of them are independent.
  package let origins: Int
  /// Who published them, ascending.
  package let outlets: [String]

  /// A story from its parts.
  package init(
    id: String, name: String, first: CalendarDate?, last: CalendarDate?, reports: Int,
    origins: Int, outlets: [String]
  ) {
    self.id = id
    self.name = name
    self.first = first
    self.last = last
    self.reports = reports
    self.origins = origins
    self.outlets = outlets
  }
}

/// What an addition changed in the index of stories.
package struct StoryChanges: Sendable {
  /// The sketches of the reports taken in, in place of those that they had.
  package var sketches: [StorySketch] = []
  /// Links of reports, the best first, in place of those that they had.
  package var links: [(report: ReportID, links: [KeptStoryLink])] = []
  /// All copy links of the reports taken in, in place of those that they had.
  package var copies: [KeptCopyLink] = []
  /// Reports whose story is another than before.
  package var places: [(report: ReportID, story: String)] = []
  /// Stories that are new or changed.
  package var stories: [StoryRow] = []
  /// Stories that are no more.
  package var gone: [String] = []

  /// No changes.
  package init() {}
}

/// A report as the index of stories holds it.
package struct IndexedReport: Sendable {
  /// Its sketch.
  package let sketch: StorySketch
  /// Its story.
  package let story: String
  /// Its links to earlier reports, the best first.
  package var links: [KeptStoryLink]
}

/// A report as far as copies and names of stories need it.
package struct ReportOutline: Hashable, Sendable {
  /// The report.
  package let id: ReportID
  /// Its headline.
  package let title: String?
  /// Its text, where it has no headline.
  package let text: String?
  /// Who published it.
  package let outlet: String?
  /// The wire service that it credits.
  package let agency: String?
  /// When.
  package let published: PublicationTime?
  /// How many shingles its text has; 0 for one that the index has not taken in.
  package let shingleCount: Int
}
