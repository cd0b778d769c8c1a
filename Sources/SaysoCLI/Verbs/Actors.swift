import ArgumentParser
import Sayso

/// `sayso actors`: who speaks in the ledger's reports.
struct Actors: Verb {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "List who speaks in the ledger's reports.",
    discussion: """
      Those with most statements come first; what a group says together counts for each of its \
      actors. Unnamed speakers ("a senior official") are not listed: the same words need not mean \
      the same person.

      EXAMPLES
        sayso actors
        sayso actors --json | head
      """)

  @OptionGroup var ledger: LedgerOption
  @Flag(help: "One JSON object a line for each actor (docs/actors.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let actors = try Desk(asking: ledger.path).actors()
    var output = Output()
    if json {
      for actor in actors { try output.write(ExchangeFormat.line(actor)) }
    } else if !actors.isEmpty {
      try output.write(table(actors))
    }
    try output.flush()
    return Ending(problems: 0, found: actors.count)
  }

  private func table(_ actors: [ActorSummary]) -> String {
    let terminal = Terminal.current()
    let longest = actors.map { DisplayText.width(of: $0.name) }.max() ?? 0
    let columns = Columns(
      [min(max(longest, 10), terminal.width / 3), 4, 4, 7], indent: 0, in: terminal)
    let headings = ["ACTOR", "TYPE", "SAID", "REPORTS", "STANCES"]
    var text = columns.row(headings.map { [Columns.Cell($0, .faint)] })
    for actor in actors {
      let stances = Stance.allCases.compactMap { stance in
        actor.stances[stance].map { "\(stance.rawValue) \($0)" }
      }
      let days = [actor.first, actor.last].compactMap { $0?.iso }
      text += columns.row([
        [Columns.Cell(actor.name, .bold)],
        [Columns.Cell(actor.type?.rawValue ?? "–")],
        [Columns.Cell(String(actor.statements))],
        [Columns.Cell(String(actor.reports))],
        [
          Columns.Cell(stances.joined(separator: ", ")),
          Columns.Cell(
            days.first == days.last ? days.first ?? "" : days.joined(separator: " to "), .faint),
        ],
      ])
    }
    return text
  }
}
