internal import Sayso
internal import SaysoRecords

/// What a brief says, in the order in which dossiers, documents and notes show it, each line with the
/// statements that carry it.
struct BriefSheet {
  /// A line under an entry.
  struct Line {
    let text: String
    var stance: Stance?
    var statements: [StatementID] = []
  }

  /// A claim, figures that stand together, a day.
  struct Entry {
    /// Its head: exact words where `isQuoted`.
    let text: String
    var isQuoted = false
    /// The claim that it is about.
    var claim: ClaimID?
    /// What is to be known about it.
    var facts: String?
    var statements: [StatementID] = []
    var lines: [Line] = []
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

  init(_ brief: StoryBrief) {
    let story = brief.story
    title = story.name
    let days = [story.first?.iso, story.last?.iso].compactMap { $0 }
    facts = [
      BriefSheet.count(story.reports.count, "report") + " from "
        + BriefSheet.count(story.origins, "origin"),
      days.first == days.last ? days.first : days.joined(separator: " to "),
      story.outlets.isEmpty ? nil : story.outlets.joined(separator: ", "),
    ].compactMap { $0 }.joined(separator: " · ")
    let parts = Parts(brief)
    sections = [
      Section(title: "Claims", entries: parts.claims),
      Section(title: "Figures", entries: parts.figures),
      Section(title: "Days", entries: parts.days),
      Section(title: "Changes", entries: brief.changes.map(parts.change)),
      Section(title: "Open questions", entries: parts.questions),
    ].filter { !$0.entries.isEmpty }
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Words in quotation marks, unless they have their own.
  static func quoted(_ words: String) -> String {
    guard let first = words.unicodeScalars.first, !marks.contains(first) else { return words }
    return "“\(words)”"
  }

  private static let marks: Set<Unicode.Scalar> = ["“", "\"", "„", "«", "‘", "'", "”"]

  /// Who a line is of; unknown is told as unknown.
  static func who(_ actor: String?) -> String { actor ?? "nobody named" }
}

private struct Parts {
  private let brief: StoryBrief
  private let selection: BriefSelection

  init(_ brief: StoryBrief) {
    self.brief = brief
    selection = BriefSelection(brief, .all)
  }

  // MARK: - Claims

  var claims: [BriefSheet.Entry] { selection.claims.map(claim) }

  private func claim(_ claim: Claim) -> BriefSheet.Entry {
    let facts = [
      BriefSheet.count(claim.reports.count, "report") + ", "
        + BriefSheet.count(claim.origins, "origin"),
      claim.first.map { "since \($0.iso)" },
      brief.unnamed.contains(claim.id) ? "one unnamed source" : nil,
      claim.silent.isEmpty ? nil : "not heard: " + claim.silent.joined(separator: ", "),
    ].compactMap { $0 }.joined(separator: " · ")
    return BriefSheet.Entry(
      text: claim.wording, isQuoted: true, claim: claim.id, facts: facts,
      lines: claim.positions.map(line))
  }

  private func line(_ position: Position) -> BriefSheet.Line {
    var words = ["\(BriefSheet.who(position.actor)) \(position.stance.rawValue)"]
    if let since = position.since { words.append("since \(since.iso)") }
    if let before = position.earlier.last {
      words.append(
        "before: \(before.stance.rawValue)" + (before.day.map { " (\($0.iso))" } ?? ""))
    }
    if position.isDoubtful { words.append("doubtful") }
    return BriefSheet.Line(
      text: words.joined(separator: " · "), stance: position.stance,
      statements: position.taken.map(\.statement))
  }

  private func wording(_ id: ClaimID) -> String? {
    brief.claims.first { $0.id == id }?.wording
  }

  // MARK: - Figures

  var figures: [BriefSheet.Entry] {
    selection.figures.map { comparison in
      let what = comparison.counts ?? comparison.values.first?.figure.unit ?? "figures"
      return BriefSheet.Entry(
        text: "\(what): \(comparison.verdict.rawValue)", claim: comparison.claim,
        facts: wording(comparison.claim).map { "on " + BriefSheet.quoted($0) },
        lines: comparison.values.map { value in
          let days = [value.first, value.last == value.first ? nil : value.last]
            .compactMap { $0?.iso }
          let via = value.chain.isEmpty ? "" : " via " + value.chain.joined(separator: " < ")
          return BriefSheet.Line(
            text: [
              "\(value.figure.passage.text) — \(BriefSheet.who(value.actor))\(via)",
              days.isEmpty ? nil : days.joined(separator: " to "),
            ].compactMap { $0 }.joined(separator: " · "), statements: value.statements)
        })
    }
  }

  // MARK: - The rest

  /// What happened, and where claims were first made.
  var days: [BriefSheet.Entry] {
    selection.days.map { entry in
      BriefSheet.Entry(
        text: entry.kind == .said
          ? "\(entry.day.iso): \(BriefSheet.who(entry.actor)), \(BriefSheet.quoted(entry.text))"
          : "\(entry.day.iso): told to have happened, \(BriefSheet.quoted(entry.text))",
        statements: entry.statements)
    }
  }

  func change(_ change: StoryChange) -> BriefSheet.Entry {
    let who = BriefSheet.who(change.actor)
    let words =
      switch change.kind {
      case .newClaim: "new claim"
      case .newPosition: "\(who) now \(change.after ?? "")"
      case .movedPosition: "\(who) moved from \(change.before ?? "") to \(change.after ?? "")"
      case .newFigure: "\(who) gives \(change.after ?? "")"
      }
    return BriefSheet.Entry(
      text: (change.day.map { $0.iso + ": " } ?? "") + words, claim: change.claim,
      facts: wording(change.claim).map { "on " + BriefSheet.quoted($0) },
      statements: [change.statement].compactMap { $0 })
  }

  /// What is contested, what nobody answered, what is cited and not held.
  var questions: [BriefSheet.Entry] {
    var entries = selection.contested.map {
      BriefSheet.Entry(
        text: "contested: \(BriefSheet.quoted($0.wording))", claim: $0.id, statements: [$0.worded])
    }
    entries += selection.unanswered.map {
      BriefSheet.Entry(
        text:
          "not answered by \($0.silent.joined(separator: ", ")): \(BriefSheet.quoted($0.wording))",
        claim: $0.id, statements: [$0.worded])
    }
    entries += selection.missing.map {
      BriefSheet.Entry(text: "cited and not held: \($0.source)", statements: $0.statements)
    }
    return entries
  }
}
