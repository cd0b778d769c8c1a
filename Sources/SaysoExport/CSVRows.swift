internal import SaysoRecords

/// Rows as comma-separated values (RFC 4180): UTF-8, lines that end in CR LF, the first with the names of
/// the columns.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
/// Injection"); JSON lines have the exact words.
enum CSVRows {
  /// The names of the columns.
  static let header = line(StatementRow.columns)

  /// A statement as a line.
  static func line(_ row: StatementRow) -> [UInt8] {
    let (report, statement) = (row.report, row.statement)
    return line([
      statement.id.text, report.id.text, report.title, report.outlet, report.agency, report.url,
      report.published?.iso, statement.said, row.day?.iso, statement.holds,
      statement.speaker?.passage.text, row.actor, row.members.joined(separator: "; "),
      statement.speaker.map { $0.named ? "yes" : "no" }, statement.stance.rawValue,
      decimals(statement.confidence), statement.kind.rawValue, statement.cue?.text,
      statement.content.text, row.chain.joined(separator: " < "),
      row.figures.map(\.passage.text).joined(separator: "; "), report.sha256.hex,
      row.spans.first.map { String($0.start) }, row.spans.last.map { String($0.end) },
      row.claim?.id.text, row.claim?.wording,
      row.corrected.map(\.rawValue).joined(separator: "; "),
    ])
  }

  private static func decimals(_ confidence: Confidence) -> String {
    String((confidence.value * 1000).rounded() / 1000)
  }

  private static func line(_ cells: [String?]) -> [UInt8] {
    precondition(cells.count == StatementRow.columns.count, "a row has a cell for each column")
    var bytes: [UInt8] = []
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell ?? "", to: &bytes)
    }
    bytes += [13, 10]
    return bytes
  }

  /// Signs with which a formula can begin, those of East Asian keyboards too.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    var words = cell
    if let first = cell.unicodeScalars.first, formulaSigns.contains(first) { words = "'" + cell }
    let needsQuotes = words.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
    guard needsQuotes else { return bytes.append(contentsOf: words.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in words.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
