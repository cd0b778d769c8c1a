internal import ArgumentParser
internal import SaysoEvaluation

/// Copies, told from independent reports.
struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: "Copies: edited, cut and spliced articles, and independent reports beside them.",
    discussion: """
      Examples:
        sayso-evaluate copies --data ../shared/data
        sayso-evaluate copies --data ../shared/data --documents > texts.jsonl
        sayso-evaluate copies --data ../shared/data --speed texts.jsonl
        sayso-evaluate copies --data ../shared/data --growth 100000
      """)

  @OptionGroup var options: EvaluationOptions

  @Flag(help: "Print the pairs that were wrongly taken for copies instead.")
  var errors = false

  @Flag(help: "Print the articles and their edited copies as JSON lines instead.")
  var documents = false

  @Option(help: "Time the index on a file of JSON lines with a text each instead.")
  var speed: String?

  @Option(help: "Print what a report costs as so many are added instead.")
  var growth: Int?

  func run() throws {
    if documents {
      for line in try CopiesEvaluation.documents(data: options.data) { print(line) }
    } else if let speed {
      let timed = try CopiesSpeed.time(speed)
      let figures = [
        "\"documents\":\(timed.documents)", "\"links\":\(timed.links)",
        "\"per_second\":\(Int(timed.rate))",
      ]
      print("{" + figures.joined(separator: ",") + "}")
    } else if let growth {
      let marks = try CopiesSpeed.growth(data: options.data, count: growth)
      for mark in marks {
        print("\(mark.reports) reports  \(Int(mark.cost)) microseconds a report")
      }
      if let first = marks.first, let last = marks.last {
        print("ratio  \((last.cost / first.cost * 100).rounded() / 100)")
      }
    } else {
      let evaluation = try CopiesEvaluation(data: options.data)
      guard errors else { return try options.show([evaluation.sheet]) }
      for error in evaluation.errors { print(error) }
    }
  }
}
