/// Names a statement inside a ledger or a batch; stable for the same report, spans and model.
public struct StatementID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as text.
  public let text: String
  /// An id from its text.
  public init(_ text: String) { self.text = text }
  /// The id as text.
  public var description: String { text }
  /// By text.
  public static func < (a: StatementID, b: StatementID) -> Bool { a.text < b.text }
}

/// How much of the content stands inside quotation marks.
public enum StatementKind: String, Sendable, CaseIterable {
  /// All of it.
  case direct
  /// None of it.
  case indirect
  /// Some of it.
  case mixed
}

/// What the speaker does with the content.
///
/// `confirms` and `denies` need an explicit cue: a wrong "denies" is an accusation.
public enum Stance: String, Sendable, CaseIterable {
  /// Says it is so.
  case asserts
  /// Says that what others said is so.
  case confirms
  /// Says that it is not so.
  case denies
  /// Calls it into question.
  case doubts
  /// Refuses to say.
  case declines
  /// Asks, calls on, demands.
  case urges
  /// Will, intends, is reviewing.
  case plans
  /// May; if … then.
  case conditional
  /// Warns of it.
  case warns
  /// Condemns it.
  case condemns
  /// Backs it.
  case supports
}

/// A probability, 0...1, that a record is right.
public struct Confidence: Hashable, Sendable, Comparable {
  /// The probability.
  public let value: Double
  /// A confidence, clamped into 0...1.
  public init(_ value: Double) { self.value = min(1, max(0, value)) }
  /// By probability.
  public static func < (a: Confidence, b: Confidence) -> Bool { a.value < b.value }
}

/// Who a report says said something.
public struct Speaker: Hashable, Sendable {
  /// The words that name the speaker.
  public let passage: Passage
  /// The fullest name in this report of who it is; nil when it is unknown who speaks.
  ///
  /// An unnamed speaker has its fullest description here ("a senior official at the ministry").
  public let actor: String?
  /// Whether a name is known.
  public let named: Bool
  /// The actors of a group ("Seoul and Washington" has two); empty for a single speaker.
  public let members: [String]

  /// A speaker at a place.
  public init(passage: Passage, actor: String?, named: Bool, members: [String] = []) {
    self.passage = passage
    self.actor = actor
    self.named = named
    self.members = members
  }
}

/// One step by which a statement reached the page ("state media" in "X said, state media reported").
public struct Relay: Hashable, Sendable {
  /// The words that name the relay.
  public let passage: Passage
  /// The fullest name in this report of who it is; nil when unknown.
  public let actor: String?

  /// A relay at a place.
  public init(passage: Passage, actor: String?) {
    self.passage = passage
    self.actor = actor
  }
}

/// What of a statement a person put right.
public enum CorrectedField: String, Sendable, CaseIterable {
  /// What the speaker does with the content.
  case stance
  /// Who said it.
  case speaker
  /// What was said.
  case content
  /// The claim that it belongs to.
  case claim
}

/// Speaker, cue and content, located in one report.
public struct Statement: Hashable, Sendable {
  /// What it is known by.
  public let id: StatementID
  /// How much of the content is quoted.
  public let kind: StatementKind
  /// What the speaker does with the content.
  public let stance: Stance
  /// Probability that speaker, cue and content belong together as given, by the attribution
  /// measure of Evaluation/ on the set that the card names.
  public let confidence: Confidence
  /// Who said it; nil where the report does not say.
  public let speaker: Speaker?
  /// The words that signal it; nil for a quotation that goes on without a cue.
  public let cue: Passage?
  /// What was said.
  public let content: Passage
  /// How it reached the page, nearest the speaker first; the outlet itself is not in it.
  public let chain: [Relay]
  /// When it was said, as a TIMEX3 value; nil when unknown.
  public let said: String?
  /// When the content is to hold ("by December"), as a TIMEX3 value; nil when it does not say.
  public let holds: String?
  /// What of it a person put right, in the order of the cases; empty as models read it.
  public let corrected: [CorrectedField]
  /// What it says, to be compared with others; nil where the engine does not tell.
  public let meaning: Meaning?

  /// A statement from its parts.
  public init(
    id: StatementID, kind: StatementKind, stance: Stance, confidence: Confidence,
    speaker: Speaker?, cue: Passage?, content: Passage, chain: [Relay] = [], said: String? = nil,
    holds: String? = nil, corrected: [CorrectedField] = [], meaning: Meaning? = nil
  ) {
    self.id = id
    self.kind = kind
    self.stance = stance
    self.confidence = confidence
    self.speaker = speaker
    self.cue = cue
    self.content = content
    self.chain = chain
    self.said = said
    self.holds = holds
    self.corrected = corrected
    self.meaning = meaning
  }

  /// Every passage of the statement: speaker, cue, content, relays.
  public var passages: [Passage] {
    [speaker?.passage, cue, content].compactMap { $0 } + chain.map(\.passage)
  }
}
