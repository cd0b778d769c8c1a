import ArgumentParser
import Sayso
import SaysoRecords

/// The ledger of a verb under `sayso actors`, named before or after it.
struct DecisionOptions: ParsableArguments {
  @ParentCommand var actors: Actors
  @OptionGroup var ledger: LedgerOption

  var path: String { ledger.ledger ?? actors.ledger.path }

  /// Keeps a decision, and says what it is.
  func decide(_ action: KeptActorDecision.Action) throws -> Ending {
    _ = try Desk(asking: path)
    let kept = try Desk(addingTo: path).decide(action, now: WallClock.now)
    var output = Output()
    try output.write(ActorsDecisions.line(kept) + "\n")
    try output.flush()
    return .done
  }
}

/// `sayso actors merge`: two names are of one actor.
struct ActorsMerge: Verb {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Decide that two names are of one actor.")

  @Argument(help: ArgumentHelp("A name as the reports have it.", valueName: "name"))
  var name: String
  @Argument(help: ArgumentHelp("The other name.", valueName: "other"))
  var other: String
  @OptionGroup var options: DecisionOptions

  func perform() async throws -> Ending { try options.decide(.merge(name, other)) }
}

/// `sayso actors split`: a name is of an actor apart.
struct ActorsSplit: Verb {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Decide that a name is of an actor apart.")

  @Argument(help: ArgumentHelp("A name as the reports have it.", valueName: "name"))
  var name: String
  @Option(
    help: ArgumentHelp(
      "Only in this report: its id, the beginning of it, or its address.", valueName: "report"))
  var report: String?
  @OptionGroup var options: DecisionOptions

  func perform() async throws -> Ending {
    try options.decide(.split(name, report: report.map { ReportID($0) }))
  }
}

/// `sayso actors rename`: an actor is shown under another name.
struct ActorsRename: Verb {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Show an actor under another name.")

  @Argument(help: ArgumentHelp("A name as the reports have it.", valueName: "name"))
  var name: String
  @Argument(help: ArgumentHelp("The name to show.", valueName: "new"))
  var new: String
  @OptionGroup var options: DecisionOptions

  func validate() throws {
    if new.allSatisfy(\.isWhitespace) { throw ValidationError("the new name is empty") }
  }

  func perform() async throws -> Ending { try options.decide(.rename(name, to: new)) }
}

/// `sayso actors decisions`: what was decided.
struct ActorsDecisions: Verb {
  static let configuration = CommandConfiguration(
    commandName: "decisions", abstract: "List what was decided about actors, by number.")

  @ParentCommand var actors: Actors
  @OptionGroup var ledger: LedgerOption
  @Flag(help: "One JSON object a line for each decision.")
  var json = false

  func perform() async throws -> Ending {
    let desk = try Desk(asking: ledger.ledger ?? actors.ledger.path)
    let decisions = try desk.ledger.actorDecisions()
    var output = Output()
    for decision in decisions {
      if json || actors.json {
        try output.write(ExchangeFormat.line(decision))
      } else {
        try output.write(ActorsDecisions.line(decision) + "\n")
      }
    }
    try output.flush()
    return Ending(problems: 0, found: decisions.count)
  }

  /// A decision on one line.
  static func line(_ decision: KeptActorDecision) -> String {
    let words =
      switch decision.action {
      case .merge(let a, let b): "merge \"\(a)\" and \"\(b)\""
      case .split(let name, let report):
        "split \"\(name)\"" + (report.map { " in report \($0.text)" } ?? "")
      case .rename(let name, let other): "rename \"\(name)\" to \"\(other)\""
      }
    return DisplayText.oneLine("\(decision.number) \(decision.decided.prefix(10)) \(words)")
  }
}

/// `sayso actors undo`: a decision is taken back.
struct ActorsUndo: Verb {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a decision about actors back.")

  @Argument(
    help: ArgumentHelp(
      "Its number, as `sayso actors decisions` tells; without it the last.", valueName: "number"))
  var number: Int?
  @OptionGroup var options: DecisionOptions

  func perform() async throws -> Ending {
    let path = options.path
    _ = try Desk(asking: path)
    guard let taken = try Desk(addingTo: path).ledger.takeBackActorDecision(number) else {
      throw CommandError(
        number == nil ? "there is no decision to take back" : "there is no decision of this number",
        place: path + (number.map { ": \($0)" } ?? ""),
        remedy: "`sayso actors decisions` lists them")
    }
    var output = Output()
    try output.write("taken back: " + ActorsDecisions.line(taken) + "\n")
    try output.flush()
    return .done
  }
}
