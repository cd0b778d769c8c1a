internal import ArgumentParser
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Learns the weights of antecedents.
struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers",
    abstract: "Learns whom pronouns mean, on GUM train and PolNeAR train; prints the table.")

  @Option(help: "The folder that holds the corpora.")
  var data: String

  func run() throws {
    let trainer = SpeakerTrainer(
      tagger: try Tagger(ShippedModels.file("tagger")),
      names: try NameTagger(ShippedModels.file("names")))
    let result = trainer.train(
      try GumSpeakers.read("train", in: data) + PolnearSpeakers.read("train", in: data))
    print("// \(result.choices) choices")
    result.lines.forEach { print($0) }
  }
}
