/// The kinds of names, after CoNLL-2003 (Tjong Kim Sang and De Meulder, 2003).
public enum NameType: String, Sendable, CaseIterable {
  /// A person.
  case person = "PER"
  /// A body: a party, a company, a ministry, a paper.
  case organization = "ORG"
  /// A place; also a state or a capital that acts.
  case location = "LOC"
  /// Any other name: nationalities, events, works.
  case miscellaneous = "MISC"
}

/// A name in the text, with the actor inside the report that it refers to.
public struct Mention: Hashable, Sendable {
  /// Where the name lies, with its words (one span).
  public let passage: Passage
  /// What kind of name it is.
  public let type: NameType
  /// The fullest name in this report of the same actor; nil when unknown.
  public let actor: String?

  /// A name at a place.
  public init(passage: Passage, type: NameType, actor: String?) {
    self.passage = passage
    self.type = type
    self.actor = actor
  }

  /// The name's span.
  public var span: TextSpan { passage.extent }
}
