package import SaysoLanguage
package import SaysoLearning

/// What an engine finds in a text before rules mend it: pieces, how sure each role is at each token,
/// and the statements that the pieces make.
package struct FoundRoles: Sendable {
  /// The pieces.
  package let map: PieceMap
  /// The probability of each role at each token, `[token * 3 + role]`.
  package let roles: [Float]
  /// The statements, by position of the cue.
  package let frames: [StatementFrame]
  /// The vectors of the words; nil from an engine that has none.
  package let words: EncodedWords?

  /// What was found.
  package init(
    map: PieceMap, roles: [Float], frames: [StatementFrame], words: EncodedWords? = nil
  ) {
    self.map = map
    self.roles = roles
    self.frames = frames
    self.words = words
  }
}

/// A way to find sources, cues and contents and to join them: the fast engine
/// (``AttributionModel``) or the careful one (``CarefulModel``).
package protocol RoleEngine: Sendable {
  /// How often words were cues.
  var lexicon: CueLexicon { get }
  /// Chooses where contents begin and end; nil leaves them where they were found.
  var borders: BorderChooser? { get }
  /// One column: log-odds that a statement is right.
  var confidence: LinearClassifier { get }

  /// Finds the pieces of a text and joins them.
  func found(_ input: AttributionInput) -> FoundRoles
  /// The vectors of the words; nil from an engine that has none.
  func encoded(_ input: AttributionInput) -> EncodedWords?
}

extension RoleEngine {
  /// None.
  package func encoded(_ input: AttributionInput) -> EncodedWords? { nil }

  /// What the stages see of a text.
  package func input(
    _ text: AnnotatedText, traits: [TokenTraits], tags: [Tag], names: [NameSpan],
    clusters: [UInt16]
  ) -> AttributionInput {
    AttributionInput(
      text: text, traits: traits, tags: tags, names: names, clusters: clusters,
      cueLevels: traits.map { lexicon.level($0.lower) })
  }

  /// The probability that a frame is right.
  package func probability(
    _ frame: StatementFrame, _ map: PieceMap, _ input: AttributionInput, roles: [Float]
  ) -> Float {
    var rows = FeatureRows(bits: ConfidenceFeatures.bits)
    ConfidenceFeatures.add(frame, map, input, roles: roles, &rows)
    return logistic(confidence.scores(rows)[0])
  }
}
