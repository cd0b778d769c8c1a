/// How a word depends on its head: the relations of Universal Dependencies, with the subtypes that
/// the English treebanks have (de Marneffe, Manning, Nivre and Zeman, "Universal Dependencies",
/// 2021).
package enum Relation: String, Sendable, CaseIterable {
  /// A noun that does it: "the *minister* said".
  case nominalSubject = "nsubj"
  /// A noun that it is done to: "the *bridge* was hit".
  case passiveSubject = "nsubj:pass"
  /// The subject of a clause whose predicate is a clause: "the *problem* is that it leaks".
  case outerSubject = "nsubj:outer"
  /// What is done to: "denied the *report*".
  case object = "obj"
  /// Whom it is given to: "told *us* the news".
  case indirectObject = "iobj"
  /// A clause as subject: "*leaving* was wrong".
  case clausalSubject = "csubj"
  /// A clause as subject of a passive: "that he *left* was confirmed".
  case passiveClausalSubject = "csubj:pass"
  /// A clause as subject of a clausal predicate.
  case outerClausalSubject = "csubj:outer"
  /// A clause as object, with a subject of its own: "said that they *left*".
  case clausalComplement = "ccomp"
  /// A clause as object without one: "refused to *leave*".
  case openComplement = "xcomp"
  /// A noun that goes with a verb, mostly by a preposition: "left on *Friday*".
  case oblique = "obl"
  /// Who does it, in a passive: "hit by a *drone*".
  case obliqueAgent = "obl:agent"
  /// An oblique without a preposition: "left last *week*".
  case obliqueUnmarked = "obl:unmarked"
  /// Who is spoken to: "*Sir*, no".
  case vocative
  /// "It" and "there" that stand for nothing: "*there* were two".
  case expletive = "expl"
  /// A part moved out of its clause.
  case dislocated
  /// A clause that goes with a verb: "left when it *rained*".
  case adverbialClause = "advcl"
  /// A relative clause about a whole clause: "he left, which *surprised* us".
  case sentenceRelative = "advcl:relcl"
  /// An adverb: "*quickly* denied".
  case adverb = "advmod"
  /// An interjection: "*well*, no".
  case discourse
  /// An auxiliary: "*has* denied".
  case auxiliary = "aux"
  /// The auxiliary of a passive: "*was* hit".
  case passiveAuxiliary = "aux:pass"
  /// A form of "be" before a predicate that is no verb: "it *is* false".
  case copula = "cop"
  /// What opens a clause: "*that*", "*if*", "*to*".
  case marker = "mark"
  /// A noun that goes with a noun: "head of the *agency*".
  case nominalModifier = "nmod"
  /// Whose it is: "the *minister*'s words".
  case possessive = "nmod:poss"
  /// A title or the like before a name: "*President* Orr".
  case descriptor = "nmod:desc"
  /// A noun after a noun without a preposition.
  case nominalUnmarked = "nmod:unmarked"
  /// The same by another name: "Orr, the *mayor*".
  case apposition = "appos"
  /// How many: "*two* ships".
  case number = "nummod"
  /// A clause that goes with a noun: "plans to *leave*".
  case adnominalClause = "acl"
  /// A relative clause: "the man who *left*".
  case relativeClause = "acl:relcl"
  /// An adjective: "*senior* officials".
  case adjective = "amod"
  /// An article or the like: "*the* ships".
  case determiner = "det"
  /// A determiner before an article: "*all* the ships".
  case predeterminer = "det:predet"
  /// A preposition or a possessive ending: "*of* the agency".
  case caseMark = "case"
  /// A part that is joined to another: "Orr and *Lind*".
  case conjunct = "conj"
  /// What joins: "Orr *and* Lind".
  case coordinator = "cc"
  /// "*Both*", "*either*" before joined parts.
  case preconjunction = "cc:preconj"
  /// A later word of a fixed phrase: "because *of*".
  case fixed
  /// A later word of a name: "Marta *Olsk*".
  case flat
  /// An item of a list.
  case list
  /// A clause set beside another: "they left, Orr *said*".
  case parataxis
  /// A noun before its head: "*spy* agency".
  case compound
  /// A particle of a verb: "carried *out*".
  case verbParticle = "compound:prt"
  /// A part whose head was left out.
  case orphan
  /// A piece of a word written apart.
  case goesWith = "goeswith"
  /// What a speaker takes back.
  case reparandum
  /// A punctuation mark.
  case punctuation = "punct"
  /// The head of the sentence.
  case root
  /// Anything else.
  case other = "dep"

  /// The relation of a name in a treebank; a subtype that is not kept counts as its universal part.
  package init?(treebank name: some StringProtocol) {
    if let exact = Relation(rawValue: String(name)) {
      self = exact
    } else if let colon = name.firstIndex(of: ":"),
      let universal = Relation(rawValue: String(name[..<colon]))
    {
      self = universal
    } else {
      return nil
    }
  }

  /// The universal part of the name: "nmod" of "nmod:poss".
  package var universal: Substring { rawValue.prefix { $0 != ":" } }
}
