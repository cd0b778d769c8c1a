internal import ArgumentParser
internal import Sayso
internal import SaysoAttribution
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Learns the weights of antecedents.
struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers",
    abstract: "Learns whom pronouns mean, on GUM train and PolNeAR train; prints the table.",
    discussion: """
      With --fold I/N the table for the careful engine, whose vectors vote: learned from what \
      train_careful.py --fold I/N left out.
      """)

  @Option(help: "The folder that holds the corpora.")
  var data: String

  @Option(help: "The fold that the careful engine has not seen, as 0/3.", transform: Fold.parsed)
  var fold: Fold?

  func run() throws {
    let trainer = SpeakerTrainer(
      tagger: try Tagger(ShippedModels.file("tagger")),
      names: try NameTagger(ShippedModels.file("names")),
      engine: try fold.map { _ in try Pipeline(engine: .careful).stages.attributor.engine })
    let documents =
      try GumSpeakers.read("train", in: data) + PolnearSpeakers.read("train", in: data)
    let result = trainer.train(documents.filter { fold?.leavesOut(document: $0.id) ?? true })
    print("// \(result.choices) choices")
    result.lines.forEach { print($0) }
  }
}
