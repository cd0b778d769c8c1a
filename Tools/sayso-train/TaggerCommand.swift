internal import ArgumentParser
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoTraining

/// Trains the tagger and the lemmatizer, which share a model file.
struct TaggerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tagger", abstract: "Trains part-of-speech tags and lemmas on UD EWT and GUM.")

  @OptionGroup var options: TrainingOptions

  func run() throws {
    let tagger = try TaggerTrainer().train(data: options.data, progress: options.report)
    let lemmatizer = try LemmaTrainer().train(data: options.data, progress: options.report)
    var model = ModelFile()
    tagger.store(in: &model)
    lemmatizer.store(in: &model)
    try options.write(model)
    for score in try TagsEvaluation.run(
      data: options.data, tagger: tagger, lemmatizer: lemmatizer)
    { print(score) }
  }
}
