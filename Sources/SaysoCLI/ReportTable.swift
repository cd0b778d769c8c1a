import Sayso

/// The table of `sayso read`: a block for each report, a row for each statement.
struct ReportTable {
  private let terminal: Terminal
  private let rows: StatementRows

  /// A table that fits `terminal`.
  init(_ terminal: Terminal) {
    self.terminal = terminal
    rows = StatementRows(terminal)
  }

  /// The block of one report; the first of a table names the columns.
  func block(_ read: ReadReport, place: String, isFirst: Bool) -> String {
    let report = read.report
    var text = isFirst ? rows.heading + "\n" : "\n"
    text += head(
      title: report.title,
      origin: [report.outlet, report.agency, report.published?.iso ?? "undated", place])
    if read.statements.isEmpty {
      let reason = read.analysed ? "no statements found" : "not analysed"
      return text + "\n  " + terminal.styled(reason, .faint) + "\n"
    }
    for statement in read.statements { text += "\n" + rows.row(statement) }
    return text
  }

  /// The headline of a report and the line on where it comes from.
  func head(title: String?, origin: [String?]) -> String {
    var text = ""
    for line in DisplayText.wrap(title ?? "(no title)", to: terminal.width) {
      text += terminal.styled(line, .bold) + "\n"
    }
    let origin = origin.compactMap { $0 }.joined(separator: " · ")
    for line in DisplayText.wrap(origin, to: terminal.width) {
      text += terminal.styled(line, .faint) + "\n"
    }
    return text
  }
}
