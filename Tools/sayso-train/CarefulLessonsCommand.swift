internal import ArgumentParser
internal import Foundation
internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoModels
internal import SaysoTraining

/// Writes what the careful engine learns from.
struct CarefulLessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "careful-lessons",
    abstract: "Writes words, roles and links of PolNeAR, for Training/train_careful.py.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "The part of PolNeAR: train or dev.")
  var part = "train"

  @Option(help: "Another file below the data folder, of lines like PolNeAR's.")
  var file: String?

  func run() throws {
    let lessons = CarefulLessons(
      reader: TrainingReader(
        tagger: try Tagger(ShippedModels.file("tagger")),
        nameTagger: try NameTagger(ShippedModels.file("names"))))
    let path = file ?? "polnear/articles-\(part).jsonl"
    var lines = Data()
    for document in try AttributionCorpus.read(path, in: options.data) {
      lines += try lessons.line(document)
      lines.append(10)
    }
    try lines.write(to: URL(fileURLWithPath: options.out), options: .atomic)
  }
}
