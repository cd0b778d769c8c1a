import ArgumentParser
import Sayso

/// `sayso correct`: puts a statement right.
struct Correct: Verb {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Put right who said it, what, or how; take it back; export it.",
    discussion: """
      A correction is kept with who made it and when, is shown wherever the statement is, and holds \
      when the report is read again. Nothing is lost: what models read stays, and a correction that is \
      taken back stays as one that was withdrawn. STATEMENT is an id or the beginning of one, as \
      `sayso statements --ids` and `sayso brief` show it.

      EXAMPLES
        sayso correct 7c1d --stance denies --by "Ada Tolv"
        sayso correct 7c1d --speaker "a port spokesman"
        sayso correct 7c1d --content "that the pier is shut"
        sayso correct 7c1d --dismiss
        sayso correct 7c1d --same-claim 90ab
        sayso correct --list
        sayso correct --undo 3
        sayso correct --export > gold.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "The statement: its id, or the beginning of it.", valueName: "statement"))
  var statement: String?
  @Option(help: ArgumentHelp("What the speaker does with the words.", valueName: "stance"))
  var stance: Stance?
  @Option(help: ArgumentHelp("Who said it, in words of the report.", valueName: "words"))
  var speaker: String?
  @Flag(help: "The report does not say who said it.")
  var speakerUnknown = false
  @Option(
    help: ArgumentHelp(
      "What was said, in exact words of the report; ' … ' stands between pieces.",
      valueName: "words"))
  var content: String?
  @Flag(help: "It is no statement.")
  var dismiss = false
  @Option(
    help: ArgumentHelp(
      "It belongs to the claim of this statement of its story.", valueName: "statement"))
  var sameClaim: String?
  @Flag(help: "It shares its claim with no other statement.")
  var apart = false
  @Option(help: ArgumentHelp("Who makes the correction.", valueName: "name"))
  var by = ""
  @Flag(help: "List the corrections, withdrawn ones included.")
  var list = false
  @Flag(help: "With --list: one JSON object a line (docs/corrections.schema.json).")
  var json = false
  @Option(help: ArgumentHelp("Take the correction of this number back.", valueName: "number"))
  var undo: Int?
  @Flag(help: "Write the corrected statements as gold, one JSON object a line for each report.")
  var export = false
  @OptionGroup var ledger: LedgerOption

  /// What is asked for about a statement.
  private var actions: [Correction.Action] {
    [
      stance.map { .stance($0) }, speaker.map { .speaker(.text($0)) },
      speakerUnknown ? .speakerUnknown : nil, content.map { .content(.text($0)) },
      dismiss ? .dismiss : nil, sameClaim.map { .align(with: $0) }, apart ? .apart : nil,
    ].compactMap { $0 }
  }

  func validate() throws {
    let others = [list, undo != nil, export].filter { $0 }.count
    guard others + actions.count == 1 else {
      throw ValidationError(
        others + actions.count == 0
          ? "say what is to be put right, or --list, --undo or --export"
          : "one correction at a time; give one option alone")
    }
    if others == 1, statement != nil {
      throw ValidationError("--list, --undo and --export take no statement")
    }
    if others == 0, statement == nil { throw ValidationError("name a statement by its id") }
    if json, !list { throw ValidationError("--json goes with --list") }
  }

  func perform() async throws -> Ending {
    let asking = try Desk(asking: ledger.path)
    if list { return try list(asking) }
    if export { return try export(asking) }
    let desk = try Desk(addingTo: ledger.path)
    var line = ""
    var across: Int?
    if let undo {
      line = "taken back: "
      line += Correct.line(try desk.withdraw(correction: undo, now: WallClock.now), applies: false)
    } else if let statement, let action = actions.first {
      let kept = try desk.correct(Correction(statement, action), by: by, now: WallClock.now)
      line = Correct.line(kept, applies: true)
      if try desk.joinsAcrossStories(kept) { across = kept.number }
    }
    var output = Output()
    try output.write(line + "\n")
    try output.flush()
    if let across {
      var notices = Notices()
      notices.say(
        "the two statements stand in different stories: only --together joins their claims; "
          + "`sayso correct --undo \(across)` takes it back")
    }
    return .done
  }

  private func list(_ desk: Desk) throws -> Ending {
    let corrections = try desk.corrections()
    let unmet = try desk.unmetCorrections()
    var output = Output()
    for correction in corrections {
      let applies = correction.stands && !unmet.contains(correction.number)
      if json {
        try output.write(ExchangeFormat.line(correction, applies: applies))
      } else {
        try output.write(Correct.line(correction, applies: applies) + "\n")
      }
    }
    try output.flush()
    return Ending(problems: 0, found: corrections.count)
  }

  private func export(_ desk: Desk) throws -> Ending {
    var output = Output()
    var found = 0
    try desk.correctedReports { report in
      found += 1
      try output.write(ExchangeFormat.line(report))
    }
    try output.flush()
    return Ending(problems: 0, found: found)
  }

  /// A correction on one line: number, day, who, what, on which words.
  static func line(_ correction: KeptCorrection, applies: Bool) -> String {
    let action =
      switch correction.action {
      case .stance(let stance): "stance is \(stance.rawValue)"
      case .speaker(.words(let words)): "speaker is \"\(words.text)\""
      case .speaker(.name(let name)): "speaker is \"\(name)\""
      case .speaker(.unknown): "speaker is unknown"
      case .content(let words): "content is \"\(words.text)\""
      case .dismiss: "no statement"
      case .align(let other): "same claim as \(other.statement)"
      case .apart: "a claim apart"
      }
    let by = correction.by.isEmpty ? "" : " \(correction.by):"
    let place = correction.place
    var line =
      "\(correction.number) \(correction.made.prefix(10))\(by) \(action) · \(place.statement)"
      + " “\(place.content.text)”, report \(place.report)"
    if let withdrawn = correction.withdrawn {
      line += " · withdrawn \(withdrawn.prefix(10))"
    } else if !applies {
      line += " · does not apply, the report no longer has the statement"
    }
    return DisplayText.oneLine(line)
  }
}
