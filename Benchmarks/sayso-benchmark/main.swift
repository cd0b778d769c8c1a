public import ArgumentParser
public import Sayso
internal import SaysoEvaluation

extension Engine: ExpressibleByArgument {}

/// Times the stages of reading one by one, and the whole.
struct SaysoBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sayso-benchmark",
    abstract: "Times each stage of reading and the whole, in words a second on one core.",
    discussion: """
      Machines are noisy: compare shares and ratios of one run, not figures of two.
      Each stage is run over all reports several times; the least time counts. A word is what spaces
      part.
      Example:
        sayso-benchmark --data ../shared/data --reports 200
      """)

  @Option(help: "The folder that holds the corpora.")
  var data: String

  @Option(help: "A corpus of JSON lines below it, each with a text.")
  var corpus = "polnear/articles-train.jsonl"

  @Option(help: "How many of its reports.")
  var reports = 200

  @Option(help: "How many times each stage runs.")
  var rounds = 5

  @Option(help: "A folder of models; else SAYSO_MODELS, else those inside the program.")
  var models: String?

  @Option(help: "How statements are found: careful or fast.")
  var engine = Engine.standard

  @Flag(help: "Print JSON, one stage a line.")
  var json = false

  func run() throws {
    let pipeline = try Pipeline(models: models, engine: engine)
    let texts = try AttributionCorpus.read(corpus, in: data).prefix(reports).map(\.report)
    let times = try StageTimes(texts, pipeline: pipeline, rounds: rounds)
    for line in json ? times.lines : times.table { print(line) }
  }
}

SaysoBenchmark.main()
