package import SaysoLanguage
package import SaysoLearning

/// The trained parts of attribution, as one model file holds them.
package struct AttributionModel: Sendable {
  /// How often words were cues.
  package var lexicon: CueLexicon
  /// The role tagger's first pass.
  package var first: SequenceModel
  /// Its second pass, which sees the first one's labels.
  package var second: SequenceModel
  /// Joins pieces into statements.
  package var linker: Linker
  /// Chooses where contents begin and end.
  package var borders: BorderChooser
  /// One column: log-odds that a statement is right.
  package var confidence: LinearClassifier

  /// A model from its parts.
  package init(
    lexicon: CueLexicon, first: SequenceModel, second: SequenceModel,
    linker: Linker, borders: BorderChooser, confidence: LinearClassifier
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
    let levels = try file.floats("lexicon.counts")
    let keys = try file.section("lexicon.keys")
    guard keys.count == levels.count * 4 else {
      throw ModelError(
        problem: "the lexicon's parts do not fit each other", place: "attribution",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    var counts: [UInt64: CueLexicon.Count] = [:]
    for index in 0..<levels.count / 2 {
      let key = (0..<8).reduce(UInt64(0)) { $0 | UInt64(keys[index * 8 + $1]) << UInt64(8 * $1) }
      counts[key] = .init(cue: levels[index * 2], total: levels[index * 2 + 1])
    }
    self.init(
      lexicon: CueLexicon(counts: counts), first: try file.sequence("first"),
      second: try file.sequence("second"),
      linker: Linker(ranker: try file.classifier("linker")),
      borders: BorderChooser(ranker: try file.classifier("borders")),
      confidence: try file.classifier("confidence"))
  }

  /// The model as a file.
  package var file: ModelFile {
    var file = ModelFile()
    let sorted = lexicon.counts.sorted { $0.key < $1.key }
    file.set("lexicon.counts", floats: sorted.flatMap { [$0.value.cue, $0.value.total] })
    file.sections["lexicon.keys"] = sorted.flatMap { entry in
      (0..<8).map { UInt8(truncatingIfNeeded: entry.key >> UInt64(8 * $0)) }
    }
    file.set("first", sequence: first)
    file.set("second", sequence: second)
    file.set("linker", classifier: linker.ranker)
    file.set("borders", classifier: borders.ranker)
    file.set("confidence", classifier: confidence)
    return file
  }

  /// What the stages see of a text.
  package func input(
    _ text: AnnotatedText, traits: [TokenTraits], tags: [Tag], names: [NameSpan],
    clusters: [UInt16]
  ) -> AttributionInput {
    AttributionInput(
      text: text, traits: traits, tags: tags, names: names, clusters: clusters,
      cueLevels: traits.map { lexicon.level($0.lower) })
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

  /// Labels of a sequence, and the probabilities of roles.
  package static func label(
    _ rows: FeatureRows, _ model: SequenceModel
  ) -> (labels: [UInt8], roles: [Float]) {
    let scores = model.table.scores(rows)
    let width = model.labels.count
    let labels = model.decode(scores: scores, count: rows.count).map { UInt8($0) }
    let marginals = model.marginals(scores: scores, count: rows.count)
    var roles = [Float](repeating: 0, count: rows.count * 3)
    for item in 0..<rows.count {
      for role in 0..<3 {
        let at = item * width + 1 + 2 * role
        roles[item * 3 + role] = marginals[at] + marginals[at + 1]
      }
    }
    return (labels, roles)
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
