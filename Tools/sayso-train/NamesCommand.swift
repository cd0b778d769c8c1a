internal import ArgumentParser
internal import Foundation
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoTraining

/// Trains the name tagger.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Trains names (PER ORG LOC MISC) on CoNLL-2003 and others.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "The tagger's model file, whose tags are features.")
  var tagger = "Sources/CSaysoModels/models/tagger.bin"

  func run() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: tagger))
    let tagger = try Tagger(ModelFile(bytes, name: tagger))
    let names = try NamesTrainer().train(
      data: options.data, tagger: tagger, progress: options.report)
    var model = ModelFile()
    names.store(in: &model)
    try options.write(model)
    for score in try NamesEvaluation.run(data: options.data, tagger: tagger, names: names) {
      print(score)
    }
  }
}
