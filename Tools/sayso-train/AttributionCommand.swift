internal import ArgumentParser
internal import Foundation
internal import SaysoAttribution
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Trains attribution on PolNeAR.
struct AttributionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution",
    abstract: "Trains who-said-what on PolNeAR train, with the shipped tagger and names.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "Passes over the reports.")
  var epochs = 10

  @Option(help: "Base-two logarithm of the role taggers' rows.")
  var bits = 19

  @Option(
    help: "Reports that the careful engine marked (sayso-train silver-attribution), to learn from.")
  var silver: String?

  func run() async throws {
    var trainer = AttributionTrainer(
      tagger: try Tagger(ShippedModels.file("tagger")),
      nameTagger: try NameTagger(ShippedModels.file("names")),
      parser: try DependencyParser(ShippedModels.file("parser")))
    trainer.epochs = epochs
    trainer.bits = bits
    let documents = try AttributionCorpus.read("polnear/articles-train.jsonl", in: options.data)
    let options = self.options
    let silver = try self.silver.map { path in
      let file = URL(fileURLWithPath: path)
      return try AttributionCorpus.read(
        file.lastPathComponent, in: file.deletingLastPathComponent().path)
    }
    let model = await trainer.train(documents, silver: silver ?? []) { options.report($0) }
    try options.write(model.file)
  }
}
