internal import ArgumentParser
internal import Sayso
internal import SaysoEvaluation

/// Who the speakers are.
struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers",
    abstract: "Who speakers are, on GUM, MEANTIME and PolNeAR (chains made by a machine).",
    discussion: """
      Examples:
        sayso-evaluate speakers --data ../shared/data
        sayso-evaluate speakers --data ../shared/data --errors polnear | less
      """)

  @OptionGroup var options: EvaluationOptions

  @Option(help: "Print the errors of one set (\(SpeakerSet.names)).")
  var errors: SpeakerSet?

  func run() throws {
    let pipeline = try options.pipeline()
    if let errors {
      let evaluation = try errors.evaluation(in: options.data, pipeline: pipeline)
      evaluation.errors.forEach { print($0) }
      return
    }
    try options.show([Evaluations.sheet("speakers", data: options.data, pipeline: pipeline)])
  }
}

extension SpeakerSet: ExpressibleByArgument {}
