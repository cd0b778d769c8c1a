package import SaysoRecords
internal import SaysoStories

/// Who speaks in the reports of one story, each actor once for all of them.
package struct StoryCast: Sendable {
  /// The actors with a name, those with most statements first.
  package let actors: [ActorEntry]
  private let names: ActorNames
  private let places: [String: Int]

  /// The actor that a report has under a name as its fullest; nil for one without a name or that says
  /// nothing in the story.
  package func actor(_ name: String, in report: ReportID) -> ActorEntry? {
    guard let record = names.directory.record(of: name, in: report), record.kind != .unnamed else {
      return nil
    }
    return places[record.id.text].map { actors[$0] }
  }

  /// The actors of a speaker: one, or those of a group; none where nobody is known by name.
  package func actors(of speaker: Speaker?, in report: ReportID) -> [ActorEntry] {
    guard let speaker else { return [] }
    let own = speaker.members.isEmpty ? [speaker.actor].compactMap { $0 } : speaker.members
    return own.compactMap { actor($0, in: report) }
  }

  /// The one name for all reports of what a report names; its own where it is nobody known.
  package func name(_ name: String, in report: ReportID) -> String { names.name(report, name) }
}

extension Desk {
  /// Who speaks in some reports, which are all of one story.
  package func cast(of reads: [ReadReport], story: String) throws -> StoryCast {
    let names = ActorNames(reads, story: story, decisions: try ledger.actorDecisions())
    return StoryCast(names, ActorEntry.all(in: reads, names))
  }
}

extension StoryCast {
  fileprivate init(_ names: ActorNames, _ actors: [ActorEntry]) {
    self.names = names
    self.actors = actors
    places = Dictionary(
      actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
