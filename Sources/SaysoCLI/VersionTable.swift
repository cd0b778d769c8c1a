import Sayso

/// The table of `sayso versions`: a block for each version, a row for each change.
struct VersionTable {
  private let terminal: Terminal
  private let reports: ReportTable
  private let columns: Columns

  /// A table that fits `terminal`.
  init(_ terminal: Terminal) {
    self.terminal = terminal
    reports = ReportTable(terminal)
    columns = Columns([13, 3], indent: 2, in: terminal)
  }

  /// The block of one version.
  func block(_ version: Desk.Version) -> String {
    let report = version.read.report
    let summary = version.summary
    let current = summary.isCurrent ? " · current" : ""
    var text = terminal.styled(
      "version \(summary.number) · added \(DisplayText.oneLine(summary.addedAt))\(current)", .bold)
    text += "\n"
    text += reports.head(
      title: report.title,
      origin: [
        report.outlet, report.published?.iso ?? "undated",
        report.extent == .full ? nil : report.extent.rawValue, report.url ?? report.id.text,
      ])
    guard let earlier = version.earlier else {
      return text + line(count(version.read.statements.count, "statement"))
    }
    return text + changes(earlier, version)
  }

  private func changes(_ earlier: Desk.Version.Earlier, _ version: Desk.Version) -> String {
    let comparison = earlier.comparison
    let share = VersionTable.percent(comparison.textChanged)
    var text = ""
    if comparison.statementsCompared {
      text += line(
        "\(share) of the words changed; \(count(comparison.unchanged, "statement")) as before")
      if earlier.summary.stamp != version.summary.stamp {
        text += line("read by other models than the version before: a change may be theirs")
      }
    } else {
      text += line("\(share) of the words changed; no statements to compare, not analysed")
    }
    for field in comparison.fields {
      text += row(field.field, field.old ?? "–", field.new ?? "–")
    }
    for change in comparison.statements {
      switch change {
      case .appeared(let statement): text += row("appeared", nil, words(of: statement))
      case .vanished(let statement): text += row("vanished", words(of: statement), nil)
      case .changed(let old, let new, let aspects):
        text += row(
          aspects.map(\.rawValue).joined(separator: ", "), words(of: old), words(of: new))
      }
    }
    return text
  }

  private func words(of statement: Statement) -> String {
    let speaker = statement.speaker?.passage.text ?? "(unknown)"
    let cue = statement.cue.map { " [\($0.text)]" } ?? ""
    return "\(statement.stance.rawValue) · \(speaker)\(cue) \(statement.content.text)"
  }

  /// What changed, what it was and what it is.
  private func row(_ name: String, _ old: String?, _ new: String?) -> String {
    var text = ""
    for (label, words, style) in [("was", old, Style.red), ("now", new, Style.green)] {
      guard let words else { continue }
      text += columns.row([
        [Columns.Cell(text.isEmpty ? name : "")], [Columns.Cell(label, style)],
        [Columns.Cell(words)],
      ])
    }
    return text
  }

  private func line(_ text: String) -> String {
    DisplayText.wrap(text, to: max(10, terminal.width - 2))
      .map { "  " + terminal.styled($0, .faint) + "\n" }.joined()
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A share as whole percent; a little is never called nothing, nor almost all called all.
  private static func percent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "under 1 %" }
    if share < 1, share > 0.99 { return "over 99 %" }
    return "\(Int((share * 100).rounded())) %"
  }
}
