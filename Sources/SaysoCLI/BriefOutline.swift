import Sayso

/// What a brief shows, in a fixed order, apart from how: what the story is, its claims with who holds
/// what, figures side by side, what one unnamed source says alone, days, what moved, open questions.
///
/// Every line is carried by a statement, whose words, outlet and day stand in it.
struct BriefOutline {
  /// A line with those that stand under it.
  struct Entry {
    let text: String
    var style: Style?
    var lines: [Line] = []
  }

  /// A line under an entry.
  struct Line {
    let text: String
    var style: Style?
    /// 1 under the entry, 2 under a line.
    var depth = 1
  }

  /// Entries under a heading.
  struct Section {
    let title: String
    let entries: [Entry]
  }

  /// The story's name.
  let title: String
  /// Reports, origins, days, outlets.
  let facts: String
  /// The sections that have something in them.
  let sections: [Section]

  /// The outline of a brief; claims from `mostClaims` on are counted rather than shown.
  init(_ briefing: Desk.Briefing, mostClaims: Int) {
    let story = briefing.brief.story
    title = story.name
    let span = [story.first?.iso, story.last?.iso].compactMap { $0 }
    facts = [
      BriefOutline.count(story.reports.count, "report"),
      "from " + BriefOutline.count(story.origins, "origin"),
      span.first == span.last ? span.first : span.joined(separator: " to "),
      story.outlets.isEmpty ? nil : story.outlets.joined(separator: ", "),
    ].compactMap { $0 }.joined(separator: " · ")
    let parts = BriefParts(briefing: briefing, mostClaims: mostClaims)
    sections = [
      Section(title: "Claims", entries: parts.claims),
      Section(title: "Figures", entries: parts.figures),
      Section(title: "From one unnamed source alone", entries: parts.unnamed),
      Section(title: "Days", entries: parts.days),
      Section(title: "Changes", entries: parts.changes),
      Section(title: "Open questions", entries: parts.questions),
    ].filter { !$0.entries.isEmpty }
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// The sections of a brief.
private struct BriefParts {
  private let briefing: Desk.Briefing
  private let selection: BriefSelection

  init(briefing: Desk.Briefing, mostClaims: Int) {
    self.briefing = briefing
    selection = BriefSelection(briefing.brief, .screen.claims(mostClaims))
  }

  private var brief: StoryBrief { briefing.brief }

  // MARK: - Claims

  var claims: [BriefOutline.Entry] {
    var entries = selection.claims.map(entry)
    if selection.moreClaims > 0 {
      entries.append(
        BriefOutline.Entry(
          text: "… and " + BriefOutline.count(selection.moreClaims, "more claim")
            + "; --all shows them", style: .faint))
    }
    return entries
  }

  private func entry(_ claim: Claim) -> BriefOutline.Entry {
    var entry = BriefOutline.Entry(text: "“\(claim.wording)”", style: .bold)
    let facts = [
      BriefOutline.count(claim.reports.count, "report") + ", "
        + BriefOutline.count(claim.origins, "origin"),
      claim.first.map { "since \($0.iso)" },
      brief.unnamed.contains(claim.id) ? "one unnamed source" : nil, claim.id.text,
    ].compactMap { $0 }
    entry.lines.append(BriefOutline.Line(text: facts.joined(separator: " · "), style: .faint))
    for position in claim.positions { entry.lines += lines(position) }
    if !claim.silent.isEmpty {
      entry.lines.append(
        BriefOutline.Line(
          text: "not heard: " + claim.silent.joined(separator: ", "), style: .faint))
    }
    return entry
  }

  private func lines(_ position: Position) -> [BriefOutline.Line] {
    let taken = position.clearest
    var words = ["\(position.stance.rawValue)  \(position.actor ?? "nobody named")"]
    if let since = position.since { words.append("since \(since.iso)") }
    if let before = position.earlier.last {
      words.append(
        "before: \(before.stance.rawValue)" + (before.day.map { " (\($0.iso))" } ?? ""))
    }
    if position.isDoubtful { words.append("doubtful") }
    if !briefing.corrected(position).isEmpty { words.append("corrected") }
    var lines = [
      BriefOutline.Line(text: words.joined(separator: " · "), style: style(position.stance))
    ]
    if let source = briefing.sources[taken.statement] {
      let cue = source.statement.cue.map { " [\($0.text)]" } ?? ""
      lines.append(
        BriefOutline.Line(
          text: "“\(source.words)”\(cue)\(via(source.chain)) — "
            + [source.outlet ?? "no outlet", source.day?.iso, source.statement.id.text]
            .compactMap { $0 }.joined(separator: ", "), depth: 2))
    }
    return lines
  }

  private func via(_ chain: [String]) -> String {
    chain.isEmpty ? "" : " via " + chain.joined(separator: " < ")
  }

  private func style(_ stance: Stance) -> Style? {
    switch stance {
    case .denies: .red
    case .confirms: .green
    case .doubts, .declines: .yellow
    default: nil
    }
  }

  // MARK: - Figures

  var figures: [BriefOutline.Entry] {
    selection.figures.map { comparison in
      var entry = BriefOutline.Entry(
        text:
          "\(comparison.verdict.rawValue)  \(comparison.counts ?? comparison.values[0].figure.unit ?? "")",
        style: .bold)
      if let wording = wording(comparison.claim) {
        entry.lines.append(BriefOutline.Line(text: "on “\(wording)”", style: .faint))
      }
      for value in comparison.values {
        let days = [value.first, value.last == value.first ? nil : value.last]
          .compactMap { $0?.iso }
        entry.lines.append(
          BriefOutline.Line(
            text: [
              "\(value.figure.passage.text)  \(value.actor ?? "nobody named")\(via(value.chain))",
              days.isEmpty ? nil : days.joined(separator: " to "),
              BriefOutline.count(value.reports.count, "report"), value.statements[0].text,
            ].compactMap { $0 }.joined(separator: " · ")))
      }
      return entry
    }
  }

  private func wording(_ id: ClaimID) -> String? {
    brief.claims.first { $0.id == id }?.wording
  }

  // MARK: - The rest

  /// Claims of one unnamed source that are not among those shown.
  var unnamed: [BriefOutline.Entry] {
    selection.unnamed.map { claim in
      BriefOutline.Entry(
        text:
          "“\(claim.wording)” — \(BriefSelection.source(of: claim) ?? "nobody named"), \(claim.id)")
    }
  }

  /// What happened, and where the claims above were first made.
  var days: [BriefOutline.Entry] {
    selection.days.map { entry in
      let who = entry.kind == .said ? "\(entry.actor ?? "nobody named"): " : ""
      let end = entry.kind == .happened ? "  (told to have happened)" : ""
      return BriefOutline.Entry(text: "\(entry.day.iso)  \(who)“\(entry.text)”\(end)")
    }
  }

  var changes: [BriefOutline.Entry] {
    brief.changes.map { change in
      let wording = wording(change.claim) ?? ""
      let words: String
      switch change.kind {
      case .newClaim: words = "new claim: “\(change.after ?? "")”"
      case .newPosition:
        words = "\(change.actor ?? "nobody named") now \(change.after ?? ""): “\(wording)”"
      case .movedPosition:
        words =
          "\(change.actor ?? "nobody named") moved from \(change.before ?? "") to "
          + "\(change.after ?? ""): “\(wording)”"
      case .newFigure:
        words = "\(change.actor ?? "nobody named") gives \(change.after ?? ""): “\(wording)”"
      }
      return BriefOutline.Entry(text: (change.day.map { $0.iso + "  " } ?? "") + words)
    }
  }

  /// What is contested, what nobody answered, what is cited and not held.
  var questions: [BriefOutline.Entry] {
    var entries = selection.contested.map {
      BriefOutline.Entry(text: "contested: “\($0.wording)”", style: .red)
    }
    entries += selection.unanswered.map {
      BriefOutline.Entry(
        text: "not answered by \($0.silent.joined(separator: ", ")): “\($0.wording)”")
    }
    if !selection.missing.isEmpty {
      let names = selection.missing.map { "\($0.source) (\($0.statements.count))" }
      entries.append(
        BriefOutline.Entry(text: "cited and not held: " + names.joined(separator: ", ")))
    }
    return entries
  }
}
