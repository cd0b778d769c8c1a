import ArgumentParser
import Sayso

/// `sayso versions`: what changed in a report.
struct Versions: Verb {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Show what changed between the versions of a report.",
    discussion: """
      For each version: when the ledger got it, what changed in headline, dates and byline, which \
      statements appeared, vanished, or changed stance, figures or words, with the words of both \
      versions, and the share of the words that changed.

      EXAMPLES
        sayso versions https://post.example/bridge-closed
        sayso versions 72f70d76
        sayso versions --json 72f70d7641b65e32
      """)

  @Argument(
    help: ArgumentHelp(
      "A report: its id, the beginning of it, or the address.", valueName: "report"))
  var report: String
  @OptionGroup var ledger: LedgerOption
  @Flag(help: "One JSON object a line for each version (docs/versions.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let desk = try Desk(asking: ledger.path)
    var output = Output()
    let reports = try desk.reports(named: report)
    guard reports.count <= 1 else {
      let names = reports.prefix(5).map(\.text).joined(separator: ", ")
      throw CommandError(
        "more than one report is meant: \(names)\(reports.count > 5 ? ", …" : "")", place: report,
        remedy: "give more of the id")
    }
    let table = VersionTable(Terminal.current())
    var found = 0
    for id in reports {
      try desk.versions(of: id) { version in
        if json {
          try output.write(ExchangeFormat.line(version))
        } else {
          try output.write((found > 0 ? "\n" : "") + table.block(version))
        }
        found += 1
      }
    }
    try output.flush()
    return Ending(problems: 0, found: found)
  }
}
