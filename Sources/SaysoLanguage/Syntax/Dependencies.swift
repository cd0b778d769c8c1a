/// What a word depends on, and how.
package struct Arc: Hashable, Sendable {
  /// The head's token index in the text; nil for the root of a sentence.
  package let head: Int?
  /// The relation to it.
  package let relation: Relation

  /// An arc to a head.
  package init(head: Int?, relation: Relation) {
    self.head = head
    self.relation = relation
  }
}

/// The dependency trees of a text's sentences, one root each; sentences that were not parsed have
/// none.
package struct Dependencies: Sendable, Equatable {
  /// For each token, its head's index; ``root`` and ``none`` apart.
  private var heads: [Int32]
  private var relations: [Relation]
  private var classes: [UniversalTag]
  private static let root: Int32 = -1
  private static let none: Int32 = -2

  /// No arcs yet, for a text of so many tokens.
  package init(tokens: Int) {
    heads = [Int32](repeating: Dependencies.none, count: tokens)
    relations = [Relation](repeating: .other, count: tokens)
    classes = [UniversalTag](repeating: .other, count: tokens)
  }

  /// The arc of a token; nil where its sentence was not parsed.
  package subscript(token: Int) -> Arc? {
    get {
      let head = heads[token]
      guard head != Dependencies.none else { return nil }
      return Arc(head: head == Dependencies.root ? nil : Int(head), relation: relations[token])
    }
    set {
      heads[token] =
        newValue.map { $0.head.map { Int32($0) } ?? Dependencies.root } ?? Dependencies.none
      relations[token] = newValue?.relation ?? .other
    }
  }

  /// The word class that the parser gives a token; nil where its sentence was not parsed.
  package func wordClass(_ token: Int) -> UniversalTag? {
    heads[token] == Dependencies.none ? nil : classes[token]
  }

  /// Sets the word class of a token.
  package mutating func setWordClass(_ wordClass: UniversalTag, of token: Int) {
    classes[token] = wordClass
  }

  /// Whether the sentence of a token was parsed.
  package func isParsed(_ token: Int) -> Bool { heads[token] != Dependencies.none }

  /// The tokens of a sentence that depend on a token, ascending.
  package func dependents(of token: Int, in sentence: Range<Int>) -> [Int] {
    sentence.filter { heads[$0] == Int32(token) }
  }

  /// The root of a sentence; nil where it was not parsed.
  package func root(of sentence: Range<Int>) -> Int? {
    sentence.first { heads[$0] == Dependencies.root }
  }
}
