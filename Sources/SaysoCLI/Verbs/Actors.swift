import ArgumentParser
import Sayso

/// `sayso actors`: who speaks in the ledger's reports.
struct Actors: Verb {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "List who speaks in the ledger's reports, and decide who is who.",
    discussion: """
      Each actor stands once for all reports, with its names and offices; those with most statements \
      come first. What a group says together counts for each of its actors. Unnamed speakers ("a \
      senior official") are not listed: the same words need not mean the same person.

      What you decide is kept, and holds for reports that come later.

      EXAMPLES
        sayso actors
        sayso actors --evidence
        sayso actors --json | head
        sayso actors merge "Anna Olsk" "A. Olsk-Brenn"
        sayso actors split "Olsk" --report 7c1d
        sayso actors rename "Olsk" "Anna Olsk (mayor)"
        sayso actors undo 3
      """,
    subcommands: [
      ActorsMerge.self, ActorsSplit.self, ActorsRename.self, ActorsDecisions.self, ActorsUndo.self,
    ])

  @OptionGroup var ledger: LedgerOption
  @Flag(help: "Also say why names are taken for one actor.")
  var evidence = false
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

  private func table(_ actors: [ActorEntry]) -> String {
    let terminal = Terminal.current()
    let longest = actors.map { DisplayText.width(of: $0.name) }.max() ?? 0
    let columns = Columns(
      [min(max(longest, 10), terminal.width / 3), 7, 4, 7], indent: 0, in: terminal)
    let headings = ["ACTOR", "KIND", "SAID", "REPORTS", "STANCES"]
    var text = columns.row(headings.map { [Columns.Cell($0, .faint)] })
    for actor in actors {
      let stances = Stance.allCases.compactMap { stance in
        actor.stances[stance].map { "\(stance.rawValue) \($0)" }
      }
      text += columns.row([
        [Columns.Cell(actor.name, .bold)],
        [Columns.Cell(actor.kind)],
        [Columns.Cell(String(actor.statements))],
        [Columns.Cell(String(actor.reports))],
        [
          Columns.Cell(stances.joined(separator: ", ")),
          Columns.Cell(Actors.days(actor.first, actor.last), .faint),
        ],
      ])
      for line in details(of: actor) {
        for row in DisplayText.wrap(DisplayText.oneLine(line), to: terminal.width - 4) {
          text += "    " + terminal.styled(row, .faint) + "\n"
        }
      }
    }
    return text
  }

  private func details(of actor: ActorEntry) -> [String] {
    var lines: [String] = []
    let others = actor.aliases.map(\.text).filter {
      $0 != actor.name && $0 != "the " + actor.name
    }
    if !others.isEmpty { lines.append("also " + others.joined(separator: ", ")) }
    for office in actor.offices {
      let days = Actors.days(office.first, office.last)
      lines.append(
        (office.isFormer ? "former " : "") + office.text + (days.isEmpty ? "" : ", " + days))
    }
    if actor.isDoubtful { lines.append("may be one with another actor; the reports do not tell") }
    if evidence {
      for item in actor.evidence {
        lines.append("\(item.first) = \(item.second): \(item.rule), “\(item.words)”")
      }
    }
    return lines
  }

  private static func days(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
    let days = [first, last].compactMap { $0?.iso }
    return days.first == days.last ? days.first ?? "" : days.joined(separator: " to ")
  }
}
