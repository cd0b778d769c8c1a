internal import ArgumentParser
internal import Foundation
internal import Sayso
internal import SaysoEvaluation

/// Engines side by side.
struct EnginesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engines",
    abstract: "The careful and the fast engine side by side, on PolNeAR dev.",
    discussion: """
      In hundredths, with the middle 95 % over 500 draws of reports in brackets.
      """)

  @Option(help: "The folder that holds the corpora.")
  var data: String

  @Option(help: "A corpus file below the data folder.")
  var corpus = "polnear/articles-dev.jsonl"

  @Option(help: "Only reports of this publisher.")
  var publisher: String?

  @Option(help: "A folder of models; else SAYSO_MODELS, else those inside the program.")
  var models: String?

  func run() throws {
    let documents = try AttributionCorpus.read(corpus, in: data)
      .filter { publisher == nil || $0.publisher == publisher }
    let pipelines = try [Engine.careful, .fast].map { engine in
      (engine, try Pipeline(models: models, engine: engine))
    }
    let comparison = EnginesComparison(documents, with: pipelines) { engine in
      let line = "reading \(documents.count) reports with the \(engine.rawValue) engine\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
    print(comparison.measureTable)
    print(comparison.kindTable)
    print(comparison.coverageTable)
  }
}
