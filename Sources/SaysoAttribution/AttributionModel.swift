internal import SaysoLanguage
package import SaysoLearning

/// The trained parts of the fast engine, as one model file holds them.
package struct AttributionModel: RoleEngine {
  /// How often words were cues.
  package var lexicon: CueLexicon
  /// The role tagger's first pass.
  package var first: SequenceModel
  /// Its second pass, which sees the first one's labels.
  package var second: SequenceModel
  /// Joins pieces into statements.
  package var linker: Linker
  /// Chooses where contents begin and end.
  package var borders: BorderChooser?
  /// One column: log-odds that a statement is right.
  package var confidence: LinearClassifier

  /// A model from its parts.
  package init(
    lexicon: CueLexicon, first: SequenceModel, second: SequenceModel,
    linker: Linker, borders: BorderChooser?, confidence: LinearClassifier
  ) {
    self.lexicon = lexicon
    self.first = first
    self.second = second
    self.linker = linker
    self.borders = borders
    self.confidence = confidence
  }

  /// Reads a model file.
  package init(_ file: ModelFile) throws {
    self.init(
      lexicon: try file.cueLexicon(), first: try file.sequence("first"),
      second: try file.sequence("second"),
      linker: Linker(ranker: try file.classifier("linker")),
      borders: BorderChooser(ranker: try file.classifier("borders")),
      confidence: try file.classifier("confidence"))
  }

  /// The model as a file.
  package var file: ModelFile {
    var file = ModelFile()
    file.set(cueLexicon: lexicon)
    file.set("first", sequence: first)
    file.set("second", sequence: second)
    file.set("linker", classifier: linker.ranker)
    if let borders { file.set("borders", classifier: borders.ranker) }
    file.set("confidence", classifier: confidence)
    return file
  }

  /// The pieces of a text, and the probability of each role at each token, `[token * 3 + role]`.
  package func pieces(_ input: AttributionInput) -> (map: PieceMap, roles: [Float]) {
    let earlier = first.decode(
      RoleFeatures.rows(input, earlier: nil, bits: first.table.bits)
    ).map { UInt8($0) }
    let rows = RoleFeatures.rows(input, earlier: earlier, bits: second.table.bits)
    let (labels, roles) = AttributionModel.label(rows, second)
    return (PieceMap(RolePiece.pieces(labels, starts: input.paragraphStarts), input), roles)
  }

  /// Finds the pieces of a text and joins them.
  package func found(_ input: AttributionInput) -> FoundRoles {
    let (map, roles) = pieces(input)
    return FoundRoles(map: map, roles: roles, frames: linker.link(map, input))
  }

  /// Labels of a sequence, and the probabilities of roles.
  package static func label(
    _ rows: FeatureRows, _ model: SequenceModel
  ) -> (labels: [UInt8], roles: [Float]) {
    let scores = model.table.scores(rows)
    let labels = model.decode(scores: scores, count: rows.count).map { UInt8($0) }
    return (labels, RoleLabel.roles(model.marginals(scores: scores, count: rows.count)))
  }
}
