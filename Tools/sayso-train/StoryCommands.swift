internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoEvaluation
internal import SaysoTraining

/// Counts the words that reports are weighed by.
struct StoryWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story-words",
    abstract: "Writes how many reports have each word, for Training/stories.py.")

  @OptionGroup var options: TrainingOptions

  func run() throws {
    let words = try StoryLessons.words(data: options.data)
    try Data(words.utf8).write(to: URL(fileURLWithPath: options.out), options: .atomic)
  }
}

/// Writes what pairs of reports look like.
struct StoryPairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story-pairs",
    abstract: "Writes what pairs of reports look like to a folder, for Training/stories.py.")

  @OptionGroup var options: TrainingOptions

  @Option(help: "What story-words wrote.")
  var words: String

  func run() throws {
    let lines = try String(contentsOfFile: words, encoding: .utf8)
    let background = StoryLessons.background(words: lines)
    let pipeline = try Pipeline(engine: .fast)
    let folder = URL(fileURLWithPath: options.out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in StoryCorpus.Name.allCases {
      let (pairs, reports) = try StoryLessons.pairs(
        name, data: options.data, background: background, pipeline: pipeline)
      try Data(pairs).write(to: folder.appending(path: name.rawValue + ".pairs"))
      try Data(reports.utf8).write(to: folder.appending(path: name.rawValue + ".tsv"))
      options.report("\(name.rawValue): \(reports.split(separator: "\n").count) reports")
    }
  }
}
