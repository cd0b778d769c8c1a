/// Lays texts out side by side, each wrapped inside its own column.
struct Columns {
  /// One text of a column, in a style.
  struct Cell {
    let text: String
    let style: Style?
    init(_ text: String, _ style: Style? = nil) {
      self.text = text
      self.style = style
    }
  }

  private let widths: [Int]
  private let indent: Int
  private let terminal: Terminal
  private static let gap = 2

  /// Columns of the given widths, after an indent; the last column takes what is left.
  init(_ widths: [Int], indent: Int, in terminal: Terminal) {
    let fixed = widths.reduce(indent) { $0 + $1 + Columns.gap }
    self.widths = widths + [max(10, terminal.width - fixed)]
    self.indent = indent
    self.terminal = terminal
  }

  /// A row: the cells of each column stand below each other, the columns beside each other.
  func row(_ columns: [[Cell]]) -> String {
    precondition(columns.count == widths.count, "a row needs a column for each width")
    let lines = zip(columns, widths).map { cells, width in
      cells.flatMap { cell in
        DisplayText.wrap(cell.text, to: width).map { Cell($0, cell.style) }
      }
    }
    var text = ""
    for number in 0..<(lines.map(\.count).max() ?? 0) {
      var line = String(repeating: " ", count: indent)
      var owed = 0
      for (cells, width) in zip(lines, widths) {
        let cell = number < cells.count ? cells[number] : Cell("")
        if !cell.text.isEmpty {
          line += String(repeating: " ", count: owed) + terminal.styled(cell.text, cell.style)
          owed = 0
        }
        owed += width - DisplayText.width(of: cell.text) + Columns.gap
      }
      text += line + "\n"
    }
    return text
  }
}
