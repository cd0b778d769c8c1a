internal import ArgumentParser
internal import SaysoEvaluation

/// What stories cost as a ledger grows.
struct StoriesGrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories-growth",
    abstract: "What a report costs in the index of stories as the ledger grows, and a brief.",
    discussion: """
      Example:
        sayso-evaluate stories-growth --data ../shared/data --reports 100000
      """)

  @OptionGroup var options: EvaluationOptions

  @Option(help: "Reports to grow to.")
  var reports = 100_000

  @Option(help: "Reports of the event that is briefed.")
  var largest = 200

  @Option(help: "Where a copy of the grown ledger stays.")
  var keep: String?

  func run() throws {
    let growth = try StoriesGrowth(
      data: options.data, pipeline: options.pipeline(), count: reports, largest: largest,
      kept: keep)
    func rounded(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }
    for mark in growth.marks {
      print("\(mark.reports) reports  \(Int(mark.cost)) microseconds a report")
    }
    if let first = growth.marks.first, let last = growth.marks.last {
      print("ratio  \(rounded(last.cost / first.cost))")
    }
    print("taken in a second  \(Int(growth.rate)) reports")
    print("written to the ledger in  \(rounded(growth.ledgerSeconds)) seconds")
    print("index opened in  \(rounded(growth.opening)) seconds")
    print("brief of \(growth.briefed) reports in  \(rounded(growth.brief)) seconds")
    print("\(growth.stories) stories listed in  \(rounded(growth.listing)) seconds")
    print("ledger  \(growth.bytes / 1_000_000) MB")
  }
}
