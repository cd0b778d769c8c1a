import ArgumentParser
import Sayso

/// What the verbs on stories share.
struct StoryOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A story: its id, the beginning of it, or words of its name. Without it the largest.",
      valueName: "story"))
  var story: String?
  @Flag(help: "Take all reports of the ledger as one story.")
  var together = false
  @OptionGroup var ledger: LedgerOption

  func validate() throws {
    if together, story != nil {
      throw ValidationError("--together takes all reports; name no story with it")
    }
  }

  /// The stories to choose from; says so where that takes long.
  func shelf() throws -> StoryShelf {
    try Desk(asking: ledger.path).stories(together: together) { Notices.catchUp($0) }
  }
}

/// `sayso brief`: a story on one screen.
struct Brief: Verb {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Show a story on one screen: claims, who holds what, figures, open questions.",
    discussion: """
      Claims come by how many independent origins they have; under each stands who asserts, confirms, \
      denies or will not say, in whose words, since when. Every line carries the id of a statement.

      EXAMPLES
        sayso brief
        sayso brief troops --since 2024-10-20
        sayso brief --together
        sayso brief --markdown > brief.md
        sayso brief --json
      """)

  @OptionGroup var stories: StoryOptions
  @Option(help: ArgumentHelp("Also say what changed after this day.", valueName: "yyyy-mm-dd"))
  var since: String?
  @Option(name: .customLong("claims"), help: "Show this many claims.")
  var most = 12
  @Flag(help: "Show all claims.")
  var all = false
  @Flag(help: "Write Markdown, for a note or a message.")
  var markdown = false
  @Flag(help: "One JSON object a line for each story (docs/brief.schema.json).")
  var json = false

  private var day: CalendarDate? { since.flatMap { CalendarDate(iso: $0) } }

  func validate() throws {
    if most < 0 { throw ValidationError("--claims takes a number from 0 on") }
    if json, markdown { throw ValidationError("--json and --markdown exclude each other") }
    if let since, day == nil {
      throw ValidationError("\"\(since)\" is no day; write it like 2024-10-29")
    }
  }

  func perform() async throws -> Ending {
    let shelf = try stories.shelf()
    let count = try shelf.count(of: stories.story)
    var output = Output()
    for story in try shelf.find(stories.story, most: json ? .max : 1) {
      let briefing = try shelf.briefing(of: story, since: day)
      let mostClaims = all ? Int.max : most
      if json {
        try output.write(ExchangeFormat.line(briefing))
      } else {
        try output.write(
          markdown
            ? BriefMarkdown(briefing, mostClaims: mostClaims).text
            : BriefPage(briefing, Terminal.current(), mostClaims: mostClaims).text)
      }
    }
    try output.flush()
    var notices = Notices()
    if let words = stories.story, count == 0 {
      notices.say("no story has \"\(words)\" in its id or name; `sayso stories` lists them")
    } else if !json, count > 1 {
      notices.say(
        "the largest of \(count) stories; `sayso stories` lists them, --together takes them as one"
      )
    }
    return Ending(problems: 0, found: count)
  }
}

/// `sayso stories`: the ledger's stories.
struct Stories: Verb {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "List the ledger's stories, the largest first.",
    discussion: """
      EXAMPLES
        sayso stories
        sayso stories --json
      """)

  @OptionGroup var stories: StoryOptions
  @Flag(help: "One JSON object a line for each story (docs/stories.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let found = try stories.shelf().find(stories.story)
    let terminal = Terminal.current()
    var output = Output()
    let columns = Columns([12, 21, 7, 7], indent: 0, in: terminal)
    if !json, !found.isEmpty {
      try output.write(
        columns.row(
          ["STORY", "DAYS", "REPORTS", "ORIGINS", "NAME"].map { [Columns.Cell($0, .faint)] }))
    }
    for story in found {
      if json {
        try output.write(ExchangeFormat.line(story))
      } else {
        let days = [story.first?.iso, story.last?.iso].compactMap { $0 }
        try output.write(
          columns.row([
            [Columns.Cell(String(story.id.prefix(12)))],
            [Columns.Cell(days.joined(separator: " "), .faint)],
            [Columns.Cell(String(story.reports.count))],
            [Columns.Cell(String(story.origins))],
            [Columns.Cell(DisplayText.oneLine(story.name), .bold)],
          ]))
      }
    }
    try output.flush()
    return Ending(problems: 0, found: found.count)
  }
}

/// `sayso claims`: the claims of a story, alone.
struct Claims: Verb {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List what is claimed, by how many origins.",
    discussion: """
      EXAMPLES
        sayso claims
        sayso claims --json
      """)

  @OptionGroup var stories: StoryOptions
  @Flag(help: "One JSON object a line for each claim (docs/claims.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let terminal = Terminal.current()
    var output = Output()
    var found = 0
    let columns = Columns([19, 7, 7, 30], indent: 0, in: terminal)
    let shelf = try stories.shelf()
    for story in try shelf.find(stories.story) {
      let briefing = try shelf.briefing(of: story)
      for claim in briefing.brief.claims {
        if json {
          try output.write(ExchangeFormat.line(claim, of: briefing.brief.story, in: briefing))
        } else {
          if found == 0 {
            try output.write(
              columns.row(
                ["CLAIM", "REPORTS", "ORIGINS", "WHO", "WORDS"].map { [Columns.Cell($0, .faint)] }))
          }
          let stances = claim.positions.map {
            "\($0.stance.rawValue) \($0.actor ?? "nobody named")"
          }
          try output.write(
            columns.row([
              [Columns.Cell(claim.id.text)], [Columns.Cell(String(claim.reports.count))],
              [Columns.Cell(String(claim.origins))],
              [Columns.Cell(DisplayText.oneLine(stances.prefix(4).joined(separator: "; ")))],
              [Columns.Cell(DisplayText.oneLine(claim.wording), .bold)],
            ]))
        }
        found += 1
      }
    }
    try output.flush()
    return Ending(problems: 0, found: found)
  }
}

/// `sayso figures`: figures side by side.
struct Figures: Verb {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Set figures that count the same thing side by side.",
    discussion: """
      Values agree, disagree, were revised by the one who gave them, or count a part of each other; \
      nothing is averaged.

      EXAMPLES
        sayso figures
        sayso figures --json
      """)

  @OptionGroup var stories: StoryOptions
  @Flag(help: "One JSON object a line for each comparison (docs/figures.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let terminal = Terminal.current()
    var output = Output()
    var found = 0
    let columns = Columns([10, 26, 24, 10], indent: 0, in: terminal)
    let shelf = try stories.shelf()
    for story in try shelf.find(stories.story) {
      let briefing = try shelf.briefing(of: story)
      for comparison in briefing.brief.figures {
        if json {
          try output.write(ExchangeFormat.line(comparison, of: briefing.brief.story))
        } else if comparison.verdict != .alone {
          let claim = briefing.brief.claims.first { $0.id == comparison.claim }
          for (place, value) in comparison.values.enumerated() {
            try output.write(
              columns.row([
                [Columns.Cell(place == 0 ? comparison.verdict.rawValue : "", .bold)],
                [Columns.Cell(DisplayText.oneLine(value.figure.passage.text))],
                [Columns.Cell(DisplayText.oneLine(value.actor ?? "–"))],
                [Columns.Cell(value.first?.iso ?? "undated", .faint)],
                [Columns.Cell(place == 0 ? DisplayText.oneLine(claim?.wording ?? "") : "", .faint)],
              ]))
          }
        }
        found += 1
      }
    }
    try output.flush()
    return Ending(problems: 0, found: found)
  }
}

/// `sayso trace`: a claim back to its beginnings.
struct Trace: Verb {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Lead a claim back to its earliest statements in the ledger.",
    discussion: """
      Copies stand under the report that they copy, and what came through an outlet under that \
      outlet's own words where the ledger holds them.

      EXAMPLES
        sayso trace c3f2a91
        sayso trace c3f2a91 --json
      """)

  @Argument(help: ArgumentHelp("A claim's id, or the beginning of it.", valueName: "claim"))
  var claim: String
  @Flag(help: "Take all reports of the ledger as one story.")
  var together = false
  @OptionGroup var ledger: LedgerOption
  @Flag(help: "One JSON object a line for each step (docs/trace.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let terminal = Terminal.current()
    var output = Output()
    var found = 0
    let shelf = try Desk(asking: ledger.path).stories(together: together) { Notices.catchUp($0) }
    for story in try shelf.find() {
      let briefing = try shelf.briefing(of: story)
      guard let claim = briefing.claim(claim) else { continue }
      if !json { try output.write(terminal.styled("“\(claim.wording)”", .bold) + "\n") }
      for step in briefing.trace(claim) {
        guard let source = briefing.sources[step.statement] else { continue }
        found += 1
        if json {
          try output.write(ExchangeFormat.line(step, source))
          continue
        }
        let pad = String(repeating: " ", count: 2 + step.depth * 3)
        let chain = source.chain.isEmpty ? "" : " via " + source.chain.joined(separator: " < ")
        let head =
          "\(source.day?.iso ?? "undated")  \(source.outlet ?? "no outlet")  "
          + "\(source.statement.stance.rawValue) \(source.actor ?? "nobody named")\(chain)"
          + (step.link == "origin" ? "" : " (\(step.link))")
        for line in DisplayText.wrap(DisplayText.oneLine(head), to: terminal.width - pad.count) {
          try output.write(pad + line + "\n")
        }
        let words = "“\(source.statement.content.text)” \(source.statement.id)"
        for line in DisplayText.wrap(
          DisplayText.oneLine(words), to: terminal.width - pad.count - 2)
        {
          try output.write(pad + "  " + terminal.styled(line, .faint) + "\n")
        }
      }
      break
    }
    try output.flush()
    return Ending(problems: 0, found: found)
  }
}
