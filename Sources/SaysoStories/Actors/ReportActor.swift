package import SaysoRecords

/// One actor of one report, as the report alone shows it: what merging across reports starts from.
package struct ReportActor: Hashable, Sendable {
  /// A form of the name with how often it stands in the report.
  package struct Form: Hashable, Sendable {
    /// The words as they stand.
    package let words: String
    /// How often.
    package let count: Int
    /// A form and its count.
    package init(_ words: String, count: Int) {
      self.words = words
      self.count = count
    }
  }

  /// The report.
  package let report: ReportID
  /// The day on which it was published; nil when unknown.
  package let day: CalendarDate?
  /// The story that it belongs to, by any name that is the same for its reports; nil when unknown.
  package let story: String?
  /// The fullest name in the report.
  package let name: String
  /// The forms in the report, by their words.
  package let forms: [Form]
  /// What kind of name it is mostly; nil for what only speaks and is no name.
  package let type: NameType?
  /// Whether it is a name; false for descriptions ("a senior official").
  package let isNamed: Bool
  /// Whether statements or relays are its own.
  package let speaks: Bool
  /// Offices that stand beside the name, by their keys.
  package let offices: [FoundOffice]
  /// What the name has as its own in the report, by class: bodies and offices that only states have
  /// ("Harl's spy agency": `intelligence`).
  package let owns: [String]
  /// Phrases of an owner and a kind of body that the report has for it ("Harl's spy agency").
  package let described: [String]

  /// An actor from its parts; forms and offices are sorted here.
  package init(
    report: ReportID, day: CalendarDate? = nil, story: String? = nil, name: String,
    forms: [Form] = [], type: NameType?, isNamed: Bool = true, speaks: Bool = false,
    offices: [FoundOffice] = [], owns: [String] = [], described: [String] = []
  ) {
    self.report = report
    self.day = day
    self.story = story
    self.name = name
    self.forms = (forms.isEmpty ? [Form(name, count: 1)] : forms).sorted { $0.words < $1.words }
    self.type = type
    self.isNamed = isNamed
    self.speaks = speaks
    self.offices = offices.sorted { ($0.key, $0.words) < ($1.key, $1.words) }
    self.owns = Set(owns).sorted()
    self.described = Set(described).sorted()
  }
}

/// An office as the words beside a name tell it ("Ukraine's president").
package struct FoundOffice: Hashable, Sendable {
  /// Whose office: a state's code, a body's folded name, or empty where it is not said.
  package let owner: String
  /// The role in its plain form ("president", "foreign minister").
  package let role: String
  /// Whether it is one that the person no longer holds.
  package let isFormer: Bool
  /// The words as they stand.
  package let words: String

  /// An office from its parts.
  package init(owner: String, role: String, isFormer: Bool = false, words: String) {
    self.owner = owner
    self.role = role
    self.isFormer = isFormer
    self.words = words
  }

  /// Owner and role, for comparing.
  package var key: String { (isFormer ? "former " : "") + owner + " " + role }

  /// Whether it tells one person from another by itself: held now, of a stated owner.
  package var isTelling: Bool { !isFormer && !owner.isEmpty && !FoundOffice.shared.contains(role) }

  /// Roles that many hold at once.
  private static let shared: Set<String> = [
    "senator", "representative", "spokesperson", "minister", "general", "judge", "justice",
    "lawmaker", "ambassador", "official", "officer", "director", "adviser", "lawyer",
  ]
}
