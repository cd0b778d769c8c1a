internal import ArgumentParser
internal import SaysoAttribution
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Packs the careful engine's weights, which are trained in Python (`Training/`).
struct CarefulCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "careful",
    abstract: "Packs the careful engine's weights and learns how sure its statements are.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "The folder with manifest.json and weights.f32.")
  var weights: String

  @Flag(help: "Let the fast engine's chooser move the borders of contents.")
  var withBorders = false

  func run() throws {
    let trainer = CarefulTrainer(
      reader: TrainingReader(
        tagger: try Tagger(ShippedModels.file("tagger")),
        nameTagger: try NameTagger(ShippedModels.file("names"))),
      parser: try DependencyParser(ShippedModels.file("parser")))
    let fast = try AttributionModel(ShippedModels.file("attribution"))
    let model = try trainer.model(
      CarefulWeights(folder: weights), lexicon: fast.lexicon, linker: fast.linker,
      borders: withBorders ? fast.borders : nil,
      documents: AttributionCorpus.read("polnear/articles-train.jsonl", in: options.data)
    ) { options.report($0) }
    try options.write(model)
  }
}
