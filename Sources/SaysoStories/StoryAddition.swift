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
  /// A story with its reports by publication.
  package struct Group: Hashable, Sendable {
    /// The story.
    package let id: StoryID
    /// Its reports.
    package let reports: [ReportID]
  }

  /// The stories whose reports are not those of before, or were put anew, by id.
  package let changed: [Group]
  /// The stories that are no more, by id.
  package let gone: [StoryID]
  /// Every report whose links are not those of before, the added ones included, by publication.
  package let relinked: [ReportID]
}

/// A link of a report to an earlier one.
package struct StoryLink: Hashable, Sendable {
  /// The earlier report.
  package let earlier: ReportID
  /// Log-odds that the two are of one event.
  package let odds: Float

  /// A link from its parts.
  package init(earlier: ReportID, odds: Float) {
    self.earlier = earlier
    self.odds = odds
  }
}
