internal import SaysoLanguage
package import SaysoLearning

extension CarefulModel {
  /// Reads an engine from its model file; where the encoder's table was left in the file's bytes,
  /// `table` lends it.
  package init(_ file: ModelFile, table: ModelBytes? = nil) throws {
    func broken(_ problem: String) -> ModelError {
      ModelError(
        problem: problem, place: "careful",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    let encoder = try TransformerEncoder(file, table: table)
    guard let pieces = WordPieces(vocabulary: try file.strings("pieces")),
      encoder.looks == WordLook.count, encoder.longest >= CarefulModel.window + 2
    else { throw broken("it was made for other words or looks") }
    func dense(_ name: String, _ inputs: Int, _ outputs: Int) throws -> DenseLayer {
      let weights = try file.floats(name + ".weight")
      let bias = try file.floats(name + ".bias")
      guard weights.count == inputs * outputs, bias.count == outputs else {
        throw broken("the part '\(name)' has an impossible shape")
      }
      return DenseLayer(weights: weights, bias: bias, inputs: inputs, outputs: outputs)
    }
    let labels = RoleLabel.allCases.count
    let transitions = try file.floats("chain.steps")
    let starts = try file.floats("chain.starts")
    guard transitions.count == labels * labels, starts.count == labels else {
      throw broken("its chain has an impossible shape")
    }
    func relation(_ name: String) throws -> PieceVotes.Relation {
      let none = try file.floats("link.\(name).none")
      let places = try file.floats("link.\(name).places")
      guard !none.isEmpty, none.count < 4096, places.count == 2 * PieceVotes.reach else {
        throw broken("the links to \(name) have an impossible shape")
      }
      return PieceVotes.Relation(
        asking: try dense("link.\(name).asking", 2 * encoder.width, none.count),
        answering: try dense("link.\(name).answering", 2 * encoder.width, none.count),
        none: none, places: places)
    }
    let nobody = try file.floats("antecedent.nobody")
    let distances = try file.floats("antecedent.distances")
    guard !nobody.isEmpty, nobody.count < 4096,
      distances.count == AntecedentHead.limits.count + 1
    else { throw broken("its antecedents have an impossible shape") }
    func pool(_ name: String) throws -> MeaningHead.Pool {
      let weighing = try file.floats("meaning.\(name).weighing")
      let size = try file.floats("meaning.\(name).bias").count
      guard weighing.count == encoder.width, size > 0, size < 4096 else {
        throw broken("its meanings have an impossible shape")
      }
      return MeaningHead.Pool(
        weighing: weighing, values: try dense("meaning.\(name)", encoder.width, size))
    }
    let meanings = MeaningHead(content: try pool("content"), around: try pool("around"))
    guard meanings.content.values.outputs == meanings.around.values.outputs else {
      throw broken("its meanings have different shapes")
    }
    self.init(
      lexicon: try file.cueLexicon(),
      borders: file.sections.keys.contains("borders.labels")
        ? BorderChooser(ranker: try file.classifier("borders")) : nil,
      confidence: try file.classifier("confidence"), pieces: pieces, encoder: encoder,
      roles: try dense("roles", encoder.width, labels),
      chain: LabelChain(transitions: transitions, starts: starts),
      linker: Linker(ranker: try file.classifier("linker")),
      relations: [try relation("cues"), try relation("sources")],
      antecedents: AntecedentHead(
        referring: try dense("antecedent.referring", encoder.width, nobody.count),
        referred: try dense("antecedent.referred", encoder.width, nobody.count), nobody: nobody,
        distances: distances), meanings: meanings)
  }
}
