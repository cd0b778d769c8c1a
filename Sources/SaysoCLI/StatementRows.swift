import Sayso

/// Statements as rows for people: stance, speaker, cue and the words.
struct StatementRows {
  private let columns: Columns
  private let terminal: Terminal
  private static let widths = [13, 22, 14]

  /// Rows that fit `terminal`; on a narrow one the columns share what there is.
  init(_ terminal: Terminal) {
    self.terminal = terminal
    let isNarrow = terminal.width < 76
    columns = Columns(isNarrow ? [10, 12, 9] : StatementRows.widths, indent: 2, in: terminal)
  }

  /// The names of the columns.
  var heading: String {
    columns.row(
      ["STANCE", "SPEAKER", "CUE", "WHAT WAS SAID"].map { [Columns.Cell($0, .faint)] })
  }

  /// One statement. Below its stance stand kind and confidence; below the speaker who that is,
  /// where the report's fullest name differs, and through whom the words came.
  func row(_ statement: Statement) -> String {
    columns.row([
      [
        Columns.Cell(statement.stance.rawValue, StatementRows.style(of: statement.stance)),
        Columns.Cell(
          "\(statement.kind.rawValue) \(StatementRows.decimals(statement.confidence))", .faint),
      ],
      speaker(of: statement),
      [Columns.Cell(statement.cue?.text ?? "–")],
      [Columns.Cell(statement.content.text)],
    ])
  }

  private func speaker(of statement: Statement) -> [Columns.Cell] {
    var cells: [Columns.Cell] = []
    if let speaker = statement.speaker {
      cells.append(Columns.Cell(speaker.passage.text, .bold))
      if let actor = speaker.actor, !actor.utf8.elementsEqual(speaker.passage.text.utf8) {
        cells.append(Columns.Cell("= \(actor)"))
      }
      if !speaker.named { cells.append(Columns.Cell("(unnamed)", .faint)) }
    } else {
      cells.append(Columns.Cell("(unknown)", .faint))
    }
    for relay in statement.chain { cells.append(Columns.Cell("via \(relay.passage.text)", .faint)) }
    if let said = statement.said { cells.append(Columns.Cell(said, .faint)) }
    return cells
  }

  private static func style(of stance: Stance) -> Style? {
    switch stance {
    case .asserts: nil
    case .confirms, .supports: .green
    case .denies, .condemns: .red
    case .doubts, .declines: .yellow
    case .warns: .magenta
    case .urges, .plans, .conditional: .cyan
    }
  }

  /// Two decimals, as 0.93.
  private static func decimals(_ confidence: Confidence) -> String {
    let hundredths = Int((confidence.value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
