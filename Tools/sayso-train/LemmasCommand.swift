internal import ArgumentParser
internal import Foundation
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoTraining

/// Trains the lemmatizer alone, into the tagger's model file.
struct LemmasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lemmas", abstract: "Trains lemmas alone, into the tagger's model file (--out).")

  @OptionGroup var options: TrainingOptions

  func run() throws {
    var model = try ModelFile(
      Data(contentsOf: URL(fileURLWithPath: options.out)), name: options.out)
    let tagger = try Tagger(model)
    let lemmatizer = try LemmaTrainer().train(data: options.data, progress: options.report)
    lemmatizer.store(in: &model)
    try options.write(model)
    for score in try TagsEvaluation.run(
      data: options.data, tagger: tagger, lemmatizer: lemmatizer)
    { print(score) }
  }
}
