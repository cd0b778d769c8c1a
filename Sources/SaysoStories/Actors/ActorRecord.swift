package import SaysoRecords

/// What an actor is.
package enum ActorKind: String, Sendable, CaseIterable {
  /// A person.
  case person
  /// An office without its holder ("Kremlin spokesman").
  case office
  /// A ministry, a firm, a party, an alliance.
  case body
  /// A state, by whatever its government is called.
  case state
  /// People taken together ("Republicans", "South Koreans").
  case group
  /// Who publishes reports.
  case outlet
  /// A place that is only told of.
  case place
  /// A speaker without a name; never one with another report's.
  case unnamed
  /// What the name does not tell.
  case unknown

  /// Whether words without a name describe one body ("the harbour ministry", not "an official").
  package static func isBody(_ description: String) -> Bool {
    let words = description.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    return !ActorReading.indefinite.contains(first) && bodies.contains(last)
  }

  /// What bodies are called that have no name of their own in a report.
  private static let bodies: Set<String> = [
    "administration", "agency", "army", "association", "authority", "bank", "board", "bureau",
    "cabinet", "coastguard", "command", "commission", "committee", "company", "council", "court",
    "department", "directorate", "embassy", "federation", "firm", "foundation", "government",
    "guard", "hospital", "institute", "ministry", "military", "navy", "office", "organisation",
    "organization", "parliament", "party", "police", "regulator", "service", "staff", "treasury",
    "union", "university",
  ]
}

/// Why two names are taken for one actor.
package enum MergeRule: String, Sendable, CaseIterable {
  /// The names are written alike, but for accents, articles and a firm's legal form.
  case sameName
  /// The same name from another script, written otherwise.
  case transliteration
  /// One name has an initial, a short given name or no middle name.
  case shorterName
  /// A family name beside the office that just one bearer holds.
  case surnameAndOffice
  /// An office ("Harl's president") that just one person in the story, or near in time, holds.
  case officeHolder
  /// A family name that just one person in the story, or near in time, has.
  case loneSurname
  /// The capitals of a name.
  case acronym
  /// A state or its people with a word for a body ("South Korea's spy agency").
  case stateAndBody
  /// A report says beside the name what the body is ("Harl's spy agency, the Office of Tides").
  case saidSo
  /// A place from where a government rules, used for the government.
  case seatOfGovernment
  /// An adjective of a people.
  case demonym
  /// The built-in tables list both names.
  case seedTable
  /// A shorter form of a body's name, in the same story.
  case shorterBody
  /// A person decided so.
  case decision
}

/// Why a name belongs to a record.
package struct MergeEvidence: Hashable, Sendable {
  /// The one name.
  package let first: String
  /// The other name.
  package let second: String
  /// The rule that joined them.
  package let rule: MergeRule
  /// The words that show it: a form, an office, an entry of a table.
  package let words: String
}

/// Names an actor record; the same as long as the name that it is anchored in is the same.
package struct ActorID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as text.
  package let text: String
  /// An id from its text.
  package init(_ text: String) { self.text = text }
  /// The id as text.
  package var description: String { text }
  /// By text.
  package static func < (a: ActorID, b: ActorID) -> Bool { a.text < b.text }
}

/// An actor across reports.
package struct ActorRecord: Hashable, Sendable {
  /// A name with how often it stands in all reports.
  package struct Alias: Hashable, Sendable {
    /// The words.
    package let words: String
    /// How often.
    package let count: Int
  }

  /// An office with the days between which reports tell of it.
  package struct Office: Hashable, Sendable {
    /// The commonest words for it.
    package let words: String
    /// Whose: a state's code or a body's name; empty where no report says.
    package let owner: String
    /// The role.
    package let role: String
    /// Whether reports call it a former one.
    package let isFormer: Bool
    /// The first day; nil where no report has a day.
    package let first: CalendarDate?
    /// The last day.
    package let last: CalendarDate?
  }

  /// One report's actor that belongs here.
  package struct Member: Hashable, Sendable, Comparable {
    /// The report.
    package let report: ReportID
    /// The actor's name in it.
    package let name: String
    /// By report, then by name.
    package static func < (a: Member, b: Member) -> Bool {
      (a.report.text, a.name) < (b.report.text, b.name)
    }
  }

  /// What it is known by.
  package let id: ActorID
  /// The name to show.
  package let name: String
  /// What it is.
  package let kind: ActorKind
  /// The code of the state that it is or is of; nil when unknown.
  package let state: String?
  /// All forms, the commonest first.
  package let aliases: [Alias]
  /// Offices, the earliest first.
  package let offices: [Office]
  /// The reports' actors that belong here, by report.
  package let members: [Member]
  /// Why they belong together.
  package let evidence: [MergeEvidence]
  /// Whether it may be one with another record and the reports do not tell: a family name that
  /// several persons have, or a ministry of a state that is not said.
  package let isDoubtful: Bool
}
