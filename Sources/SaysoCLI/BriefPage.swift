import Sayso

/// A story on one screen, in a fixed order: what it is, its claims with who holds what, figures side by
/// side, what one unnamed source says alone, what moved, open questions, sources not held.
///
/// Every line is carried by a statement, whose words, outlet and day stand in it.
struct BriefPage {
  private let terminal: Terminal
  private let briefing: Desk.Briefing
  /// Claims of one statement are counted rather than shown from this many claims on.
  private let mostClaims: Int

  init(_ briefing: Desk.Briefing, _ terminal: Terminal, mostClaims: Int) {
    self.briefing = briefing
    self.terminal = terminal
    self.mostClaims = mostClaims
  }

  private var brief: StoryBrief { briefing.brief }

  /// The page.
  var text: String {
    let story = brief.story
    var page = lines(story.name, .bold)
    let span = [story.first?.iso, story.last?.iso].compactMap { $0 }
    page += lines(
      [
        count(story.reports.count, "report"), "from " + count(story.origins, "origin"),
        span.first == span.last ? span.first : span.joined(separator: " to "),
        story.outlets.isEmpty ? nil : story.outlets.joined(separator: ", "),
      ].compactMap { $0 }.joined(separator: " · "), .faint)
    let shown = Array(brief.claims.prefix(mostClaims))
    page += section("CLAIMS")
    for claim in shown { page += self.claim(claim) }
    if brief.claims.count > shown.count {
      page += lines(
        "… and \(count(brief.claims.count - shown.count, "more claim")); --all shows them", .faint)
    }
    let compared = brief.figures.filter { $0.verdict != .alone }
    if !compared.isEmpty {
      page += section("FIGURES")
      for comparison in compared { page += figures(comparison) }
    }
    if !brief.changes.isEmpty {
      page += section("CHANGES")
      for change in brief.changes { page += self.change(change) }
    }
    page += questions
    return page
  }

  private func section(_ title: String) -> String { "\n" + lines(title, .faint) }

  private func lines(_ text: String, _ style: Style? = nil, indent: Int = 0) -> String {
    let pad = String(repeating: " ", count: indent)
    return DisplayText.wrap(DisplayText.oneLine(text), to: terminal.width - indent).map {
      pad + terminal.styled($0, style) + "\n"
    }.joined()
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A claim with its positions.
  private func claim(_ claim: Claim) -> String {
    let doubtful = brief.unnamed.contains(claim.id) ? " · one unnamed source" : ""
    var text = "\n" + lines("“\(claim.wording)”", .bold, indent: 2)
    text += lines(
      "\(count(claim.reports.count, "report")), \(count(claim.origins, "origin"))"
        + (claim.first.map { " · since \($0.iso)" } ?? "") + doubtful + " · \(claim.id)", .faint,
      indent: 2)
    for position in claim.positions { text += self.position(position) }
    if !claim.silent.isEmpty {
      text += lines("not heard: " + claim.silent.joined(separator: ", "), .faint, indent: 4)
    }
    return text
  }

  private func position(_ position: Position) -> String {
    let taken = position.taken[position.taken.count - 1]
    var line = "\(position.stance.rawValue)  \(position.actor ?? "nobody named")"
    if let since = position.since { line += " · since \(since.iso)" }
    if let before = position.earlier.last {
      line += " · before: \(before.stance.rawValue)"
      if let day = before.day { line += " (\(day.iso))" }
    }
    if position.isDoubtful { line += " · doubtful" }
    var text = lines(line, style(position.stance), indent: 4)
    if let source = briefing.sources[taken.statement] {
      let cue = source.statement.cue.map { " [\($0.text)]" } ?? ""
      let via = source.chain.isEmpty ? "" : " via " + source.chain.joined(separator: " < ")
      text += lines(
        "“\(source.statement.content.text)”\(cue)\(via) — \(source.outlet ?? "no outlet")"
          + (source.day.map { ", \($0.iso)" } ?? "") + ", \(source.statement.id)", nil, indent: 6)
    }
    return text
  }

  private func style(_ stance: Stance) -> Style? {
    switch stance {
    case .denies: .red
    case .confirms: .green
    case .doubts, .declines: .yellow
    default: nil
    }
  }

  private func figures(_ comparison: FigureComparison) -> String {
    let claim = brief.claims.first { $0.id == comparison.claim }
    var text = lines(
      "\(comparison.verdict.rawValue)  \(comparison.counts ?? "")", .bold, indent: 2)
    if let claim { text += lines("on “\(claim.wording)”", .faint, indent: 4) }
    for value in comparison.values {
      let chain = value.chain.isEmpty ? "" : " via " + value.chain.joined(separator: " < ")
      text += lines(
        "\(value.figure.passage.text)  \(value.actor ?? "the report's own word")\(chain)"
          + (value.first.map { " · \($0.iso)" } ?? "")
          + (value.last != value.first ? value.last.map { " to \($0.iso)" } ?? "" : "")
          + " · \(count(value.reports.count, "report")) · \(value.statements[0])", nil, indent: 4)
    }
    return text
  }

  private func change(_ change: StoryChange) -> String {
    let wording = brief.claims.first { $0.id == change.claim }?.wording ?? ""
    let words: String
    switch change.kind {
    case .newClaim: words = "new claim: “\(change.after ?? "")”"
    case .newPosition: words = "\(change.actor ?? "") now \(change.after ?? ""): “\(wording)”"
    case .movedPosition:
      words =
        "\(change.actor ?? "") moved from \(change.before ?? "") to \(change.after ?? ""): “\(wording)”"
    case .newFigure: words = "\(change.actor ?? "") gives \(change.after ?? ""): “\(wording)”"
    }
    return lines((change.day.map { $0.iso + "  " } ?? "") + words, nil, indent: 2)
  }

  /// What is contested, what nobody answered, what is cited and not held.
  private var questions: String {
    var text = ""
    for claim in brief.contested.prefix(5) {
      text += lines("contested: “\(claim.wording)”", .red, indent: 2)
    }
    for claim in brief.claims.filter({ $0.origins > 1 && !$0.silent.isEmpty }).prefix(5) {
      text += lines(
        "not answered by \(claim.silent.joined(separator: ", ")): “\(claim.wording)”", nil,
        indent: 2)
    }
    let missing = brief.cited.filter { !$0.held }.sorted {
      ($1.statements.count, $0.source) < ($0.statements.count, $1.source)
    }
    if !missing.isEmpty {
      let names = missing.prefix(12).map { "\($0.source) (\($0.statements.count))" }
      text += lines("cited and not held: " + names.joined(separator: ", "), nil, indent: 2)
    }
    return text.isEmpty ? "" : section("OPEN QUESTIONS") + text
  }
}
