package import SaysoRecords

/// What a person decided about actors; applied again whenever the directory is built.
///
/// A decision names actors by a name, in all reports or in one, never by a record's id, so that it
/// holds for reports that are read later. Decisions are applied by their numbers: where two
/// contradict each other, the later one holds.
package struct ActorDecision: Hashable, Sendable {
  /// A name in all reports, or in one.
  package struct Reference: Hashable, Sendable {
    /// The name as it stands in reports; accents and capitals do not matter.
    package let name: String
    /// The one report that is meant; nil for all.
    package let report: ReportID?
    /// A name, in a report or anywhere.
    package init(_ name: String, in report: ReportID? = nil) {
      self.name = name
      self.report = report
    }
  }

  /// What is decided.
  package enum Action: Hashable, Sendable {
    /// Both are one actor.
    case merge(Reference, Reference)
    /// This one is an actor apart from whatever it was joined with.
    case split(Reference)
    /// The record that holds it is shown under this name.
    case rename(Reference, String)
  }

  /// The decision's place in the order of deciding.
  package let number: Int
  /// What is decided.
  package let action: Action

  /// A decision.
  package init(number: Int, _ action: Action) {
    self.number = number
    self.action = action
  }
}
