internal import Sayso
internal import SaysoRecords

/// What records are called in linked data, and what they are, as far as is known.
enum LinkedNames {
  /// A report: its address on the web or, where it has none, ``report(_:)``.
  static func page(_ report: Report) -> String {
    WebLink.address(report.url) ?? self.report(report.id)
  }

  /// A report as the ledger holds it.
  static func report(_ id: ReportID) -> String { urn("report", id.text) }

  /// A statement.
  static func statement(_ id: StatementID) -> String { urn("statement", id.text) }

  /// A claim.
  static func claim(_ id: ClaimID) -> String { urn("claim", id.text) }

  /// An actor.
  static func actor(_ actor: ActorEntry) -> String { urn("actor", actor.id) }

  private static func urn(_ kind: String, _ id: String) -> String {
    "urn:sayso:\(kind):" + PercentCode.text(id)
  }

  /// What an actor is said to be in other vocabularies.
  ///
  /// An office, a group or a name of unknown kind is none of these: the unknown is never called a
  /// person.
  enum Kind {
    case person
    case organization
    case state
    case unknown

    init(_ actor: ActorEntry) {
      switch actor.kind {
      case "person": self = .person
      case "body", "outlet": self = .organization
      case "state": self = .state
      default: self = .unknown
      }
    }
  }
}
