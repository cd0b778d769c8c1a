internal import SaysoLedger
internal import SaysoRecords
internal import SaysoStories

/// The names of reports' actors that are one for all of the reports.
struct ActorNames: Sendable {
  /// The records.
  let directory: ActorDirectory

  /// The names over `reads`, with what a person decided.
  ///
  /// - Parameter story: the story that all reports belong to; nil where they are of several. Lone family
  ///   names and shorter names of bodies are taken for the same within a story, and without one within
  ///   days.
  init(_ reads: [ReadReport], story: String? = nil, decisions: [KeptActorDecision] = []) {
    directory = ActorDirectory(
      reads.flatMap { ReportActor.all(in: $0, story: story) },
      decisions: decisions.map { ActorDecision($0) })
  }

  /// The one name of a report's actor; its own where it is nobody known.
  func name(_ report: ReportID, _ actor: String) -> String {
    if let record = directory.record(of: actor, in: report), record.kind != .unnamed {
      return record.name
    }
    for opening in ["the ", "The "] where actor.hasPrefix(opening) {
      return String(actor.dropFirst(opening.count))
    }
    return actor
  }

  /// Whether a report's actor is known by name, here or in another report ("Marenne's spy agency").
  func isKnown(_ report: ReportID, _ actor: String) -> Bool {
    switch directory.record(of: actor, in: report)?.kind {
    case .person, .body, .state, .outlet: true
    default: false
    }
  }

  /// Whether a report's actor is one who publishes reports.
  func isOutlet(_ report: ReportID, _ actor: String) -> Bool {
    directory.record(of: actor, in: report)?.kind == .outlet
  }
}

extension ActorDecision {
  /// A kept decision as the directory takes it.
  init(_ kept: KeptActorDecision) {
    let action: Action =
      switch kept.action {
      case .merge(let a, let b): .merge(Reference(a), Reference(b))
      case .split(let name, let report): .split(Reference(name, in: report))
      case .rename(let name, let other): .rename(Reference(name), other)
      }
    self.init(number: kept.number, action)
  }
}
