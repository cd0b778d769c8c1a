public import ArgumentParser
internal import Foundation
public import Sayso
internal import SaysoEvaluation

extension Engine: ExpressibleByArgument {}

/// Where an evaluation reads, and how it prints.
struct EvaluationOptions: ParsableArguments {
  @Option(help: "The folder that holds the corpora.")
  var data: String

  @Option(help: "A folder of models; else SAYSO_MODELS, else those inside the program.")
  var models: String?

  @Option(help: "How statements are found, where an evaluation does not say: careful or fast.")
  var engine = Engine.fast

  @Flag(help: "Print JSON, one sheet a line, instead of a table.")
  var json = false

  @Option(help: "Also write the sheet as JSON to this file.")
  var out: String?

  func pipeline() throws -> Pipeline { try Pipeline(models: models, engine: engine) }

  /// Runs evaluations by name and prints them.
  func run(_ names: [String]) throws {
    let pipeline = try pipeline()
    try show(names.map { try Evaluations.sheet($0, data: data, pipeline: pipeline) })
  }

  /// Prints sheets, and writes them where `--out` says so.
  func show(_ sheets: [ScoreSheet]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let lines = try sheets.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    for (sheet, line) in zip(sheets, lines) { print(json ? line : sheet.table) }
    if let out {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: out))
    }
  }
}

/// Every evaluation.
struct AllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Runs every evaluation.")
  @OptionGroup var options: EvaluationOptions
  func run() throws { try options.run(Evaluations.names) }
}

/// Names.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Names, on CoNLL-2003 testa and UNER EWT dev.")
  @OptionGroup var options: EvaluationOptions
  func run() throws { try options.run(["names"]) }
}

/// Times.
struct TimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "times", abstract: "Times, on TimeBank and AQUAINT.")
  @OptionGroup var options: EvaluationOptions
  func run() throws { try options.run(["times"]) }
}

/// Tags and lemmas.
struct TagsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tags", abstract: "Word classes and lemmas, on UD EWT and GUM dev.")
  @OptionGroup var options: EvaluationOptions
  func run() throws { try options.run(["tags"]) }
}

/// Tokens and sentences.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Tokens and sentences, on UD EWT and GUM dev.")
  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Print each sentence that was missed or found wrongly instead.")
  var errors = false

  func run() throws {
    guard errors else { return try options.run(["sentences"]) }
    _ = try SegmentationEvaluation.run(data: options.data) { miss in
      if !miss.isToken { print((miss.isMissing ? "missed  " : "wrong   ") + miss.context) }
    }
  }
}

/// Words, sentences, tags and trees.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Tags and dependencies from the raw text, on UD dev parts.")
  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Print a line for each relation instead: count, precision, recall, F1.")
  var relations = false

  func run() throws {
    guard relations else { return try options.run(["syntax"]) }
    for result in try Evaluations.syntaxByRelation(options.data, options.pipeline()) {
      print(result.relationTable)
    }
  }
}
