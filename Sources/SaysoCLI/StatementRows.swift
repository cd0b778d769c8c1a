import Sayso

/// Statements as rows for people: stance, speaker, cue and the words.
struct StatementRows {
  private let columns: Columns
  private let isStacked: Bool
  private let showsIDs: Bool
  /// Stance with kind and confidence ("indirect 0.93"), speaker, cue; the words take the rest.
  private static let widths = [13, 22, 14]
  /// Narrower than this, fewer than 20 columns would be left for the words.
  private static let narrowestTable = 80

  /// Digits of an id that are shown: they fit the column, and no two statements share them.
  private static let idDigits = 12

  /// Rows that fit `terminal`; on a narrow one the cells stand below each other.
  ///
  /// - Parameter showsIDs: whether the beginnings of ids are shown, too.
  init(_ terminal: Terminal, showsIDs: Bool = false) {
    self.showsIDs = showsIDs
    isStacked = terminal.width < StatementRows.narrowestTable
    columns = Columns(isStacked ? [] : StatementRows.widths, indent: 2, in: terminal)
  }

  /// The names of the columns.
  var heading: String {
    let names = ["STANCE", "SPEAKER", "CUE", "WHAT WAS SAID"]
    if isStacked {
      return columns.row([[Columns.Cell(names.joined(separator: ", "), .faint)]])
    }
    return columns.row(names.map { [Columns.Cell($0, .faint)] })
  }

  /// One statement, without a line between it and the next.
  ///
  /// Below its stance stand kind and confidence, and that it was corrected; below the speaker who
  /// that is, where the report's fullest name differs, and through whom the words came.
  func row(_ statement: Statement) -> String {
    let stance = statement.stance.rawValue
    let style = StatementRows.style(of: statement.stance)
    let weight = "\(statement.kind.rawValue) \(StatementRows.decimals(statement.confidence))"
    let content = Columns.Cell(statement.content.text)
    let marks =
      (statement.corrected.isEmpty ? [] : ["corrected"])
      + (showsIDs ? [String(statement.id.text.prefix(StatementRows.idDigits))] : [])
    if isStacked {
      let cue = statement.cue.map { [Columns.Cell("[\($0.text)]", .faint)] } ?? []
      return columns.row([
        [Columns.Cell(([stance, weight] + marks).joined(separator: " · "), style)]
          + speaker(of: statement) + cue + [content]
      ])
    }
    return columns.row([
      [Columns.Cell(stance, style)] + ([weight] + marks).map { Columns.Cell($0, .faint) },
      speaker(of: statement), [Columns.Cell(statement.cue?.text ?? "–")], [content],
    ])
  }

  private func speaker(of statement: Statement) -> [Columns.Cell] {
    var cells: [Columns.Cell] = []
    if let speaker = statement.speaker {
      cells.append(Columns.Cell(speaker.passage.text, .bold))
      let actors = speaker.members.isEmpty ? [speaker.actor].compactMap { $0 } : speaker.members
      if !actors.isEmpty, actors.map({ $0.lowercased() }) != [speaker.passage.text.lowercased()] {
        cells.append(Columns.Cell("= \(actors.joined(separator: "; "))"))
      }
      if !speaker.named { cells.append(Columns.Cell("(unnamed)", .faint)) }
    } else {
      cells.append(Columns.Cell("(unknown)", .faint))
    }
    for relay in statement.chain { cells.append(Columns.Cell("via \(relay.passage.text)", .faint)) }
    if let said = statement.said { cells.append(Columns.Cell(said, .faint)) }
    if let holds = statement.holds { cells.append(Columns.Cell("holds \(holds)", .faint)) }
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
