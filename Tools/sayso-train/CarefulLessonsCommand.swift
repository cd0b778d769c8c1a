internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Writes what the careful engine learns from.
struct CarefulLessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "careful-lessons",
    abstract: "Writes words with gold, for Training/train_careful.py.",
    discussion: """
      Of PolNeAR roles and links, or with --gold mentions the chains of PolNeAR and GUM, or with --gold claims
      the statements of the affairs in Evaluation/affairs (run it in the root of the repository).
      """)

  /// What is told of a text.
  enum Gold: String, CaseIterable, ExpressibleByArgument {
    case roles, mentions, claims
  }

  @OptionGroup var options: TrainingOptions

  @Option(help: "What is told: \(Gold.allCases.map(\.rawValue).joined(separator: ", ")).")
  var gold = Gold.roles

  @Option(help: "The part of the corpora: train or dev.")
  var part = "train"

  @Option(help: "Another file below the data folder, of lines like PolNeAR's.")
  var file: String?

  func run() throws {
    let lessons = CarefulLessons(
      reader: TrainingReader(
        tagger: try Tagger(ShippedModels.file("tagger")),
        nameTagger: try NameTagger(ShippedModels.file("names"))))
    var lines = Data()
    func put(_ line: Data) { lines += line + [10] }
    switch gold {
    case .roles:
      let path = file ?? "polnear/articles-\(part).jsonl"
      for document in try AttributionCorpus.read(path, in: options.data) {
        put(try lessons.line(document))
      }
    case .mentions:
      for document in try GumSpeakers.read(part, in: options.data) {
        put(try lessons.line(document, publisher: "gum"))
      }
      for document in try PolnearSpeakers.read(part, in: options.data) {
        put(try lessons.line(document, publisher: "polnear"))
      }
    case .claims:
      let pipeline = try Pipeline(engine: .fast)
      for name in Evaluations.affairs + Evaluations.learningAffairs {
        let affair = try Affair(
          name, folder: ClaimsEvaluation.folder, data: options.data, pipeline: pipeline)
        try lessons.lines(affair).forEach(put)
      }
    }
    try lines.write(to: URL(fileURLWithPath: options.out), options: .atomic)
  }
}
